package io.eagleray.flyte.template;

import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import com.google.protobuf.UnknownFieldSet;
import flyteidl.core.IdentifierOuterClass.Identifier;
import flyteidl.core.IdentifierOuterClass.ResourceType;
import flyteidl.core.Literals.RetryStrategy;
import flyteidl.core.Security.Identity;
import flyteidl.core.Security.Secret;
import flyteidl.core.Security.SecurityContext;
import flyteidl.core.Tasks.RuntimeMetadata;
import flyteidl.core.Tasks.TaskMetadata;
import flyteidl.core.Tasks.TaskTemplate;
import io.eagleray.client.ConfigurationException;
import io.eagleray.flyte.type.FlyteInterface;
import io.eagleray.flyte.type.Structs;
import io.eagleray.spec.RayJobSpec;
import io.eagleray.spec.SecretSpec;
import io.eagleray.spec.TaskSpec;
import java.util.Map;
import java.util.Optional;

/** From a task to the template that Flyte registers. */
public final class TaskTemplates {
    private static final String RAY = "ray";
    private static final String CONTAINER = "raw-container";

    /** {@code string env_var = 5} of a secret, which is younger than the messages for Java. */
    private static final int ENV_VAR = 5;

    private TaskTemplates() {}

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
        FlyteRules.check(registration, pods.problems());
        TaskTemplate.Builder template = TaskTemplate.newBuilder()
                .setId(Identifier.newBuilder()
                        .setResourceType(ResourceType.TASK)
                        .setProject(registration.project())
                        .setDomain(registration.domain())
                        .setName(task.name())
                        .setVersion(registration.version()))
                .setType(custom.isPresent() ? RAY : CONTAINER)
                .setMetadata(metadata(registration))
                .setInterface(FlyteInterface.of(task.signature()).typed())
                .setContainer(Containers.of(registration));
        custom.ifPresent(tree -> template.setCustom(Structs.of(tree)));
        if (!task.secrets().isEmpty() || !account.isEmpty()) {
            template.setSecurityContext(security(task, account));
        }
        return template.build();
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
