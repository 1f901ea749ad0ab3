package io.eagleray.parallel;

import io.eagleray.parallel.Demand.Request;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets workers make way for what others run in the same place, such as Python functions or other jobs: while they wait,
 * half of what an execution holds is theirs, and where that is less than one worker, they take turns. The place is only
 * asked while an execution has held all that it can get for a while. Only the loop of its fan-out touches it.
 */
final class Others {
    private static final Logger LOG = LoggerFactory.getLogger(Others.class);

    /** To ask takes a process of its own, whose start work that ends soon goes without. */
    private static final Duration AT_FIRST = Duration.ofSeconds(2);

    /** Often enough for Ray to keep that process: one that idles for a second is ended. */
    private static final Duration OFTEN = Duration.ofMillis(500);

    /** After so long there is no answer, nor will there be one to another question. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** How long a pool without workers leaves others alone before it waits for room beside them. */
    private static final Duration TURN = Duration.ofSeconds(2);

    private final FanOut fanOut;
    private final WorkerPort port;
    /** When a pool last had workers that make way. */
    private final Map<Pool, Long> madeWayAt = new HashMap<>();

    /** How many workers a pool may have while others wait for what they hold. */
    private final Map<Pool, Integer> shares = new HashMap<>();

    private List<Request> waiting = List.of();
    private @Nullable CompletableFuture<Demand> asked;
    private Duration pause = AT_FIRST;
    private long since;
    private boolean off;

    Others(FanOut fanOut, WorkerPort port) {
        this.fanOut = fanOut;
        this.port = port;
        off = !port.waitsForRoom();
    }

    /** Asks from time to time, one question after the other. */
    void look(Collection<Pool> pools) {
        long now = System.nanoTime();
        if (off) {
            return;
        }
        if (pools.stream().noneMatch(Pool::isBusy)) {
            forget();
        }
        if (asked == null && waiting.isEmpty() && pools.stream().noneMatch(Pool::isFull)) {
            since = 0;
            pause = AT_FIRST;
        } else if (since == 0) {
            since = now;
        } else if (asked != null && now - since >= PATIENCE.toNanos()) {
            giveUp("no answer after " + PATIENCE);
        } else if (asked == null && now - since >= pause.toNanos()) {
            since = now;
            ask(pools);
        }
    }

    private void ask(Collection<Pool> pools) {
        CompletableFuture<Demand> question = port.demand();
        asked = question;
        question.whenComplete((demand, failure) -> fanOut.post(() -> heard(question, demand, failure, pools)));
    }

    private void heard(
            CompletableFuture<Demand> question,
            @Nullable Demand demand,
            @Nullable Throwable failure,
            Collection<Pool> pools) {
        if (asked != question) {
            return;
        }
        asked = null;
        since = System.nanoTime();
        pause = OFTEN;
        if (demand == null) {
            giveUp(String.valueOf(failure));
            return;
        }
        waiting = demand.waiting().stream()
                .map(request -> request.less(pools.stream()
                        .filter(pool -> pool.asksFor(request))
                        .mapToLong(Pool::starting)
                        .sum()))
                .filter(request -> request.count() > 0)
                .toList();
        madeWayAt.keySet().removeIf(pool -> !isWantedFrom(pool));
        for (Pool pool : pools) {
            if (isWantedFrom(pool)) {
                makeWay(pool, demand, pools);
            }
        }
    }

    /** It is a help to others, not to us: without it all goes on as on a Ray that nobody shares. */
    private void giveUp(String why) {
        off = true;
        asked = null;
        forget();
        LOG.debug("Workers no longer make way for what others run on this Ray, for it cannot be seen: {}", why);
    }

    private void forget() {
        waiting = List.of();
        madeWayAt.clear();
        shares.clear();
    }

    private boolean isWantedFrom(Pool pool) {
        return waiting.stream().anyMatch(pool::canHelp);
    }

    private void makeWay(Pool pool, Demand demand, Collection<Pool> pools) {
        List<Request> helped = waiting.stream().filter(pool::canHelp).toList();
        double share = Double.MAX_VALUE;
        double most = 0;
        for (String name : demand.taken().keySet()) {
            double wanted =
                    helped.stream().mapToDouble(request -> request.lacks(name)).sum();
            if (wanted > 0) {
                double half = demand.taken(name) / 2;
                double own = pools.stream().mapToDouble(any -> any.holds(name)).sum();
                double going = pools.stream()
                        .filter(any -> any != pool)
                        .mapToDouble(any -> any.gives(name))
                        .sum();
                most = Math.max(most, (Math.min(wanted, own - half) - going) / pool.each(name));
                share = Math.min(share, (half - own + pool.holds(name)) / pool.each(name));
            }
        }
        shares.put(pool, (int) Math.max(1, share));
        if (pool.makeWay((long) Math.ceil(most - 1e-9))) {
            madeWayAt.put(pool, System.nanoTime());
        }
    }

    /** How many workers a pool may have, those that wait for room included. */
    int most(Pool pool, int wanted) {
        if (!isWantedFrom(pool)) {
            return wanted;
        }
        Long madeWay = madeWayAt.get(pool);
        boolean isItsTurn = madeWay == null || System.nanoTime() - madeWay >= TURN.toNanos();
        return isItsTurn ? Math.min(shares.getOrDefault(pool, 1), wanted) : 0;
    }
}
