package io.eagleray.wire;

import io.eagleray.call.ValueType;

/** Types and values as messages name them; never whole values: they may be secret, or large. */
final class Names {
    private Names() {}

    static String expected(ValueType type) {
        return article(type.toString());
    }

    static String given(Object value) {
        return article(value.getClass().getTypeName());
    }

    static String article(String noun) {
        String simple = noun.startsWith("java.") ? noun.substring(noun.lastIndexOf('.', end(noun)) + 1) : noun;
        return ("aeiouAEIOU".indexOf(simple.charAt(0)) >= 0 ? "an " : "a ") + simple;
    }

    private static int end(String noun) {
        int generic = noun.indexOf('<');
        return generic < 0 ? noun.length() : generic;
    }
}
