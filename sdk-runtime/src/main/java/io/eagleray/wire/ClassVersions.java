package io.eagleray.wire;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what the JVM says of a class that was compiled for a newer one. */
final class ClassVersions {
    private static final Pattern MESSAGE = Pattern.compile("(\\S+) has been compiled .*?class file version (\\d+).*");

    /** What a class file's version is more than that of the Java it was compiled for. */
    private static final int OFFSET = 44;

    private ClassVersions() {}

    /** Which class needs which Java, and what to do; empty for any other message. */
    static Optional<String> explanation(String message) {
        Matcher matcher = MESSAGE.matcher(message);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String java = "Java " + (Integer.parseInt(matcher.group(2)) - OFFSET);
        String here = String.valueOf(Runtime.version().feature());
        return Optional.of(matcher.group(1).replace('/', '.') + " was compiled for " + java
                + ", and this process runs Java " + here + " (" + System.getProperty("java.home") + "): run it on "
                + java + " or newer, or compile with --release " + here);
    }
}
