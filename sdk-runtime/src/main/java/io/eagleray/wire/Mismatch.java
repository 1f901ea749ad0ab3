package io.eagleray.wire;

import io.eagleray.client.ValueException;
import org.jspecify.annotations.Nullable;

/**
 * A value that does not fit, on its way out of the codecs: each one it passes adds where it was, so that nothing needs
 * to be tracked as long as all goes well.
 */
final class Mismatch extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int LONGEST_PATH = 300;

    private final transient StringBuilder path = new StringBuilder();

    Mismatch(String message) {
        this(message, null);
    }

    Mismatch(String message, @Nullable Throwable cause) {
        super(message, cause, false, false);
    }

    Mismatch at(String step) {
        path.insert(0, step);
        return this;
    }

    Mismatch component(String name) {
        return at("." + name);
    }

    Mismatch element(int index) {
        return at("[" + index + "]");
    }

    Mismatch key(Object key) {
        return at("[" + Quoted.of(String.valueOf(key)) + "]");
    }

    ValueException of(String root) {
        return new ValueException(root + shortPath() + ": " + getMessage(), getCause());
    }

    private String shortPath() {
        if (path.length() <= LONGEST_PATH) {
            return path.toString();
        }
        return path.substring(0, LONGEST_PATH / 2) + "…" + path.substring(path.length() - LONGEST_PATH / 2);
    }
}
