package io.eagleray.call;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A typed invocation of a task: which task, which arguments. Made by the companion of its class; run by
 * {@code Eagleray.run}.
 *
 * @param <T> the type of the task's result
 */
public final class TaskCall<T> {
    private final TaskHandle<T> task;
    private final List<@Nullable Object> arguments;

    private TaskCall(TaskHandle<T> task, @Nullable Object[] arguments) {
        this.task = task;
        this.arguments = Collections.unmodifiableList(Arrays.asList(arguments.clone()));
    }

    /**
     * A call of a task; called by generated code, which knows the types.
     *
     * @param task the task
     * @param arguments its arguments, boxed, in order
     * @param <T> the type of the task's result
     * @return the call
     */
    public static <T> TaskCall<T> of(TaskHandle<T> task, @Nullable Object[] arguments) {
        return new TaskCall<>(task, arguments);
    }

    /**
     * Which task.
     *
     * @return its handle
     */
    public TaskHandle<T> task() {
        return task;
    }

    /**
     * Which arguments.
     *
     * @return the arguments, boxed, in order
     */
    public List<@Nullable Object> arguments() {
        return arguments;
    }

    /** The task, without its arguments: they may be secret, or large. */
    @Override
    public String toString() {
        return "TaskCall[" + task.function() + "]";
    }
}
