package io.eagleray.processor;

import static io.eagleray.processor.Problem.error;
import static io.eagleray.processor.Problem.none;

import java.util.List;
import java.util.regex.Pattern;

/** What types with {@code @PythonModule} must be. */
final class PythonRules {
    private static final Pattern MODULE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*");
    private static final List<Rule<PythonModel>> ALL =
            List.of(PythonRules::isInterface, PythonRules::moduleHasName, PythonRules::cannotBeCalled);

    private PythonRules() {}

    static List<Problem> check(PythonModel model) {
        TypeRules types = new TypeRules(model.id(), model.definitions());
        return Rule.together(
                Rule.all(ALL, model),
                Rule.each(model.methods(), MethodRules::isNotGeneric),
                Rule.each(model.methods(), MethodRules::isNotVarargs),
                Rule.each(model.methods(), method -> method.generic() ? none() : types.parametersCross(method)),
                Rule.each(model.methods(), method -> method.generic() ? none() : types.resultCrosses(method)));
    }

    private static List<Problem> isInterface(PythonModel model) {
        return model.isInterface()
                ? none()
                : error(
                        model.place(),
                        "\"" + model.id().text() + "\" is no interface, but @PythonModule is for those; make it one");
    }

    private static List<Problem> moduleHasName(PythonModel model) {
        return MODULE.matcher(model.module().value()).matches()
                ? none()
                : error(
                        model.module(),
                        "module \"" + model.module().value()
                                + "\" is no dotted Python name; write one such as package.module");
    }

    private static List<Problem> cannotBeCalled(PythonModel model) {
        return error(
                model.annotation(),
                "this version of Eagleray cannot call Python functions; write them in Java instead, as static methods with"
                        + " @Remote");
    }
}
