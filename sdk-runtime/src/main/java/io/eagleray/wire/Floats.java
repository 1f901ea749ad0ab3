package io.eagleray.wire;

import com.fasterxml.jackson.core.io.NumberInput;
import com.fasterxml.jackson.core.io.NumberOutput;
import io.eagleray.call.ValueType;

/** Floating-point numbers as text, the shortest that reads back alike, and the same on every JDK. */
final class Floats {
    private Floats() {}

    static String text(double value) {
        return NumberOutput.toString(value, true);
    }

    static String text(float value) {
        return NumberOutput.toString(value, true);
    }

    static double parseDouble(String text, ValueType type) {
        if (isNumber(text)) {
            double value = NumberInput.parseDouble(text, true);
            if (Double.isFinite(value)) {
                return value;
            }
            throw outOfRange(text, type);
        }
        return special(text, type);
    }

    static float parseFloat(String text, ValueType type) {
        if (isNumber(text)) {
            float value = NumberInput.parseFloat(text, true);
            if (Float.isFinite(value)) {
                return value;
            }
            throw outOfRange(text, type);
        }
        return (float) special(text, type);
    }

    static double special(String text, ValueType type) {
        return switch (text) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default ->
                throw new Mismatch("expected " + Names.expected(type)
                        + " (a number, or \"NaN\", \"Infinity\" or \"-Infinity\"), given " + Quoted.of(text));
        };
    }

    static Mismatch outOfRange(String text, ValueType type) {
        return new Mismatch(
                "expected " + Names.expected(type) + ", given " + Quoted.of(text) + ", which is out of its range");
    }

    /** The grammar of JSON's numbers: Java's own takes more, such as 0x1p3 and 1d. */
    private static boolean isNumber(String text) {
        return text.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    }
}
