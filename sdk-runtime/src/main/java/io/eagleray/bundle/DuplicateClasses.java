package io.eagleray.bundle;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds classes that are twice on a class path, and not alike. */
final class DuplicateClasses {
    private static final int SHOWN = 5;

    /**
     * Two entries that have classes in common.
     *
     * @param first the entry whose classes are loaded
     * @param second the other
     */
    private record Pair(Path first, Path second) {}

    private DuplicateClasses() {}

    /** A warning for each two entries. */
    static List<String> warnings(List<Path> classPath) {
        Map<String, Path> seen = new HashMap<>();
        Map<Pair, List<String>> common = new LinkedHashMap<>();
        for (Path entry : classPath) {
            for (String name :
                    EntryFiles.with(entry, files -> List.copyOf(files.sizes().keySet()))) {
                if (!isClass(name)) {
                    continue;
                }
                Path first = seen.putIfAbsent(name, entry);
                if (first != null) {
                    common.computeIfAbsent(new Pair(first, entry), pair -> new ArrayList<>())
                            .add(name);
                }
            }
        }
        List<String> warnings = new ArrayList<>();
        common.forEach((pair, names) -> {
            List<String> different = different(pair, names);
            if (!different.isEmpty()) {
                warnings.add(warning(pair, different));
            }
        });
        return warnings;
    }

    private static boolean isClass(String name) {
        return name.endsWith(".class")
                && !name.startsWith("META-INF/")
                && !name.endsWith("module-info.class")
                && !name.endsWith("package-info.class");
    }

    private static List<String> different(Pair pair, List<String> names) {
        return EntryFiles.with(
                pair.first(),
                first -> EntryFiles.with(pair.second(), second -> {
                    List<String> different = new ArrayList<>();
                    for (String name : names) {
                        try (var one = first.open(name);
                                var other = second.open(name)) {
                            if (!Sha256.of(one).equals(Sha256.of(other))) {
                                different.add(name.substring(0, name.length() - ".class".length())
                                        .replace('/', '.'));
                            }
                        }
                    }
                    return different;
                }));
    }

    private static String warning(Pair pair, List<String> names) {
        String classes = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())))
                + (names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : "");
        return classes + (names.size() == 1 ? " is" : " are") + " in " + pair.first() + " and, with other content, in "
                + pair.second() + ": the first is used; take one of them off the class path";
    }
}
