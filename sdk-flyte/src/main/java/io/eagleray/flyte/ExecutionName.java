package io.eagleray.flyte;

import io.eagleray.bundle.Sha256;
import java.util.Locale;
import java.util.regex.Pattern;

/** What Flyte calls an execution: its id where Flyte can have it, else one that is made of it. */
final class ExecutionName {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,61}[a-z0-9]|[a-z]");
    private static final int LONGEST_PART = 40;
    private static final int DIGITS = 12;

    private ExecutionName() {}

    static String of(String id) {
        if (NAME.matcher(id).matches()) {
            return id;
        }
        String plain = id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[-0-9]+", "");
        String part = plain.substring(0, Math.min(plain.length(), LONGEST_PART)).replaceAll("-+$", "");
        return (part.isEmpty() ? "x" : part) + "-" + Sha256.of(id).substring(0, DIGITS);
    }
}
