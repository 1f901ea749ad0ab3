package io.eagleray.processor;

import static io.eagleray.processor.Problem.error;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What parameters of {@code ray start} must be. */
final class StartParameterRules {
    /** Parameters that KubeRay sets itself or refuses, with what to do instead. */
    private static final Map<String, String> KUBERAYS_OWN = Map.of(
            "address", "workers find their head by themselves",
            "head", "KubeRay makes the head by itself",
            "no-monitor", "it follows enableAutoscaling",
            "labels", "use a podTemplate's labels",
            "redis-username", "use the cluster's own fault tolerance options",
            "redis-password", "a secret does not stand in a spec");

    private StartParameterRules() {}

    static Stream<Problem> check(String owner, List<Entry> parameters) {
        return parameters.isEmpty()
                ? Stream.of()
                : Stream.of(
                                names(owner, parameters),
                                duplicates(owner, parameters),
                                kubeRays(owner, parameters),
                                blocks(owner, parameters))
                        .flatMap(List::stream);
    }

    private static List<Problem> names(String owner, List<Entry> parameters) {
        return parameters.stream()
                .map(Entry::key)
                .filter(key -> key.value().isBlank() || key.value().startsWith("-"))
                .flatMap(key -> error(
                        key,
                        owner + "rayStartParams key \"" + key.value()
                                + "\" is no name; write it without leading \"--\", such as num-cpus")
                        .stream())
                .toList();
    }

    private static List<Problem> duplicates(String owner, List<Entry> parameters) {
        Set<String> seen = new HashSet<>();
        return parameters.stream()
                .map(Entry::key)
                .filter(key -> !seen.add(key.value()))
                .flatMap(key ->
                        error(key, owner + "rayStartParams key \"" + key.value() + "\" is given twice; leave one out")
                                .stream())
                .toList();
    }

    private static List<Problem> kubeRays(String owner, List<Entry> parameters) {
        return parameters.stream()
                .map(Entry::key)
                .filter(key -> KUBERAYS_OWN.containsKey(key.value()))
                .flatMap(key -> error(
                        key,
                        owner + "rayStartParams key \"" + key.value() + "\" is decided by KubeRay; leave it out: "
                                + KUBERAYS_OWN.get(key.value()))
                        .stream())
                .toList();
    }

    private static List<Problem> blocks(String owner, List<Entry> parameters) {
        return parameters.stream()
                .filter(each -> each.key().value().equals("block")
                        && !each.value().value().equals("true"))
                .flatMap(each -> error(
                        each.value(),
                        owner + "rayStartParams block=" + each.value().value()
                                + " is not possible, since KubeRay always blocks; write \"true\", or leave it out")
                        .stream())
                .toList();
    }
}
