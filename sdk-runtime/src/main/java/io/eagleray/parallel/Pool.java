package io.eagleray.parallel;

import io.eagleray.client.BackendException;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.RemoteError;
import io.eagleray.client.TaskTimeoutException;
import io.eagleray.client.ValueException;
import io.eagleray.client.WorkerDiedException;
import io.eagleray.wire.BlockReader;
import io.eagleray.wire.Envelope;
import io.eagleray.wire.Errors;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** The workers of one shape, and the calls that wait for them. Only the loop of its fan-out touches it. */
final class Pool {
    private static final int MOST_DEATHS = 3;
    private static final Duration IDLE = Duration.ofMillis(300);
    private static final Duration DEMAND = Duration.ofSeconds(2);
    private static final int COMPANY_DIVISOR = 16;
    private static final long CAPACITY_AGE_NANOS = 1_000_000_000;

    private final FanOut fanOut;
    private final WorkerPort port;
    private final WorkerShape shape;
    private final Deque<PendingCall> waiting = new ArrayDeque<>();
    private final List<Slot> slots = new ArrayList<>();
    private final ChunkSize chunkSize = new ChunkSize();
    private boolean growing;
    private long fullSince;
    private int failedStarts;
    private int capacity;
    private long capacityAsked;

    Pool(FanOut fanOut, WorkerPort port, WorkerShape shape) {
        this.fanOut = fanOut;
        this.port = port;
        this.shape = shape;
    }

    void add(PendingCall call) {
        waiting.add(call);
    }

    /** Gives waiting calls to idle workers, and starts workers where there are none. */
    void pump() {
        while (!waiting.isEmpty()) {
            Optional<Slot> idle = slots.stream().filter(Slot::idle).findFirst();
            if (idle.isEmpty()) {
                grow();
                return;
            }
            List<PendingCall> chunk = chunk();
            if (!chunk.isEmpty()) {
                Policy policy = fanOut.policy(chunk.get(0).call.function());
                idle.get().run(chunk, policy, pace(chunk.size(), policy));
            }
        }
    }

    /** The thread that makes quick calls cannot watch their time as well. */
    private Slot.Pace pace(int calls, Policy policy) {
        boolean quick = policy.timeout().isEmpty() && chunkSize.isQuick(calls);
        return new Slot.Pace(quick, chunkSize.patience(calls));
    }

    /** Asking a cluster for workers takes its time: not that of a thread that calls, or brings an answer. */
    private void grow() {
        if (!growing && (isCapacityOld() || slots.size() < capacity)) {
            growing = true;
            fanOut.post(this::startWorkers);
        }
    }

    private void startWorkers() {
        growing = false;
        if (waiting.isEmpty()) {
            return;
        }
        int capacity = capacity();
        if (capacity == 0) {
            ConfigurationException tooLarge = new ConfigurationException("no worker of this size fits: it asks for "
                    + shape + ", and no node of the Ray has that; ask for less, or use a larger node");
            waiting.forEach(call -> call.outcome.completeExceptionally(tooLarge));
            waiting.clear();
            return;
        }
        if (!fanOut.mayGrow(this)) {
            return;
        }
        long starting = starting();
        if (slots.size() < capacity && starting < waiting.size()) {
            fanOut.makeRoomFor(this);
        }
        int most = fanOut.most(this, capacity + ahead());
        for (; slots.size() < most && starting < waiting.size(); starting++) {
            slots.add(new Slot(this, fanOut, port.start(shape)));
            fanOut.watch();
        }
    }

    /** How many workers to ask for beyond what there is room for, so that a cluster that can grow sees the demand. */
    private int ahead() {
        boolean demanding = fullSince != 0 && System.nanoTime() - fullSince >= DEMAND.toNanos();
        return demanding && port.waitsForRoom() && !shape.amounts().isEmpty() ? Math.max(1, up()) : 0;
    }

    private void lookAtDemand() {
        if (waiting.isEmpty()) {
            fullSince = 0;
            if (slots.size() > capacity) {
                endStarting();
            }
        } else if (up() < capacity || capacity < 1) {
            fullSince = 0;
        } else if (fullSince == 0) {
            fullSince = System.nanoTime();
        }
    }

    private void endStarting() {
        List.copyOf(slots).stream().filter(Slot::starting).forEach(this::remove);
    }

    int capacity() {
        if (isCapacityOld()) {
            capacity = port.capacity(shape);
            capacityAsked = System.nanoTime();
        }
        return capacity;
    }

    private boolean isCapacityOld() {
        return capacity < 1 || System.nanoTime() - capacityAsked > CAPACITY_AGE_NANOS;
    }

