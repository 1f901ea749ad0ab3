package io.eagleray.bundle;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is not shipped. An entry is judged by its classes, not by its name; one that holds any other class, as a fat jar
 * does, or that declares tasks, is shipped.
 *
 * <ul>
 *   <li>Eagleray's submitting side: all classes are in the packages of the command line, the processor, the test support
 *       or a backend module.
 *   <li>What only these bring: a library of theirs, when the module that brings it is on the class path too and no class
 *       that is shipped names the library.
 *   <li>What Ray brings: all classes are in {@code io.ray}, or it is Ray's own {@code ray_dist.jar}.
 * </ul>
 */
final class Exclusions {
    private static final int MAX_CLASS = 64 << 20;

    /**
     * The packages of the modules, and those of the libraries that only they need. With dots, so that this class file does
     * not seem to name the libraries.
     */
    private static final Map<String, List<String>> SUBMITTING = Map.of(
            "io.eagleray.cli.", List.of("picocli.", "org.snakeyaml.engine.", "org.slf4j.simple."),
            "io.eagleray.processor.", List.of("com.palantir.javapoet.", "com.google.auto."),
            "io.eagleray.testing.", List.of("org.junit.", "org.opentest4j.", "org.apiguardian.", "org.assertj."),
            "io.eagleray.kuberay.", List.of("io.fabric8."),
            "io.eagleray.flyte.", List.of("flyteidl.", "io.grpc.", "io.perfmark.", "org.msgpack.", "com.google."));

    private final Map<Path, Set<String>> packages;

    /**
     * Rules for a class path.
     *
     * @param packages what {@link #packages} says of each entry
     */
    Exclusions(Map<Path, Set<String>> packages) {
        this.packages = packages;
    }

    /** The packages of an entry's classes, with {@code /} after each name; and the folder of specs, where tasks are declared. */
    static Set<String> packages(EntryFiles files) {
        Set<String> packages = new TreeSet<>();
        for (String name : files.sizes().keySet()) {
            if (name.startsWith(SpecFiles.FOLDER)) {
                packages.add(SpecFiles.FOLDER);
            } else if (name.endsWith(".class")
                    && !name.startsWith("META-INF/")
                    && !name.endsWith("module-info.class")) {
                packages.add(name.substring(0, name.lastIndexOf('/') + 1));
            }
        }
        return packages;
    }

    /** Whether an entry is Eagleray's or Ray's by its classes. */
    static Optional<String> sdk(Path entry, Set<String> packages) {
        if (allIn("io.ray.", packages) || (entry.endsWith("ray_dist.jar") && packages.contains("io/ray/api/"))) {
            return Optional.of("Ray brings it itself");
        }
        return SUBMITTING.keySet().stream().anyMatch(module -> allIn(module, packages))
                ? Optional.of("only the submitting side of Eagleray needs it")
                : Optional.empty();
    }

    /** What is not shipped, each with the reason. */
    Map<Path, String> find() {
        Map<String, String> brought = brought();
        Map<Path, String> reasons = new LinkedHashMap<>();
        packages.forEach((entry, names) -> sdk(entry, names)
                .or(() -> brought.entrySet().stream()
                        .filter(library -> allIn(library.getKey(), names))
                        .map(library -> "only " + library.getValue() + "* of Eagleray needs it")
                        .findFirst())
                .ifPresent(reason -> reasons.put(entry, reason)));
        return reasons;
    }

    /** The libraries that only Eagleray's modules need, each with the module that does. */
    private Map<String, String> brought() {
        Map<String, String> brought = new TreeMap<>();
        SUBMITTING.forEach((module, libraries) -> {
            if (isThere(module)) {
                libraries.stream().filter(this::isThere).forEach(library -> brought.put(library, module));
            }
        });
        removeNamed(brought.keySet());
        return brought;
    }

    private boolean isThere(String root) {
        return packages.values().stream().anyMatch(names -> allIn(root, names));
    }

    private static boolean allIn(String root, Set<String> packages) {
        String folder = root.replace('.', '/');
        return !packages.isEmpty() && packages.stream().allMatch(name -> name.startsWith(folder));
    }

    /** One look at all classes that are surely shipped, until they have named all libraries. */
    private void removeNamed(Set<String> libraries) {
        if (libraries.isEmpty()) {
            return;
        }
        new ClassPathFiles("", ".class", MAX_CLASS).search(others(), file -> {
            String content = new String(file.content(), StandardCharsets.ISO_8859_1);
            libraries.removeIf(library -> content.contains(library.replace('.', '/')));
            return !libraries.isEmpty();
        });
    }

    /** All that is surely shipped. */
    private List<Path> others() {
        return packages.entrySet().stream()
                .filter(entry -> sdk(entry.getKey(), entry.getValue()).isEmpty())
                .filter(entry -> SUBMITTING.values().stream()
                        .flatMap(List::stream)
                        .noneMatch(library -> allIn(library, entry.getValue())))
                .map(Map.Entry::getKey)
                .toList();
    }
}
