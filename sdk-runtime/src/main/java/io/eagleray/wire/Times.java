package io.eagleray.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The codecs of java.time: ISO-8601 in JSON, numbers in bytes. */
final class Times {
    /** As {@link YearMonth#toString()}, but with the sign that {@link YearMonth#parse} needs for far years. */
    private static final DateTimeFormatter YEAR_MONTH = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4, 10, SignStyle.EXCEEDS_PAD)
            .appendLiteral('-')
            .appendValue(ChronoField.MONTH_OF_YEAR, 2)
            .toFormatter(Locale.ROOT);

    private static final DateTimeFormatter YEAR = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4, 10, SignStyle.EXCEEDS_PAD)
            .toFormatter(Locale.ROOT);

    /** Those classes. */
    static final Set<Class<?>> TYPES = Set.of(
            Instant.class,
            LocalDate.class,
            LocalTime.class,
            LocalDateTime.class,
            OffsetDateTime.class,
            OffsetTime.class,
            ZonedDateTime.class,
            Duration.class,
            Period.class,
            Year.class,
            YearMonth.class,
            MonthDay.class,
            ZoneId.class,
            ZoneOffset.class);

    private Times() {}

    /** Makes the codec of one of them. */
    static Codec make(Class<?> type) {
        return switch (type.getName()) {
            case "java.time.Instant" ->
                codec(
                        Instant.class,
                        Kind.INSTANT,
                        Times::write,
                        Times::instant,
                        Instant::parse,
                        "2026-01-31T09:30:00Z");
            case "java.time.LocalDate" ->
                codec(
                        LocalDate.class,
                        Kind.DATE,
                        (out, date) -> out.integer(date.toEpochDay()),
                        in -> LocalDate.ofEpochDay(in.integer()),
                        LocalDate::parse,
                        "2026-01-31");
            case "java.time.LocalTime" ->
                codec(
                        LocalTime.class,
                        Kind.TIME,
                        (out, time) -> out.integer(time.toNanoOfDay()),
                        in -> LocalTime.ofNanoOfDay(in.integer()),
                        LocalTime::parse,
                        "09:30:00");
            case "java.time.LocalDateTime" ->
                codec(
                        LocalDateTime.class,
                        Kind.DATE_TIME,
                        Times::write,
                        Times::dateTime,
                        LocalDateTime::parse,
                        "2026-01-31T09:30:00");
            case "java.time.OffsetDateTime" ->
                codec(
                        OffsetDateTime.class,
                        Kind.OFFSET_DATE_TIME,
                        (out, time) -> {
                            write(out, time.toLocalDateTime());
                            out.integer(time.getOffset().getTotalSeconds());
                        },
                        in -> OffsetDateTime.of(dateTime(in), ZoneOffset.ofTotalSeconds(in.intValue())),
                        OffsetDateTime::parse,
                        "2026-01-31T09:30:00+01:00");
            case "java.time.OffsetTime" ->
                codec(
                        OffsetTime.class,
                        Kind.OFFSET_TIME,
                        (out, time) -> {
                            out.integer(time.toLocalTime().toNanoOfDay());
                            out.integer(time.getOffset().getTotalSeconds());
                        },
                        in -> OffsetTime.of(
                                LocalTime.ofNanoOfDay(in.integer()), ZoneOffset.ofTotalSeconds(in.intValue())),
                        OffsetTime::parse,
                        "09:30:00+01:00");
            case "java.time.ZonedDateTime" ->
                codec(
                        ZonedDateTime.class,
                        Kind.ZONED_DATE_TIME,
                        (out, time) -> {
                            write(out, time.toInstant());
                            out.text(time.getZone().getId());
                        },
                        in -> instant(in).atZone(ZoneId.of(in.text())),
                        ZonedDateTime::parse,
                        "2026-01-31T09:30:00+01:00[Europe/Berlin]");
            case "java.time.Duration" ->
                codec(
                        Duration.class,
                        Kind.DURATION,
                        (out, duration) -> {
                            out.integer(duration.getSeconds());
                            out.integer(duration.getNano());
                        },
                        in -> Duration.ofSeconds(in.integer(), in.intValue()),
                        Duration::parse,
                        "PT1M30S");
            case "java.time.Period" ->
                codec(
                        Period.class,
                        Kind.PERIOD,
                        (out, period) -> {
                            out.integer(period.getYears());
                            out.integer(period.getMonths());
                            out.integer(period.getDays());
                        },
                        in -> Period.of(in.intValue(), in.intValue(), in.intValue()),
                        Period::parse,
                        "P1Y2M3D");
            case "java.time.Year" ->
                new TextCodec<>(
                        Year.class,
                        Kind.YEAR,
                        (out, year) -> out.integer(year.getValue()),
                        in -> Year.of(in.intValue()),
                        YEAR::format,
                        text -> Year.parse(text, YEAR),
                        "2026");
            case "java.time.YearMonth" ->
                new TextCodec<>(
                        YearMonth.class,
                        Kind.YEAR_MONTH,
                        (out, month) -> out.integer(month.getYear() * 12L + month.getMonthValue() - 1),
                        in -> yearMonth(in.integer()),
                        YEAR_MONTH::format,
                        text -> YearMonth.parse(text, YEAR_MONTH),
                        "2026-01");
            case "java.time.MonthDay" ->
                codec(
                        MonthDay.class,
                        Kind.MONTH_DAY,
                        (out, day) -> out.integer(day.getMonthValue() * 100L + day.getDayOfMonth()),
                        in -> monthDay(in.intValue()),
                        MonthDay::parse,
                        "--01-31");
            case "java.time.ZoneId" ->
                codec(
                        ZoneId.class,
                        Kind.ZONE,
                        (out, zone) -> out.text(zone.getId()),
                        in -> ZoneId.of(in.text()),
                        ZoneId::of,
                        "Europe/Berlin");
            case "java.time.ZoneOffset" ->
                codec(
                        ZoneOffset.class,
                        Kind.ZONE_OFFSET,
                        (out, offset) -> out.integer(offset.getTotalSeconds()),
                        in -> ZoneOffset.ofTotalSeconds(in.intValue()),
                        ZoneOffset::of,
                        "+01:00");
            default -> throw new IllegalArgumentException(type.getName());
        };
    }

    /** Of a class whose values are written as {@link Object#toString()} has them. */
    private static <T> Codec codec(
            Class<T> type,
            Kind kind,
            BiConsumer<ByteWriter, T> writer,
            Function<ByteReader, T> reader,
            TextCodec.Parser<T> parser,
            String example) {
        return new TextCodec<>(type, kind, writer, reader, Object::toString, parser, example);
    }

    private static void write(ByteWriter out, Instant instant) {
        out.integer(instant.getEpochSecond());
        out.integer(instant.getNano());
    }

    private static Instant instant(ByteReader in) {
        return Instant.ofEpochSecond(in.integer(), in.intValue());
    }

    private static void write(ByteWriter out, LocalDateTime time) {
        out.integer(time.toLocalDate().toEpochDay());
        out.integer(time.toLocalTime().toNanoOfDay());
    }

    private static LocalDateTime dateTime(ByteReader in) {
        return LocalDateTime.of(LocalDate.ofEpochDay(in.integer()), LocalTime.ofNanoOfDay(in.integer()));
    }

    private static YearMonth yearMonth(long months) {
        return YearMonth.of(Math.toIntExact(Math.floorDiv(months, 12)), (int) Math.floorMod(months, 12L) + 1);
    }

    private static MonthDay monthDay(int coded) {
        return MonthDay.of(coded / 100, coded % 100);
    }
}
