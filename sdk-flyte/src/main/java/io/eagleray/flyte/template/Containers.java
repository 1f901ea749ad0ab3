package io.eagleray.flyte.template;

import flyteidl.core.Literals.KeyValuePair;
import flyteidl.core.Tasks.Container;
import flyteidl.core.Tasks.Resources;
import flyteidl.core.Tasks.Resources.ResourceEntry;
import flyteidl.core.Tasks.Resources.ResourceName;
import io.eagleray.spec.TaskSpec;
import java.util.List;
import java.util.Map;

/** The container of a task. */
final class Containers {
    /** Flyte's names of resources; others can be said of a pod alone. */
    static final Map<String, ResourceName> NAMES = Map.of(
            "cpu", ResourceName.CPU,
            "memory", ResourceName.MEMORY,
            "gpu", ResourceName.GPU,
            "ephemeral-storage", ResourceName.EPHEMERAL_STORAGE);

    private Containers() {}

    /**
     * The container of a task. It has no command, which the backend would run in the place of the Ray job, and before
     * Ray on head and workers.
     */
    static Container of(Registration registration) {
        TaskSpec task = registration.task();
        Container.Builder container = Container.newBuilder()
                .setImage(registration.image())
                .addAllArgs(task.rayJob().isPresent() ? Words.quoted(registration.words()) : registration.words())
                .setResources(Resources.newBuilder()
                        .addAllRequests(entries(task.resources().requests()))
                        .addAllLimits(entries(task.resources().limits())));
        task.env()
                .forEach((key, value) ->
                        container.addEnv(KeyValuePair.newBuilder().setKey(key).setValue(value)));
        return container.build();
    }

    private static List<ResourceEntry> entries(Map<String, String> resources) {
        return resources.entrySet().stream()
                .filter(entry -> NAMES.containsKey(entry.getKey()))
                .map(entry -> ResourceEntry.newBuilder()
                        .setName(NAMES.getOrDefault(entry.getKey(), ResourceName.UNKNOWN))
                        .setValue(entry.getValue())
                        .build())
                .toList();
    }
}
