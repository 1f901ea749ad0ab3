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

    static List<Problem> check(String what, Setting<String> setting) {
        return setting.value().isEmpty()
                ? none()
                : Durations.parse(setting.value())
                        .map(duration -> Rule.together(
                                isPositive(what, setting, duration), isNotTooLong(what, setting, duration)))
                        .orElseGet(() -> parses(what, setting));
    }

    private static List<Problem> parses(String what, Setting<String> setting) {
        return error(
                setting,
                what + " \"" + setting.value()
                        + "\" is no duration; write a number with s, m, h or d such as 90s, or ISO-8601 such as PT1M30S");
    }

    private static List<Problem> isPositive(String what, Setting<String> setting, Duration duration) {
        return !duration.isZero() && !duration.isNegative()
                ? none()
                : error(
                        setting,
                        what + " \"" + setting.value() + "\" is not positive; write a longer one, or leave it out");
    }

    private static List<Problem> isNotTooLong(String what, Setting<String> setting, Duration duration) {
        return duration.compareTo(LONGEST) <= 0
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