    /** Calls of one function that wait next to each other, as many as may share a request. */
    private List<PendingCall> chunk() {
        List<PendingCall> chunk = new ArrayList<>();
        int running = slots.stream().mapToInt(Slot::calls).sum();
        int most = chunkSize.next(waiting.size(), running, slots.size());
        while (!waiting.isEmpty() && chunk.size() < most) {
            PendingCall next = waiting.element();
            if (!next.outcome.isDone()) {
                most = Math.min(most, next.company);
                if (!chunk.isEmpty() && (chunk.size() >= most || !sameFunction(chunk.get(0), next))) {
                    break;
                }
                chunk.add(next);
            }
            waiting.remove();
        }
        return chunk;
    }

    private static boolean sameFunction(PendingCall one, PendingCall other) {
        return one.call.function().equals(other.call.function()) && one.failures == other.failures;
    }

    void ready() {
        failedStarts = 0;
        pump();
        if (waiting.isEmpty()) {
            fanOut.roomMade();
        }
    }

    boolean hasWaiting() {
        return !waiting.isEmpty();
    }

    int countWaiting() {
        return waiting.size();
    }

    boolean isBusy() {
        return hasWaiting() || !slots.stream().allMatch(Slot::idle);
    }

    /** How many of its workers are up, and stay. */
    int up() {
        return (int) slots.stream()
                .filter(slot -> !slot.starting() && !slot.isLeaving())
                .count();
    }

    /** Which part of what the place has its workers take, those that are starting too. */
    double taken() {
        return slots.isEmpty() ? 0 : Math.min(1, (double) slots.size() / Math.max(1, capacity()));
    }

    boolean competesWith(Pool other) {
        return other != this && shape.makeUp(other.shape) > 0;
    }

    /**
     * Lets workers go, so that some of another pool fit; those that are only starting would take their place at once.
     *
     * @return for how many of the other's there will be room
     */
    double makeWay(Pool other, double workers, int most) {
        int each = other.shape.makeUp(shape);
        return (double) letGo(Math.min(most, (long) Math.ceil(workers * each - 1e-9))) / each;
    }

    /**
     * Lets workers go, so that others have room.
     *
     * @param most how many at most, those included that are about to go
     * @return whether some go
     */
    boolean makeWay(long most) {
        long before = slots.stream().filter(Slot::isLeaving).count();
        return letGo(most - before) + before > 0;
    }

    /** Lets workers go that may, idle ones first; how many. */
    private int letGo(long most) {
        List<Slot> leaving = slots.stream()
                .filter(Slot::mayLeave)
                .sorted(Comparator.comparing(Slot::idle).reversed())
                .limit(Math.max(0, most))
                .toList();
        if (!leaving.isEmpty()) {
            endStarting();
            leaving.forEach(Slot::leave);
        }
        return leaving.size();
    }

    /** Whether it has work, and as many workers as there is room for, which hold something. */
    boolean isFull() {
        return !slots.isEmpty()
                && slots.size() >= capacity
                && isBusy()
                && !shape.amounts().isEmpty();
    }

    /** How many of its workers are not up yet. */
    long starting() {
        return slots.stream().filter(Slot::starting).count();
    }

    /** Whether a request is like those for its workers. */
    boolean asksFor(Demand.Request request) {
        Map<String, Double> amounts = shape.amounts();
        return amounts.keySet().equals(request.amounts().keySet())
                && request.amounts().entrySet().stream()
                        .allMatch(asked -> Math.abs(asked.getValue() - each(asked.getKey())) < 1e-3);
    }

    /** Whether its workers hold all that a request lacks. */
    boolean canHelp(Demand.Request request) {
        return request.lacking().stream().allMatch(name -> each(name) > 0);
    }

    /** How much of a resource each of its workers holds. */
    double each(String resource) {
        return shape.amounts().getOrDefault(resource, 0.0);
    }

    /** How much of a resource its workers hold that are up. */
    double holds(String resource) {
        return each(resource) * (slots.size() - starting());
    }

    /** How much of a resource its workers hold that are about to go. */
    double gives(String resource) {
        return each(resource) * slots.stream().filter(Slot::isLeaving).count();
    }

    boolean isEmpty() {
        return slots.isEmpty();
    }

    /** Gives up workers that do not answer, and gives back those that have had nothing to do for a while. */
    void look() {
        List.copyOf(slots).forEach(Slot::look);
        lookAtDemand();
        List<Slot> idle = slots.stream().filter(slot -> slot.idleFor(IDLE)).toList();
        slots.removeAll(idle); // what they hold may be wanted elsewhere
        idle.forEach(Slot::release);
    }

