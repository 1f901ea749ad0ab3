package io.eagleray.cli;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be set, by a flag, an {@code EAGLERAY_*} variable, or {@code eagleray.yaml}. */
enum Setting {
    /** Where tasks run. */
    BACKEND("--backend", "where tasks run", "the task's @RayJobConfig(address), or else local"),
    /** The application's folder or jar. */
    APP("--app", "the application: a project folder, a folder of classes, or a jar", "the current folder"),
    /** The application's class path. */
    CLASSPATH("--classpath", "the application: its class path", null),
    /** The local Ray. */
    RAY(null, "the Ray to use locally: its virtual environment, or its `ray` program", "found on PATH or installed"),
    /** The image of clusters. */
    IMAGE(null, "the Ray image for kuberay and flyte", null),
    /** The cache folder. */
    CACHE(null, "the folder for what is kept between runs", "~/.cache/eagleray");

    private final Optional<String> flag;
    private final String meaning;
    private final Optional<String> fallback;

    Setting(@Nullable String flag, String meaning, @Nullable String fallback) {
        this.flag = Optional.ofNullable(flag);
        this.meaning = meaning;
        this.fallback = Optional.ofNullable(fallback);
    }

    /** Its name in {@code eagleray.yaml}. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its environment variable. */
    String variable() {
        return "EAGLERAY_" + name();
    }

    /** Its flag on the command line, if it has one. */
    Optional<String> flag() {
        return flag;
    }

    /** What it says, for people. */
    String meaning() {
        return meaning;
    }

    /** What holds where it is not set, for people. */
    Optional<String> fallback() {
        return fallback;
    }
}
