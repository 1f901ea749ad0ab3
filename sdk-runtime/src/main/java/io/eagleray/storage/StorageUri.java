package io.eagleray.storage;

import io.eagleray.client.ConfigurationException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address of a storage: {@code file:///folder} or {@code s3://bucket[/prefix]}. Others can read it, beside each job
 * that uses it: it holds no secret.
 *
 * @param scheme which kind of storage
 * @param authority what stands between {@code //} and the next slash; may be empty
 * @param path what comes then, without slashes at its ends; may be empty
 */
public record StorageUri(String scheme, String authority, String path) {
    /** The environment variable that names a storage. */
    public static final String VARIABLE = "EAGLERAY_STORAGE";

    /** What can be written. */
    static final String FORMS = "file:///folder or s3://bucket[/prefix]";

    private static final int LONGEST = 1_000;
    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*");
    private static final Pattern AUTHORITY = Pattern.compile("[A-Za-z0-9.-]*");
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._~+=,@-]+");

    /**
     * The storage that the environment names.
     *
     * @param variables the environment variables
     * @return its address; empty where {@code EAGLERAY_STORAGE} is not set
     * @throws ConfigurationException when it is none
     */
    public static Optional<StorageUri> of(Map<String, String> variables) {
        return Optional.ofNullable(variables.get(VARIABLE))
                .filter(text -> !text.isBlank())
                .map(StorageUri::parse);
    }

    /**
     * Reads an address.
     *
     * @param text the address
     * @return its parts
     * @throws ConfigurationException when it is none, or holds what may be a secret, which the message does not repeat
     */
    public static StorageUri parse(String text) {
        String address = text.strip();
        int separator = address.indexOf("://");
        String rest = separator < 0 ? address : address.substring(separator + 3);
        String authority = rest.split("/", 2)[0];
        if (authority.contains("@") || (separator >= 0 && authority.contains(":"))) {
            throw new ConfigurationException(
                    VARIABLE + " holds a port, a name or a password, which others could read beside each"
                            + " job: leave it out; credentials come from the surroundings of each side, such as AWS_PROFILE");
        }
        if (address.contains("?") || address.contains("#")) {
            throw new ConfigurationException(
                    VARIABLE + " has something after \"?\" or \"#\", which storages do not take: write " + FORMS);
        }
        if (separator < 0
                || address.length() > LONGEST
                || !SCHEME.matcher(address.substring(0, separator)).matches()) {
            throw refused(address, "is no address of a storage");
        }
        String path = rest.substring(authority.length()).replaceFirst("^/", "").replaceFirst("/+$", "");
        if (!AUTHORITY.matcher(authority).matches()
                || (!path.isEmpty() && !Arrays.stream(path.split("/", -1)).allMatch(StorageUri::isSegment))) {
            throw refused(
                    address,
                    "has empty parts, \".\", \"..\", or other characters than letters, digits and . _ ~ + = , @ -");
        }
        return new StorageUri(address.substring(0, separator), authority, path);
    }

    private static boolean isSegment(String segment) {
        return SEGMENT.matcher(segment).matches() && !segment.equals(".") && !segment.equals("..");
    }

    private static ConfigurationException refused(String address, String why) {
        String plain = address.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
        String shown = plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
        return new ConfigurationException(VARIABLE + "=" + shown + " " + why + ": write " + FORMS);
    }

    /** It, with the variable that names it, for messages. */
    String shown() {
        return VARIABLE + "=" + this;
    }

    /** The address as it is written, without a slash at the end. */
    @Override
    public String toString() {
        return scheme + "://" + authority + (path.isEmpty() ? "" : "/" + path);
    }
}
