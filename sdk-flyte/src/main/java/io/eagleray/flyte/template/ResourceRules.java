package io.eagleray.flyte.template;

import io.eagleray.spec.Quantity;
import io.eagleray.spec.RayJobSpec;
import io.eagleray.spec.ResourceSpec;
import io.eagleray.spec.TaskSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What Kubernetes would refuse of the resources when the pods are made. */
final class ResourceRules {
    private final List<String> problems = new ArrayList<>();

    private ResourceRules() {}

    static List<String> problems(TaskSpec task) {
        ResourceRules rules = new ResourceRules();
        rules.pod("the task", task.resources());
        task.rayJob()
                .ifPresentOrElse(
                        job -> rules.groups(job, task.resources()),
                        () -> Stream.of(
                                        task.resources().requests(),
                                        task.resources().limits())
                                .flatMap(resources -> resources.keySet().stream())
                                .filter(name -> !Containers.NAMES.containsKey(name))
                                .distinct()
                                .forEach(rules::custom));
        return rules.problems;
    }

    private void groups(RayJobSpec job, ResourceSpec default_) {
        pod("the head", job.headGroup().resources().over(default_));
        job.workerGroups()
                .forEach(group -> pod(
                        "worker group \"" + group.groupName() + "\"",
                        group.resources().over(default_)));
    }

    private void custom(String name) {
        problems.add(
                "the resource " + name + " cannot be said of a task without @RayJobConfig, whose container on Flyte"
                        + " has cpu, memory, gpu and ephemeralStorage alone: leave it out, or add @RayJobConfig");
    }

    private void pod(String who, ResourceSpec resources) {
        resources.requests().forEach((name, text) -> {
            Optional<Quantity> request = quantity(who, name, text);
            Optional<Quantity> limit =
                    Optional.ofNullable(resources.limits().get(name)).flatMap(given -> quantity(who, name, given));
            if (request.isPresent()
                    && limit.isPresent()
                    && request.get().value().compareTo(limit.get().value()) > 0) {
                problem("the " + name + " that " + who + " requests (" + text + ") is more than its limit ("
                        + limit.get() + "): raise the limit, or request less");
            }
        });
        for (Map.Entry<String, String> limit : resources.limits().entrySet()) {
            quantity(who, limit.getKey(), limit.getValue());
        }
    }

    private Optional<Quantity> quantity(String who, String name, String text) {
        try {
            return Optional.of(Quantity.parse(text));
        } catch (IllegalArgumentException e) {
            problem("the " + name + " of " + who + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    /** A task's own are those of its groups, too. */
    private void problem(String text) {
        if (!problems.contains(text)) {
            problems.add(text);
        }
    }
}
