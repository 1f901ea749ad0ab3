package io.eagleray.processor;

import static io.eagleray.processor.Problem.error;
import static io.eagleray.processor.Problem.none;

import io.eagleray.processor.AmountRules.Unit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
            remote -> remote.memory().text().value().isEmpty()
                    ? none()
                    : AmountRules.check("memory", remote.memory(), Unit.BYTES),
            remote -> Rule.each(remote.resources(), RemoteRules::isCustom),
            remote -> Rule.each(remote.resources(), RemoteRules::isQuantity),
            RemoteRules::resourcesDiffer,
            remote -> Rule.all(RetryRules.ALL, remote.retries()),
            remote -> TimeRules.check("timeout", remote.timeout()));

    private RemoteRules() {}

    static List<Problem> check(RemoteModel remote, String name) {
        return Rule.together(NameRules.function("remote function", name, remote.name()), Rule.all(ALL, remote));
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

    private static List<Problem> isCustom(Amount resource) {
        String name = resource.name().value();
        return !name.isBlank() && !RAYS_OWN.containsKey(name)
                ? none()
                : error(
                        resource.name(),
                        "resource \"" + name + "\" is no custom resource; "
                                + RAYS_OWN.getOrDefault(name, "write its name"));
    }

    private static List<Problem> isQuantity(Amount resource) {
        return AmountRules.check("resource \"" + resource.name().value() + "\":", resource, Unit.ANY);
    }

    private static List<Problem> resourcesDiffer(RemoteModel remote) {
        Set<String> seen = new HashSet<>();
        return Rule.each(
                remote.resources(),
                resource -> seen.add(resource.name().value())
                        ? none()
                        : error(
                                resource.name(),
                                "resource \"" + resource.name().value() + "\" is given twice; leave one out"));
    }
}
