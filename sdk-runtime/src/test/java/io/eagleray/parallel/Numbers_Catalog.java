package io.eagleray.parallel;

import io.eagleray.call.Catalog;
import io.eagleray.call.CatalogFunction;
import io.eagleray.call.Ref;
import io.eagleray.call.RemoteCall;
import java.util.concurrent.atomic.AtomicInteger;

/** Remote functions as the processor would write them down; this module is built before it. */
public final class Numbers_Catalog extends Catalog {
    public static final Numbers_Catalog INSTANCE = new Numbers_Catalog();

    static final AtomicInteger RUNNING = new AtomicInteger();

    final CatalogFunction square = number("square", x -> x * x);
    final CatalogFunction sleep = number("sleep", Numbers_Catalog::sleepFor);
    final CatalogFunction bounded = number("bounded", Numbers_Catalog::sleepFor);
    final CatalogFunction refuseOdd = number("refuseOdd", x -> {
        if (x % 2 == 1) {
            throw new IllegalArgumentException("odd: " + x);
        }
        return x;
    });
    final CatalogFunction exhaustAtThree = number("exhaustAtThree", x -> {
        if (x == 3) {
            throw new IllegalStateException(new OutOfMemoryError("Java heap space"));
        }
        return x;
    });
    final CatalogFunction stubborn = number("stubborn", Numbers_Catalog::stubborn);

    /** Its workers also hold memory. */
    final CatalogFunction otherSleep = number("otherSleep", Numbers_Catalog::sleepFor);

    /** Its workers hold two CPUs. */
    final CatalogFunction wideSquare = number("wideSquare", x -> x * x);

    final CatalogFunction tooWide = number("tooWide", x -> x);

    /** Adds the number to the first value, which the function also changes. */
    final CatalogFunction addToFirst = remote(
            "addToFirst",
            type(long.class),
            arguments -> ((long[]) arguments[0])[0] += (long) arguments[1],
            parameter("values", type(long[].class)),
            parameter("x", type(long.class)));

    private Numbers_Catalog() {
        super("io.eagleray.parallel.Numbers");
    }

    private interface LongFunction {
        long apply(long x) throws Exception;
    }

    private CatalogFunction number(String name, LongFunction body) {
        return remote(
                name, type(long.class), arguments -> body.apply((long) arguments[0]), parameter("x", type(long.class)));
    }

    private static long sleepFor(long millis) throws InterruptedException {
        RUNNING.incrementAndGet();
        try {
            Thread.sleep(millis);
        } finally {
            RUNNING.decrementAndGet();
        }
        return millis;
    }

    private static long stubborn(long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
        return millis;
    }

    static RemoteCall<Long> call(CatalogFunction function, long x) {
        return RemoteCall.of(function, new Object[] {x});
    }

    static RemoteCall<Long> callRef(CatalogFunction function, Ref<Long> x) {
        return RemoteCall.of(function, new Object[] {x});
    }
}
