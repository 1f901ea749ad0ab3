package io.eagleray.processor;

import java.util.ArrayList;
import java.util.List;

/**
 * A rule: what it is about has problems, or none. Nearly always it has none, in every method of a large code base; so the
 * ways to combine rules allocate nothing then.
 *
 * @param <M> the part of the model that it is about
 */
@FunctionalInterface
interface Rule<M> {

    List<Problem> check(M model);

    /** The problems that all rules find, in their order. */
    static <M> List<Problem> all(List<Rule<M>> rules, M model) {
        List<Problem> found = Problem.none();
        for (Rule<M> rule : rules) {
            found = both(found, rule.check(model));
        }
        return found;
    }

    /** The problems that a rule finds in each of some parts. */
    static <M> List<Problem> each(List<? extends M> parts, Rule<M> rule) {
        List<Problem> found = Problem.none();
        for (M part : parts) {
            found = both(found, rule.check(part));
        }
        return found;
    }

    /** All these problems. */
    @SafeVarargs
    static List<Problem> together(List<Problem>... problems) {
        List<Problem> found = Problem.none();
        for (List<Problem> some : problems) {
            found = both(found, some);
        }
        return found;
    }

    private static List<Problem> both(List<Problem> some, List<Problem> more) {
        if (some.isEmpty() || more.isEmpty()) {
            return some.isEmpty() ? more : some;
        }
        List<Problem> both = new ArrayList<>(some);
        both.addAll(more);
        return both;
    }
}
