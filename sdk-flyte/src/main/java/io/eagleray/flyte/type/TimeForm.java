package io.eagleray.flyte.type;

import com.google.protobuf.Timestamp;
import flyteidl.core.Literals.Primitive;
import flyteidl.core.Types.SimpleType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/** Points in time, and days, which flytekit takes for the midnight of UTC that they begin with. */
final class TimeForm extends PrimitiveForm {
    private static final long FIRST = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private final boolean isDay;

    private TimeForm(boolean isDay, String tag, String format) {
        super(SimpleType.DATETIME, tag, Map.of("type", "string", "format", format));
        this.isDay = isDay;
    }

    static TimeForm instant() {
        return new TimeForm(false, "datetime", "date-time");
    }

    static TimeForm day() {
        return new TimeForm(true, "date", "date");
    }

    @Override
    Primitive.Builder primitive(Object json) {
        Instant time = parsed(json);
        return Primitive.newBuilder()
                .setDatetime(
                        Timestamp.newBuilder().setSeconds(time.getEpochSecond()).setNanos(time.getNano()));
    }

    @Override
    Object json(Primitive primitive) {
        if (primitive.getValueCase() != Primitive.ValueCase.DATETIME) {
            throw misfit(primitive);
        }
        Timestamp timestamp = primitive.getDatetime();
        check(timestamp.getSeconds(), timestamp.getSeconds() + " seconds since 1970");
        return text(Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos()));
    }

    /** Python before 3.11 reads no Z. */
    @Override
    String pack(Object json) {
        return text(parsed(json)).replace("Z", "+00:00");
    }

    @Override
    Object unpack(Object packed) {
        return text(parsed(packed));
    }

    private Instant parsed(Object text) {
        try {
            Instant time = isDay
                    ? LocalDate.parse(text.toString())
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                    : Instant.parse(text.toString());
            check(time.getEpochSecond(), text);
            return time;
        } catch (DateTimeException e) {
            throw Unfit.expected(
                    isDay
                            ? "a day such as 2026-01-31"
                            : "a point in time with its offset, such as 2026-01-31T09:30:00+00:00",
                    text);
        }
    }

    private String text(Instant time) {
        if (!isDay) {
            return time.toString();
        }
        LocalDate day = LocalDate.ofInstant(time, ZoneOffset.UTC);
        if (!day.atStartOfDay(ZoneOffset.UTC).toInstant().equals(time)) {
            throw Unfit.expected("a day, which is a midnight of UTC", time);
        }
        return day.toString();
    }

    private static void check(long seconds, Object shown) {
        if (seconds < FIRST || seconds > LAST) {
            throw Unfit.expected("a year from 1 to 9999, as Flyte has them (declare a String for others)", shown);
        }
    }
}
