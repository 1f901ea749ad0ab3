package io.eagleray.wire;

import io.eagleray.call.ValueType;
import io.eagleray.client.ValueException;
import org.jspecify.annotations.Nullable;

/**
 * Values as JSON, for people and for specs.
 *
 * <pre>{@code
 * ValueType type = ValueType.of(List.class, ValueType.of(Integer.class));
 * String json = Json.write(List.of(0, 1, 4), type);          // [0,1,4]
 * List<Integer> squares = (List<Integer>) Json.read(json, type);
 * }</pre>
 *
 * <p>The JSON is canonical: equal values of one type give the same text, on every JDK. There are no spaces and no line
 * breaks. The rules:
 *
 * <table>
 * <caption>How each type is written</caption>
 * <tr><th>type</th><th>JSON</th></tr>
 * <tr><td>record</td><td>an object with all components in their order</td></tr>
 * <tr><td>sealed interface</td><td>an object with one field, named after the leaf: {@code {"Circle":{"radius":1.0}}};
 *   where leaves share a simple name, all are named with their outer classes ({@code Outer.Circle}), and where these
 *   are alike, with their package</td></tr>
 * <tr><td>enum</td><td>the constant's name</td></tr>
 * <tr><td>boolean, byte, short, int</td><td>as in Java</td></tr>
 * <tr><td>long, BigInteger</td><td>a number from -(2^53-1) to 2^53-1, beyond that a text with the digits, for many
 *   readers of JSON hold no larger numbers; both are read</td></tr>
 * <tr><td>BigDecimal</td><td>a text with all digits, such as {@code "1.10"}; a number is read too</td></tr>
 * <tr><td>float, double</td><td>the shortest number that reads back alike, {@code -0.0} included; {@code "NaN"},
 *   {@code "Infinity"}, {@code "-Infinity"}</td></tr>
 * <tr><td>char, String, UUID, URI</td><td>a text</td></tr>
 * <tr><td>java.time</td><td>a text, ISO-8601: {@code "PT1M30S"}</td></tr>
 * <tr><td>byte[], char[]</td><td>a text: base64; the chars</td></tr>
 * <tr><td>other arrays, List, Collection</td><td>an array</td></tr>
 * <tr><td>Set</td><td>an array, sorted: by value where the elements are simple, else by their JSON</td></tr>
 * <tr><td>Map</td><td>an object, sorted by key, where keys are simple: numbers, texts, enums, dates and the like, and none
 *   is null or broken Unicode; else an array of {@code [key,value]} pairs, sorted by the keys' JSON; pairs are read for any map</td></tr>
 * <tr><td>Optional, OptionalInt, …</td><td>the value, or null when it is empty; an Optional in an Optional is an array of
 *   one</td></tr>
 * <tr><td>null, Void</td><td>null; a null Optional reads back as an empty one, the one thing that is not kept</td></tr>
 * </table>
 *
 * <p>Reading takes any order of fields and any white space. A component that is missing is an empty Optional or null,
 * and an error for primitives; a component that the record does not have is skipped by {@link #read} and an error for
 * {@link #readStrictly}.
 */
public final class Json {
    private static final String ROOT = "$";

    private Json() {}

    /**
     * Writes a value within the {@linkplain Limits#DEFAULT default limits}.
     *
     * @param value the value; may be null where the type allows it
     * @param type its type
     * @return its JSON
     * @throws ValueException when the value does not fit the type or exceeds a limit; it names the place
     */
    public static String write(@Nullable Object value, ValueType type) {
        return write(value, type, Limits.inForce());
    }

    /**
     * Writes a value.
     *
     * @param value the value; may be null where the type allows it
     * @param type its type
     * @param limits how much may be written
     * @return its JSON
     * @throws ValueException when the value does not fit the type or exceeds a limit; it names the place
     */
    public static String write(@Nullable Object value, ValueType type, Limits limits) {
        return Guard.write(ROOT, limits, () -> {
            JsonWriter out = new JsonWriter(limits);
            Codecs.of(type).writeNullable(out, value);
            return out.end();
        });
    }

    /**
     * Reads a value within the {@linkplain Limits#DEFAULT default limits}; components that a record does not have are
     * skipped.
     *
     * @param json the JSON
     * @param type the value's type
     * @return the value
     * @throws ValueException when the JSON is broken or does not fit the type; it names the place, what was expected
     *     there and what was given
     */
    public static @Nullable Object read(String json, ValueType type) {
        return read(json, type, Limits.inForce());
    }

    /**
     * Reads a value; components that a record does not have are skipped.
     *
     * @param json the JSON
     * @param type the value's type
     * @param limits how much may be read
     * @return the value
     * @throws ValueException when the JSON is broken or does not fit the type; it names the place, what was expected
     *     there and what was given
     */
    public static @Nullable Object read(String json, ValueType type, Limits limits) {
        return read(json, type, limits, false);
    }

    /**
     * Reads what a person has typed: a component that a record does not have is an error, for it is a slip.
     *
     * @param json the JSON
     * @param type the value's type
     * @return the value
     * @throws ValueException when the JSON is broken or does not fit the type; it names the place, what was expected
     *     there and what was given
     */
    public static @Nullable Object readStrictly(String json, ValueType type) {
        return read(json, type, Limits.inForce(), true);
    }

    private static @Nullable Object read(String json, ValueType type, Limits limits, boolean strict) {
        return Guard.read(ROOT, limits, () -> {
            Codec codec = Codecs.of(type);
            JsonReader in = new JsonReader(json, limits, strict);
            Object value = codec.readNullable(in);
            in.end();
            return value;
        });
    }
}
