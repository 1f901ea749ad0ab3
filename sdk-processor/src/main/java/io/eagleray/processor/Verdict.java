package io.eagleray.processor;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * What the rules say of a class.
 *
 * @param problems all that is wrong
 * @param sound the class with those functions only that generated code can call
 * @param writable whether code can be generated for it
 * @param whole whether no function is left out
 */
record Verdict(List<Problem> problems, ClassModel sound, boolean writable, boolean whole) {

    static Verdict on(ClassModel model) {
        List<Problem> ofClass = Rule.all(ClassRules.ALL, model);
        if (!ofClass.isEmpty()) {
            return new Verdict(ofClass, model, false, false);
        }
        List<MethodModel> functions = model.functions();
        List<Problem> ofMethods = ofMethods(model, functions);
        Set<Place> illTyped = Collections.newSetFromMap(new IdentityHashMap<>());
        ofMethods.forEach(problem -> illTyped.add(problem.place().method()));
        List<MethodModel> callable = functions.stream()
                .filter(method -> !illTyped.contains(method.place()) && !model.unresolved(method))
                .toList();
        return new Verdict(
                Rule.together(ofMethods, ofConfigurations(model)),
                model.only(callable),
                true,
                callable.size() == functions.size());
    }

    boolean clean() {
        return whole && problems.stream().noneMatch(Problem::fatal);
    }

    /** Problems of methods that generated code cannot call. */
    private static List<Problem> ofMethods(ClassModel model, List<MethodModel> functions) {
        TypeRules types = new TypeRules(model.id(), model.definitions());
        return Rule.together(
                Rule.each(functions, method -> Rule.all(MethodRules.ALL, method)),
                // a generic method's own type variables are no problem of their own
                Rule.each(functions, method -> method.generic() ? Problem.none() : types.check(method)),
                FunctionRules.overloads(functions),
                FunctionRules.namedAsRefs(functions, model.remotes()));
    }

    /** Problems that leave the signatures as they are. */
    private static List<Problem> ofConfigurations(ClassModel model) {
        return Rule.together(
                Rule.each(model.methods(), FunctionRules::rayJobWithoutTask),
                Rule.each(model.methods(), FunctionRules::taskAndRemote),
                FunctionRules.duplicateTasks(model),
                FunctionRules.duplicateRemotes(model),
                Rule.each(
                        model.tasks(),
                        task -> task.readable() ? TaskRules.check(task, Names.of(task, model.id())) : Problem.none()),
                Rule.each(
                        model.remotes(),
                        remote -> remote.readable() ? RemoteRules.check(remote, Names.of(remote)) : Problem.none()));
    }
}
