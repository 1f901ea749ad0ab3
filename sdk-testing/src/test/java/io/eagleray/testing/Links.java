package io.eagleray.testing;

import io.eagleray.Remote;
import io.eagleray.Task;
import io.eagleray.parallel.Parallel;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Remote functions that need classes which only their worker may have, or values that are large. */
final class Links {
    private Links() {}

    /** Calls {@code go()} of a class. */
    @Remote
    static String go(String className) throws Throwable {
        try {
            return String.valueOf(Class.forName(className).getMethod("go").invoke(null));
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    @Task
    static List<String> goAll(List<String> classNames) {
        return Parallel.map(classNames, LinksTasks::go);
    }

    @Remote
    static byte[] twice(byte[] bytes) {
        return new byte[2 * bytes.length];
    }

    /** Sums the lengths of what comes of so many arrays. */
    @Task
    static long sizes(int count, int length) {
        List<byte[]> inputs =
                IntStream.range(0, count).mapToObj(i -> new byte[length]).toList();
        return Parallel.map(inputs, LinksTasks::twice).stream()
                .mapToLong(bytes -> bytes.length)
                .sum();
    }
}
