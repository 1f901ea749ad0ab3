package io.eagleray.cli;

import java.util.regex.Pattern;

/** Takes out of texts what nobody else should read. */
final class Redacted {
    private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/@\\s]+(?=@)");
    private static final Pattern OPTION = Pattern.compile(
            "(?i)([?&;][^=&;\\s]*(?:token|secret|password|passwd|credential|key|auth)[^=&;\\s]*=)[^&;\\s]+");

    private Redacted() {}

    /** The text, with the user information and the secret options of addresses hidden. */
    static String of(String text) {
        return OPTION.matcher(USER_INFO.matcher(text).replaceAll("***")).replaceAll("$1***");
    }
}
