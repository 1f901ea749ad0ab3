package io.eagleray.benchmarks;

/**
 * How often the two sides of a comparison run.
 *
 * @param warmUp before anything counts, for caches, and for compilers that need some runs
 * @param counted the runs that count
 */
record Rounds(int warmUp, int counted) {
    @Override
    public String toString() {
        return counted + " runs each in turns, after " + warmUp + " to warm up";
    }
}
