package io.eagleray.wire;

import io.eagleray.client.ConfigurationException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How much is written and read at most. What is over a limit is refused with an error that names it.
 *
 * @param maxBytes how many bytes one encoded value may take, or characters of JSON
 * @param maxDepth how deep a value may be nested: every record, collection, array and Optional counts one
 * @param maxCount how many elements one collection or array of objects may have
 */
public record Limits(long maxBytes, int maxDepth, int maxCount) {
    static final String BYTES_PROPERTY = "eagleray.maxValueBytes";
    static final String BYTES_VARIABLE = "EAGLERAY_MAX_VALUE_BYTES";
    static final String DEPTH_PROPERTY = "eagleray.maxValueDepth";
    static final String DEPTH_VARIABLE = "EAGLERAY_MAX_VALUE_DEPTH";

    private static final long BUILT_IN_BYTES = 256L << 20;
    private static final int BUILT_IN_DEPTH = 200;
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;
    private static @Nullable String problem;

    /**
     * The limits of this process: 256 MiB and a depth of 200, unless the system property {@code eagleray.maxValueBytes}
     * or else the environment variable {@code EAGLERAY_MAX_VALUE_BYTES} gives a size, such as {@code 1073741824} or
     * {@code 1g}, and {@code eagleray.maxValueDepth} or {@code EAGLERAY_MAX_VALUE_DEPTH} a depth. A setting that cannot
     * be read fails the first use of the default limits with a {@link ConfigurationException}.
     */
    public static final Limits DEFAULT = configured();

    /** Checks that every limit is positive. */
    public Limits {
        if (maxBytes < 1 || maxDepth < 1 || maxCount < 1) {
            throw new IllegalArgumentException(
                    "limits are positive; given: " + maxBytes + " bytes, depth " + maxDepth + ", count " + maxCount);
        }
    }

    /** The default limits, for those who are about to use them. */
    static Limits inForce() {
        if (problem != null) {
            throw new ConfigurationException(problem);
        }
        return DEFAULT;
    }

    Mismatch tooLarge(long bytes) {
        return new Mismatch("takes " + (bytes > 0 ? bytes + " bytes, " : "") + "more than the limit of " + maxBytes
                + " bytes for one value: pass less at once, or raise the limit on every side with -D" + BYTES_PROPERTY
                + "=… or " + BYTES_VARIABLE);
    }

    Mismatch tooDeep() {
        return new Mismatch("is nested deeper than the limit of " + maxDepth
                + " levels: does a collection or array contain itself? If it is right, raise the limit on every side with -D"
                + DEPTH_PROPERTY + "=… or " + DEPTH_VARIABLE);
    }

    Mismatch tooMany(long count) {
        return new Mismatch("has " + count + " elements, more than the limit of " + maxCount
                + " for one collection: pass less at once, or raise the limit with -D" + BYTES_PROPERTY + "=… or "
                + BYTES_VARIABLE);
    }

    private static Limits configured() {
        try {
            long bytes = setting(BYTES_PROPERTY, BYTES_VARIABLE, BUILT_IN_BYTES);
            long depth = setting(DEPTH_PROPERTY, DEPTH_VARIABLE, BUILT_IN_DEPTH);
            return new Limits(bytes, (int) Math.min(depth, LARGEST_ARRAY), (int) Math.min(bytes, LARGEST_ARRAY));
        } catch (ConfigurationException exception) {
            problem = exception.getMessage();
            return new Limits(BUILT_IN_BYTES, BUILT_IN_DEPTH, (int) BUILT_IN_BYTES);
        }
    }

    private static long setting(String property, String variable, long otherwise) {
        String value = System.getProperty(property);
        if (value != null) {
            return parse("system property " + property, value);
        }
        value = System.getenv(variable);
        return value == null || value.isBlank() ? otherwise : parse("environment variable " + variable, value);
    }

    static long parse(String source, String text) {
        String number = text.strip().toLowerCase(Locale.ROOT);
        int unit = number.isEmpty() ? -1 : "kmg".indexOf(number.charAt(number.length() - 1));
        try {
            String digits = unit < 0 ? number : number.substring(0, number.length() - 1);
            long value = Math.multiplyExact(Long.parseLong(digits), 1L << (10 * (unit + 1)));
            if (value > 0) {
                return value;
            }
        } catch (ArithmeticException | NumberFormatException exception) {
            // said below, with what is at fault
        }
        throw new ConfigurationException(
                source + ": expected a positive number, with k, m or g for its 1024-fold, such as " + "512m; given \""
                        + text + "\"");
    }
}
