package io.eagleray.testing;

import io.eagleray.Remote;
import io.eagleray.Task;
import io.eagleray.client.Outcome;
import io.eagleray.parallel.Parallel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remote functions that fail in unusual ways, and values that cannot be carried. */
final class Faults {
    private Faults() {}

    enum Fault {
        NONE,
        ENDLESS_RECURSION,
        POISONED_CLASS,
        MUTE_EXCEPTION,
        CYCLE_OF_CAUSES,
        ERROR,
        THROWABLE,
        HUGE_MESSAGE,
        INTERRUPTED_BY_NOBODY,
        INTERRUPTS_ITSELF
    }

    /** Cannot be initialized. */
    static final class Poisoned {
        static final int VALUE = value();

        private static int value() {
            throw new IllegalStateException("no licence");
        }
    }

    /** Fails when it is asked what it is. */
    static final class Mute extends RuntimeException {
        private static final long serialVersionUID = 1;

        @Override
        public String getMessage() {
            throw new IllegalStateException("not telling");
        }
    }

    /** Neither an exception nor an error. */
    static final class Other extends Throwable {
        private static final long serialVersionUID = 1;

        Other(String message) {
            super(message);
        }
    }

    @Remote
    static int meet(Fault fault) throws Throwable {
        switch (fault) {
            case NONE -> {
                return 0;
            }
            case INTERRUPTS_ITSELF -> {
                Thread.currentThread().interrupt();
                return 0;
            }
            case ENDLESS_RECURSION -> {
                return meet(fault) + 1;
            }
            case POISONED_CLASS -> {
                return Poisoned.VALUE;
            }
            default -> throw thrown(fault);
        }
    }

    private static Throwable thrown(Fault fault) {
        return switch (fault) {
            case MUTE_EXCEPTION -> new Mute();
            case CYCLE_OF_CAUSES -> cycle();
            case ERROR -> new AssertionError("never");
            case HUGE_MESSAGE -> new IllegalStateException("x".repeat(10_000_000));
            case INTERRUPTED_BY_NOBODY -> new InterruptedException("so it says");
            default -> new Other("neither");
        };
    }

    private static RuntimeException cycle() {
        RuntimeException first = new IllegalStateException("first");
        RuntimeException second = new IllegalStateException("second", first);
        first.initCause(second);
        return first;
    }

    @Task
    static List<Integer> meetAll(List<Fault> faults) {
        return Parallel.map(faults, FaultsTasks::meet);
    }

    @Task
    static List<String> meetEach(List<Fault> faults) {
        return Parallel.outcomes(faults, FaultsTasks::meet).stream()
                .map(outcome -> outcome instanceof Outcome.Failed<Integer> failed
                        ? failed.error().toString()
                        : String.valueOf(((Outcome.Succeeded<Integer>) outcome).value()))
                .toList();
    }

    @Task
    static int meetAlone(Fault fault) throws Throwable {
        return meet(fault);
    }

    // values

    /** Hides what it has. */
    record Shy(int value) {
        @Override
        public int value() {
            if (value < 0) {
                throw new IllegalStateException("not for you");
            }
            return value;
        }
    }

    record Tree(List<Tree> children) {}

    enum Value {
        FINE,
        WITH_NULLS,
        POLLUTED,
        SHY,
        CYCLIC
    }

    record Result(
            List<@Nullable Integer> list,
            Map<@Nullable String, Integer> map,
            @Nullable Shy shy,
            @Nullable Tree tree) {}

    @Remote
    static Result make(Value value) {
        return switch (value) {
            case FINE -> new Result(List.of(1), Map.of("a", 1), null, null);
            case WITH_NULLS -> new Result(Arrays.asList(1, null), nullKey(), null, null);
            case POLLUTED -> new Result(polluted(), Map.of(), null, null);
            case SHY -> new Result(List.of(), Map.of(), new Shy(-1), null);
            case CYCLIC -> new Result(List.of(), Map.of(), null, cyclic());
        };
    }

    private static Map<@Nullable String, Integer> nullKey() {
        Map<@Nullable String, Integer> map = new LinkedHashMap<>();
        map.put(null, 1);
        return map;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // on purpose
    private static List<@Nullable Integer> polluted() {
        return (List) List.of("text");
    }

    private static Tree cyclic() {
        List<Tree> children = new ArrayList<>();
        Tree tree = new Tree(Collections.unmodifiableList(children));
        children.add(tree);
        return tree;
    }

    @Task
    static List<Result> makeAll(List<Value> values) {
        return Parallel.map(values, FaultsTasks::make);
    }

    @Remote
    static int look(Shy shy) {
        return shy.value();
    }

    @Task
    static List<Integer> lookAt(List<Integer> values) {
        return Parallel.map(values, value -> FaultsTasks.look(new Shy(value)));
    }
}
