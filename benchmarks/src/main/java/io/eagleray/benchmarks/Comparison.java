package io.eagleray.benchmarks;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Two ways to reach the same, timed in turns, and what the ratio of the second's time to the first's has to keep to.
 *
 * @param title what is done
 * @param peer what we are compared with
 * @param ours what is ours
 * @param bar for the ratio of ours to the peer's
 */
record Comparison(String title, Step peer, Step ours, Bar bar) {

    /**
     * Something that is timed.
     *
     * @param name what it is, for people
     * @param timed what is run
     */
    record Step(String name, Timed timed) {}

    /**
     * Runs both to warm up (the disk's cache, and what the programs cache) and then in turns, and says how long they took.
     * Which one is first changes from pair to pair.
     *
     * @return whether the bar holds
     */
    boolean run(Rounds rounds, PrintStream out) {
        out.println();
        out.println(title + ", " + rounds);
        for (int run = 0; run < rounds.warmUp(); run++) {
            peer.timed().time();
            ours.timed().time();
        }
        List<Duration> theirTimes = new ArrayList<>();
        List<Duration> ourTimes = new ArrayList<>();
        for (int run = 0; run < rounds.counted(); run++) {
            if (run % 2 == 0) {
                theirTimes.add(peer.timed().time());
                ourTimes.add(ours.timed().time());
            } else {
                ourTimes.add(ours.timed().time());
                theirTimes.add(peer.timed().time());
            }
        }
        return report(new Series(theirTimes), new Series(ourTimes), out);
    }

    private boolean report(Series theirs, Series own, PrintStream out) {
        Rows rows = new Rows(out);
        rows.print(peer.name(), theirs);
        rows.print(ours.name(), own);
        return rows.verdict("ratio, pair by pair", own.over(theirs), bar);
    }
}
