package io.eagleray.cli;

import io.eagleray.call.ValueType;
import io.eagleray.wire.Json;
import io.eagleray.wire.UntypedValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A task's result as it is printed.
 *
 * @param json for programs
 * @param line for people; empty where the task returns nothing
 */
record PrintedResult(String json, Optional<String> line) {

    static PrintedResult of(@Nullable Object value, ValueType type) {
        String json = Json.write(value, type);
        boolean nothing = type.raw() == Void.class || type.raw() == void.class;
        return of(json, Optional.ofNullable(value instanceof String text ? text : null), nothing);
    }

    /** Of a result whose type is not here. */
    static PrintedResult of(UntypedValue value) {
        return of(value.json(), value.text(), value.isNothing());
    }

    /** A text is printed as it is. */
    private static PrintedResult of(String json, Optional<String> text, boolean nothing) {
        return new PrintedResult(json, nothing ? Optional.empty() : Optional.of(text.orElse(json)));
    }
}
