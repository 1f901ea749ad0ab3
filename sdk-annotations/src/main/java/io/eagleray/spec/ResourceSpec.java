package io.eagleray.spec;

import java.util.Map;
import java.util.TreeMap;

/**
 * Resources asked for and allowed, as Kubernetes names and quantities: {@code cpu}, {@code memory}, {@code gpu},
 * {@code ephemeral-storage}, and custom names.
 *
 * @param requests what is asked for, by name
 * @param limits what is allowed, by name
 */
public record ResourceSpec(Map<String, String> requests, Map<String, String> limits) {

    /** Copies the maps. */
    public ResourceSpec {
        requests = Sorted.copyOf(requests);
        limits = Sorted.copyOf(limits);
    }

    /**
     * These, and what another says where these say nothing.
     *
     * @param other the default
     * @return both, by name
     */
    public ResourceSpec over(ResourceSpec other) {
        Map<String, String> allRequests = new TreeMap<>(other.requests());
        Map<String, String> allLimits = new TreeMap<>(other.limits());
        allRequests.putAll(requests);
        allLimits.putAll(limits);
        return new ResourceSpec(allRequests, allLimits);
    }
}
