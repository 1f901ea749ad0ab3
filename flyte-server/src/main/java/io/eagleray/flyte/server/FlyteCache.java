package io.eagleray.flyte.server;

import flyteidl.core.Literals.LiteralMap;
import flyteidl.core.Tasks.TaskTemplate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The results of tasks whose results are kept, by what they were given. */
final class FlyteCache {
    private final Map<Key, LiteralMap> results = new ConcurrentHashMap<>();

    private record Key(String project, String domain, String task, String version, LiteralMap inputs) {
        static Key of(TaskTemplate task, LiteralMap inputs) {
            return new Key(
                    task.getId().getProject(),
                    task.getId().getDomain(),
                    task.getId().getName(),
                    task.getMetadata().getDiscoveryVersion(),
                    inputs);
        }
    }

    Optional<LiteralMap> find(TaskTemplate task, LiteralMap inputs) {
        return task.getMetadata().getDiscoverable()
                ? Optional.ofNullable(results.get(Key.of(task, inputs)))
                : Optional.empty();
    }

    void keep(TaskTemplate task, LiteralMap inputs, LiteralMap outputs) {
        if (task.getMetadata().getDiscoverable()) {
            results.put(Key.of(task, inputs), outputs);
        }
    }
}
