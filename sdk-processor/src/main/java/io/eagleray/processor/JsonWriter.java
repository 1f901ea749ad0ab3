package io.eagleray.processor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Writes records as JSON: every component in its order, empty optionals as null, durations as ISO-8601, enums by name, maps
 * in the order of their keys. The same record gives the same bytes everywhere.
 */
final class JsonWriter {
    private static final JsonFactory JSON = new JsonFactory();
    /** Read once: to each other copy of an accessor, the JDK would generate a class of its own. */
    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            return type.getRecordComponents();
        }
    };

    String write(Record value) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.setPrettyPrinter(readable());
            any(json, value);
            json.writeRaw('\n');
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory cannot be written to", impossible);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private static PrettyPrinter readable() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter(Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                        .withObjectEmptySeparator("")
                        .withArrayEmptySeparator(""))
                .withObjectIndenter(lines)
                .withArrayIndenter(lines);
    }

    private void any(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Record || value instanceof Map<?, ?> || value instanceof List<?>) {
            nested(json, value);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Optional<?> optional) {
            any(json, optional.orElse(null));
        } else if (value instanceof OptionalInt optional) {
            any(json, optional.isPresent() ? optional.getAsInt() : null);
        } else if (value instanceof Enum<?> constant) {
            json.writeString(constant.name());
        } else {
            json.writeString(value.toString()); // strings and durations
        }
    }

    private void nested(JsonGenerator json, Object value) throws IOException {
        if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object item : list) {
                any(json, item);
            }
            json.writeEndArray();
            return;
        }
        json.writeStartObject();
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeFieldName((String) entry.getKey());
                any(json, entry.getValue());
            }
        } else {
            for (RecordComponent component : COMPONENTS.get(value.getClass())) {
                json.writeFieldName(component.getName());
                any(json, valueOf(component.getAccessor(), value));
            }
        }
        json.writeEndObject();
    }

    private static Object valueOf(Method accessor, Object value) {
        try {
            return accessor.invoke(value);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(accessor + " of a public record cannot be called", impossible);
        }
    }
}
