package io.eagleray.cli;

import java.util.regex.Pattern;

/**
 * The threads in which HTTP clients wait for what comes. Before JDK 21 a client cannot be closed, and a JVM that ends waits
 * 0.3 s for threads in native code, as these are.
 */
final class Selectors {
    private static final Pattern NAME = Pattern.compile("HttpClient-\\d+-SelectorManager");
    private static final long PATIENCE_MILLIS = 100;

    private Selectors() {}

    /** Ends them; what their connections were for is over. */
    static void end() {
        Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> NAME.matcher(thread.getName()).matches())
                .forEach(Selectors::end);
    }

    private static void end(Thread selector) {
        selector.interrupt();
        try {
            selector.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the JVM ends anyway
        }
    }
}
