package io.eagleray.processor;

import static io.eagleray.processor.Problem.error;
import static io.eagleray.processor.Problem.none;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What {@code @Remote} may say. */
final class RemoteRules {
    /** Resources of Ray that have attributes of their own, or none. */
    private static final Map<String, String> RAYS_OWN = Map.of(
            "CPU", "use numCpus",
            "GPU", "use numGpus",
            "memory", "use memory",
            "object_store_memory", "leave it out: a call cannot reserve it");

    private static final List<Rule<RemoteModel>> ALL = List.of(
            remote -> isAmount("numCpus", remote.numCpus()),
            remote -> isAmount("numGpus", remote.numGpus()),
            RemoteRules::gpusAreWhole,
            RemoteRules::resourceNames,
            RemoteRules::resourceDuplicates,
            remote -> TimeRules.parses("timeout", remote.timeout()),
            remote -> TimeRules.isPositive("timeout", remote.timeout()),
            remote -> TimeRules.isNotTooLong("timeout", remote.timeout()));

    private RemoteRules() {}

    static Stream<Problem> check(RemoteModel remote, String name) {
        return Stream.of(
                        NameRules.function("remote function", name, remote.name()).stream(),
                        Rule.all(ALL, remote),
                        Rule.all(RetryRules.ALL, remote.retries()),
                        remote.memory().value().isEmpty()
                                ? Stream.<Problem>of()
                                : ResourceRules.amount("memory", "memory", remote.memory()),
                        remote.resources().stream()
                                .flatMap(each -> ResourceRules.amount(
                                        "resource \"" + each.key().value() + "\":", "", each.value())))
                .flatMap(problems -> problems);
    }

    private static List<Problem> isAmount(String what, Setting<Double> amount) {
        return amount.value() >= 0 && Double.isFinite(amount.value())
                ? none()
                : error(amount, what + " (" + amount.value() + ") is no amount; write 0 or more");
    }

    private static List<Problem> gpusAreWhole(RemoteModel remote) {
        double gpus = remote.numGpus().value();
        return !(gpus > 1) || gpus == Math.rint(gpus)
                ? none()
                : error(
                        remote.numGpus(),
                        "numGpus (" + gpus + ") is a fraction above 1, which Ray refuses; write a whole number");
    }

    private static List<Problem> resourceNames(RemoteModel remote) {
        return remote.resources().stream()
                .map(Entry::key)
                .filter(name -> name.value().isBlank() || RAYS_OWN.containsKey(name.value()))
                .flatMap(name -> error(
                        name,
                        "resource \"" + name.value() + "\" is no custom resource; "
                                + RAYS_OWN.getOrDefault(name.value(), "write its name"))
                        .stream())
                .toList();
    }

    private static List<Problem> resourceDuplicates(RemoteModel remote) {
        Set<String> seen = new HashSet<>();
        return remote.resources().stream()
                .map(Entry::key)
                .filter(name -> !seen.add(name.value()))
                .flatMap(
                        name -> error(name, "resource \"" + name.value() + "\" is given twice; leave one out").stream())
                .toList();
    }
}
