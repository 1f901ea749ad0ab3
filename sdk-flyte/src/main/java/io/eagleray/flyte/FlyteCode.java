package io.eagleray.flyte;

import io.eagleray.backend.BackendEnvironment;
import io.eagleray.backend.CacheFolder;
import io.eagleray.bundle.RegisteredTask;
import io.eagleray.flyte.pod.PodCode;
import io.eagleray.flyte.pod.StoredFile;
import io.eagleray.flyte.template.Registration;
import io.eagleray.spec.RayJobSpec;
import io.eagleray.spec.TaskSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Tasks of an application with their code, as they are registered.
 *
 * @param tasks the tasks
 * @param environment where their code is, and the image of tasks that name none
 */
record FlyteCode(List<RegisteredTask> tasks, BackendEnvironment environment) {
    /** The image of tasks that name none. */
    static final String IMAGE = "EAGLERAY_IMAGE";

    /** What stands for an address that is not known yet. */
    private static final String PLACEHOLDER = "eagleray:";

    FlyteCode {
        tasks = List.copyOf(tasks);
    }

    PodCode pods() {
        Path cache = CacheFolder.of(environment.variables()).resolve("bundles");
        return PodCode.of(environment::bundle, environment.application().loader(), cache, tasks);
    }

    /** The words of each task, once the code is stored. */
    static Function<TaskSpec, List<String>> stored(
            PodCode code, Function<List<StoredFile>, Map<String, String>> store) {
        StoredFile start = code.start(store.apply(code.files()));
        String uri = store.apply(List.of(start)).values().iterator().next();
        return PodCode.words(uri, start);
    }

    /** The words of each task where its code lies nowhere yet; they are the same on every machine. */
    static Map<String, String> placeholders(List<StoredFile> files) {
        Map<String, String> places = new TreeMap<>();
        files.forEach(file -> places.put(file.name(), PLACEHOLDER + file.name()));
        return places;
    }

    /** The registrations of its tasks as far as they are known before the code is stored. */
    List<Registration> drafts(FlyteAddress address, PodCode pods) {
        return registrations(address, pods, task -> List.of(PLACEHOLDER));
    }

    /** The registrations of its tasks. */
    List<Registration> registrations(FlyteAddress address, PodCode pods, Function<TaskSpec, List<String>> words) {
        return tasks.stream()
                .map(RegisteredTask::spec)
                .map(task -> new Registration(
                        task,
                        address.project(),
                        address.domain(),
                        pods.version(task.name()),
                        image(task),
                        words.apply(task),
                        environment.application().loader()))
                .toList();
    }

    private String image(TaskSpec task) {
        return task.rayJob()
                .map(RayJobSpec::image)
                .filter(named -> !named.isBlank())
                .or(() -> FlyteOptions.variable(environment.variables(), IMAGE))
                .orElse("");
    }
}
