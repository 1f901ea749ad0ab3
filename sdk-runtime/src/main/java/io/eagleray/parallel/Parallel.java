package io.eagleray.parallel;

import io.eagleray.call.Ref;
import io.eagleray.call.RemoteCall;
import io.eagleray.client.Outcome;
import io.eagleray.client.TaskTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Fan-out inside a task: remote functions on the workers of the execution.
 *
 * <pre>{@code
 * @Remote
 * static int square(int x) {
 *   return x * x;
 * }
 *
 * @Task
 * public static List<Integer> squares(int n) {
 *   return Parallel.map(IntStream.range(0, n).boxed().toList(), SquaresTasks::square);
 * }
 * }</pre>
 *
 * <p>Outside of an execution, as in a unit test that calls a task as a plain method, the remote functions run on threads
 * of this JVM; their values still pass through the codec. An interrupt of the waiting thread cancels what it waits for.
 */
public final class Parallel {
    private Parallel() {}

    /**
     * Calls a remote function for each input and waits for all results. Calls share requests to the workers as suits
     * their number and length. The first failure cancels the rest.
     *
     * @param inputs the inputs
     * @param call makes the call for an input, such as {@code SquaresTasks::square}
     * @param <A> the type of an input
     * @param <R> the type of a result
     * @return the results, in the order of the inputs; null where a function returned null, or nothing
     * @throws io.eagleray.client.TaskFailedException when a function failed; its message names the input's index
     * @throws io.eagleray.client.TaskCancelledException when the waiting thread was interrupted
     */
    public static <A, R> List<R> map(Collection<A> inputs, Function<? super A, RemoteCall<R>> call) {
        Batch<R> batch = Batch.submit(inputs, call);
        batch.awaitFirstFailure();
        return batch.values();
    }

    /**
     * Calls a remote function for each input of a lazy stream. At most {@value StreamWindow#CALLS} calls are under way;
     * the source is read no faster. Closing the stream cancels what is under way.
     *
     * @param inputs the inputs
     * @param call makes the call for an input, such as {@code SquaresTasks::square}
     * @param <A> the type of an input
     * @param <R> the type of a result
     * @return the results as they come, in no order; a failure is thrown where its result would have been
     */
    public static <A, R> Stream<R> stream(Stream<A> inputs, Function<? super A, RemoteCall<R>> call) {
        StreamWindow<A, R> window = new StreamWindow<>(inputs.iterator(), call);
        return StreamSupport.stream(window, false).onClose(window::close).onClose(inputs::close);
    }

    /**
     * Calls a remote function for each input and waits for how each call ends; none cancels another.
     *
     * @param inputs the inputs
     * @param call makes the call for an input, such as {@code SquaresTasks::square}
     * @param <A> the type of an input
     * @param <R> the type of a result
     * @return the outcomes, in the order of the inputs
     * @throws io.eagleray.client.TaskCancelledException when the waiting thread was interrupted
     */
    public static <A, R> List<Outcome<R>> outcomes(Collection<A> inputs, Function<? super A, RemoteCall<R>> call) {
        Batch<R> batch = Batch.submit(inputs, call);
        batch.awaitAll();
        return batch.outcomes();
    }

    /**
     * Calls a remote function, without waiting. Who makes the call also asks for its result, or cancels it: what is
     * still open when the task, or the remote function, returns is cancelled with a warning in the log.
     *
     * @param call the call
     * @param <R> the type of its result
     * @return its result, on its way
     */
    public static <R> Ref<R> submit(RemoteCall<R> call) {
        FanOut fanOut = fanOut(call);
        PendingCall pending = PendingCall.of(call);
        fanOut.submitOpen(List.of(pending));
        return new ResultRef<>(fanOut, pending);
    }

    /**
     * Puts a value into the object store, for any number of calls. It must not be changed afterwards: neither here, nor by
     * the functions that are given it, for calls on one worker may be given one copy.
     *
     * @param value the value
     * @param <T> its type
     * @return a ref to it
     */
    public static <T> Ref<T> put(T value) {
        return PutRef.constant(fanOut(null), value);
    }

    /**
     * Waits for the values of refs.
     *
     * @param refs the refs
     * @param <T> the type of the values
     * @return the values, in the order of the refs
     * @throws io.eagleray.client.TaskFailedException when one of their functions failed
     * @throws io.eagleray.client.TaskCancelledException when one was cancelled, or the waiting thread interrupted
     */
    public static <T> List<T> get(List<Ref<T>> refs) {
        List<T> values = new ArrayList<>(refs.size());
        for (Ref<T> ref : refs) {
            values.add(ref.get());
        }
        return Collections.unmodifiableList(values);
    }

    /**
     * Waits until some refs have their values, for a while.
     *
     * @param refs the refs
     * @param count how many to wait for, from 0 to the number of refs
     * @param timeout how long to wait
     * @param <T> the type of the values
     * @return which are ready by then: fewer than {@code count} when the time was up, or more
     * @throws IllegalArgumentException when there are not so many refs
     * @throws io.eagleray.client.TaskCancelledException when the waiting thread was interrupted
     */
    public static <T> Ready<T> await(List<Ref<T>> refs, int count, Duration timeout) {
        if (count < 0 || count > refs.size()) {
            throw new IllegalArgumentException(
                    "count is " + count + ", but there are " + refs.size() + " refs: ask for 0 to " + refs.size());
        }
        Countdown enough = new Countdown(count);
        refs.forEach(ref -> ending(ref).whenComplete((ended, failure) -> enough.countDown()));
        try {
            enough.await(timeout, "refs");
        } catch (TaskTimeoutException e) {
            // what is ready by now is the answer
        }
        List<Ref<T>> ready = refs.stream().filter(ref -> ending(ref).isDone()).toList();
        return new Ready<>(
                ready, refs.stream().filter(ref -> !ready.contains(ref)).toList());
    }

    private static CompletableFuture<?> ending(Ref<?> ref) {
        return ref instanceof ResultRef<?> result ? result.pending().outcome : CompletableFuture.completedFuture(null);
    }

    static FanOut fanOut(@Nullable RemoteCall<?> call) {
        return Scope.current()
                .map(Scope::fanOut)
                .orElseGet(() -> Outside.fanOut(
                        call == null
                                ? Thread.currentThread().getContextClassLoader()
                                : call.function().catalog().getClass().getClassLoader()));
    }
}
