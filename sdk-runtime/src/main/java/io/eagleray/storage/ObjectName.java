package io.eagleray.storage;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Names of objects. None of them leads out of its storage. */
public final class ObjectName {
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");

    private ObjectName() {}

    /**
     * Checks a name.
     *
     * @param name the name
     * @return the name
     * @throws IllegalArgumentException when an object cannot have it
     */
    public static String check(String name) {
        if (!Arrays.stream(name.split("/", -1))
                .allMatch(part -> PART.matcher(part).matches())) {
            throw new IllegalArgumentException("\"" + name + "\" is no name of an object: use letters, digits, \".\","
                    + " \"_\" and \"-\", and \"/\" between parts that begin with a letter, digit or \"_\"");
        }
        return name;
    }
}
