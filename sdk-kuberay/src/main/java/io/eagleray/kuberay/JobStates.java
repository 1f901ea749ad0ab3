package io.eagleray.kuberay;

import io.eagleray.client.ExecutionSummary;
import io.eagleray.client.State;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a RayJob tells of its execution. Neither of its two states can be trusted alone. */
final class JobStates {
    private JobStates() {}

    static ExecutionSummary summary(RayJob job) {
        Map<String, String> labels = job.getMetadata().getLabels();
        RayJob.Status status = job.getStatus();
        return new ExecutionSummary(
                labels.getOrDefault(Labels.EXECUTION, ""),
                task(job),
                state(status),
                time(job.getMetadata().getCreationTimestamp()).orElse(Instant.EPOCH),
                status == null ? Optional.empty() : time(status.endTime()),
                status == null ? "" : KubeTrouble.shown(Objects.requireNonNullElse(status.message(), "")));
    }

    private static String task(RayJob job) {
        return Optional.ofNullable(job.getMetadata().getAnnotations())
                .map(annotations -> annotations.get(Manifests.TASK))
                .orElseGet(() -> job.getMetadata().getLabels().getOrDefault(Labels.TASK, ""));
    }

    static State state(RayJob.@Nullable Status status) {
        String deployment = status == null ? "" : Objects.requireNonNullElse(status.jobDeploymentStatus(), "");
        String ray = status == null ? "" : Objects.requireNonNullElse(status.jobStatus(), "");
        return switch (deployment) {
            case "Failed", "ValidationFailed" -> State.FAILED;
            case "Complete" ->
                switch (ray) {
                    case "SUCCEEDED" -> State.SUCCEEDED;
                    case "STOPPED" -> State.CANCELLED;
                    default -> State.FAILED;
                };
            case "Running" -> ray.equals("RUNNING") ? State.RUNNING : State.PENDING;
            case "Suspending", "Suspended" -> State.PENDING;
            default -> State.PROVISIONING;
        };
    }

    /** A time as Kubernetes writes it. */
    static Optional<Instant> time(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
