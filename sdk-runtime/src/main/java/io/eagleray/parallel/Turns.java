package io.eagleray.parallel;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets workers of one shape make way for those of another where both need the same and there is too little of it: each
 * shape with work is given its share of the workers that fit, at least one of them. Where that is more than there is,
 * they take turns. Only the loop of its fan-out touches it.
 */
final class Turns {
    private static final Duration HUNGER = Duration.ofMillis(300);

    /** After so long, what was freed for a worker did not help it. */
    private static final Duration PROMISE = Duration.ofSeconds(30);

    private final Map<Pool, Hunger> hungry = new HashMap<>();

    /** A pool that has waited for its share, and what others have been asked to free for it. */
    private static final class Hunger {
        private long since;
        private int expected;

        Hunger(long since) {
            this.since = since;
        }

        boolean isPromised() {
            return expected > 0;
        }

        /** Whether it is time to ask others, for the first time or again. */
        boolean isDue(int up, long now) {
            if (isPromised() && (up >= expected || now - since >= PROMISE.toNanos())) {
                promise(0, now);
            }
            return !isPromised() && now - since >= HUNGER.toNanos();
        }

        void promise(int workers, long now) {
            expected = workers;
            since = now;
        }
    }

    /** Finds those that wait for their share, and asks others to make way. */
    void look(Collection<Pool> pools) {
        long now = System.nanoTime();
        for (Pool pool : pools) {
            List<Pool> rivals = rivals(pool, pools);
            if (!lacks(pool, rivals)) {
                hungry.remove(pool);
            } else {
                feed(pool, rivals, hungry.computeIfAbsent(pool, any -> new Hunger(now)), now);
            }
        }
    }

    /** Whether nobody else is waiting for what a further worker of the pool would take. */
    boolean mayGrow(Pool pool) {
        return hungry.entrySet().stream()
                .noneMatch(each -> each.getValue().isPromised() && each.getKey().competesWith(pool));
    }

    private static List<Pool> rivals(Pool pool, Collection<Pool> pools) {
        return pools.stream().filter(pool::competesWith).toList();
    }

    private static boolean lacks(Pool pool, List<Pool> rivals) {
        if (!pool.hasWaiting() || rivals.stream().allMatch(Pool::isEmpty)) {
            return false;
        }
        double taken = pool.taken() + rivals.stream().mapToDouble(Pool::taken).sum();
        return pool.up() < share(pool, rivals) && taken > 1 + 1e-9;
    }

    private static int share(Pool pool, List<Pool> rivals) {
        long busy = rivals.stream().filter(Pool::isBusy).count();
        return Math.max(1, (int) (pool.capacity() / (1 + busy)));
    }

    private static void feed(Pool pool, List<Pool> rivals, Hunger hunger, long now) {
        if (hunger.isDue(pool.up(), now)) {
            double freed = makeRoom(pool, rivals);
            if (freed > 0) {
                hunger.promise(pool.up() + (int) Math.ceil(freed - 1e-9), now);
            }
        }
    }

    /** For how many more workers of the pool there will be room. */
    private static double makeRoom(Pool pool, List<Pool> rivals) {
        int wanted = Math.min(share(pool, rivals) - pool.up(), pool.countWaiting());
        double freed = 0;
        List<Pool> richest = rivals.stream()
                .sorted(Comparator.comparing(Pool::up).reversed())
                .toList();
        for (Pool rival : richest) {
            int most = rival.up() - share(rival, List.of(pool));
            freed += rival.makeWay(pool, wanted - freed, most);
        }
        for (Pool rival : richest) {
            if (freed < 1 && pool.up() == 0) { // there is not enough for all at once
                freed += rival.makeWay(pool, 1 - freed, rival.up());
            }
        }
        return freed;
    }
}
