package io.eagleray.flyte.pod;

import io.eagleray.driver.InProcessDriver;
import io.eagleray.driver.Submission;
import io.eagleray.driver.cluster.DriverOutput;
import io.eagleray.parallel.WorkerPort;
import io.eagleray.wire.Envelope;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One attempt at a task. Flyte sees to further ones, each in a pod of its own. */
final class Attempt {
    private static final String NUMBER = "FLYTE_ATTEMPT_NUMBER";

    private final Submission submission;
    private final ClassLoader application;
    private final DriverOutput output;
    private @Nullable InProcessDriver driver;

    Attempt(Submission submission, ClassLoader application, DriverOutput output) {
        this.submission = submission;
        this.application = application;
        this.output = output;
    }

    Envelope run(Supplier<WorkerPort> ports) {
        InProcessDriver running = new InProcessDriver(submission, application, ports, output::log, output::report);
        driver = running;
        return running.run(number());
    }

    /** What the task has thrown; empty when it has thrown nothing, or did not begin. */
    Optional<Throwable> failure() {
        return Optional.ofNullable(driver).flatMap(InProcessDriver::failure);
    }

    /** Flyte counts from zero. */
    private static int number() {
        String number = System.getenv().getOrDefault(NUMBER, "");
        return number.matches("\\d{1,6}") ? Integer.parseInt(number) + 1 : 1;
    }
}
