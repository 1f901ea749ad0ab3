package io.eagleray.processor;

import static io.eagleray.processor.Problem.error;
import static io.eagleray.processor.Problem.none;

import io.eagleray.processor.TaskModel.SecretModel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What {@code @Task} may say. */
final class TaskRules {
    private static final ResourcesModel NO_DEFAULTS = new ResourcesModel(List.of(), List.of());
    private static final List<Rule<TaskModel>> ALL = List.of(
            task -> TimeRules.check("timeout", task.timeout()),
            task -> Rule.all(RetryRules.ALL, task.retries()),
            TaskRules::cacheVersionNeedsCache,
            task -> Rule.each(task.secrets(), TaskRules::secretHasName),
            task -> Rule.each(task.secrets(), TaskRules::secretVariableHasName),
            TaskRules::secretVariablesAreFree,
            task -> Rule.each(task.labels(), TaskRules::labelKey),
            task -> Rule.each(task.labels(), TaskRules::labelValue),
            TaskRules::labelsDiffer,
            task -> EnvironmentRules.check(task.env(), task.method().quiet()),
            task -> ResourceRules.check("", task.resources(), NO_DEFAULTS));

    private TaskRules() {}

    static List<Problem> check(TaskModel task, String name) {
        return Rule.together(
                NameRules.function("task", name, task.name()),
                Rule.all(ALL, task),
                task.rayJob().isPresent() ? RayJobRules.check(task.rayJob().get(), task) : none());
    }

    private static List<Problem> cacheVersionNeedsCache(TaskModel task) {
        return task.cacheVersion().value().isEmpty() || task.cache().value()
                ? none()
                : error(
                        task.cacheVersion(),
                        "cacheVersion \"" + task.cacheVersion().value()
                                + "\" has no effect without cache; set cache = true, or leave cacheVersion out");
    }

    private static List<Problem> secretHasName(SecretModel secret) {
        return Rule.each(
                List.of(secret.name(), secret.key()),
                part -> part.value().isBlank() ? error(part, "a secret has a blank name or key; write both") : none());
    }

    private static List<Problem> secretVariableHasName(SecretModel secret) {
        Setting<String> env = secret.env();
        return env.value().isEmpty() || NameRules.isPosix(env.value())
                ? none()
                : error(
                        env,
                        "environment variable \"" + env.value()
                                + "\" of a secret is no POSIX name; use letters, digits and \"_\", not a digit first");
    }

    private static List<Problem> secretVariablesAreFree(TaskModel task) {
        Set<String> taken = new HashSet<>();
        task.env().forEach(variable -> taken.add(variable.key().value()));
        return Rule.each(
                task.secrets(),
                secret ->
                        secret.env().value().isEmpty() || taken.add(secret.env().value())
                                ? none()
                                : error(
                                        secret.env(),
                                        "environment variable \"" + secret.env().value()
                                                + "\" of a secret is set twice; rename one"));
    }

    private static List<Problem> labelKey(Entry label) {
        return NameRules.isQualified(label.key().value())
                ? none()
                : error(
                        label.key(),
                        "label key \"" + label.key().value() + "\" is not allowed by Kubernetes; write at most "
                                + NameRules.LABEL_LENGTH
                                + " letters, digits, \"-\", \"_\" and \".\", with an optional domain and \"/\" before it");
    }

    private static List<Problem> labelValue(Entry label) {
        String value = label.value().value();
        return value.isEmpty() || NameRules.isLabelName(value)
                ? none()
                : error(
                        label.value(),
                        "value \"" + value + "\" of label \"" + label.key().value()
                                + "\" is not allowed by Kubernetes; write at most " + NameRules.LABEL_LENGTH
                                + " letters, digits, \"-\", \"_\" and \".\", with a letter or digit at both ends");
    }

    private static List<Problem> labelsDiffer(TaskModel task) {
        Set<String> seen = new HashSet<>();
        return Rule.each(
                task.labels(),
                label -> seen.add(label.key().value())
                        ? none()
                        : error(label.key(), "label \"" + label.key().value() + "\" is set twice; leave one out"));
    }
}
