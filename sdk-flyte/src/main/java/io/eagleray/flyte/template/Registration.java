package io.eagleray.flyte.template;

import io.eagleray.spec.TaskSpec;
import java.util.List;

/**
 * A task as it is registered.
 *
 * @param task the task
 * @param project Flyte's project
 * @param domain the project's domain
 * @param version the task's version
 * @param image the image of its containers
 * @param words what starts it there: a command with its arguments, in which templates of Flyte's may stand, such as
 *     {@code {{.input}}}
 * @param loader where pod templates are
 */
public record Registration(
        TaskSpec task,
        String project,
        String domain,
        String version,
        String image,
        List<String> words,
        ClassLoader loader) {

    /** Copies the list. */
    public Registration {
        words = List.copyOf(words);
    }

    /**
     * The same, started by other words.
     *
     * @param others the words
     * @return the registration
     */
    public Registration startedBy(List<String> others) {
        return new Registration(task, project, domain, version, image, others, loader);
    }
}
