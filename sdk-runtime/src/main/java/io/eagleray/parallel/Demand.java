package io.eagleray.parallel;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a place is asked for, whoever asks, and what of it is taken. Resources have Ray's names.
 *
 * @param waiting what there would be room for, but not now
 * @param taken how much of each resource is held
 */
public record Demand(List<Request> waiting, Map<String, Double> taken) {
    /** Nobody waits. */
    static final Demand NONE = new Demand(List.of(), Map.of());

    /** Copies both. */
    public Demand {
        waiting = List.copyOf(waiting);
        taken = Map.copyOf(taken);
    }

    /**
     * Requests that are alike.
     *
     * @param amounts how much of each resource each of them asks for
     * @param lacking the resources of which there is too little; of the others there is enough
     * @param count how many there are
     */
    public record Request(Map<String, Double> amounts, Set<String> lacking, long count) {
        /** Copies both. */
        public Request {
            amounts = Map.copyOf(amounts);
            lacking = Set.copyOf(lacking);
        }

        Request less(long own) {
            return new Request(amounts, lacking, count - own);
        }

        /** How much all of them lack of a resource. */
        double lacks(String resource) {
            return lacking.contains(resource) ? amounts.getOrDefault(resource, 0.0) * count : 0;
        }
    }

    double taken(String resource) {
        return taken.getOrDefault(resource, 0.0);
    }
}
