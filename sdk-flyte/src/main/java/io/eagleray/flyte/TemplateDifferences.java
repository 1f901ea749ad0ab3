package io.eagleray.flyte;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.Struct;
import flyteidl.core.Literals.KeyValuePair;
import flyteidl.core.Tasks.Resources.ResourceEntry;
import flyteidl.core.Tasks.TaskTemplate;
import io.eagleray.backend.Shown;
import io.eagleray.flyte.type.Structs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two templates of a task, for people. The words that start it are left out: they tell where its code
 * lies, which is another place for each release of Eagleray, and its version tells whether it is the same.
 */
final class TemplateDifferences {
    private static final int LONGEST = 80;
    private static final String NOTHING = "nothing";

    /** What users call a field, by the beginning of its path; the first that fits. */
    private static final Map<String, String> WORDS = words();

    private final SortedMap<String, String> fields = new TreeMap<>();

    private TemplateDifferences() {}

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("interface.inputs.variables", "parameter ");
        words.put("interface.outputs.variables", "result ");
        words.put("container.image", "image");
        words.put("container.env", "environment ");
        words.put("container.resources", "resources ");
        words.put("metadata.retries", "retries");
        words.put("metadata.timeout", "timeout");
        words.put("metadata.discoverable", "cache");
        words.put("metadata.discovery_version", "cacheVersion");
        words.put("metadata.interruptible", "interruptible");
        words.put("security_context.secrets", "secrets ");
        words.put("custom.rayCluster.headGroupSpec", "headNodeConfig ");
        words.put("custom.rayCluster.workerGroupSpec", "workerNodeConfig ");
        words.put("custom.rayCluster.", "");
        words.put("custom.", "");
        return words;
    }

    /**
     * Compares.
     *
     * @param there what is registered
     * @param here what would be
     * @return a line for each difference; none when they mean the same
     */
    static List<String> of(TaskTemplate there, TaskTemplate here) {
        SortedMap<String, String> before = fields(there);
        SortedMap<String, String> now = fields(here);
        TreeSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(now.keySet());
        List<String> differences = new ArrayList<>();
        for (String path : paths) {
            String old = before.getOrDefault(path, NOTHING);
            String given = now.getOrDefault(path, NOTHING);
            if (!old.equals(given)) {
                differences.add(name(path) + " is " + Shown.of(old, LONGEST) + " there and " + Shown.of(given, LONGEST)
                        + " here");
            }
        }
        return differences;
    }

    private static String name(String path) {
        for (Map.Entry<String, String> word : WORDS.entrySet()) {
            if (path.startsWith(word.getKey())) {
                String rest = path.substring(word.getKey().length());
                return (word.getValue() + rest.replaceFirst("^\\.", "")).strip();
            }
        }
        return path;
    }

    private static SortedMap<String, String> fields(TaskTemplate template) {
        TaskTemplate.Builder own = template.toBuilder().clearId();
        own.clearConfig().getContainerBuilder().clearArgs();
        TemplateDifferences all = new TemplateDifferences();
        all.message("", own.build());
        return all.fields;
    }

    private void message(String path, Message message) {
        if (message instanceof Struct struct) {
            tree(path, Structs.tree(struct));
        } else if (message instanceof ResourceEntry entry) {
            fields.put(path + "." + entry.getName(), entry.getValue());
        } else {
            message.getAllFields().forEach((field, value) -> field(join(path, field.getName()), field, value));
            if (!message.getUnknownFields().asMap().isEmpty()) {
                fields.put(
                        join(path, "more"),
                        message.getUnknownFields().toString().strip());
            }
        }
    }

    private void field(String path, FieldDescriptor field, Object value) {
        if (!(value instanceof List<?> elements)) {
            value(path, value);
            return;
        }
        for (int i = 0; i < elements.size(); i++) {
            Object element = elements.get(i);
            if (field.isMapField()) {
                entry(path, (Message) element);
                continue;
            }
            if (element instanceof KeyValuePair variable) {
                fields.put(join(path, variable.getKey()), variable.getValue());
            } else {
                value(element instanceof ResourceEntry ? path : path + "[" + i + "]", element);
            }
        }
    }

    /** It is known by its key. */
    private void entry(String path, Message entry) {
        FieldDescriptor key = entry.getDescriptorForType().findFieldByName("key");
        FieldDescriptor value = entry.getDescriptorForType().findFieldByName("value");
        value(join(path, entry.getField(key).toString()), entry.getField(value));
    }

    private void value(String path, Object value) {
        if (value instanceof Message message) {
            message(path, message);
        } else {
            fields.put(path, value.toString());
        }
    }

    private void tree(String path, @Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            map.forEach((name, member) -> tree(join(path, String.valueOf(name)), member));
        } else if (tree instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                tree(path + "[" + i + "]", list.get(i));
            }
        } else {
            fields.put(path, String.valueOf(tree));
        }
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
