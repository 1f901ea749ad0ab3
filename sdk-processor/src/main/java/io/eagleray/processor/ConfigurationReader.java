package io.eagleray.processor;

import io.eagleray.AutoscalerOptions;
import io.eagleray.EnvVar;
import io.eagleray.HeadNodeConfig;
import io.eagleray.Label;
import io.eagleray.Quantity;
import io.eagleray.RayStartParam;
import io.eagleray.Resources;
import io.eagleray.Reuse;
import io.eagleray.RuntimeEnv;
import io.eagleray.Secret;
import io.eagleray.WorkerNodeConfig;
import io.eagleray.processor.RayJobModel.AutoscalerModel;
import io.eagleray.processor.RayJobModel.HeadModel;
import io.eagleray.processor.RayJobModel.ReuseModel;
import io.eagleray.processor.RayJobModel.RuntimeEnvModel;
import io.eagleray.processor.RayJobModel.WorkerGroupModel;
import io.eagleray.processor.TaskModel.SecretModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Turns the attributes of annotations into models. */
final class ConfigurationReader {
    private ConfigurationReader() {}

    static TaskModel task(MethodModel method, Attributes.Source source, Attributes task, Optional<Attributes> rayJob) {
        return new TaskModel(
                method,
                task.place(),
                task.text("name"),
                task.text("description").value(),
                retries(task),
                task.text("timeout"),
                task.flag("cache"),
                task.text("cacheVersion"),
                task.flag("interruptible").value(),
                resources(task),
                entries(task.annotations("env", EnvVar.class)),
                secrets(task.annotations("secrets", Secret.class)),
                entries(task.annotations("labels", Label.class)),
                rayJob.map(ConfigurationReader::rayJob),
                source.readable()); // asked last, when everything was read
    }

    static RemoteModel remote(MethodModel method, Attributes.Source source, Attributes remote) {
        return new RemoteModel(
                method,
                remote.place(),
                remote.text("name"),
                remote.decimal("numCpus"),
                remote.decimal("numGpus"),
                Amount.of(remote.text("memory"), remote.text("memory")),
                quantities(remote.annotations("resources", Quantity.class)),
                retries(remote),
                remote.text("timeout"),
                source.readable());
    }

    private static RayJobModel rayJob(Attributes config) {
        Attributes head =
                config.annotation("headNodeConfig", HeadNodeConfig.class).value();
        Setting<Attributes> autoscaler = config.annotation("autoscalerOptions", AutoscalerOptions.class);
        Attributes reuse = config.annotation("reuse", Reuse.class).value();
        return new RayJobModel(
                new HeadModel(
                        entries(head.annotations("rayStartParams", RayStartParam.class)),
                        resources(head),
                        head.text("podTemplate")),
                each(config.annotations("workerNodeConfig", WorkerNodeConfig.class), ConfigurationReader::workerGroup),
                runtimeEnv(config.annotation("runtimeEnv", RuntimeEnv.class).value()),
                config.flag("enableAutoscaling"),
                new Setting<>(autoscaler(autoscaler.value()), autoscaler.written(), autoscaler.place()),
                config.flag("shutdownAfterJobFinishes"),
                config.number("ttlSecondsAfterFinished"),
                config.text("keepOnFailure"),
                config.text("address"),
                config.text("image"),
                config.text("rayVersion"),
                config.text("serviceAccount"),
                new ReuseModel(reuse.text("name"), reuse.text("idleTtl")));
    }

    private static WorkerGroupModel workerGroup(Attributes group) {
        return new WorkerGroupModel(
                group.text("groupName"),
                group.number("replicas"),
                group.number("minReplicas"),
                group.number("maxReplicas"),
                entries(group.annotations("rayStartParams", RayStartParam.class)),
                resources(group),
                group.text("podTemplate"));
    }

    private static AutoscalerModel autoscaler(Attributes options) {
        return new AutoscalerModel(
                options.constant("upscalingMode", AutoscalerOptions.UpscalingMode.class)
                        .value(),
                options.number("idleTimeoutSeconds"));
    }

    private static RuntimeEnvModel runtimeEnv(Attributes env) {
        return new RuntimeEnvModel(
                env.texts("pip"),
                env.text("conda"),
                env.texts("pyModules"),
                env.text("workingDir"),
                env.texts("excludes"),
                entries(env.annotations("envVars", EnvVar.class)),
                env.number("setupTimeoutSeconds"));
    }

    private static RetriesModel retries(Attributes function) {
        return new RetriesModel(function.number("retries"), function.classes("retryOn"));
    }

    private static ResourcesModel resources(Attributes node) {
        return new ResourcesModel(
                amounts(node.annotation("requests", Resources.class).value()),
                amounts(node.annotation("limits", Resources.class).value()));
    }

    private static List<Amount> amounts(Attributes resources) {
        List<Amount> amounts = new ArrayList<>();
        amount(amounts, "cpu", resources.text("cpu"));
        amount(amounts, "memory", resources.text("memory"));
        amount(amounts, "gpu", resources.text("gpu"));
        amount(amounts, "ephemeral-storage", resources.text("ephemeralStorage"));
        amounts.addAll(quantities(resources.annotations("custom", Quantity.class)));
        return amounts;
    }

    private static void amount(List<Amount> amounts, String name, Setting<String> quantity) {
        if (!quantity.value().isEmpty()) {
            amounts.add(Amount.of(new Setting<>(name, quantity.written(), quantity.place()), quantity));
        }
    }

    private static List<Amount> quantities(List<Attributes> annotations) {
        return each(annotations, each -> Amount.of(each.text("name"), each.text("value")));
    }

    private static List<Entry> entries(List<Attributes> annotations) {
        return each(annotations, entry -> new Entry(entry.text("key"), entry.text("value")));
    }

    private static List<SecretModel> secrets(List<Attributes> annotations) {
        return each(
                annotations, secret -> new SecretModel(secret.text("name"), secret.text("key"), secret.text("env")));
    }

    /** As {@link Attributes} says: no streams. */
    private static <T> List<T> each(List<Attributes> annotations, Function<Attributes, T> read) {
        List<T> models = new ArrayList<>(annotations.size());
        for (Attributes annotation : annotations) {
            models.add(read.apply(annotation));
        }
        return models;
    }
}
