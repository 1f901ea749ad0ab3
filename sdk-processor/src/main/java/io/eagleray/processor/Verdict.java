package io.eagleray.processor;

import java.util.ArrayList;
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
        List<Problem> ofClass = Rule.all(ClassRules.ALL, model).toList();
        if (!ofClass.isEmpty()) {
            return new Verdict(ofClass, model, false, false);
        }
        List<Problem> problems = new ArrayList<>();
        Set<MethodModel> callable = callable(model, problems);
        problems.addAll(FunctionRules.duplicateTasks(model));
        problems.addAll(FunctionRules.duplicateRemotes(model));
        model.tasks().stream()
                .filter(TaskModel::readable)
                .flatMap(task -> TaskRules.check(task, Names.of(task, model.id())))
                .forEach(problems::add);
        model.remotes().stream()
                .filter(RemoteModel::readable)
                .flatMap(remote -> RemoteRules.check(remote, Names.of(remote)))
                .forEach(problems::add);
        boolean whole = model.methods().stream().filter(model::isFunction).allMatch(callable::contains);
        return new Verdict(List.copyOf(problems), model.only(callable), true, whole);
    }

    boolean clean() {
        return whole && problems.stream().noneMatch(Problem::fatal);
    }

    private static Set<MethodModel> callable(ClassModel model, List<Problem> problems) {
        TypeRules types = new TypeRules(model.id(), model.definitions());
        List<MethodModel> before = new ArrayList<>();
        List<MethodModel> callable = new ArrayList<>();
        for (MethodModel method : model.methods()) {
            problems.addAll(FunctionRules.rayJobWithoutTask(method));
            problems.addAll(FunctionRules.taskAndRemote(method));
            if (!model.isFunction(method)) {
                continue;
            }
            List<Problem> found = new ArrayList<>();
            Rule.all(MethodRules.ALL, method).forEach(found::add);
            if (!method.generic()) { // types with its variables are no problem of their own
                Rule.all(types.all(), method).forEach(found::add);
            }
            found.addAll(FunctionRules.overloaded(method, before));
            before.add(method);
            found.addAll(FunctionRules.namedAsRef(method, model.remotes()));
            problems.addAll(found);
            if (found.isEmpty() && !model.unresolved(method)) {
                callable.add(method);
            }
        }
        return Set.copyOf(callable);
    }
}
