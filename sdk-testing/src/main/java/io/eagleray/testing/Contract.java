package io.eagleray.testing;

import io.eagleray.Remote;
import io.eagleray.Task;
import io.eagleray.call.Ref;
import io.eagleray.client.EaglerayException;
import io.eagleray.client.Outcome;
import io.eagleray.client.TaskFailedException;
import io.eagleray.driver.TaskContext;
import io.eagleray.parallel.NamedValue;
import io.eagleray.parallel.Parallel;
import io.eagleray.parallel.Ready;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tasks and remote functions of the backend contract. */
final class Contract {
    private Contract() {}

    record Order(String id, BigDecimal price, Instant at, List<Line> lines, Map<String, Integer> stock, Kind kind) {}

    record Line(String article, int count, Optional<String> note) {}

    enum Kind {
        RETAIL,
        WHOLESALE
    }

    sealed interface Shape {
        record Circle(double radius) implements Shape {}

        record Square(double side) implements Shape {}
    }

    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String message, @Nullable Throwable cause) {
            super(message, cause);
        }

        Refused(String message) {
            super(message);
        }
    }

    // values

    @Task
    static Order echo(Order order) {
        return order;
    }

    @Task
    static List<@Nullable String> nulls(@Nullable String one, List<@Nullable String> many) {
        return Arrays.asList(one, many.get(0));
    }

    @Task
    static void nothing() {}

    @Task
    static byte[] big(byte[] bytes, int copies) {
        byte[] all = new byte[bytes.length * copies];
        for (int i = 0; i < copies; i++) {
            System.arraycopy(bytes, 0, all, i * bytes.length, bytes.length);
        }
        return all;
    }

    @Task
    static int hash(byte[] bytes) {
        return Arrays.hashCode(bytes);
    }

    @Remote
    static double area(Shape shape) {
        if (shape instanceof Shape.Circle circle) {
            return Math.PI * circle.radius() * circle.radius();
        }
        double side = ((Shape.Square) shape).side();
        return side * side;
    }

    @Task
    static double areas(List<Shape> shapes) {
        return Parallel.map(shapes, ContractTasks::area).stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    // fan-out

    @Remote
    static long square(int x) {
        return (long) x * x;
    }

    @Task
    static List<Long> squares(int n) {
        return Parallel.map(IntStream.range(0, n).boxed().toList(), ContractTasks::square);
    }

    @Task
    static long streamed(int n) {
        return Parallel.stream(IntStream.range(0, n).boxed(), ContractTasks::square)
                .mapToLong(Long::longValue)
                .sum();
    }

    @Remote
    static long nestedSum(int n) {
        return Parallel.map(IntStream.range(0, n).boxed().toList(), ContractTasks::square).stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Task
    static List<Long> nested(int n) {
        return Parallel.map(IntStream.range(0, n).boxed().toList(), ContractTasks::nestedSum);
    }

    @Remote
    static long sum(long[] values, long plus) {
        return LongStream.of(values).sum() + plus;
    }

    @Task
    static List<Long> refs(int n) {
        Ref<long[]> values = Parallel.put(LongStream.range(0, n).toArray());
        Ref<Long> first = Parallel.submit(ContractTasks.sumRef(values, Ref.of(0L)));
        Ref<Long> second = Parallel.submit(ContractTasks.sumRef(values, first));
        return Parallel.get(List.of(first, second));
    }

    @Task
    static String awaited() {
        List<Ref<Long>> refs =
                List.of(Parallel.submit(ContractTasks.square(3)), Parallel.submit(ContractTasks.sleep(60_000)));
        Ready<Long> ready = Parallel.await(refs, 1, Duration.ofSeconds(45));
        ready.pending().forEach(Ref::cancel);
        return ready.ready().size() + " ready, " + ready.pending().size() + " pending";
    }

    // failures

    @Task
    static int fails(String message) {
        throw new Refused(message, new IllegalStateException("the cause"));
    }

    @Remote
    static int failsRemotely(int x) {
        if (x == 3) {
            throw new Refused("item " + x);
        }
        return x;
    }

    @Task
    static List<Integer> mapFails(int n) {
        return Parallel.map(IntStream.range(0, n).boxed().toList(), ContractTasks::failsRemotely);
    }

    @Task
    static String catches(int n) {
        try {
            mapFails(n);
            return "nothing";
        } catch (TaskFailedException e) {
            return String.valueOf(e.getCause());
        }
    }

    @Task
    static List<String> outcomes(int n) {
        return Parallel.outcomes(IntStream.range(0, n).boxed().toList(), ContractTasks::failsRemotely).stream()
                .map(outcome -> outcome instanceof Outcome.Succeeded<Integer> value
                        ? "ok " + value.value()
                        : ((Outcome.Failed<Integer>) outcome).error().message().orElse("no message"))
                .collect(Collectors.toList());
    }

    @Remote
    @SuppressWarnings("InfiniteRecursion") // on purpose
    static int overflows(int depth) {
        return overflows(depth + 1) + 1;
    }

    @Task
    static int deep() {
        return Parallel.submit(ContractTasks.overflows(0)).get();
    }

    // time

    @Task
    static String sleeps(long millis) throws InterruptedException {
        Thread.sleep(millis);
        return "slept";
    }

    @Remote
    static long sleep(long millis) throws InterruptedException {
        Thread.sleep(millis);
        return millis;
    }

    @Task
    static List<Long> sleepsRemotely(int n, long millis) {
        return Parallel.map(IntStream.range(0, n).mapToObj(i -> millis).toList(), ContractTasks::sleep);
    }

    @Task(timeout = "1s")
    static String tooLong() throws InterruptedException {
        return sleeps(60_000);
    }

    @Remote(timeout = "1s")
    static long remoteTooLong(long millis) throws InterruptedException {
        return sleep(millis);
    }

    @Task
    static List<Long> remotesTooLong() {
        return Parallel.map(List.of(0L, 60_000L), ContractTasks::remoteTooLong);
    }

    // retries

    @Task(retries = 3)
    static int retried() {
        int attempt = TaskContext.current().attempt();
        if (attempt < 3) {
            throw new Refused("attempt " + attempt);
        }
        return attempt;
    }

    @Task(retries = 3, retryOn = Refused.class)
    static int notRetried() {
        int attempt = TaskContext.current().attempt();
        if (attempt < 4) {
            throw new IllegalStateException("attempt " + attempt);
        }
        return attempt;
    }

    @Remote(retries = 2, retryOn = Refused.class)
    static int retriedRemotely(int wanted) {
        int attempt = TaskContext.current().attempt();
        if (attempt < wanted) {
            throw new Refused("attempt " + attempt);
        }
        return attempt;
    }

    @Task
    static List<Integer> retriesRemotely(List<Integer> wanted) {
        return Parallel.map(wanted, ContractTasks::retriedRemotely);
    }

    // context

    @Remote
    static String whereRemotely() {
        TaskContext context = TaskContext.current();
        context.logger().info("hello from {}", "a worker");
        return context.executionId();
    }

    @Task
    static List<String> where() {
        TaskContext context = TaskContext.current();
        context.logger().info("hello from {}", "the driver");
        context.progress(1, 2, "half");
        return List.of(
                context.task(),
                context.executionId(),
                Parallel.submit(ContractTasks.whereRemotely()).get());
    }

    // named values

    record Numbers(long[] values) {}

    @Task
    static List<String> keeps(Map<String, long[]> values) {
        values.forEach((name, each) -> NamedValue.of(name, Numbers.class).put(new Numbers(each)));
        return NamedValue.names();
    }

    @Remote
    static long sumFrom(Numbers numbers, int from) {
        return Arrays.stream(numbers.values(), from, numbers.values().length).sum();
    }

    @Task
    static List<Long> sums(String name, List<Integer> froms) {
        Ref<Numbers> numbers = NamedValue.of(name, Numbers.class).ref();
        return Parallel.map(froms, from -> ContractTasks.sumFromRef(numbers, Ref.of(from)));
    }

    @Task
    static List<long[]> picksUp(List<String> names) {
        return names.stream()
                .map(name -> NamedValue.of(name, Numbers.class).get().values())
                .toList();
    }

    @Task
    static List<Boolean> removes(List<String> names) {
        return names.stream()
                .map(name -> NamedValue.of(name, Numbers.class).remove())
                .toList();
    }

    @Remote
    static long[] picksUpRemotely(String name) {
        return NamedValue.of(name, Numbers.class).get().values();
    }

    /** What is said of asking for it as something else, and from elsewhere. */
    @Task
    static List<String> refusals(String name) {
        return Stream.<Supplier<Object>>of(
                        () -> NamedValue.of(name, Order.class).get(),
                        () -> Parallel.submit(ContractTasks.picksUpRemotely(name))
                                .get())
                .map(Contract::refusal)
                .toList();
    }

    private static String refusal(Supplier<Object> asking) {
        try {
            return "nothing is said, but given: " + asking.get();
        } catch (EaglerayException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
