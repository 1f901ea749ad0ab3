package io.eagleray.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts libraries in groups, such that a library that comes, goes or changes touches one group. A large one is alone. The
 * others are divided by a hash of their names without the version, in two and again in two, until no group is large: so a
 * new version stays where the old one was.
 */
final class LibraryGroups {
    static final long LARGE = 8L << 20;
    static final long GROUP = 16L << 20;

    private static final Pattern VERSIONED = Pattern.compile("(.+?)-\\d.*");

    private final long large;
    private final long group;

    LibraryGroups(long limit) {
        this.large = Math.min(LARGE, limit / 4);
        this.group = Math.min(GROUP, limit / 2);
    }

    /** The groups, none of them empty, in an order that only their content decides. */
    List<List<Part>> of(List<Part> libraries) {
        List<List<Part>> groups = new ArrayList<>();
        divide(libraries.stream().filter(isLarge().negate()).toList(), 0, groups);
        libraries.stream().filter(isLarge()).map(List::of).forEach(groups::add);
        return groups;
    }

    private Predicate<Part> isLarge() {
        return part -> part.bytes() >= large;
    }

    private void divide(List<Part> parts, int bit, List<List<Part>> groups) {
        if (parts.isEmpty()) {
            return;
        }
        if (parts.size() == 1 || parts.stream().mapToLong(Part::bytes).sum() <= group) {
            groups.add(parts);
            return;
        }
        divide(parts.stream().filter(part -> !isSet(part, bit)).toList(), bit + 1, groups);
        divide(parts.stream().filter(part -> isSet(part, bit)).toList(), bit + 1, groups);
    }

    /** A bit of the hash of the name; after these, of the content, which tells apart what has one name. */
    private static boolean isSet(Part part, int bit) {
        String bits = Sha256.of(artifact(part.fileName())) + part.digest();
        return (Character.digit(bits.charAt(bit / 4), 16) >> (3 - bit % 4) & 1) == 1;
    }

    private static String artifact(String fileName) {
        Matcher versioned = VERSIONED.matcher(fileName);
        return versioned.matches() ? versioned.group(1) : fileName;
    }
}
