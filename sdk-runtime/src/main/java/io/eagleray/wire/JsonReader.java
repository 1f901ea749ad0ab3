package io.eagleray.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.eagleray.call.ValueType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the JSON of one value, and says what is there instead of what was expected. */
final class JsonReader {
    /** Jackson's own limits are out of the way: ours come first, and say how they are raised. */
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private static final int LONGEST_INTEGER = 40;

    private final Limits limits;
    private final boolean strict;
    private final JsonParser in;
    private int depth;

    JsonReader(String json, Limits limits, boolean strict) {
        if (json.length() > limits.maxBytes()) {
            throw limits.tooLarge(json.length());
        }
        this.limits = limits;
        this.strict = strict;
        try {
            this.in = FACTORY.createParser(json);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        if (next() == null) {
            throw new Mismatch("expected JSON, given nothing");
        }
    }

    /** Whether components that the record here does not have are an error, as they are for what a person types. */
    boolean strict() {
        return strict;
    }

    void enter() {
        if (++depth > limits.maxDepth()) {
            throw limits.tooDeep();
        }
    }

    void exit() {
        depth--;
    }

    @Nullable
    JsonToken next() {
        try {
            return in.nextToken();
        } catch (IOException exception) {
            throw invalid(exception);
        }
    }

    boolean at(JsonToken token) {
        return in.currentToken() == token;
    }

    boolean atNull() {
        return at(JsonToken.VALUE_NULL);
    }

    void end() {
        if (next() != null) {
            throw new Mismatch("expected the end of the JSON, given more: " + given());
        }
    }

    void startArray(ValueType type) {
        if (!at(JsonToken.START_ARRAY)) {
            throw expected("an array for " + Names.expected(type));
        }
    }

    /** Moves to the next element of an array; false at its end. */
    boolean nextElement(int soFar) {
        if (next() == JsonToken.END_ARRAY) {
            return false;
        }
        if (soFar >= limits.maxCount()) {
            throw limits.tooMany(soFar + 1L);
        }
        return true;
    }

    void startObject(String wanted) {
        if (!at(JsonToken.START_OBJECT)) {
            throw expected(wanted);
        }
    }

    /** Moves to the next field of an object and gives its name; null at its end. */
    @Nullable
    String nextField() {
        return next() == JsonToken.END_OBJECT ? null : content();
    }

    void skip() {
        try {
            in.skipChildren();
        } catch (IOException exception) {
            throw invalid(exception);
        }
    }

    boolean bool() {
        if (at(JsonToken.VALUE_TRUE) || at(JsonToken.VALUE_FALSE)) {
            return at(JsonToken.VALUE_TRUE);
        }
        throw expected("true or false");
    }

    String text(String wanted) {
        if (!at(JsonToken.VALUE_STRING)) {
            throw expected(wanted);
        }
        return content();
    }

    byte[] base64() {
        String text = text("bytes as base64");
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException exception) {
            throw new Mismatch(
                    "expected bytes as base64, given " + Quoted.of(text) + " (" + exception.getMessage() + ")");
        }
    }

    long integer(ValueType type, long least, long most) {
        boolean asText = at(JsonToken.VALUE_STRING) && most > JsonWriter.LARGEST_NUMBER;
        if (!isNumber() && !asText) {
            throw expected(Names.expected(type));
        }
        long value;
        try {
            value = integer(content(), asText);
        } catch (ArithmeticException | NumberFormatException exception) {
            throw expected(Names.expected(type));
        }
        if (value < least || value > most) {
            throw new Mismatch(
                    "expected " + Names.expected(type) + " from " + least + " to " + most + ", given " + value);
        }
        return value;
    }

    /** 1.0 and 1e3 are integers too; some writers of JSON know no others. */
    private long integer(String text, boolean asText) {
        return asText || at(JsonToken.VALUE_NUMBER_INT) || text.length() > LONGEST_INTEGER
                ? Long.parseLong(text)
                : new BigDecimal(text).longValueExact();
    }

    double doubleValue(ValueType type) {
        if (isNumber()) {
            return Floats.number(content(), type);
        }
        return Floats.special(text(Names.expected(type)), type);
    }

    float floatValue(ValueType type) {
        if (isNumber()) {
            return Floats.floatNumber(content(), type);
        }
        return (float) Floats.special(text(Names.expected(type)), type);
    }

    /** The digits of a number, or of a text that stands for one. */
    String digits(ValueType type) {
        if (!isNumber() && !at(JsonToken.VALUE_STRING)) {
            throw expected(Names.expected(type));
        }
        return content();
    }

    Mismatch expected(String wanted) {
        return new Mismatch("expected " + wanted + ", given " + given());
    }

    private boolean isNumber() {
        return at(JsonToken.VALUE_NUMBER_INT) || at(JsonToken.VALUE_NUMBER_FLOAT);
    }

    private String given() {
        JsonToken token = in.currentToken();
        if (token == null) {
            return "nothing";
        }
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "the text " + Quoted.of(content());
            case END_ARRAY -> "the end of the array";
            case END_OBJECT -> "the end of the object";
            case FIELD_NAME -> "the field " + Quoted.of(content());
            default -> Quoted.shortened(content());
        };
    }

    private String content() {
        try {
            return in.getText();
        } catch (IOException exception) {
            throw invalid(exception);
        }
    }

    private static Mismatch invalid(IOException exception) {
        if (exception instanceof JsonProcessingException broken) {
            JsonLocation location = broken.getLocation();
            String where = location == null
                    ? ""
                    : String.format(
                            Locale.ROOT, " at line %d, column %d", location.getLineNr(), location.getColumnNr());
            return new Mismatch("no valid JSON" + where + ": " + broken.getOriginalMessage());
        }
        throw new UncheckedIOException(exception);
    }
}
