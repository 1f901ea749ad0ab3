package io.eagleray.processor;

import io.eagleray.processor.RayJobModel.HeadModel;
import io.eagleray.processor.RayJobModel.ReuseModel;
import io.eagleray.processor.RayJobModel.RuntimeEnvModel;
import io.eagleray.processor.RayJobModel.WorkerGroupModel;
import io.eagleray.spec.CacheSpec;
import io.eagleray.spec.ClassSpec;
import io.eagleray.spec.RayJobSpec;
import io.eagleray.spec.RayJobSpec.AutoscalerSpec;
import io.eagleray.spec.RayJobSpec.HeadGroupSpec;
import io.eagleray.spec.RayJobSpec.ReuseSpec;
import io.eagleray.spec.RayJobSpec.WorkerGroupSpec;
import io.eagleray.spec.RemoteSpec;
import io.eagleray.spec.ResourceSpec;
import io.eagleray.spec.RuntimeEnvSpec;
import io.eagleray.spec.SecretSpec;
import io.eagleray.spec.SourcePosition;
import io.eagleray.spec.TaskSpec;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Turns the model of a class without problems into its spec. */
final class SpecWriter {
    private final ClassModel model;
    private final SignatureWriter signatures;

    SpecWriter(ClassModel model) {
        this.model = model;
        this.signatures = new SignatureWriter(model.definitions());
    }

    ClassSpec write() {
        return new ClassSpec(
                ClassSpec.SCHEMA_VERSION,
                model.id().binaryName(),
                model.id().qualified(model.id().catalog()),
                model.tasks().stream()
                        .map(this::task)
                        .sorted(Comparator.comparing(TaskSpec::name))
                        .toList(),
                model.remotes().stream()
                        .map(this::remote)
                        .sorted(Comparator.comparing(RemoteSpec::name))
                        .toList());
    }

    private TaskSpec task(TaskModel task) {
        return new TaskSpec(
                Names.of(task, model.id()),
                task.description(),
                task.method().name(),
                signatures.write(task.method()),
                task.rayJob().map(job -> rayJob(job, task.resources())),
                resources(task.resources()),
                task.retries().count().value(),
                values(task.retries().on()),
                duration(task.timeout()),
                new CacheSpec(task.cache().value(), task.cacheVersion().value()),
                task.interruptible(),
                map(task.env()),
                task.secrets().stream()
                        .map(secret -> new SecretSpec(
                                secret.name().value(),
                                secret.key().value(),
                                secret.env().value()))
                        .toList(),
                map(task.labels()),
                source(task.method()));
    }

    private RemoteSpec remote(RemoteModel remote) {
        return new RemoteSpec(
                Names.of(remote),
                remote.method().name(),
                signatures.write(remote.method()),
                remote.numCpus().value(),
                remote.numGpus().value(),
                remote.memory().text().value(),
                remote.resources().stream()
                        .collect(Collectors.toMap(
                                amount -> amount.name().value(),
                                amount -> amount.quantity().orElseThrow().doubleValue())),
                remote.retries().count().value(),
                values(remote.retries().on()),
                duration(remote.timeout()),
                source(remote.method()));
    }

    private SourcePosition source(MethodModel method) {
        return new SourcePosition(model.surroundings().file(), method.line());
    }

    private static RayJobSpec rayJob(RayJobModel job, ResourcesModel defaults) {
        return new RayJobSpec(
                head(job.head(), defaults),
                job.workerGroups().stream()
                        .map(group -> workerGroup(group, defaults))
                        .toList(),
                runtimeEnv(job.runtimeEnv()),
                job.enableAutoscaling().value()
                        ? Optional.of(new AutoscalerSpec(
                                job.autoscaler().value().upscalingMode(),
                                number(job.autoscaler().value().idleTimeoutSeconds())))
                        : Optional.empty(),
                job.shutdownAfterJobFinishes().value(),
                number(job.ttlSecondsAfterFinished()),
                duration(job.keepOnFailure()),
                job.address().value().strip(),
                job.image().value(),
                job.rayVersion().value(),
                job.serviceAccount().value(),
                reuse(job.reuse()));
    }

    private static HeadGroupSpec head(HeadModel head, ResourcesModel defaults) {
        return new HeadGroupSpec(
                map(head.rayStartParams()),
                resources(head.resources().over(defaults)),
                head.podTemplate().value());
    }

    private static WorkerGroupSpec workerGroup(WorkerGroupModel group, ResourcesModel defaults) {
        return new WorkerGroupSpec(
                group.groupName().value(),
                group.replicas().value(),
                group.min(),
                group.max(),
                map(group.rayStartParams()),
                resources(group.resources().over(defaults)),
                group.podTemplate().value());
    }

    private static RuntimeEnvSpec runtimeEnv(RuntimeEnvModel env) {
        return new RuntimeEnvSpec(
                values(env.pip()),
                env.conda().value(),
                values(env.pyModules()),
                env.workingDir().value(),
                values(env.excludes()),
                map(env.envVars()),
                number(env.setupTimeoutSeconds()));
    }

    private static Optional<ReuseSpec> reuse(ReuseModel reuse) {
        return reuse.asked()
                ? Optional.of(new ReuseSpec(reuse.name().value(), duration(reuse.idleTtl())))
                : Optional.empty();
    }

    private static ResourceSpec resources(ResourcesModel resources) {
        return new ResourceSpec(amounts(resources.requests()), amounts(resources.limits()));
    }

    private static Map<String, String> amounts(List<Amount> amounts) {
        Map<String, String> map = new HashMap<>();
        amounts.forEach(amount -> map.put(amount.name().value(), amount.text().value()));
        return map;
    }

    private static Map<String, String> map(List<Entry> entries) {
        Map<String, String> map = new HashMap<>();
        entries.forEach(entry -> map.put(entry.key().value(), entry.value().value()));
        return map;
    }

    private static List<String> values(List<Setting<String>> settings) {
        return settings.stream().map(Setting::value).toList();
    }

    private static Optional<Duration> duration(Setting<String> setting) {
        return setting.value().isEmpty() ? Optional.empty() : Durations.parse(setting.value());
    }

    private static OptionalInt number(Setting<Integer> setting) {
        return setting.value() == -1 ? OptionalInt.empty() : OptionalInt.of(setting.value());
    }
}
