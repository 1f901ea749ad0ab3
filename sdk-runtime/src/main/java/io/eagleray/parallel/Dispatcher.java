package io.eagleray.parallel;

import io.eagleray.client.LogLine;
import io.eagleray.parallel.WorkerRequest.Work;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The worker's end of a port: takes an encoded request with the stored values it mentions, has the calls made, quick ones
 * on the thread that brings them and others on one of its own, and gives the encoded answer. Only JDK types show, so that
 * a worker can hold it behind another class loader. One dispatcher serves one worker, and takes one request at a time,
 * and beside it another that asks about its work.
 */
public final class Dispatcher implements BiFunction<byte[], List<byte[]>, byte[]> {
    private final Functions functions;
    private final Executor thread;
    private final MemoryReserve reserve = new MemoryReserve();
    private final Constants constants = new Constants();
    private final PrintedLines printed = new PrintedLines(this::print);
    private volatile @Nullable Run run;

    /**
     * The dispatcher of a JVM that is a worker and nothing else: of the functions that its own class loader finds. What is
     * printed there belongs to the calls.
     */
    public Dispatcher() {
        this(Dispatcher.class.getClassLoader());
        printed.install();
    }

    /**
     * A dispatcher of the functions that a class loader finds.
     *
     * @param loader the loader of the user's code
     */
    public Dispatcher(ClassLoader loader) {
        functions = new Functions(loader);
        thread = OneThread.named("eagleray-calls", loader);
    }

    /**
     * Answers a request.
     *
     * @param request the encoded request; empty for a greeting, whose answer is empty too
     * @param stored the encoded values that the request mentions by their place
     * @return the encoded answer
     */
    @Override
    public byte[] apply(byte[] request, List<byte[]> stored) {
        if (request.length == 0) {
            return WorkerRequest.GREETING;
        }
        WorkerRequest decoded = Messages.request(request);
        WorkerAnswer answer = decoded instanceof Work work ? work(work, stored) : about(decoded);
        return Messages.encode(answer);
    }

    private WorkerAnswer work(Work work, List<byte[]> stored) {
        Run begun = begun(work, stored);
        if (work.quick()) {
            begun.run();
            return begun.answer();
        }
        thread.execute(begun);
        return begun.answer(work.patience());
    }

    /** On whichever thread it comes; the one before has ended. */
    private synchronized Run begun(Work work, List<byte[]> stored) {
        constants.take(work.constants(), stored);
        Run begun = new Run(work, new Calling.Given(stored, constants), functions, reserve, printed::finish);
        run = begun;
        return begun;
    }

    private WorkerAnswer about(WorkerRequest asked) {
        Run current = run;
        if (current == null || current.number() != asked.number()) {
            return WorkerAnswer.ELSEWHERE; // it has ended, or comes in a moment
        }
        if (asked instanceof WorkerRequest.Interrupt) {
            current.interrupt();
        }
        return current.answer(asked.patience());
    }

    /** Interrupts the call that runs, and begins no other one. */
    void end() {
        Run current = run;
        if (current != null) {
            current.stop();
        }
    }

    private void print(LogLine line) {
        Run current = run;
        if (current != null) {
            current.log(line);
        }
    }
}
