package io.eagleray.wire;

import com.fasterxml.jackson.core.JsonToken;
import io.eagleray.call.ValueType;
import io.eagleray.client.ValueException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that somebody else has shaped, such as a server's answer. Members that are missing or null are empty;
 * those of another type than asked for are an error.
 *
 * <pre>{@code
 * JsonObject answer = JsonObject.read("{\"version\":\"4\"}", limits);
 * Optional<String> version = answer.text("version");
 * }</pre>
 *
 * @param members by name, in order; each a text, Boolean, BigDecimal, List, JsonObject or null; -0.0, which is no
 *     BigDecimal, is a Double
 */
public record JsonObject(Map<String, @Nullable Object> members) {
    private static final ValueType NUMBER = ValueType.of(BigDecimal.class);
    private static final ValueType TEXTS = ValueType.of(List.class, ValueType.of(String.class));
    private static final int LONGEST_NUMBER = 100;

    /** Copies the map. */
    public JsonObject {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /**
     * Reads an object.
     *
     * @param json the JSON
     * @param limits how much is read
     * @return the object
     * @throws ValueException when the JSON is broken, is no object, or exceeds a limit
     */
    public static JsonObject read(String json, Limits limits) {
        return whole(json, limits, JsonObject::object);
    }

    /**
     * Reads an array of objects.
     *
     * @param json the JSON
     * @param limits how much is read
     * @return the objects
     * @throws ValueException when the JSON is broken, is no array of objects, or exceeds a limit
     */
    public static List<JsonObject> readArray(String json, Limits limits) {
        return whole(json, limits, in -> {
            if (!in.at(JsonToken.START_ARRAY)) {
                throw in.expected("an array");
            }
            List<JsonObject> objects = new ArrayList<>();
            while (in.nextElement(objects.size())) {
                objects.add(object(in));
            }
            return objects;
        });
    }

    /**
     * Writes values as JSON.
     *
     * @param values texts, Booleans, numbers, maps with texts as keys, collections, JsonObjects and null
     * @return the JSON, in the order of the map
     * @throws ValueException when there is a value of another type
     */
    public static String write(Map<String, ?> values) {
        Limits limits = Limits.inForce();
        return Guard.write("$", limits, () -> {
            JsonWriter out = new JsonWriter(limits);
            write(out, values);
            return out.end();
        });
    }

    /**
     * Writes texts as a JSON array.
     *
     * @param texts the texts
     * @return the JSON
     */
    public static String writeArray(List<String> texts) {
        return Json.write(texts, TEXTS);
    }

    /**
     * A member that is a text.
     *
     * @param name its name
     * @return the text, or empty when there is none
     * @throws ValueException when it is something else
     */
    public Optional<String> text(String name) {
        return member(name, String.class, "a text");
    }

    /**
     * A member that is a whole number.
     *
     * @param name its name
     * @return the number, or empty when there is none
     * @throws ValueException when it is something else
     */
    public OptionalLong integer(String name) {
        Optional<BigDecimal> number =
                member(name, Number.class, "a number").map(given -> new BigDecimal(given.toString()));
        try {
            return number.isPresent() ? OptionalLong.of(number.get().longValueExact()) : OptionalLong.empty();
        } catch (ArithmeticException e) {
            throw new ValueException("$." + name + ": expected a whole number, given " + number.get(), e);
        }
    }

    /**
     * A member that is true or false.
     *
     * @param name its name
     * @return it, or empty when there is none
     * @throws ValueException when it is something else
     */
    public Optional<Boolean> bool(String name) {
        return member(name, Boolean.class, "true or false");
    }

    /**
     * The texts of a member that is an object; what is no text in it is left out.
     *
     * @param name its name
     * @return the texts by name; empty when there is no such member
     * @throws ValueException when it is something else
     */
    public Map<String, String> texts(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        member(name, JsonObject.class, "an object")
                .ifPresent(object -> object.members().forEach((key, value) -> {
                    if (value instanceof String text) {
                        texts.put(key, text);
                    }
                }));
        return texts;
    }

    private <T> Optional<T> member(String name, Class<T> type, String wanted) {
        Object value = members.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            throw new ValueException("$." + name + ": expected " + wanted);
        }
        return Optional.of(type.cast(value));
    }

    private static <T> T whole(String json, Limits limits, Function<JsonReader, T> read) {
        return Guard.read("$", limits, () -> {
            JsonReader in = new JsonReader(json, limits, false);
            T value = read.apply(in);
            in.end();
            return value;
        });
    }

    private static JsonObject object(JsonReader in) {
        in.startObject("an object");
        in.enter();
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (String name = in.nextField(); name != null; name = in.nextField()) {
            in.next();
            members.put(name, value(in));
        }
        in.exit();
        return new JsonObject(members);
    }

    private static @Nullable Object value(JsonReader in) {
        if (in.atNull()) {
            return null;
        }
        if (in.at(JsonToken.START_OBJECT)) {
            return object(in);
        }
        if (in.at(JsonToken.START_ARRAY)) {
            return array(in);
        }
        if (in.at(JsonToken.VALUE_STRING)) {
            return in.text("a text");
        }
        return in.at(JsonToken.VALUE_TRUE) || in.at(JsonToken.VALUE_FALSE) ? (Object) in.bool() : number(in);
    }

    private static List<@Nullable Object> array(JsonReader in) {
        in.enter();
        List<@Nullable Object> elements = new ArrayList<>();
        while (in.nextElement(elements.size())) {
            elements.add(value(in));
        }
        in.exit();
        return Collections.unmodifiableList(elements);
    }

    /** A BigDecimal has no negative zero, which a floating point number can be. */
    private static Number number(JsonReader in) {
        String digits = in.digits(NUMBER);
        if (digits.length() > LONGEST_NUMBER) {
            throw new Mismatch("expected a number of up to " + LONGEST_NUMBER + " digits");
        }
        BigDecimal number = new BigDecimal(digits);
        return number.signum() == 0 && digits.startsWith("-") && digits.contains(".") ? (Number) (-0.0) : number;
    }

    private static String finite(Number number) {
        if (!Double.isFinite(number.doubleValue()) && !(number instanceof BigDecimal)) {
            throw new Mismatch("expected a finite number, given " + number);
        }
        return number.toString();
    }

    private static void write(JsonWriter out, @Nullable Object value) {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof String text) {
            out.text(text);
        } else if (value instanceof Boolean bool) {
            out.bool(bool);
        } else if (value instanceof Number number) {
            out.raw(finite(number));
        } else if (value instanceof JsonObject object) {
            write(out, object.members());
        } else if (value instanceof Map<?, ?> map) {
            out.enter();
            out.startObject();
            map.forEach((name, member) -> {
                out.field(String.valueOf(name));
                write(out, member);
            });
            out.endObject();
            out.exit();
        } else if (value instanceof Collection<?> elements) {
            out.enter();
            out.startArray();
            elements.forEach(element -> write(out, element));
            out.endArray();
            out.exit();
        } else {
            throw new Mismatch("expected a text, number, boolean, map or list, given a "
                    + value.getClass().getName());
        }
    }
}
