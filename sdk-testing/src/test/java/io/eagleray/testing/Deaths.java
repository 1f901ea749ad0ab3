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
            kept.add(new byte[1 << 18]);
        }
    }

    @Task
    static List<String> hoards(List<Hoard> hoards, String marks) {
        return texts(Parallel.outcomes(hoards, hoard -> DeathsTasks.hoard(hoard, marks)));
    }

    enum Way {
        EXIT,
        HALT,
        SIGKILL,
        ENDLESS_LOOP
    }

    /** One that leaves a mark each time it runs, and dies the first so many times. */
    record Mortal(int number, Way way, int deaths, long afterMillis) {
        static Mortal immortal(int number) {
            return new Mortal(number, Way.EXIT, 0, 0);
        }
    }

    @Remote
    static int live(Mortal mortal, String marks) throws IOException, InterruptedException {
        int runs = Marks.leave(marks, String.valueOf(mortal.number()));
        if (runs <= mortal.deaths()) {
            Thread.sleep(mortal.afterMillis());
            die(mortal.way());
        }
        return mortal.number();
    }

    private static void die(Way way) throws IOException, InterruptedException {
        switch (way) {
            case EXIT -> System.exit(3);
            case HALT -> Runtime.getRuntime().halt(4);
            case SIGKILL -> {
                long pid = ProcessHandle.current().pid();
                new ProcessBuilder("kill", "-9", String.valueOf(pid)).start().waitFor();
            }
            case ENDLESS_LOOP -> loop();
        }
    }

    @SuppressWarnings("InfiniteLoopStatement") // on purpose: it ignores interrupts
    private static void loop() {
        while (true) {
            Thread.onSpinWait();
        }
    }

    @Task
    static List<Integer> liveAll(List<Mortal> mortals, String marks) {
        return Parallel.map(mortals, mortal -> DeathsTasks.live(mortal, marks));
    }

    @Task
    static List<String> liveEach(List<Mortal> mortals, String marks) {
        return texts(Parallel.outcomes(mortals, mortal -> DeathsTasks.live(mortal, marks)));
    }

    @Remote(timeout = "1s")
    static int liveBriefly(Mortal mortal, String marks) throws IOException, InterruptedException {
        return live(mortal, marks);
    }

    @Task
    static List<String> liveEachBriefly(List<Mortal> mortals, String marks) {
        return texts(Parallel.outcomes(mortals, mortal -> DeathsTasks.liveBriefly(mortal, marks)));
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
