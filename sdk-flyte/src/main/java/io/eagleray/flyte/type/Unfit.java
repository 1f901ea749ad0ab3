package io.eagleray.flyte.type;

import io.eagleray.client.ValueException;

/** A value that does not fit, on its way out: each form that it passes adds where it was. */
final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int LONGEST = 80;

    private final transient StringBuilder path = new StringBuilder();

    Unfit(String message) {
        super(message, null, false, false);
    }

    /** What was expected, and what was given in its place. */
    static Unfit expected(String wanted, Object given) {
        String text = String.valueOf(given);
        return new Unfit("expected " + wanted + ", given "
                + (text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…"));
    }

    Unfit at(String step) {
        path.insert(0, step);
        return this;
    }

    Unfit element(int index) {
        return at("[" + index + "]");
    }

    Unfit key(Object key) {
        return at("[\"" + key + "\"]");
    }

    /** What users see. */
    ValueException of(String root) {
        return new ValueException(root + path + ": " + getMessage());
    }
}
