package io.eagleray.processor;

import static io.eagleray.processor.Problem.error;
import static io.eagleray.processor.Problem.none;

import io.eagleray.processor.TaskModel.SecretModel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What {@code @Task} may say. */
final class TaskRules {
    private static final ResourcesModel NO_DEFAULTS = new ResourcesModel(List.of(), List.of());
    private static final List<Rule<TaskModel>> ALL = List.of(
            task -> TimeRules.parses("timeout", task.timeout()),
            task -> TimeRules.isPositive("timeout", task.timeout()),
            task -> TimeRules.isNotTooLong("timeout", task.timeout()),
            TaskRules::cacheVersionNeedsCache,
            TaskRules::secretsHaveNames,
            TaskRules::secretVariablesHaveNames,
            TaskRules::secretVariablesAreFree,
            TaskRules::labelKeys,
            TaskRules::labelValues,
            TaskRules::labelDuplicates);

    private TaskRules() {}

    static Stream<Problem> check(TaskModel task, String name) {
        return Stream.of(
                        NameRules.function("task", name, task.name()).stream(),
                        Rule.all(ALL, task),
                        Rule.all(RetryRules.ALL, task.retries()),
                        EnvironmentRules.all(task.env(), task.method().quiet()).stream(),
                        ResourceRules.check("", task.resources(), NO_DEFAULTS),
                        task.rayJob().stream().flatMap(job -> RayJobRules.check(job, task)))
                .flatMap(problems -> problems);
    }

    private static List<Problem> cacheVersionNeedsCache(TaskModel task) {
        return task.cacheVersion().value().isEmpty() || task.cache().value()
                ? none()
                : error(
                        task.cacheVersion(),
                        "cacheVersion \"" + task.cacheVersion().value()
                                + "\" has no effect without cache; set cache = true, or leave cacheVersion out");
    }

    private static List<Problem> secretsHaveNames(TaskModel task) {
        return task.secrets().stream()
                .flatMap(secret -> Stream.of(secret.name(), secret.key()))
                .filter(part -> part.value().isBlank())
                .flatMap(part -> error(part, "a secret has a blank name or key; write both").stream())
                .toList();
    }

    private static List<Problem> secretVariablesHaveNames(TaskModel task) {
        return task.secrets().stream()
                .map(SecretModel::env)
                .filter(env -> !env.value().isEmpty() && !NameRules.isPosix(env.value()))
                .flatMap(env -> error(
                        env,
                        "environment variable \"" + env.value()
                                + "\" of a secret is no POSIX name; use letters, digits and \"_\", not a digit first")
                        .stream())
                .toList();
    }

    private static List<Problem> secretVariablesAreFree(TaskModel task) {
        Set<String> taken = new HashSet<>();
        task.env().forEach(variable -> taken.add(variable.key().value()));
        return task.secrets().stream()
                .map(SecretModel::env)
                .filter(env -> !env.value().isEmpty() && !taken.add(env.value()))
                .flatMap(env ->
                        error(env, "environment variable \"" + env.value() + "\" of a secret is set twice; rename one")
                                .stream())
                .toList();
    }

    private static List<Problem> labelKeys(TaskModel task) {
        return task.labels().stream()
                .map(Entry::key)
                .filter(key -> !NameRules.isQualified(key.value()))
                .flatMap(key -> error(
                        key,
                        "label key \"" + key.value() + "\" is not allowed by Kubernetes; write at most "
                                + NameRules.LABEL_LENGTH
                                + " letters, digits, \"-\", \"_\" and \".\", with an optional domain and \"/\" before it")
                        .stream())
                .toList();
    }

    private static List<Problem> labelValues(TaskModel task) {
        return task.labels().stream()
                .filter(label -> !label.value().value().isEmpty()
                        && !NameRules.isLabelName(label.value().value()))
                .flatMap(label -> error(
                        label.value(),
                        "value \"" + label.value().value() + "\" of label \""
                                + label.key().value()
                                + "\" is not allowed by Kubernetes; write at most " + NameRules.LABEL_LENGTH
                                + " letters, digits, \"-\", \"_\" and \".\", with a letter or digit at both ends")
                        .stream())
                .toList();
    }

    private static List<Problem> labelDuplicates(TaskModel task) {
        Set<String> seen = new HashSet<>();
        return task.labels().stream()
                .map(Entry::key)
                .filter(key -> !seen.add(key.value()))
                .flatMap(key -> error(key, "label \"" + key.value() + "\" is set twice; leave one out").stream())
                .toList();
    }
}
