package io.eagleray.flyte.type;

import io.eagleray.spec.TypeSpec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The forms of the types without parts, and of what stands for one. */
final class Scalars {
    private Scalars() {}

    static Optional<Form> form(TypeSpec type) {
        return Optional.ofNullable(
                switch (type.name()) {
                    case "byte",
                            "java.lang.Byte",
                            "short",
                            "java.lang.Short",
                            "int",
                            "java.lang.Integer",
                            "long",
                            "java.lang.Long" -> new IntegerForm();
                    case "float", "java.lang.Float", "double", "java.lang.Double" -> new FloatForm();
                    case "boolean", "java.lang.Boolean" -> new BooleanForm();
                    case "char", "java.lang.Character", "java.lang.String" -> new TextForm();
                    case "java.time.Instant" -> TimeForm.instant();
                    case "java.time.LocalDate" -> TimeForm.day();
                    case "java.time.Duration" -> new DurationForm();
                    case "java.math.BigDecimal" -> new TextForm("decimal");
                    case "java.util.UUID" -> new TextForm("uuid");
                    case "java.time.LocalTime" -> new TextForm("time");
                    case "java.time.LocalDateTime", "java.time.OffsetDateTime" -> new TextForm("date-time");
                    case "java.math.BigInteger",
                            "java.net.URI",
                            "java.time.OffsetTime",
                            "java.time.ZonedDateTime",
                            "java.time.Period",
                            "java.time.Year",
                            "java.time.YearMonth",
                            "java.time.MonthDay",
                            "java.time.ZoneId",
                            "java.time.ZoneOffset" -> new TextForm("");
                    case "java.util.OptionalInt", "java.util.OptionalLong" -> new OptionalForm(new IntegerForm());
                    case "java.util.OptionalDouble" -> new OptionalForm(new FloatForm());
                    case TypeSpec.ARRAY -> array(type.arguments().get(0).name());
                    default -> null;
                });
    }

    /** Chars are a text, and bytes are bytes; other arrays are lists. */
    private static @Nullable Form array(String element) {
        return switch (element) {
            case "char" -> new TextForm("");
            case "byte" -> new BytesForm();
            default -> null;
        };
    }
}
