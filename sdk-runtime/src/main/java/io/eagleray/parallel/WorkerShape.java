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

    /**
     * What Ray's scheduler counts, by its names.
     *
     * @return the amounts, none of them 0
     */
    public Map<String, Double> amounts() {
        Map<String, Double> amounts = new TreeMap<>(resources);
        amounts.put("CPU", numCpus);
        amounts.put("GPU", numGpus);
        amounts.put("memory", (double) memoryBytes);
        amounts.values().removeIf(amount -> amount <= 0);
        return amounts;
    }

    /** How many workers of another shape must go before one of this shape fits; 0 where their going is no help. */
    int makeUp(WorkerShape other) {
        Map<String, Double> theirs = other.amounts();
        return amounts().entrySet().stream()
                .filter(each -> theirs.containsKey(each.getKey()))
                .mapToInt(each -> (int) Math.ceil(each.getValue() / theirs.getOrDefault(each.getKey(), 1.0) - 1e-9))
                .max()
                .orElse(0);
    }
}
