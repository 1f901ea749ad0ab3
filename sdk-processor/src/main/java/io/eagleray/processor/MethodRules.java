package io.eagleray.processor;

import static io.eagleray.processor.Problem.error;
import static io.eagleray.processor.Problem.none;

import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** What a method must be, so that generated code can call it. */
final class MethodRules {
    static final List<Rule<MethodModel>> ALL = List.of(
            MethodRules::isStatic,
            MethodRules::hasBody,
            MethodRules::isAccessible,
            MethodRules::isNotGeneric,
            MethodRules::isNotVarargs,
            MethodRules::leavesNames);

    /** Classes that generated code names where a field or parameter of the same name would hide them. */
    private static final Set<String> NEEDED =
            Set.of("INSTANCE", "List", "Parameter", "RemoteCall", "TaskCall", "TaskHandle", "ValueType");

    private MethodRules() {}

    private static List<Problem> isStatic(MethodModel method) {
        return method.modifiers().contains(Modifier.STATIC)
                        || method.modifiers().contains(Modifier.ABSTRACT)
                ? none()
                : error(
                        method.place(),
                        "method \"" + method.name()
                                + "\" is not static, but runs where its object is not; make it static");
    }

    private static List<Problem> hasBody(MethodModel method) {
        return method.modifiers().contains(Modifier.ABSTRACT)
                ? error(
                        method.place(),
                        "method \"" + method.name() + "\" is abstract; give it a body and make it static")
                : none();
    }

    private static List<Problem> isAccessible(MethodModel method) {
        return method.modifiers().contains(Modifier.PRIVATE)
                ? error(
                        method.place(),
                        "method \"" + method.name()
                                + "\" is private, so that generated code cannot call it; leave out \"private\"")
                : none();
    }

    static List<Problem> isNotGeneric(MethodModel method) {
        return method.generic()
                ? error(
                        method.place(),
                        "method \"" + method.name()
                                + "\" is generic, but only values of known types can cross; write the types out")
                : none();
    }

    static List<Problem> isNotVarargs(MethodModel method) {
        return method.varargs()
                ? error(
                        method.place(),
                        "method \"" + method.name()
                                + "\" takes a variable number of arguments; take an array or a List instead")
                : none();
    }

    private static List<Problem> leavesNames(MethodModel method) {
        return NEEDED.contains(method.name())
                ? error(
                        method.place(),
                        "method \"" + method.name() + "\" has a name that generated code needs itself; rename it")
                : none();
    }
}
