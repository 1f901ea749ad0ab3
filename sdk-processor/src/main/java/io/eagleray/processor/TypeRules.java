package io.eagleray.processor;

import io.eagleray.processor.MethodModel.ParameterModel;
import java.util.List;
import java.util.stream.Stream;

/** What the types of parameters and results must be. */
final class TypeRules {
    private final ClassId declaring;
    private final Definitions definitions;

    TypeRules(ClassId declaring, Definitions definitions) {
        this.declaring = declaring;
        this.definitions = definitions;
    }

    List<Rule<MethodModel>> all() {
        return List.of(this::parametersCross, this::resultCrosses, this::parametersAccessible, this::resultAccessible);
    }

    List<Problem> parametersCross(MethodModel method) {
        return method.parameters().stream()
                .flatMap(parameter -> Crossing.obstacles(parameter.type(), definitions).stream()
                        .flatMap(obstacle -> Problem.error(parameter.place(), subject(parameter) + obstacle).stream()))
                .toList();
    }

    List<Problem> resultCrosses(MethodModel method) {
        return Crossing.obstacles(method.result(), definitions).stream()
                .flatMap(obstacle -> Problem.error(method.place(), subject(method) + obstacle).stream())
                .toList();
    }

    private List<Problem> parametersAccessible(MethodModel method) {
        return method.parameters().stream()
                .flatMap(parameter -> hidden(parameter.type())
                        .flatMap(hidden -> Problem.error(parameter.place(), subject(parameter) + hidden).stream()))
                .toList();
    }

    private List<Problem> resultAccessible(MethodModel method) {
        return hidden(method.result())
                .flatMap(hidden -> Problem.error(method.place(), subject(method) + hidden).stream())
                .toList();
    }

    private static String subject(ParameterModel parameter) {
        return "parameter \"" + parameter.name() + "\": ";
    }

    private static String subject(MethodModel method) {
        return "result of \"" + method.name() + "\": ";
    }

    /** What the companion, which lives in the same package, cannot name. */
    private Stream<String> hidden(TypeModel type) {
        if (type instanceof TypeModel.Array array) {
            return hidden(array.element());
        }
        if (!(type instanceof TypeModel.Named named)) {
            return Stream.of();
        }
        Stream<String> own = definitions.find(named.id()).stream()
                .filter(definition -> !definition.accessibleFrom(declaring.packageName()))
                .map(this::refusal);
        return Stream.concat(own, named.arguments().stream().flatMap(this::hidden));
    }

    private String refusal(Definition definition) {
        String name = definition.id().text();
        return definition.access() == Definition.Access.PRIVATE
                ? name + " is private, so that " + declaring.companion() + " cannot name it; leave out \"private\""
                : name + " is not public, so that " + declaring.companion() + " cannot name it; make it public";
    }
}
