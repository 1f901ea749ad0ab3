package io.eagleray.benchmarks;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The other end of a {@link Peer}, in Java: answers what standard input asks, and ends the process with it. */
final class Requests {
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    /** Measures what a request names. */
    @FunctionalInterface
    interface Measure {

        /** The nanoseconds it took, and after a space what else there is to say. */
        String measure(String what, int count) throws Exception;
    }

    private Requests() {}

    /** Begins to read: from now on the process ends with its input, also while it measures, for who asked is gone. */
    static Requests read() {
        Requests requests = new Requests();
        new Thread(requests::readAll, "requests").start();
        return requests;
    }

    private void readAll() {
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                .lines()
                .forEach(lines::add);
        Runtime.getRuntime().halt(0);
    }

    /** Answers one after the other; does not come back. */
    void answer(Measure measure) {
        try {
            while (true) {
                String[] words = lines.take().split(" ", -1);
                System.out.println("measured " + measure.measure(words[0], Integer.parseInt(words[1])));
            }
        } catch (Exception e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }
}
