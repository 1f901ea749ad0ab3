package io.eagleray.flyte.pod;

import io.eagleray.HeadNodeConfig;
import io.eagleray.RayJobConfig;
import io.eagleray.RayStartParam;
import io.eagleray.Remote;
import io.eagleray.RuntimeEnv;
import io.eagleray.Task;
import io.eagleray.driver.TaskContext;
import io.eagleray.parallel.Parallel;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What the pods of the tests do. */
final class Chores {
    private Chores() {}

    record Sum(int count, long total, String note) {}

    @Remote
    static long square(long x) {
        if (x < 0) {
            throw new IllegalArgumentException("negative: " + x);
        }
        return x * x;
    }

    @Task
    static Sum squares(List<Long> numbers, String note) {
        List<Long> squares = Parallel.map(numbers, ChoresTasks::square);
        return new Sum(
                squares.size(), squares.stream().mapToLong(Long::longValue).sum(), note);
    }

    @Task
    static void nothing() {}

    @Task
    static String who() {
        TaskContext context = TaskContext.current();
        return context.executionId() + " " + context.task() + " " + context.attempt();
    }

    @Task
    static int fail(String reason) throws IOException {
        try {
            throw new IllegalStateException(reason);
        } catch (IllegalStateException e) {
            throw new IOException("it failed", e);
        }
    }

    @Task(retries = 2, retryOn = IOException.class)
    static int retried(boolean isWorthIt) throws IOException {
        if (isWorthIt) {
            throw new IOException("once more");
        }
        throw new IllegalStateException("never again");
    }

    @Task
    static int halt(int code) {
        Runtime.getRuntime().halt(code);
        return code;
    }

    @Task
    static int killed() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-9", Long.toString(ProcessHandle.current().pid()))
                .start()
                .waitFor(1, TimeUnit.MINUTES);
        return 0;
    }

    @Task
    static String sleep(String file) throws IOException, InterruptedException {
        java.nio.file.Files.createFile(java.nio.file.Path.of(file));
        TimeUnit.MINUTES.sleep(5);
        return file;
    }

    @Task
    @RayJobConfig(
            headNodeConfig = @HeadNodeConfig(rayStartParams = @RayStartParam(key = "dashboard-port", value = "8266")),
            runtimeEnv = @RuntimeEnv(workingDir = "src/test/resources/pods"))
    static int onRay(int n) {
        return n;
    }
}
