package io.eagleray.wire;

import com.fasterxml.jackson.core.io.NumberInput;
import com.fasterxml.jackson.core.io.NumberOutput;
import io.eagleray.call.ValueType;
import java.util.regex.Pattern;

/** Floating-point numbers as text, the shortest that reads back alike, and the same on every JDK. */
final class Floats {
    /** The grammar of JSON's numbers: Java's own takes more, such as 0x1p3 and 1d. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

    private Floats() {}

    static String text(double value) {
        return NumberOutput.toString(value, true);
    }

    static String text(float value) {
        return NumberOutput.toString(value, true);
    }

    /** A double as {@link #text(double)} writes it, which may be no number. */
    static double parseDouble(String text, ValueType type) {
        return isNumber(text) ? number(text, type) : special(text, type);
    }

    /** A float as {@link #text(float)} writes it, which may be no number. */
    static float parseFloat(String text, ValueType type) {
        return isNumber(text) ? floatNumber(text, type) : (float) special(text, type);
    }

    /** A double from the text of a JSON number. */
    static double number(String text, ValueType type) {
        double value = NumberInput.parseDouble(text, true);
        if (Double.isFinite(value)) {
            return value;
        }
        throw outOfRange(text, type);
    }

    /** A float from the text of a JSON number. */
    static float floatNumber(String text, ValueType type) {
        float value = NumberInput.parseFloat(text, true);
        if (Float.isFinite(value)) {
            return value;
        }
        throw outOfRange(text, type);
    }

    static double special(String text, ValueType type) {
        return switch (text) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default ->
                throw new Mismatch("expected " + Names.expected(type)
                        + " (a number, or \"NaN\", \"Infinity\" or \"-Infinity\"), given the text " + Quoted.of(text));
        };
    }

    private static Mismatch outOfRange(String text, ValueType type) {
        return new Mismatch("expected " + Names.expected(type) + ", given " + Quoted.shortened(text)
                + ", which is out of its range");
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }
}
