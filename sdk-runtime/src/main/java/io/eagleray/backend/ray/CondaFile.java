package io.eagleray.backend.ray;

import io.eagleray.client.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The YAML file of a conda environment, as {@code conda env export} writes it: names with a text or a list of texts, and
 * {@code pip:} with its own list among the dependencies. Other YAML is refused, not guessed at.
 */
final class CondaFile {
    private static final Pattern MEMBER = Pattern.compile("([A-Za-z_-]+):(?: +(.+))?");
    private static final Pattern ITEM = Pattern.compile("( *)- +(.+)");
    private static final Pattern PLAIN = Pattern.compile("-{0,2}[A-Za-z0-9_./<=~].*");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"\\\\]*)\"|'([^']*)'");
    private static final String PIP = "pip:";

    private final String name;
    private final Map<String, Object> members = new LinkedHashMap<>();
    private List<Object> list = new ArrayList<>();
    private List<Object> inner = new ArrayList<>();
    private boolean takesItems;
    private int indent = -1;
    private int number;

    private CondaFile(String name) {
        this.name = name;
    }

    static boolean isFile(String conda) {
        return conda.endsWith(".yml") || conda.endsWith(".yaml");
    }

    /**
     * Reads a resource of the class path.
     *
     * @throws ConfigurationException when it is not there, or holds what is not understood
     */
    static Map<String, Object> read(String name, ClassLoader application) {
        try (InputStream bytes = application.getResourceAsStream(name.startsWith("/") ? name.substring(1) : name)) {
            if (bytes == null) {
                throw new ConfigurationException(
                        "conda of @RuntimeEnv names \"" + name + "\", and the class path has no"
                                + " such resource: put the file into src/main/resources, or name an environment that the cluster"
                                + " has");
            }
            CondaFile file = new CondaFile(name);
            new String(bytes.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(file::line);
            if (!file.members.containsKey("dependencies")) {
                throw file.refused("it has no dependencies");
            }
            return file.members;
        } catch (IOException e) {
            throw new ConfigurationException(
                    "cannot read the resource " + name + " that conda of @RuntimeEnv names", e);
        }
    }

    private void line(String line) {
        number++;
        String text = line.replaceFirst("(^|\\s+)#.*", "").stripTrailing();
        if (text.isEmpty() || text.equals("---")) {
            return;
        }
        Matcher item = ITEM.matcher(text);
        Matcher member = MEMBER.matcher(text);
        if (item.matches()) {
            item(item.group(1).length(), item.group(2));
        } else if (member.matches()) {
            indent = -1;
            list = new ArrayList<>();
            takesItems = member.group(2) == null;
            Object value = takesItems ? list : scalar(member.group(2));
            if (members.putIfAbsent(member.group(1), value) != null) {
                throw refused("line " + number + " says " + member.group(1) + " again");
            }
        } else {
            throw refused("line " + number + " is \"" + text + "\"");
        }
    }

    private void item(int depth, String text) {
        if (!takesItems) {
            throw refused("line " + number + " is in no list");
        }
        indent = indent < 0 ? depth : indent;
        if (depth > indent && !list.isEmpty() && list.get(list.size() - 1) instanceof Map<?, ?>) {
            inner.add(scalar(text));
        } else if (depth == indent && text.equals(PIP)) {
            inner = new ArrayList<>();
            list.add(Map.of("pip", inner));
        } else if (depth == indent) {
            list.add(scalar(text));
        } else {
            throw refused("line " + number + " is indented otherwise than the lines above it");
        }
    }

    private String scalar(String text) {
        Matcher quoted = QUOTED.matcher(text);
        if (quoted.matches()) {
            return quoted.group(1) == null ? quoted.group(2) : quoted.group(1);
        }
        if (!PLAIN.matcher(text).matches() || text.contains(": ") || text.endsWith(":")) {
            throw refused("line " + number + " has \"" + text + "\"");
        }
        return text;
    }

    private ConfigurationException refused(String why) {
        return new ConfigurationException("the resource " + name
                + " that conda of @RuntimeEnv names is not understood: "
                + why + "; write it as conda env export does: name, channels and dependencies, each a text or a list of"
                + " texts, one on each line, and pip: with a list of its own");
    }
}
