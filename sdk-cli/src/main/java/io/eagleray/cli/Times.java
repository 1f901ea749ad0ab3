package io.eagleray.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Times for people. */
final class Times {
    private Times() {}

    /** When something was, to the second. */
    static String at(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** How long something took, or has taken until now. */
    static String between(Instant began, Optional<Instant> ended) {
        return took(Duration.between(began, ended.orElseGet(Instant::now)));
    }

    /** The two largest units: {@code 0.4 s}, {@code 12 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
    static String took(Duration duration) {
        Duration took = duration.isNegative() ? Duration.ZERO : duration; // of two clocks
        if (took.toHours() > 0) {
            return took.toHours() + " h " + took.toMinutesPart() + " min";
        }
        if (took.toMinutes() > 0) {
            return took.toMinutes() + " min " + took.toSecondsPart() + " s";
        }
        return took.toSeconds() >= 10
                ? took.toSeconds() + " s"
                : took.toSeconds() + "." + took.toMillisPart() / 100 + " s";
    }
}
