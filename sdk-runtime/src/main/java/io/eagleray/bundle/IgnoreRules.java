package io.eagleray.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Lines in the syntax of {@code .gitignore}: the last one that matches a path decides, and one with {@code !} takes it in
 * again, unless a folder above it is left out.
 *
 * @see <a href="https://git-scm.com/docs/gitignore#_pattern_format">gitignore: pattern format</a>
 */
final class IgnoreRules {
    private static final String ANY_DEPTH = "(?:.*/)?";
    private static final String NO_CLASS = "";

    private final List<Rule> rules = new ArrayList<>();

    IgnoreRules(List<String> lines) {
        lines.forEach(this::add);
    }

    private record Rule(Pattern path, boolean again, boolean onlyFolders) {}

    /**
     * Whether a path is left out.
     *
     * @param path from the folder that the rules are for, with {@code /} between names
     */
    boolean ignore(String path, boolean isFolder) {
        for (int i = rules.size() - 1; i >= 0; i--) {
            Rule rule = rules.get(i);
            if ((isFolder || !rule.onlyFolders()) && rule.path().matcher(path).matches()) {
                return !rule.again();
            }
        }
        return false;
    }

    private void add(String line) {
        String text = withoutSpaceAtEnd(line);
        if (text.startsWith("#")) {
            return;
        }
        boolean again = text.startsWith("!");
        text = again ? text.substring(1) : text;
        boolean onlyFolders = text.endsWith("/");
        text = onlyFolders ? text.substring(0, text.length() - 1) : text;
        boolean isAnchored = text.indexOf('/') >= 0;
        text = text.startsWith("/") ? text.substring(1) : text;
        if (!text.isEmpty()) {
            rules.add(new Rule(
                    Pattern.compile((isAnchored ? "" : ANY_DEPTH) + regex(text), Pattern.DOTALL), again, onlyFolders));
        }
    }

    private static String withoutSpaceAtEnd(String line) {
        String text = line.stripTrailing();
        boolean isEscaped = text.endsWith("\\") && text.length() < line.length();
        return isEscaped ? line.substring(0, text.length() + 1) : text;
    }

    private static String regex(String pattern) {
        StringBuilder regex = new StringBuilder();
        int i = 0;
        while (i < pattern.length()) {
            char c = pattern.charAt(i);
            boolean begins = i == 0 || pattern.charAt(i - 1) == '/';
            String set = c == '[' ? set(pattern, i) : NO_CLASS;
            if (begins && pattern.startsWith("**/", i)) {
                regex.append(ANY_DEPTH);
                i += 3;
            } else if (begins && pattern.startsWith("**", i) && i + 2 == pattern.length()) {
                regex.append(".*");
                i += 2;
            } else if (c == '*') {
                regex.append("[^/]*");
                i++;
            } else if (c == '?') {
                regex.append("[^/]");
                i++;
            } else if (!set.isEmpty()) {
                regex.append(regexOfSet(set));
                i += set.length();
            } else {
                i += c == '\\' && i + 1 < pattern.length() ? 1 : 0;
                regex.append(Pattern.quote(String.valueOf(pattern.charAt(i))));
                i++;
            }
        }
        return regex.toString();
    }

    /** Such as {@code [a-z]}; empty when it does not end: then the bracket is meant as it stands. */
    private static String set(String pattern, int start) {
        int first = pattern.startsWith("!", start + 1) || pattern.startsWith("^", start + 1) ? start + 2 : start + 1;
        int end = pattern.indexOf(']', first + 1);
        return end < 0 || isBackward(pattern.substring(first, end)) ? NO_CLASS : pattern.substring(start, end + 1);
    }

    /** A range such as {@code z-a} would be refused. */
    private static boolean isBackward(String set) {
        for (int i = 1; i + 1 < set.length(); i++) {
            if (set.charAt(i) == '-' && set.charAt(i - 1) > set.charAt(i + 1)) {
                return true;
            }
        }
        return false;
    }

    private static String regexOfSet(String set) {
        boolean isNegated = set.charAt(1) == '!' || set.charAt(1) == '^';
        String content = set.substring(isNegated ? 2 : 1, set.length() - 1);
        return (isNegated ? "(?!/)[^" : "(?!/)[") + content.replaceAll("[\\\\\\[\\]^&]", "\\\\$0") + "]";
    }
}
