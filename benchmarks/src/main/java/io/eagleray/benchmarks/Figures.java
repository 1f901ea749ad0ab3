package io.eagleray.benchmarks;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which figures there are. */
enum Figures {
    /** Those of the processor and the listing. */
    JAVAC,

    /** Those of {@code Parallel}. */
    FANOUT,

    /** Those of a Ray by its address. */
    RAY,

    /** Those of clusters on Kubernetes. */
    KUBERAY,

    /** Those of registration on Flyte. */
    FLYTE;

    /** The choice among what {@code benchmarks/run} passes on: what comes after the places. */
    static Set<Figures> chosen(String... arguments) {
        List<String> words = Arrays.asList(arguments).subList(Places.COUNT, arguments.length);
        if (words.isEmpty()) {
            return EnumSet.allOf(Figures.class);
        }
        for (Figures figures : values()) {
            if (words.equals(List.of(figures.name().toLowerCase(Locale.ROOT)))) {
                return EnumSet.of(figures);
            }
        }
        throw new IllegalArgumentException("there are no figures \"" + String.join(" ", words)
                + "\": say javac, fanout, ray, kuberay, flyte, or nothing for all");
    }
}
