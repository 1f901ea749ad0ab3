package io.eagleray.processor;

import static io.eagleray.processor.Problem.error;
import static io.eagleray.processor.Problem.none;

import io.eagleray.processor.AmountRules.Unit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What requests and limits must be. */
final class ResourceRules {
    private static final Set<String> OWN_ATTRIBUTE = Set.of("cpu", "memory", "gpu", "ephemeral-storage");

    private ResourceRules() {}

    /**
     * The problems of a node's resources.
     *
     * @param owner what messages begin with, such as {@code worker group "gpu": }
     * @param own what the node says
     * @param defaults what holds where it says nothing
     */
    static List<Problem> check(String owner, ResourcesModel own, ResourcesModel defaults) {
        if (own.requests().isEmpty() && own.limits().isEmpty()) {
            return none(); // whatever is wrong with the defaults is said where they stand
        }
        return Rule.together(
                block(owner + "requests.", own.requests()),
                block(owner + "limits.", own.limits()),
                order(owner, own, defaults));
    }

    private static List<Problem> block(String block, List<Amount> amounts) {
        return Rule.together(
                Rule.each(
                        amounts,
                        amount -> AmountRules.check(block + amount.name().value(), amount, unit(amount))),
                Rule.each(amounts, amount -> isKubernetesName(block, amount.name())),
                differ(block, amounts));
    }

    private static Unit unit(Amount amount) {
        return switch (amount.name().value()) {
            case "cpu" -> Unit.ANY;
            case "memory", "ephemeral-storage" -> Unit.BYTES;
            default -> Unit.THINGS;
        };
    }

    private static List<Problem> isKubernetesName(String block, Setting<String> name) {
        return OWN_ATTRIBUTE.contains(name.value()) || NameRules.isForeign(name.value())
                ? none()
                : error(
                        name,
                        block + "custom \"" + name.value()
                                + "\" is no name of a Kubernetes resource; write it with its domain, such as example.com/fpga");
    }

    private static List<Problem> differ(String block, List<Amount> amounts) {
        Set<String> seen = new HashSet<>();
        return Rule.each(
                amounts,
                amount -> seen.add(amount.name().value())
                        ? none()
                        : error(amount.name(), block + amount.name().value() + " is given twice; leave one out"));
    }

    private static List<Problem> order(String owner, ResourcesModel own, ResourcesModel defaults) {
        ResourcesModel whole = own.over(defaults);
        return Rule.each(whole.requests(), request -> isWithinLimit(owner, request, own, whole.limits()));
    }

    private static List<Problem> isWithinLimit(String owner, Amount request, ResourcesModel own, List<Amount> limits) {
        String name = request.name().value();
        Optional<Amount> limit = ResourcesModel.find(limits, name);
        if (limit.isEmpty() || !request.isMoreThan(limit.get())) {
            return none();
        }
        boolean ownRequest = own.requests().contains(request);
        return ownRequest || own.limits().contains(limit.get())
                ? error(
                        ownRequest ? request.text() : limit.get().text(),
                        owner + "requests." + name + " (" + request.text().value() + ") is more than limits." + name
                                + " (" + limit.get().text().value() + "); lower the request or raise the limit")
                : none();
    }
}