    void answered(List<PendingCall> calls, WorkerAnswer answer, Policy policy) {
        if (!calls.isEmpty()) {
            chunkSize.measured(calls.size(), answer.nanos());
        }
        BlockReader ends = new BlockReader(answer.ends());
        for (PendingCall call : calls) {
            if (!ends.next()) {
                throw new ValueException("a worker answered fewer calls than it counted");
            }
            long how = ends.number();
            if (how == WorkerAnswer.End.RETRYABLE && call.failures < policy.retries()) {
                call.failures++;
                fanOut.retry(call, Backoff.after(call.failures));
            } else {
                byte[] end = ends.rest();
                call.outcome.complete(how == WorkerAnswer.End.VALUE ? new Envelope.Ok(end) : Envelope.decode(end));
            }
        }
    }

    /** A worker died; its calls go to others, and one that kills again and again is given up. */
    void died(Slot slot, List<PendingCall> calls, Throwable cause) {
        remove(slot);
        int company = Math.max(1, calls.size() / COMPANY_DIVISOR);
        for (int i = calls.size() - 1; i >= 0; i--) {
            PendingCall call = calls.get(i);
            if (call.outcome.isDone()) {
                continue;
            }
            if (calls.size() == 1 && ++call.deaths >= MOST_DEATHS) {
                fail(call, new WorkerDiedException(deadly(call, cause), cause));
            } else if (call.deaths > 1) { // the first time, a new worker takes its time anyway
                fanOut.retry(call, Backoff.after(call.deaths));
            } else {
                call.company = Math.min(call.company, company);
                waiting.addFirst(call);
            }
        }
        pump();
    }

    private static String deadly(PendingCall call, Throwable cause) {
        return call + " ended its worker " + call.deaths + " times, called with " + Redacted.arguments(call.call)
                + ". Does it call System.exit or Runtime.halt, crash in native code, or need more memory than its node"
                + " has? The last time " + cause.getMessage();
    }

    /** Calls that a worker has not begun go to whoever is free, before the others. */
    void handBack(List<PendingCall> calls) {
        for (int i = calls.size() - 1; i >= 0; i--) {
            waiting.addFirst(calls.get(i));
        }
        if (!calls.isEmpty()) {
            pump();
        }
    }

    /** A worker is of no more use; what it has not begun goes to others. */
    void spent(Slot slot, List<PendingCall> notBegun) {
        remove(slot);
        handBack(notBegun);
        pump();
        fanOut.roomMade();
    }

    /** A worker does not answer at all. */
    void frozen(Slot slot, List<PendingCall> calls) {
        remove(slot);
        for (PendingCall call : calls) {
            fail(
                    call,
                    new TaskTimeoutException(
                            call + " took longer than its timeout, and its worker did not answer any more"));
        }
        pump();
    }

    /** A worker could not be started; after some such failures in a row there is no point in going on. */
    void didNotStart(Slot slot, Throwable cause) {
        remove(slot);
        if (++failedStarts >= MOST_DEATHS + capacity) { // as many that were kept warm may have died meanwhile
            BackendException failure = new BackendException(
                    "workers do not start (" + failedStarts + " tries): " + cause.getMessage(), cause);
            waiting.forEach(call -> call.outcome.completeExceptionally(failure));
            waiting.clear();
        } else {
            fanOut.schedule(this::pump, Backoff.after(failedStarts));
        }
    }

    /** What a worker says cannot be understood. */
    void broken(Slot slot, List<PendingCall> calls, Throwable cause) {
        remove(slot);
        calls.forEach(call -> call.outcome.completeExceptionally(cause));
        pump();
    }

    /** Ends a worker that is of no more use: as long as it lives, it holds what another one needs. */
    private void remove(Slot slot) {
        slots.remove(slot);
        slot.end();
    }

    private static void fail(PendingCall call, RuntimeException failure) {
        RemoteError error = Errors.of(failure);
        call.outcome.complete(new Envelope.Error(error));
    }

    void dropCancelled() {
        waiting.removeIf(call -> call.outcome.isDone());
    }

    void endIdle() {
        List<Slot> idle = slots.stream().filter(Slot::idle).toList();
        if (waiting.isEmpty()) {
            slots.removeAll(idle);
            idle.forEach(Slot::end);
        }
    }

    /** Fails all calls, and ends the workers. */
    void fail(Throwable cause) {
        waiting.forEach(call -> call.outcome.completeExceptionally(cause));
        waiting.clear();
        endStarting(); // before the others are given back: who waits for room would have them ended
        slots.forEach(slot -> slot.fail(cause));
        slots.clear();
    }

    void close() {
        fail(new CancellationException("the execution has ended"));
    }
}
