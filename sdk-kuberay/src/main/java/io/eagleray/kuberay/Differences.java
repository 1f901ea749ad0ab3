package io.eagleray.kuberay;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a RayJob on the cluster would have to become to be another: a line for each value, at its path. */
final class Differences {
    /** Clients, queues and the operator write these while it runs. */
    private static final List<String> OF_A_RUN = List.of("jobId", "preRunningDeadlineSeconds", "suspend");

    private static final List<String> OF_A_CLIENT = List.of(Labels.OWNER, Labels.CONFIGURATION, Labels.GENERATION);

    private final List<String> lines = new ArrayList<>();

    private Differences() {}

    /**
     * The differences, with what is there and what is wanted.
     *
     * @param there as the API server gives it
     * @param wanted as the API server would take it, its defaults filled in
     */
    static List<String> of(RayJob there, RayJob wanted) {
        Differences differences = new Differences();
        differences.compare("labels", labels(there), labels(wanted));
        differences.compare("spec", spec(there), spec(wanted));
        return List.copyOf(differences.lines);
    }

    private static Map<String, String> labels(RayJob job) {
        Map<String, String> labels =
                new HashMap<>(Objects.requireNonNullElse(job.getMetadata().getLabels(), Map.of()));
        labels.keySet().removeAll(OF_A_CLIENT);
        return labels;
    }

    private static Map<?, ?> spec(RayJob job) {
        Map<?, ?> spec = Serialization.unmarshal(Serialization.asJson(job.getSpec()), HashMap.class);
        spec.keySet().removeAll(OF_A_RUN);
        return spec;
    }

    private void compare(String path, @Nullable Object there, @Nullable Object wanted) {
        if (there instanceof Map<?, ?> before && wanted instanceof Map<?, ?> after) {
            TreeSet<String> keys = new TreeSet<>();
            before.keySet().forEach(key -> keys.add(String.valueOf(key)));
            after.keySet().forEach(key -> keys.add(String.valueOf(key)));
            keys.forEach(key -> compare(path + "." + key, before.get(key), after.get(key)));
        } else if (there instanceof List<?> before && wanted instanceof List<?> after) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                compare(path + "[" + i + "]", at(before, i), at(after, i));
            }
        } else if (!Objects.equals(there, wanted)) {
            lines.add(path + ": "
                    + (wanted == null
                            ? text(there) + " is not asked for"
                            : there == null ? text(wanted) + " is added" : text(there) + " becomes " + text(wanted)));
        }
    }

    private static @Nullable Object at(List<?> list, int index) {
        return index < list.size() ? list.get(index) : null;
    }

    private static String text(@Nullable Object value) {
        return KubeTrouble.shown(Serialization.asJson(value));
    }
}
