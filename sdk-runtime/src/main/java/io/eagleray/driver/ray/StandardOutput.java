package io.eagleray.driver.ray;

import java.io.OutputStream;
import java.io.PrintStream;

/** Keeps what a library prints off the user's standard output. */
final class StandardOutput {
    private StandardOutput() {}

    /** Drops what this thread prints in the meantime; other threads print as ever. */
    static void without(Runnable body) {
        PrintStream before = System.out;
        PrintStream filter = new PrintStream(new Filter(before, Thread.currentThread()), true);
        System.setOut(filter);
        try {
            body.run();
        } finally {
            if (System.out == filter) {
                System.setOut(before);
            }
        }
    }

    private static final class Filter extends OutputStream {
        private final PrintStream before;
        private final Thread dropped;

        Filter(PrintStream before, Thread dropped) {
            this.before = before;
            this.dropped = dropped;
        }

        @Override
        public void write(int one) {
            if (Thread.currentThread() != dropped) {
                before.write(one);
            }
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            if (Thread.currentThread() != dropped) {
                before.write(bytes, offset, length);
            }
        }

        @Override
        public void flush() {
            before.flush();
        }
    }
}
