package io.eagleray.call;

import io.eagleray.call.CatalogFunction.Kind;

/**
 * The typed name of a task, without arguments: to attach to an execution, to execute a version, to ask for its spec.
 * The companion of a class holds one for each task.
 *
 * @param <T> the type of the task's result
 */
@SuppressWarnings("UnusedTypeParameter") // the type is for the compiler alone
public final class TaskHandle<T> {
    private final CatalogFunction function;

    private TaskHandle(CatalogFunction function) {
        if (function.kind() != Kind.TASK) {
            throw new IllegalArgumentException(function + " is no task");
        }
        this.function = function;
    }

    /**
     * The handle of a task; called by generated code, which knows the type.
     *
     * @param function the task
     * @param <T> the type of its result
     * @return the handle
     */
    public static <T> TaskHandle<T> of(CatalogFunction function) {
        return new TaskHandle<>(function);
    }

    /**
     * The task's name.
     *
     * @return the name, unique in an application
     */
    public String name() {
        return function.name();
    }

    /**
     * What the task takes and gives.
     *
     * @return the function of its catalog
     */
    public CatalogFunction function() {
        return function;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TaskHandle<?> that && function.equals(that.function);
    }

    @Override
    public int hashCode() {
        return function.hashCode();
    }

    @Override
    public String toString() {
        return "TaskHandle[" + function + "]";
    }
}
