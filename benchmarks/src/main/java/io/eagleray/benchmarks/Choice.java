package io.eagleray.benchmarks;

import java.util.Arrays;

/**
 * Which figures are wanted.
 *
 * @param javac those of the processor and the listing
 * @param fanOut those of {@code Parallel}
 */
record Choice(boolean javac, boolean fanOut) {

    /** The choice among what {@code benchmarks/run} passes on: what comes after the places. */
    static Choice of(String... arguments) {
        String chosen = String.join(" ", Arrays.asList(arguments).subList(Places.COUNT, arguments.length));
        return switch (chosen) {
            case "" -> new Choice(true, true);
            case "javac" -> new Choice(true, false);
            case "fanout" -> new Choice(false, true);
            default ->
                throw new IllegalArgumentException(
                        "there are no figures \"" + chosen + "\": say javac, fanout, or nothing for both");
        };
    }
}
