package io.eagleray.backend.ray;

import io.eagleray.client.ConfigurationException;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of Ray.
 *
 * @param text as Ray writes it
 * @param major its first number
 * @param minor its second number
 */
public record RayVersion(String text, int major, int minor) implements Comparable<RayVersion> {
    /** What is installed when nothing else is asked for. */
    public static final RayVersion DEFAULT = of("2.60.0");

    /** The oldest whose Java workers are known to work. */
    public static final RayVersion OLDEST = of("2.39.0");

    private static final RayVersion FIRST_WITH_TOKENS = of("2.52.0");
    private static final Comparator<RayVersion> ORDER =
            Comparator.comparingInt(RayVersion::major).thenComparingInt(RayVersion::minor);

    /**
     * Reads a version.
     *
     * @param text as Ray writes it, such as {@code 2.60.0}
     * @return the version
     * @throws ConfigurationException when it is none
     */
    public static RayVersion of(String text) {
        Matcher numbers = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(\\.[0-9A-Za-z.+-]{1,40})?")
                .matcher(text);
        if (!numbers.matches()) {
            throw new ConfigurationException("\"" + text + "\" is no Ray version: write it like 2.60.0");
        }
        return new RayVersion(text, Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)));
    }

    /**
     * Whether Eagleray works with it.
     *
     * @return true from {@link #OLDEST} on
     */
    public boolean isSupported() {
        return compareTo(OLDEST) >= 0;
    }

    /**
     * Whether its processes ask each other for a token.
     *
     * @return true from 2.52 on
     */
    public boolean hasTokens() {
        return compareTo(FIRST_WITH_TOKENS) >= 0;
    }

    /** By release; patches of one release are equal here. */
    @Override
    public int compareTo(RayVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return text;
    }
}
