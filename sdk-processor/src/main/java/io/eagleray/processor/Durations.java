package io.eagleray.processor;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as annotations write them: ISO-8601, or a number with a unit. */
final class Durations {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,18})([smhd])");
    private static final Map<String, ChronoUnit> UNITS =
            Map.of("s", ChronoUnit.SECONDS, "m", ChronoUnit.MINUTES, "h", ChronoUnit.HOURS, "d", ChronoUnit.DAYS);

    private Durations() {}

    /** The duration, or empty where the text is none. */
    static Optional<Duration> parse(String text) {
        Matcher matcher = SHORT.matcher(text);
        try {
            return Optional.of(
                    matcher.matches()
                            ? Duration.of(Long.parseLong(matcher.group(1)), UNITS.get(matcher.group(2)))
                            : Duration.parse(text));
        } catch (DateTimeException | ArithmeticException notOne) {
            return Optional.empty();
        }
    }
}
