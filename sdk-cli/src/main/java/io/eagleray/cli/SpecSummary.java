package io.eagleray.cli;

import io.eagleray.bundle.RegisteredTask;
import io.eagleray.spec.RayJobSpec;
import io.eagleray.spec.RayJobSpec.WorkerGroupSpec;
import io.eagleray.spec.ResourceSpec;
import io.eagleray.spec.RuntimeEnvSpec;
import io.eagleray.spec.SecretSpec;
import io.eagleray.spec.TaskSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A spec for people: a row for each thing that is said, none for what is left at its default. */
final class SpecSummary {
    private final List<List<String>> rows = new ArrayList<>();

    private SpecSummary() {}

    static List<List<String>> of(RegisteredTask task) {
        SpecSummary summary = new SpecSummary();
        summary.task(task.spec());
        summary.row("source", task.place());
        task.spec().rayJob().ifPresent(summary::rayJob);
        return summary.rows;
    }

    private void task(TaskSpec spec) {
        row("task", spec.name() + TypeNames.of(spec.signature()));
        row("description", spec.description());
        resources("", spec.resources());
        row("retries", spec.retries() == 0 ? "" : spec.retries() + on(spec.retryOn()));
        row("timeout", text(spec.timeout()));
        row("cache", spec.cache().enabled() ? ("on " + spec.cache().version()).strip() : "");
        row("interruptible", spec.interruptible() ? "yes" : "");
        row("env", text(spec.env()));
        row("secrets", spec.secrets().stream().map(SpecSummary::text).collect(Collectors.joining(", ")));
        row("labels", text(spec.labels()));
    }

    private void rayJob(RayJobSpec job) {
        row("Ray job", "yes");
        row("  head", text(job.headGroup().rayStartParams()));
        resources("  head ", job.headGroup().resources());
        row("  head pod template", job.headGroup().podTemplate());
        job.workerGroups().forEach(this::workerGroup);
        runtimeEnv(job.runtimeEnv());
        row(
                "  autoscaling",
                job.autoscaler().isPresent() ? job.autoscaler().get().upscalingMode() : "");
        row("  shutdown after job", job.shutdownAfterJobFinishes() ? "" : "no");
        row(
                "  TTL after job",
                job.ttlSecondsAfterFinished().isPresent()
                        ? job.ttlSecondsAfterFinished().getAsInt() + " s"
                        : "");
        row("  kept on failure", text(job.keepOnFailure()));
        row("  address", Redacted.of(job.address()));
        row("  image", job.image());
        row("  Ray version", job.rayVersion());
        row("  service account", job.serviceAccount());
        row("  reused cluster", job.reuse().map(RayJobSpec.ReuseSpec::name).orElse(""));
    }

    private void workerGroup(WorkerGroupSpec group) {
        String label = "  workers " + group.groupName();
        row(label, group.replicas() + " (" + group.minReplicas() + " to " + group.maxReplicas() + ")");
        row(label + " start", text(group.rayStartParams()));
        resources(label + " ", group.resources());
        row(label + " pod template", group.podTemplate());
    }

    private void runtimeEnv(RuntimeEnvSpec env) {
        row("  pip", String.join(", ", env.pip()));
        row("  conda", env.conda());
        row("  Python modules", String.join(", ", env.pyModules()));
        row("  working directory", env.workingDir());
        row("  environment", text(env.envVars()));
    }

    private void resources(String owner, ResourceSpec resources) {
        row(owner + "requests", text(resources.requests()));
        row(owner + "limits", text(resources.limits()));
    }

    private void row(String label, String value) {
        if (!value.isBlank()) {
            rows.add(List.of(label, value));
        }
    }

    private static String on(List<String> exceptions) {
        return exceptions.isEmpty() ? "" : " on " + String.join(", ", exceptions);
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    private static String text(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> member.getKey() + "=" + member.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String text(SecretSpec secret) {
        return secret.name() + "/" + secret.key() + (secret.env().isEmpty() ? "" : " as " + secret.env());
    }
}
