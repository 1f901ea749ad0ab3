package io.eagleray.cli;

import io.eagleray.call.ValueType;
import io.eagleray.spec.TypeDefinition;
import io.eagleray.spec.TypeSpec;
import io.eagleray.wire.Json;
import java.net.URI;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Map;
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
        return raw.isEnum() || isQuoted(raw) ? quotedOnce(text) : text;
    }

    /** The same for a type of a signature, whose enums are no classes here. */
    static String toJson(String text, TypeSpec type, Map<String, TypeDefinition> definitions) {
        TypeDefinition definition = definitions.get(type.name());
        if (definition != null) {
            return definition.kind() == TypeDefinition.Kind.ENUM ? quotedOnce(text) : text;
        }
        if (type.name().equals(String.class.getName())) {
            return quoted(text);
        }
        return type.name().equals("char") || (type.name().startsWith("java.") && isQuoted(known(type.name())))
                ? quotedOnce(text)
                : text;
    }

    private static Class<?> known(String name) {
        try {
            return Class.forName(name, false, null);
        } catch (ClassNotFoundException e) {
            return Object.class; // of a newer JDK
        }
    }

    private static boolean isQuoted(Class<?> type) {
        return QUOTED.contains(type)
                || Temporal.class.isAssignableFrom(type)
                || TemporalAmount.class.isAssignableFrom(type);
    }

    private static String quotedOnce(String text) {
        return text.startsWith("\"") || text.equals("null") ? text : quoted(text);
    }

    private static String quoted(String text) {
        return Json.write(text, STRING);
    }
}
