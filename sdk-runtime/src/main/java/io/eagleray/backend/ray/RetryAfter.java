package io.eagleray.backend.ray;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The wait that a server asks for, in seconds or until a date. */
public final class RetryAfter {
    private RetryAfter() {}

    static Optional<Duration> of(Answer answer) {
        return answer.retryAfter().flatMap(RetryAfter::of);
    }

    /**
     * Reads what the header says.
     *
     * @param text its value
     * @return the wait; empty when it is none
     */
    public static Optional<Duration> of(String text) {
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(Instant.now(), date);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
