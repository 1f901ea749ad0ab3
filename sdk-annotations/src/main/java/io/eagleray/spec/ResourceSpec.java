package io.eagleray.spec;

import java.util.Map;

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
}
