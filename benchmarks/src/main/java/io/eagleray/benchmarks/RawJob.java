package io.eagleray.benchmarks;

import io.ray.api.Ray;

/** A Java program for Ray's job command, as one writes it without this SDK. */
public final class RawJob {
    private RawJob() {}

    /**
     * Prints squares.
     *
     * @param arguments how many
     */
    public static void main(String[] arguments) {
        RawRay.connect();
        System.out.println(RawRay.squares(Integer.parseInt(arguments[0])));
        Ray.shutdown();
    }
}
