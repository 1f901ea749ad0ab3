package io.eagleray.parallel;

import io.eagleray.call.Parameter;
import io.eagleray.call.Ref;
import io.eagleray.call.RemoteCall;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Arguments as messages show them: their types and sizes, never what they say, which may be secret, or large. */
final class Redacted {
    private Redacted() {}

    static String arguments(RemoteCall<?> call) {
        List<Parameter> parameters = call.function().parameters();
        StringJoiner all = new StringJoiner(", ", "(", ")");
        for (int i = 0; i < parameters.size(); i++) {
            all.add(parameters.get(i).name() + ": " + value(call.arguments().get(i)));
        }
        return all.toString();
    }

    private static String value(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Ref<?>) {
            return "a Ref";
        }
        String type = value.getClass().getSimpleName();
        if (value instanceof CharSequence text) {
            return type + " of " + text.length() + " characters";
        }
        if (value instanceof Collection<?> elements) {
            return type + " of " + elements.size();
        }
        if (value instanceof Map<?, ?> entries) {
            return type + " of " + entries.size();
        }
        return value.getClass().isArray() ? type + " of " + Array.getLength(value) : type;
    }
}
