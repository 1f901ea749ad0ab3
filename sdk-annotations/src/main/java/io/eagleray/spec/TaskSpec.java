package io.eagleray.spec;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The serializable description of a task.
 *
 * @param name the task's name, unique in an application
 * @param description what it does, for people; may be empty
 * @param method the name of the annotated method
 * @param signature its typed inputs and output
 * @param rayJob the Ray job it drives; empty for a task without {@code @RayJobConfig}
 * @param resources what it asks for, and the default of head and workers
 * @param retries how often a failed attempt is repeated
 * @param retryOn binary names of the exceptions that are retried; empty means any
 * @param timeout how long one attempt may take
 * @param cache whether and under which version its result may be reused
 * @param interruptible whether it may run on machines that can be taken away
 * @param env environment variables, by name
 * @param secrets references to secrets, resolved where the task runs
 * @param labels labels, by key
 * @param source where it is written
 */
public record TaskSpec(
        String name,
        String description,
        String method,
        Signature signature,
        Optional<RayJobSpec> rayJob,
        ResourceSpec resources,
        int retries,
        List<String> retryOn,
        Optional<Duration> timeout,
        CacheSpec cache,
        boolean interruptible,
        Map<String, String> env,
        List<SecretSpec> secrets,
        Map<String, String> labels,
        SourcePosition source) {

    /** Copies lists and maps. */
    public TaskSpec {
        retryOn = List.copyOf(retryOn);
        env = Sorted.copyOf(env);
        secrets = List.copyOf(secrets);
        labels = Sorted.copyOf(labels);
    }
}
