package io.eagleray.testing;

import io.eagleray.Remote;
import io.eagleray.Task;
import io.eagleray.client.Outcome;
import io.eagleray.parallel.Parallel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Remote functions that ask more of their worker than it has, or take it with them. */
final class Deaths {
    private static final List<Object> LEAK = new ArrayList<>();

    private Deaths() {}

    @Remote(memory = "600Mi")
    static long heap() {
        return Runtime.getRuntime().maxMemory();
    }

    @Task
    static long heapOfWorker() {
        return Parallel.submit(DeathsTasks.heap()).get();
    }

    enum Hoard {
        NOTHING,
        FREED,
        LEAKED
    }

    /** Leaves the id of a process that runs out of memory. */
    @Remote(memory = "128Mi")
    static int hoard(Hoard hoard, String marks) throws IOException {
        if (hoard == Hoard.NOTHING) {
            return 0;
        }
        Marks.leave(marks, String.valueOf(ProcessHandle.current().pid()));
        List<Object> kept = hoard == Hoard.LEAKED ? LEAK : new ArrayList<>();
        while (true) {
            kept.add(new byte[1 << 14]);
        }
    }

    @Task
    static List<String> hoards(List<Hoard> hoards, String marks) {
        return texts(Parallel.outcomes(hoards, hoard -> DeathsTasks.hoard(hoard, marks)));
    }

    private static List<String> texts(List<? extends Outcome<?>> outcomes) {
        return outcomes.stream().map(Deaths::text).toList();
    }

    private static String text(Outcome<?> outcome) {
        return outcome instanceof Outcome.Failed<?> failed
                ? failed.error().summary()
                : String.valueOf(((Outcome.Succeeded<?>) outcome).value());
    }
}
