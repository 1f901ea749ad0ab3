package io.eagleray.processor;

import static io.eagleray.processor.Problem.error;
import static io.eagleray.processor.Problem.none;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /**
     * The problems of a node's parameters.
     *
     * @param owner what messages begin with
     */
    static List<Problem> check(String owner, List<Entry> parameters) {
        return parameters.isEmpty()
                ? none()
                : Rule.together(
                        Rule.each(parameters, parameter -> isName(owner, parameter.key())),
                        differ(owner, parameters),
                        Rule.each(parameters, parameter -> isNotKubeRays(owner, parameter.key())),
                        Rule.each(parameters, parameter -> blocks(owner, parameter)));
    }

    private static List<Problem> isName(String owner, Setting<String> key) {
        return !key.value().isBlank() && !key.value().startsWith("-")
                ? none()
                : error(
                        key,
                        owner + "rayStartParams key \"" + key.value()
                                + "\" is no name; write it without leading \"--\", such as num-cpus");
    }

    private static List<Problem> differ(String owner, List<Entry> parameters) {
        Set<String> seen = new HashSet<>();
        return Rule.each(
                parameters,
                parameter -> seen.add(parameter.key().value())
                        ? none()
                        : error(
                                parameter.key(),
                                owner + "rayStartParams key \""
                                        + parameter.key().value() + "\" is given twice; leave one out"));
    }

    private static List<Problem> isNotKubeRays(String owner, Setting<String> key) {
        return KUBERAYS_OWN.containsKey(key.value())
                ? error(
                        key,
                        owner + "rayStartParams key \"" + key.value() + "\" is decided by KubeRay; leave it out: "
                                + KUBERAYS_OWN.get(key.value()))
                : none();
    }

    private static List<Problem> blocks(String owner, Entry parameter) {
        String value = parameter.value().value();
        return !parameter.key().value().equals("block") || value.equals("true")
                ? none()
                : error(
                        parameter.value(),
                        owner + "rayStartParams block=" + value
                                + " is not possible, since KubeRay always blocks; write \"true\", or leave it out");
    }
}
