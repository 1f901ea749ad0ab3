package io.eagleray.driver;

import io.eagleray.client.Progress;
import io.eagleray.parallel.FanOut;
import io.eagleray.parallel.Scope;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a running task, or a remote function, may know of its execution.
 *
 * <pre>{@code
 * @Task
 * public static double pi(int rounds) {
 *   TaskContext context = TaskContext.current();
 *   for (int done = 0; done < rounds; done++) {
 *     …
 *     context.progress(done + 1, rounds, "samples");
 *   }
 * }
 * }</pre>
 */
public final class TaskContext {
    private final Optional<Scope> scope;

    private TaskContext(Optional<Scope> scope) {
        this.scope = scope;
    }

    /**
     * The context of this thread. Outside of an execution, as in a unit test that calls a task as a plain method, there
     * is one too: its id and task are {@code none}, its logger is SLF4J's, and progress goes nowhere.
     *
     * @return the context
     */
    public static TaskContext current() {
        return new TaskContext(Scope.current());
    }

    /**
     * The execution.
     *
     * @return its id
     */
    public String executionId() {
        return scope.map(Scope::owner).map(FanOut.Owner::executionId).orElse("none");
    }

    /**
     * The task.
     *
     * @return its name; in a remote function, of the task that called it
     */
    public String task() {
        return scope.map(Scope::owner).map(FanOut.Owner::task).orElse("none");
    }

    /**
     * Which attempt this is.
     *
     * @return 1 for the first attempt, one more after each retry
     */
    public int attempt() {
        return scope.map(Scope::attempt).orElse(1);
    }

    /**
     * A logger into the log of the execution, where {@code Execution.logs} reads.
     *
     * @return the logger; everything from {@code DEBUG} on is kept
     */
    public Logger logger() {
        return scope.<Logger>map(ExecutionLogger::new).orElseGet(() -> LoggerFactory.getLogger("io.eagleray.task"));
    }

    /**
     * Reports progress to whoever watches.
     *
     * @param done how much is done, from 0 to {@code total}
     * @param total how much there is; 0 where that is not known
     * @param message what is being done right now; may be empty
     * @throws IllegalArgumentException when {@code done} or {@code total} is negative, or {@code done} is greater
     */
    public void progress(long done, long total, String message) {
        if (done < 0 || total < 0 || (total > 0 && done > total)) {
            throw new IllegalArgumentException("progress of " + done + " out of " + total
                    + " makes no sense: 0 <= done <= total, total 0 if unknown");
        }
        scope.map(Scope::owner)
                .ifPresent(owner -> owner.progress().accept(new Progress(owner.task(), done, total, message)));
    }
}
