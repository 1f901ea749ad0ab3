package io.eagleray.cli;

import io.eagleray.bundle.NearestName;
import io.eagleray.client.ConfigurationException;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * What an {@code eagleray.yaml} says.
 *
 * <pre>{@code
 * profile: dev
 * profiles:
 *   dev:
 *     backend: local
 *   production:
 *     backend: https://ray.example:8265
 * }</pre>
 *
 * @param file the file
 * @param profile the profile that holds unless another is chosen
 * @param common what holds in every profile that does not say otherwise
 * @param profiles what holds in each profile
 */
record SettingsFile(
        Path file, Optional<String> profile, Map<Setting, Entry> common, Map<String, Map<Setting, Entry>> profiles) {
    static final String NAME = "eagleray.yaml";
    private static final String PROFILE = "profile";
    private static final String PROFILES = "profiles";

    /** A value, and the line it stands on, from 1. */
    record Entry(String value, int line) {}

    static SettingsFile read(Path file) {
        try (Reader content = Files.newBufferedReader(file)) {
            LoadSettings settings =
                    LoadSettings.builder().setLabel(file.toString()).build();
            Optional<Node> root = new Compose(settings).composeReader(content);
            return new Reading(file).whole(root);
        } catch (IOException | YamlEngineException e) {
            throw new ConfigurationException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** A value as a flag would give it: paths in the file start at the file's own folder. */
    String resolved(Setting setting, Entry entry) {
        if (setting.kind() != Setting.Kind.PATHS) {
            return entry.value();
        }
        return Arrays.stream(entry.value().split(File.pathSeparator, -1))
                .map(path -> file.resolveSibling(path).normalize().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** One pass over a file that notes every problem. */
    private static final class Reading {
        private final Path file;
        private final List<String> problems = new ArrayList<>();

        Reading(Path file) {
            this.file = file;
        }

        SettingsFile whole(Optional<Node> root) {
            Optional<String> profile = Optional.empty();
            Map<Setting, Entry> common = new EnumMap<>(Setting.class);
            Map<String, Map<Setting, Entry>> profiles = new TreeMap<>();
            for (Map.Entry<ScalarNode, Node> member : members(root, "the file").entrySet()) {
                switch (member.getKey().getValue()) {
                    case PROFILE -> profile = scalar(member.getKey(), member.getValue());
                    case PROFILES -> profiles.putAll(profiles(member.getValue()));
                    default -> setting(member, Stream.of(PROFILE, PROFILES), common);
                }
            }
            if (!problems.isEmpty()) {
                throw new ConfigurationException(String.join(System.lineSeparator(), problems));
            }
            return new SettingsFile(file, profile, common, profiles);
        }

        private Map<String, Map<Setting, Entry>> profiles(Node node) {
            Map<String, Map<Setting, Entry>> profiles = new TreeMap<>();
            members(Optional.of(node), PROFILES).forEach((name, content) -> {
                Map<Setting, Entry> settings = new EnumMap<>(Setting.class);
                for (Map.Entry<ScalarNode, Node> member : members(Optional.of(content), "profile " + name.getValue())
                        .entrySet()) {
                    setting(member, Stream.of(), settings);
                }
                profiles.put(name.getValue(), settings);
            });
            return profiles;
        }

        private void setting(Map.Entry<ScalarNode, Node> member, Stream<String> others, Map<Setting, Entry> found) {
            String key = member.getKey().getValue();
            Optional<Setting> setting = Arrays.stream(Setting.values())
                    .filter(known -> known.key().equals(key))
                    .findFirst();
            if (setting.isPresent()) {
                scalar(member.getKey(), member.getValue())
                        .ifPresent(value -> found.put(setting.get(), new Entry(value, line(member.getKey()))));
            } else {
                List<String> known =
                        Stream.concat(others, Setting.keys().stream()).toList();
                problem(
                        member.getKey(),
                        "unknown key \"" + key + "\""
                                + NearestName.of(key, known)
                                        .map(name -> ": did you mean \"" + name + "\"?")
                                        .orElse("; known are " + String.join(", ", known)));
            }
        }

        private Map<ScalarNode, Node> members(Optional<Node> node, String where) {
            Map<ScalarNode, Node> members = new LinkedHashMap<>();
            if (node.isPresent() && node.get() instanceof MappingNode mapping) {
                for (NodeTuple tuple : mapping.getValue()) {
                    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                        problem(tuple.getKeyNode(), where + ": a key must be a plain word");
                    } else if (members.keySet().stream()
                            .anyMatch(other -> other.getValue().equals(key.getValue()))) {
                        problem(key, "\"" + key.getValue() + "\" is there twice");
                    } else {
                        members.put(key, tuple.getValueNode());
                    }
                }
            } else {
                node.ifPresent(other -> problem(other, where + " must consist of \"key: value\" lines"));
            }
            return members;
        }

        private Optional<String> scalar(ScalarNode key, Node value) {
            if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
                return Optional.of(scalar.getValue().strip());
            }
            problem(key, "\"" + key.getValue() + "\" needs one value, as in \"" + key.getValue() + ": value\"");
            return Optional.empty();
        }

        private void problem(Node node, String text) {
            problems.add(file + ":" + line(node) + ": " + text);
        }

        private static int line(Node node) {
            return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
        }
    }
}
