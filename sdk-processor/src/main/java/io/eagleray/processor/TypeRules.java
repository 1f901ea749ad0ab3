package io.eagleray.processor;

import static io.eagleray.processor.Problem.error;
import static io.eagleray.processor.Problem.none;

import io.eagleray.processor.MethodModel.ParameterModel;
import java.util.List;

/** What the types of parameters and results must be. */
final class TypeRules {
    private final ClassId declaring;
    private final Definitions definitions;

    TypeRules(ClassId declaring, Definitions definitions) {
        this.declaring = declaring;
        this.definitions = definitions;
    }

    List<Problem> check(MethodModel method) {
        return Rule.together(
                parametersCross(method),
                resultCrosses(method),
                Rule.each(method.parameters(), each -> isAccessible(each.place(), subject(each), each.type())),
                isAccessible(method.place(), subject(method), method.result()));
    }

    List<Problem> parametersCross(MethodModel method) {
        return Rule.each(method.parameters(), each -> crosses(each.place(), subject(each), each.type()));
    }

    List<Problem> resultCrosses(MethodModel method) {
        return crosses(method.place(), subject(method), method.result());
    }

    private static String subject(ParameterModel parameter) {
        return "parameter \"" + parameter.name() + "\": ";
    }

    private static String subject(MethodModel method) {
        return "result of \"" + method.name() + "\": ";
    }

    private List<Problem> crosses(Place place, String subject, TypeModel type) {
        return Rule.each(Crossing.obstacles(type, definitions), obstacle -> error(place, subject + obstacle));
    }

    /** The companion, which lives in the same package, has to name the type and its arguments. */
    private List<Problem> isAccessible(Place place, String subject, TypeModel type) {
        if (type instanceof TypeModel.Array array) {
            return isAccessible(place, subject, array.element());
        }
        if (!(type instanceof TypeModel.Named named)) {
            return none();
        }
        return Rule.together(
                definitions
                        .find(named.id())
                        .filter(definition -> !definition.accessibleFrom(declaring.packageName()))
                        .map(definition -> error(place, subject + refusal(definition)))
                        .orElseGet(Problem::none),
                Rule.each(named.arguments(), argument -> isAccessible(place, subject, argument)));
    }

    private String refusal(Definition definition) {
        String name = definition.id().text();
        return definition.access() == Definition.Access.PRIVATE
                ? name + " is private, so that " + declaring.companion() + " cannot name it; leave out \"private\""
                : name + " is not public, so that " + declaring.companion() + " cannot name it; make it public";
    }
}
