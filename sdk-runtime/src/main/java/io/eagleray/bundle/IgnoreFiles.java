package io.eagleray.bundle;

import io.eagleray.client.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is left out of a folder that is shipped, as Ray does it: what version control and Python leave there, what the user
 * says, and what the {@code .gitignore} and {@code .rayignore} files in it say.
 */
final class IgnoreFiles implements DirectoryFiles.Filter {
    private static final List<String> ALWAYS = List.of(".git", ".venv", "venv", "__pycache__");
    private static final List<String> NAMES = List.of(".gitignore", ".rayignore");

    private final Path root;
    private final Map<Path, List<IgnoreRules>> known = new HashMap<>();

    IgnoreFiles(Path root, List<String> excludes) {
        this.root = root;
        List<String> lines = new ArrayList<>(ALWAYS);
        lines.addAll(excludes);
        List<IgnoreRules> rules = new ArrayList<>(read(root));
        rules.add(new IgnoreRules(lines));
        known.put(root, rules);
    }

    @Override
    public boolean leavesOut(Path path, boolean isFolder) {
        Path folder = root;
        for (Path name : root.relativize(path)) {
            String rest = folder.relativize(path).toString().replace('\\', '/');
            if (known.computeIfAbsent(folder, IgnoreFiles::read).stream()
                    .anyMatch(rules -> rules.ignore(rest, isFolder))) {
                return true;
            }
            folder = folder.resolve(name);
        }
        return false;
    }

    private static List<IgnoreRules> read(Path folder) {
        List<IgnoreRules> rules = new ArrayList<>();
        for (String name : NAMES) {
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file)) {
                try {
                    rules.add(new IgnoreRules(Files.readAllLines(file)));
                } catch (IOException e) {
                    throw new ConfigurationException(
                            "cannot read " + file + " (" + e.getMessage()
                                    + "), which says what of its folder is not shipped: it must be text in UTF-8",
                            e);
                }
            }
        }
        return rules;
    }
}
