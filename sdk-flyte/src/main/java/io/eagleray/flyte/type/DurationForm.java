package io.eagleray.flyte.type;

import flyteidl.core.Literals.Primitive;
import flyteidl.core.Types.SimpleType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;

/** Durations: of nanoseconds as literals, of seconds as a floating point number in records, as mashumaro has them. */
final class DurationForm extends PrimitiveForm {
    private static final long LONGEST = 315_576_000_000L; // protobuf's, ten thousand years
    private static final int MICROS = 6;
    private static final int NANOS = 9;

    DurationForm() {
        super(SimpleType.DURATION, "timedelta", Map.of("type", "number", "format", "time-delta"));
    }

    /** Where seconds are negative, protobuf's nanoseconds are, too; Java's never are. */
    @Override
    Primitive.Builder primitive(Object json) {
        Duration duration = parsed(json);
        boolean isBorrowed = duration.getSeconds() < 0 && duration.getNano() > 0;
        return Primitive.newBuilder()
                .setDuration(com.google.protobuf.Duration.newBuilder()
                        .setSeconds(duration.getSeconds() + (isBorrowed ? 1 : 0))
                        .setNanos(duration.getNano() - (isBorrowed ? 1_000_000_000 : 0)));
    }

    @Override
    Object json(Primitive primitive) {
        if (primitive.getValueCase() != Primitive.ValueCase.DURATION) {
            throw misfit(primitive);
        }
        check(primitive.getDuration().getSeconds(), primitive.getDuration());
        return Duration.ofSeconds(
                        primitive.getDuration().getSeconds(),
                        primitive.getDuration().getNanos())
                .toString();
    }

    @Override
    Double pack(Object json) {
        Duration duration = parsed(json);
        double seconds = BigDecimal.valueOf(duration.getSeconds())
                .add(BigDecimal.valueOf(duration.getNano(), NANOS))
                .doubleValue();
        if (!of(seconds).equals(duration)) {
            throw new Unfit("the duration " + duration + " is not kept by a number of seconds, which is what records on"
                    + " Flyte have: round it to microseconds, or declare a long of nanoseconds");
        }
        return seconds;
    }

    @Override
    Object unpack(Object packed) {
        if (packed instanceof Number number && Double.isFinite(number.doubleValue())) {
            return of(number.doubleValue()).toString();
        }
        throw Unfit.expected("a number of seconds", packed);
    }

    /** The double nearest to a duration of microseconds is read as that; what is finer must be nanoseconds. */
    private static Duration of(double seconds) {
        if (Math.abs(seconds) > LONGEST) {
            throw tooLong(seconds);
        }
        BigDecimal micros = new BigDecimal(seconds).setScale(MICROS, RoundingMode.HALF_EVEN);
        BigDecimal exact = micros.doubleValue() == seconds
                ? micros
                : new BigDecimal(seconds).setScale(NANOS, RoundingMode.HALF_EVEN);
        BigDecimal whole = exact.setScale(0, RoundingMode.FLOOR);
        return Duration.ofSeconds(
                whole.longValueExact(),
                exact.subtract(whole).movePointRight(NANOS).longValueExact());
    }

    private static Duration parsed(Object text) {
        try {
            Duration duration = Duration.parse(text.toString());
            check(duration.toSeconds(), duration);
            return duration;
        } catch (DateTimeParseException e) {
            throw Unfit.expected("a duration such as PT1M30S", text);
        }
    }

    private static void check(long seconds, Object duration) {
        if (seconds > LONGEST || seconds < -LONGEST) {
            throw tooLong(duration);
        }
    }

    private static Unfit tooLong(Object duration) {
        return Unfit.expected("at most ten thousand years, as Flyte has them (declare a long for more)", duration);
    }
}
