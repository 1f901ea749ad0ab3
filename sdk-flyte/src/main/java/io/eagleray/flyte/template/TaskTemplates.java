package io.eagleray.flyte.template;

import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import com.google.protobuf.UnknownFieldSet;
import flyteidl.core.IdentifierOuterClass.Identifier;
import flyteidl.core.IdentifierOuterClass.ResourceType;
import flyteidl.core.Interface.TypedInterface;
import flyteidl.core.Literals.RetryStrategy;
import flyteidl.core.Security.Identity;
import flyteidl.core.Security.Secret;
import flyteidl.core.Security.SecurityContext;
import flyteidl.core.Tasks.Container;
import flyteidl.core.Tasks.RuntimeMetadata;
import flyteidl.core.Tasks.TaskMetadata;
import flyteidl.core.Tasks.TaskTemplate;
import io.eagleray.call.ValueType;
import io.eagleray.client.ConfigurationException;
import io.eagleray.flyte.type.FlyteInterface;
import io.eagleray.flyte.type.Structs;
import io.eagleray.spec.RayJobSpec;
import io.eagleray.spec.SecretSpec;
import io.eagleray.spec.Signature;
import io.eagleray.spec.TaskSpec;
import io.eagleray.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** From a task to the template that Flyte registers. */
public final class TaskTemplates {
    private static final String RAY = "ray";
    private static final String CONTAINER = "raw-container";

    private static final String SIGNATURE = "eagleray.io/signature";
    private static final ValueType SIGNATURE_TYPE = ValueType.of(Signature.class);

    /** {@code string env_var = 5} of a secret, which is younger than the messages for Java. */
    private static final int ENV_VAR = 5;

    private TaskTemplates() {}

    /** Loads what makes templates, which takes longer than to make one. */
    public static void warmUp() {
        Map<String, Object> custom = Map.of("env", RuntimeEnvYaml.dump(Map.of("pip", List.of("numpy"))));
        TaskTemplate template = TaskTemplate.newBuilder()
                .setMetadata(TaskMetadata.getDefaultInstance())
                .setContainer(Container.getDefaultInstance())
                .setInterface(TypedInterface.getDefaultInstance())
                .setCustom(Structs.of(custom))
                .build();
        Objects.requireNonNull(template.toByteArray());
    }

    /**
     * The template of a task.
     *
     * @throws ConfigurationException with all for which Flyte would refuse it, or fail to run it
     */
    public static TaskTemplate of(Registration registration) {
        TaskSpec task = registration.task();
        String account = task.rayJob().map(RayJobSpec::serviceAccount).orElse("");
        GroupPods pods = new GroupPods(registration, account);
        Optional<Map<String, Object>> custom = task.rayJob().map(new RayCustom(pods)::of);
        FlyteInterface types = FlyteRules.check(registration, pods.problems());
        TaskTemplate.Builder template = TaskTemplate.newBuilder()
                .setId(id(registration))
                .setType(custom.isPresent() ? RAY : CONTAINER)
                .setMetadata(metadata(registration))
                .setInterface(types.typed())
                .setContainer(Containers.of(registration))
                .putConfig(SIGNATURE, Json.write(task.signature(), SIGNATURE_TYPE));
        custom.ifPresent(tree -> template.setCustom(Structs.of(tree)));
        if (!task.secrets().isEmpty() || !account.isEmpty()) {
            template.setSecurityContext(security(task, account));
        }
        return template.build();
    }

    /**
     * What a registration is registered under.
     *
     * @param registration the registration
     * @return the identifier
     */
    public static Identifier id(Registration registration) {
        return id(
                registration.project(),
                registration.domain(),
                registration.task().name(),
                registration.version());
    }

    /**
     * What a task is registered under.
     *
     * @param project the project
     * @param domain the project's domain
     * @param task the task's name
     * @param version its version
     * @return the identifier
     */
    public static Identifier id(String project, String domain, String task, String version) {
        return Identifier.newBuilder()
                .setResourceType(ResourceType.TASK)
                .setProject(project)
                .setDomain(domain)
                .setName(task)
                .setVersion(version)
                .build();
    }

    /**
     * The signature of a registered task in Java, by which its values are known where its code is not.
     *
     * @param template its template
     * @return the signature; empty where no Java has registered it
     * @throws io.eagleray.client.ValueException when it cannot be read
     */
    public static Optional<Signature> signature(TaskTemplate template) {
        return Optional.ofNullable(template.getConfigMap().get(SIGNATURE))
                .map(json -> (Signature) Objects.requireNonNull(Json.read(json, SIGNATURE_TYPE)));
    }

    /** The version of this library is not said: the same task is the same, whichever release registers it. */
    private static TaskMetadata metadata(Registration registration) {
        TaskSpec task = registration.task();
        TaskMetadata.Builder metadata = TaskMetadata.newBuilder()
                .setRuntime(RuntimeMetadata.newBuilder()
                        .setType(RuntimeMetadata.RuntimeType.FLYTE_SDK)
                        .setFlavor("java"))
                .setRetries(RetryStrategy.newBuilder().setRetries(task.retries()));
        task.timeout()
                .ifPresent(timeout -> metadata.setTimeout(
                        Duration.newBuilder().setSeconds(timeout.toSeconds()).setNanos(timeout.toNanosPart())));
        if (task.cache().enabled()) {
            metadata.setDiscoverable(true)
                    .setDiscoveryVersion(
                            task.cache().version().isEmpty()
                                    ? registration.version()
                                    : task.cache().version());
        }
        if (task.interruptible()) {
            metadata.setInterruptible(true);
        }
        return metadata.build();
    }

    private static SecurityContext security(TaskSpec task, String account) {
        SecurityContext.Builder security = SecurityContext.newBuilder();
        task.secrets().forEach(secret -> security.addSecrets(secret(secret)));
        if (!account.isEmpty()) {
            security.setRunAs(Identity.newBuilder().setK8SServiceAccount(account));
        }
        return security.build();
    }

    private static Secret secret(SecretSpec spec) {
        Secret.Builder secret = Secret.newBuilder()
                .setGroup(spec.name())
                .setKey(spec.key())
                .setMountRequirement(Secret.MountType.ENV_VAR);
        if (!spec.env().isEmpty()) {
            secret.setUnknownFields(UnknownFieldSet.newBuilder()
                    .addField(
                            ENV_VAR,
                            UnknownFieldSet.Field.newBuilder()
                                    .addLengthDelimited(ByteString.copyFromUtf8(spec.env()))
                                    .build())
                    .build());
        }
        return secret.build();
    }
}
