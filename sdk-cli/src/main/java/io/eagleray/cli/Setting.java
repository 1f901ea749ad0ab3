package io.eagleray.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What can be set, by a flag, an {@code EAGLERAY_*} variable, or {@code eagleray.yaml}. */
enum Setting {
    /** Where tasks run. */
    BACKEND(Kind.TEXT, "the task's @RayJobConfig(address), or else local"),
    /** The application's folder or jar. */
    APP(Kind.PATHS, "the current folder"),
    /** The application's class path. */
    CLASSPATH(Kind.PATHS, ""),
    /** The Ray to use locally: its virtual environment, or its {@code ray} program. */
    RAY(Kind.PATHS, "found on PATH, or installed"),
    /** The version of Ray that is installed where there is none. */
    RAY_VERSION(Kind.TEXT, ""),
    /** The Python that Ray is installed with. */
    PYTHON(Kind.PATHS, "found on PATH"),
    /** The image of clusters. */
    IMAGE(Kind.TEXT, ""),
    /** The folder for what is kept between runs. */
    CACHE(Kind.PATHS, "~/.cache/eagleray"),
    /** Headers that a Ray head is sent, {@code Name: value}, with {@code ;} between them. */
    HEADERS(Kind.SECRET, ""),
    /** The PEM file of the authorities that a head's certificate is checked with. */
    CA_FILE(Kind.PATHS, "the JDK's own"),
    /** The certificate that a head is shown: PEM or PKCS#12. */
    CLIENT_CERTIFICATE(Kind.PATHS, ""),
    /** The PEM file of its key. */
    CLIENT_KEY(Kind.PATHS, "the certificate's file"),
    /** The password of the PKCS#12 file. */
    CLIENT_PASSWORD(Kind.SECRET, ""),
    /** Whether a token may be sent without TLS to other machines. */
    ALLOW_TOKEN_OVER_HTTP(Kind.TEXT, "false"),
    /** A token for Flyte. */
    FLYTE_TOKEN(Kind.SECRET, ""),
    /** A shell command that prints a token for Flyte. */
    FLYTE_TOKEN_COMMAND(Kind.TEXT, ""),
    /** The id of a client that Flyte's authorization server gives tokens. */
    FLYTE_CLIENT_ID(Kind.TEXT, ""),
    /** The secret of this client. */
    FLYTE_CLIENT_SECRET(Kind.SECRET, ""),
    /** Where outcomes are kept: a folder or a bucket. */
    STORAGE(Kind.TEXT, "Ray's logs"),
    /** How large a value may be. */
    MAX_VALUE_BYTES(Kind.LIMIT, ""),
    /** How deeply nested a value may be. */
    MAX_VALUE_DEPTH(Kind.LIMIT, "");

    private static final Pattern NEXT_WORD = Pattern.compile("_(.)");

    private final Kind kind;
    private final String fallback;

    Setting(Kind kind, String fallback) {
        this.kind = kind;
        this.fallback = fallback;
    }

    /** What a value is. */
    enum Kind {
        /** Any text. */
        TEXT,
        /** A text that is not shown. */
        SECRET,
        /** One path, or several with the platform's separator between them. */
        PATHS,
        /** A limit of this whole process, which a system property of the name {@code eagleray.<key>} sets. */
        LIMIT
    }

    /** All keys of {@code eagleray.yaml}. */
    static List<String> keys() {
        return Arrays.stream(values()).map(Setting::key).toList();
    }

    Kind kind() {
        return kind;
    }

    /** Its name in {@code eagleray.yaml}: {@code rayVersion}. */
    String key() {
        return NEXT_WORD
                .matcher(name().toLowerCase(Locale.ROOT))
                .replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
    }

    /** Its environment variable: {@code EAGLERAY_RAY_VERSION}. */
    String variable() {
        return "EAGLERAY_" + name();
    }

    /** What holds where it is not set, for people. */
    Optional<String> fallback() {
        return Optional.of(fallback).filter(text -> !text.isEmpty());
    }
}
