package io.eagleray.parallel;

import java.util.Map;
import java.util.TreeMap;

/**
 * What one worker holds while it lives, in Ray's units.
 *
 * @param numCpus logical CPUs
 * @param numGpus logical GPUs
 * @param memoryBytes reserved memory in bytes; 0 for none
 * @param resources custom resources, by name
 */
public record WorkerShape(double numCpus, double numGpus, long memoryBytes, Map<String, Double> resources) {

    /** Copies the map. */
    public WorkerShape {
        resources = java.util.Collections.unmodifiableMap(new TreeMap<>(resources));
    }
}
