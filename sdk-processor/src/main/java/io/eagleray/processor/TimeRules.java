package io.eagleray.processor;

import static io.eagleray.processor.Problem.error;
import static io.eagleray.processor.Problem.none;

import java.time.Duration;
import java.util.List;

/** What durations and counts of seconds must be. */
final class TimeRules {
    /** What Ray and Kubernetes hold, in seconds. */
    private static final Duration LONGEST = Duration.ofSeconds(Integer.MAX_VALUE);

    private TimeRules() {}

    static List<Problem> parses(String what, Setting<String> setting) {
        return setting.value().isEmpty() || Durations.parse(setting.value()).isPresent()
                ? none()
                : error(
                        setting,
                        what + " \"" + setting.value()
                                + "\" is no duration; write a number with s, m, h or d such as 90s, or ISO-8601 such as PT1M30S");
    }

    static List<Problem> isPositive(String what, Setting<String> setting) {
        return Durations.parse(setting.value())
                        .filter(duration -> duration.isZero() || duration.isNegative())
                        .isEmpty()
                ? none()
                : error(
                        setting,
                        what + " \"" + setting.value() + "\" is not positive; write a longer one, or leave it out");
    }

    static List<Problem> isNotTooLong(String what, Setting<String> setting) {
        return Durations.parse(setting.value())
                        .filter(duration -> duration.compareTo(LONGEST) > 0)
                        .isEmpty()
                ? none()
                : error(
                        setting,
                        what + " \"" + setting.value() + "\" is longer than " + LONGEST.toDays()
                                + " days; write a shorter one, or leave it out");
    }

    /** A number where -1 means unset. */
    static List<Problem> atLeast(int least, String what, Setting<Integer> setting) {
        return setting.value() >= least || setting.value() == -1
                ? none()
                : error(
                        setting,
                        what + " (" + setting.value() + ") is less than " + least + "; write " + least
                                + " or more, or leave it out");
    }
}
