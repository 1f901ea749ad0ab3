package io.eagleray.flyte.template;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The words of a Ray job's entrypoint. The backend joins them with blanks, and a shell takes them apart again, so each is
 * quoted; what Flyte puts in the place of its templates has no blanks and needs no quotes.
 */
final class Words {
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{\\s*\\.[A-Za-z]+\\s*}}");
    private static final Pattern INPUT = Pattern.compile("\\{\\{\\s*\\.[Ii]nputs\\.");

    private Words() {}

    static List<String> quoted(List<String> words) {
        return words.stream().map(Words::quoted).toList();
    }

    private static String quoted(String word) {
        return TEMPLATE.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** Whether a word holds the value of an input, which may be any text: that of a shell command, too. */
    static boolean holdsInput(String word) {
        return word.contains("{{") && INPUT.matcher(word).find();
    }
}
