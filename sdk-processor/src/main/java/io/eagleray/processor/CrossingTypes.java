package io.eagleray.processor;

import java.util.Set;

/** The classes of the JDK that may cross between processes: what {@code io.eagleray.wire} reads and writes. */
final class CrossingTypes {
    /** Classes without parts that may also be keys of maps. */
    private static final Set<String> KEYS = Set.of(
            "java.lang.Boolean",
            "java.lang.Byte",
            "java.lang.Short",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Character",
            "java.lang.String",
            "java.math.BigDecimal",
            "java.math.BigInteger",
            "java.net.URI",
            "java.time.Duration",
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.MonthDay",
            "java.time.OffsetDateTime",
            "java.time.OffsetTime",
            "java.time.Period",
            "java.time.Year",
            "java.time.YearMonth",
            "java.time.ZoneId",
            "java.time.ZoneOffset",
            "java.time.ZonedDateTime",
            "java.util.UUID");

    /** Classes without parts that are no keys. */
    private static final Set<String> OTHER_SCALARS = Set.of(
            "java.lang.Float",
            "java.lang.Double",
            "java.util.OptionalInt",
            "java.util.OptionalLong",
            "java.util.OptionalDouble");

    private static final Set<String> CONTAINERS =
            Set.of("java.util.Collection", "java.util.List", "java.util.Map", "java.util.Optional", "java.util.Set");

    private CrossingTypes() {}

    /** Whether all is known of a class, so that it need not be read. */
    static boolean known(ClassId id) {
        return scalar(id) || container(id);
    }

    static boolean scalar(ClassId id) {
        return key(id) || OTHER_SCALARS.contains(id.binaryName());
    }

    static boolean key(ClassId id) {
        return KEYS.contains(id.binaryName());
    }

    static boolean container(ClassId id) {
        return CONTAINERS.contains(id.binaryName());
    }
}
