package io.eagleray.processor;

import java.util.List;
import java.util.stream.Stream;

/**
 * A rule: what it is about has a problem, or none.
 *
 * @param <M> the part of the model that it is about
 */
@FunctionalInterface
interface Rule<M> {

    List<Problem> check(M model);

    /** The problems of all rules, in their order. */
    static <M> Stream<Problem> all(List<Rule<M>> rules, M model) {
        return rules.stream().flatMap(rule -> rule.check(model).stream());
    }
}
