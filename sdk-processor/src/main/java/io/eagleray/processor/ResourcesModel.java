package io.eagleray.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The resources that a task, head or worker asks for, and may use at most.
 *
 * @param requests what it asks for, by Kubernetes name
 * @param limits what it may use at most, by Kubernetes name
 */
record ResourcesModel(List<Amount> requests, List<Amount> limits) {

    ResourcesModel {
        requests = List.copyOf(requests);
        limits = List.copyOf(limits);
    }

    /** These resources, and those of the defaults that are not named here. */
    ResourcesModel over(ResourcesModel defaults) {
        return new ResourcesModel(over(requests, defaults.requests), over(limits, defaults.limits));
    }

    private static List<Amount> over(List<Amount> own, List<Amount> defaults) {
        List<Amount> all = new ArrayList<>(own);
        for (Amount inherited : defaults) {
            if (find(own, inherited.name().value()).isEmpty()) {
                all.add(inherited);
            }
        }
        return all;
    }

    static Optional<Amount> find(List<Amount> amounts, String name) {
        for (Amount amount : amounts) {
            if (amount.name().value().equals(name)) {
                return Optional.of(amount);
            }
        }
        return Optional.empty();
    }
}
