package io.eagleray.processor;

import static io.eagleray.processor.Problem.error;
import static io.eagleray.processor.Problem.none;

import java.io.IOException;
import java.util.List;

/** What a class must be, so that generated code can stand beside it. Without it, nothing is generated. */
final class ClassRules {
    static final List<Rule<ClassModel>> ALL =
            List.of(ClassRules::isAccessible, ClassRules::leavesNames, ClassRules::findsRuntime);

    private ClassRules() {}

    private static List<Problem> isAccessible(ClassModel type) {
        return type.access() == Definition.Access.PRIVATE
                ? error(
                        type.place(),
                        "class \"" + type.id().text() + "\" is private, so that "
                                + type.id().companion() + " cannot reach it; leave out \"private\"")
                : none();
    }

    private static List<Problem> leavesNames(ClassModel type) {
        return type.surroundings().taken().stream()
                .findFirst()
                .map(name -> List.of(taken(type.place(), type.id(), name)))
                .orElseGet(Problem::none);
    }

    private static List<Problem> findsRuntime(ClassModel type) {
        return !type.surroundings().runtime()
                ? error(
                        type.place(),
                        "the code that is generated for \"" + type.id().text()
                                + "\" needs Eagleray's runtime; add io.eagleray:sdk-runtime to the class path")
                : none();
    }

    /** Where only the compiler could tell that a name is taken. */
    static Problem taken(Place place, ClassId type, String name) {
        return new Problem(
                Problem.Severity.ERROR,
                place,
                "there is a class \"" + name + "\" already, which is to be generated for \"" + type.text()
                        + "\"; rename one of them");
    }

    static Problem unwritable(Place place, ClassId type, IOException failure) {
        return new Problem(
                Problem.Severity.ERROR,
                place,
                "what is generated for \"" + type.text() + "\" cannot be written (" + failure.getMessage()
                        + "); is the output folder writable, and the disk not full?");
    }
}
