package io.eagleray.processor;

import static io.eagleray.processor.Problem.error;
import static io.eagleray.processor.Problem.none;

import java.util.List;
import java.util.regex.Pattern;

/** What names may look like. */
final class NameRules {
    private static final Pattern FUNCTION = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");
    private static final Pattern DNS_LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");
    private static final Pattern DNS_SUBDOMAIN = Pattern.compile(DNS_LABEL + "(\\." + DNS_LABEL + ")*");
    private static final Pattern LABEL_NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?");
    private static final Pattern POSIX = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** What Kubernetes allows for a label, and for the name of anything that becomes one. */
    static final int LABEL_LENGTH = 63;

    private static final int SUBDOMAIN_LENGTH = 253;

    private NameRules() {}

    static boolean isPosix(String name) {
        return POSIX.matcher(name).matches();
    }

    static boolean isDnsLabel(String name) {
        return DNS_LABEL.matcher(name).matches();
    }

    static boolean isDnsSubdomain(String name) {
        return name.length() <= SUBDOMAIN_LENGTH && DNS_SUBDOMAIN.matcher(name).matches();
    }

    /** The value of a label, or what stands behind the {@code /} of a key. */
    static boolean isLabelName(String name) {
        return name.length() <= LABEL_LENGTH && LABEL_NAME.matcher(name).matches();
    }

    /** A name with an optional DNS name and {@code /} before it: the key of a label, the name of a resource. */
    static boolean isQualified(String name) {
        int slash = name.indexOf('/');
        return isLabelName(name.substring(slash + 1)) && (slash < 0 || isDnsSubdomain(name.substring(0, slash)));
    }

    /** A name with a DNS name and {@code /} before it, as Kubernetes wants it for resources it does not know. */
    static boolean isForeign(String name) {
        return name.contains("/") && isQualified(name);
    }

    static List<Problem> function(String kind, String name, Setting<String> setting) {
        return FUNCTION.matcher(name).matches()
                ? none()
                : error(
                        setting,
                        kind + " name \"" + name
                                + "\" is not allowed; start with a letter, digit or \"_\", and go on with those, \".\" and \"-\"");
    }
}
