package io.eagleray.client;

import io.eagleray.backend.BackendExecution;
import io.eagleray.call.CatalogFunction;
import io.eagleray.call.TaskCall;
import io.eagleray.call.TaskHandle;
import io.eagleray.driver.Submission;
import io.eagleray.spec.RayJobSpec;
import io.eagleray.spec.TaskSpec;
import io.eagleray.wire.Calls;
import io.eagleray.wire.Specs;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A connection to where tasks run.
 *
 * <pre>{@code
 * try (Eagleray eagleray = Eagleray.connect()) {
 *   List<Integer> squares = eagleray.run(SquaresTasks.squares(10));
 * }
 * }</pre>
 *
 * <p>Without a backend in the code, {@code EAGLERAY_BACKEND} names it, then the task's
 * {@code @RayJobConfig(address = …)}; otherwise it is {@code local}, a Ray that is started on this machine, or, where no
 * Ray can be had, {@code embedded}, which is said in one line on standard error. Closing ends what it started. Safe for
 * use by several threads.
 */
public final class Eagleray implements AutoCloseable {
    private final Backends backends;
    private final Optional<LogSink> logs;

    Eagleray(Backends backends, Optional<LogSink> logs) {
        this.backends = backends;
        this.logs = logs;
    }

    /**
     * Connects to the backend that environment and annotations name.
     *
     * @return the connection
     * @throws ConfigurationException when {@code EAGLERAY_BACKEND} is no backend URI
     * @throws BackendException when the backend it names cannot be reached or started
     */
    public static Eagleray connect() {
        return builder().connect();
    }

    /**
     * Connects to a backend.
     *
     * @param backendUri {@code embedded}, {@code local[?nodes=N]}, {@code http(s)://host:port},
     *     {@code kuberay://namespace[?context=…]} or {@code flyte://host[:port]/project/domain}
     * @return the connection
     * @throws ConfigurationException when it is no backend URI
     * @throws BackendException when the backend cannot be reached or started
     */
    public static Eagleray connect(String backendUri) {
        return builder().backend(backendUri).connect();
    }

    /**
     * Connects with choices.
     *
     * @return a builder
     */
    public static EaglerayBuilder builder() {
        return new EaglerayBuilder();
    }

    /**
     * Runs a task and waits for its value. An interrupt of the waiting thread cancels it.
     *
     * @param call the call, made by the companion of the task's class
     * @param <T> the type of the result
     * @return the value; null when the task returned null, or nothing
     * @throws TaskFailedException when the task failed; its cause is the user's exception where that can be rebuilt
     * @throws TaskTimeoutException when the task took longer than its timeout
     * @throws TaskCancelledException when it was cancelled, or the waiting thread was interrupted
     * @throws BackendException when the backend cannot be reached or started
     */
    public <T> T run(TaskCall<T> call) {
        Execution<T> execution = submit(call);
        try {
            return execution.result();
        } catch (TaskCancelledException e) {
            execution.cancel();
            throw e;
        }
    }

    /**
     * Submits a task, without waiting for its end.
     *
     * @param call the call, made by the companion of the task's class
     * @param <T> the type of the result
     * @return the execution
     * @throws BackendException when the backend cannot be reached or started
     * @throws ValueException when an argument cannot be encoded
     */
    public <T> Execution<T> submit(TaskCall<T> call) {
        return submit(call, SubmitOptions.defaults());
    }

    /**
     * Submits a task with options, without waiting for its end.
     *
     * @param call the call, made by the companion of the task's class
     * @param options the execution's id, a timeout, labels, environment variables
     * @param <T> the type of the result
     * @return the execution; when the id was submitted before, the one that is known
     * @throws ConfigurationException when the id is taken by another call
     * @throws BackendException when the backend cannot be reached or started
     * @throws ValueException when an argument cannot be encoded
     */
    public <T> Execution<T> submit(TaskCall<T> call, SubmitOptions options) {
        TaskSpec spec = spec(call.task().function());
        Submission submission = new Submission(
                options.id().orElseGet(() -> ExecutionIds.next(spec.name())),
                spec,
                Calls.encode(call),
                options.timeout().or(spec::timeout),
                options.labels(),
                options.env());
        BackendExecution started = backends.of(address(spec)).submit(submission);
        logs.ifPresent(sink -> Following.start(started, sink, backends::isClosed));
        return new Execution<>(new UntypedExecution(started), call.task());
    }

    /**
     * Finds an execution again, also one that another process has submitted: on the backend that is named, else on the
     * task's {@code @RayJobConfig(address = …)}. Executions on {@code embedded} and {@code local} end with the process
     * that started them.
     *
     * @param id its id
     * @param task the task it runs, which gives the result its type
     * @param <T> the type of the result
     * @return the execution
     * @throws ConfigurationException when there is none of this id, or it runs another task
     * @throws BackendException when the backend cannot be reached
     */
    public <T> Execution<T> attach(String id, TaskHandle<T> task) {
        return new UntypedExecution(backends.find(id, address(spec(task.function())))).as(task);
    }

    /**
     * Finds an execution again whose task is not known here, on the backend that is named.
     *
     * @param id its id
     * @return the execution
     * @throws ConfigurationException when there is none of this id
     * @throws BackendException when the backend cannot be reached
     */
    public UntypedExecution attach(String id) {
        return new UntypedExecution(backends.find(id, Optional.empty()));
    }

    /**
     * Lists the executions that are known to the backend that is named, whoever has submitted them, or else to those that
     * this connection has submitted to.
     *
     * @return the newest first
     * @throws BackendException when the backend cannot be reached
     */
    public List<ExecutionSummary> executions() {
        return backends.opened().stream()
                .flatMap(backend -> backend.executions().stream())
                .sorted(Comparator.comparing(ExecutionSummary::submitted).reversed())
                .toList();
    }

    private static Optional<String> address(TaskSpec spec) {
        return spec.rayJob().map(RayJobSpec::address);
    }

    private static TaskSpec spec(CatalogFunction task) {
        String className = task.catalog().className();
        return Specs.load(task.catalog().getClass().getClassLoader(), className).tasks().stream()
                .filter(spec -> spec.name().equals(task.name()))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException("the spec of " + className + " does not mention \""
                        + task.name() + "\": spec and catalog are of different compilations; compile again"));
    }

    /** Cancels what runs, and ends what this connection started. */
    @Override
    public void close() {
        backends.close();
    }
}
