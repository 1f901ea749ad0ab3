package io.eagleray.processor;

import java.util.ArrayList;
import java.util.List;

/**
 * The resources that a task, head or worker asks for, and may use at most.
 *
 * @param requests what it asks for, by Kubernetes name
 * @param limits what it may use at most, by Kubernetes name
 */
record ResourcesModel(List<Entry> requests, List<Entry> limits) {

    ResourcesModel {
        requests = List.copyOf(requests);
        limits = List.copyOf(limits);
    }

    /** These resources, and those of the defaults that are not named here. */
    ResourcesModel over(ResourcesModel defaults) {
        return new ResourcesModel(over(requests, defaults.requests), over(limits, defaults.limits));
    }

    private static List<Entry> over(List<Entry> own, List<Entry> defaults) {
        List<Entry> all = new ArrayList<>(own);
        defaults.stream()
                .filter(inherited -> own.stream()
                        .noneMatch(each ->
                                each.key().value().equals(inherited.key().value())))
                .forEach(all::add);
        return all;
    }
}
