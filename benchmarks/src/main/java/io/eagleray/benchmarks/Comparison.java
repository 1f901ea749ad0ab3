package io.eagleray.benchmarks;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Two ways to reach the same, timed in turns, and the most that the second may take of the first's time.
 *
 * @param title what is done
 * @param peer what we are compared with
 * @param ours what is ours
 * @param bar the greatest ratio of ours to the peer's
 */
record Comparison(String title, Step peer, Step ours, double bar) {

    /**
     * Something that is timed.
     *
     * @param name what it is, for people
     * @param command what is run
     */
    record Step(String name, Command command) {}

    /**
     * Runs both once to warm up (the disk's cache, and what the programs cache) and then in turns, and says how long
     * they took. Which one is first changes from pair to pair.
     *
     * @return whether the bar holds
     */
    boolean run(int runs, PrintStream out) {
        out.println();
        out.println(title + ", " + runs + " runs each in turns, after one to warm up");
        peer.command().time();
        ours.command().time();
        List<Duration> theirTimes = new ArrayList<>();
        List<Duration> ourTimes = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            if (run % 2 == 0) {
                theirTimes.add(peer.command().time());
                ourTimes.add(ours.command().time());
            } else {
                ourTimes.add(ours.command().time());
                theirTimes.add(peer.command().time());
            }
        }
        return report(new Series(theirTimes), new Series(ourTimes), out);
    }

    private boolean report(Series theirs, Series own, PrintStream out) {
        Series.Ratios ratios = own.over(theirs);
        boolean holds = ratios.within(bar);
        print(out, peer.name(), theirs);
        print(out, ours.name(), own);
        print(out, "ratio, pair by pair", ratios);
        print(out, "bar", String.format(Locale.ROOT, "at most %.2f: %s", bar, holds ? "holds" : "MISSED"));
        return holds;
    }

    private static void print(PrintStream out, String name, Object figures) {
        out.println(String.format("  %-48s %s", name, figures));
    }
}
