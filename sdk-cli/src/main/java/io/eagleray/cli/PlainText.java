package io.eagleray.cli;

import io.eagleray.call.ValueType;
import io.eagleray.wire.Json;
import java.net.URI;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Set;
import java.util.UUID;

/** What people write without quotes, because its type leaves no doubt. */
final class PlainText {
    private static final ValueType STRING = ValueType.of(String.class);
    private static final Set<Class<?>> QUOTED = Set.of(char.class, Character.class, UUID.class, URI.class);

    private PlainText() {}

    /** The JSON that a text on the command line means for a type. */
    static String toJson(String text, ValueType type) {
        Class<?> raw = type.raw();
        if (raw == String.class) {
            return quoted(text);
        }
        boolean isQuotedInJson = raw.isEnum()
                || QUOTED.contains(raw)
                || Temporal.class.isAssignableFrom(raw)
                || TemporalAmount.class.isAssignableFrom(raw);
        return isQuotedInJson && !text.startsWith("\"") && !text.equals("null") ? quoted(text) : text;
    }

    private static String quoted(String text) {
        return Json.write(text, STRING);
    }
}
