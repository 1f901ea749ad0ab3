package io.eagleray.flyte.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Struct;
import flyteidl.core.IdentifierOuterClass.ResourceType;
import flyteidl.core.Literals.KeyValuePair;
import flyteidl.core.Tasks.TaskTemplate;
import io.eagleray.client.ConfigurationException;
import io.eagleray.flyte.type.Crossing;
import io.eagleray.flyte.type.Structs;
import io.eagleray.spec.ResourceSpec;
import io.eagleray.spec.Signature;
import io.eagleray.spec.TaskSpec;
import io.eagleray.spec.TypeSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TaskTemplatesTest {
    private static final List<String> WORDS =
            List.of("java", "-Dx=a b", "it's", "{{.input}}", "{{ .outputPrefix }}", "");

    static Registration registration(TaskSpec task, List<String> words) {
        return new Registration(
                task, "flytesnacks", "development", "v1", "img:1", words, TaskTemplatesTest.class.getClassLoader());
    }

    private static TaskTemplate of(String method) {
        return TaskTemplates.of(registration(Crossing.task(Fleet.class, method), WORDS));
    }

    private static Object at(Struct struct, Object... path) {
        Object tree = Structs.tree(struct);
        for (Object step : path) {
            tree = Objects.requireNonNull(
                    step instanceof Integer index ? ((List<?>) tree).get(index) : ((Map<?, ?>) tree).get(step),
                    () -> Arrays.toString(path));
        }
        return tree;
    }

    @Test
    void namesTheTask() {
        TaskTemplate template = of("everything");
        assertThat(template.getId().getResourceType()).isEqualTo(ResourceType.TASK);
        assertThat(template.getId().getName()).isEqualTo("fleet.everything");
        assertThat(List.of(
                        template.getId().getProject(),
                        template.getId().getDomain(),
                        template.getId().getVersion()))
                .containsExactly("flytesnacks", "development", "v1");
        assertThat(template.getType()).isEqualTo("ray");
        assertThat(of("plain").getType()).isEqualTo("raw-container");
        assertThat(of("plain").hasCustom()).isFalse();
    }

    @Test
    void quotesWordsForOneShellAndLeavesTemplates() {
        assertThat(of("least").getContainer().getArgsList())
                .containsExactly("'java'", "'-Dx=a b'", "'it'\\''s'", "{{.input}}", "{{ .outputPrefix }}", "''");
        assertThat(of("least").getContainer().getCommandList()).isEmpty();
        assertThat(of("plain").getContainer().getArgsList()).isEqualTo(WORDS);
    }

    /** The shell that takes the words apart again is a real one. */
    @Test
    void aShellReadsTheWordsBack() throws Exception {
        List<String> words =
                List.of("a b", "it's", "$HOME", "`id`", "\"x\"", "é", "two\nlines", "", "&& exit 1", "\\", "*");
        String line = "printf '%s|' " + String.join(" ", Words.quoted(words));
        Process shell = new ProcessBuilder("/bin/sh", "-c", line)
                .redirectErrorStream(true)
                .start();
        assertThat(new String(shell.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(String.join("|", words) + "|");
    }

    @Test
    void cachingIsOfTheTasksOwnVersionWithoutAnother() {
        assertThat(of("everything").getMetadata().getDiscoveryVersion()).isEqualTo("1");
        assertThat(of("plain").getMetadata().getDiscoverable()).isTrue();
        assertThat(of("plain").getMetadata().getDiscoveryVersion()).isEqualTo("v1");
        assertThat(of("least").getMetadata().getDiscoverable()).isFalse();
    }

    @Test
    void aGroupHasTheTasksResourcesUnderItsOwn() {
        Struct custom = of("everything").getCustom();
        assertThat(at(custom, "rayCluster", "headGroupSpec", "k8sPod", "podSpec", "containers", 0))
                .isEqualTo(Map.of(
                        "name",
                        "ray-head",
                        "resources",
                        Map.of(
                                "limits",
                                Map.of("cpu", "2", "memory", "3Gi", "nvidia.com/gpu", "1"),
                                "requests",
                                Map.of(
                                        "cpu",
                                        "1",
                                        "memory",
                                        "2Gi",
                                        "ephemeral-storage",
                                        "1Gi",
                                        "nvidia.com/gpu",
                                        "1"))));
        assertThat(((Map<?, ?>) at(custom, "rayCluster", "workerGroupSpec", 0)).containsKey("k8sPod"))
                .isFalse();
    }

    @Test
    void aPodTemplateKeepsWhatIsItsOwn() {
        Struct custom = of("everything").getCustom();
        Object pod = at(custom, "rayCluster", "workerGroupSpec", 2, "k8sPod");
        assertThat(pod)
                .isEqualTo(Map.of(
                        "primaryContainerName",
                        "ray-worker",
                        "metadata",
                        Map.of("labels", Map.of("tier", "gpu")),
                        "podSpec",
                        Map.of(
                                "containers",
                                List.of(
                                        Map.of(
                                                "name",
                                                "ray-worker",
                                                "env",
                                                List.of(Map.of("name", "NCCL_DEBUG", "value", "INFO"))),
                                        Map.of("name", "exporter", "image", "exporter:1")),
                                "nodeSelector",
                                Map.of("accelerator", "a100"))));
    }

    @Test
    void labelsAccountAndCustomResourcesAreOfThePods() {
        TaskTemplate template = of("labelled");
        assertThat(at(template.getCustom(), "rayCluster", "headGroupSpec", "k8sPod", "metadata"))
                .isEqualTo(Map.of("labels", Map.of("team", "blue")));
        assertThat(at(template.getCustom(), "rayCluster", "headGroupSpec", "k8sPod", "podSpec"))
                .isEqualTo(Map.of(
                        "serviceAccountName",
                        "runner",
                        "containers",
                        List.of(Map.of(
                                "name",
                                "ray-head",
                                "resources",
                                Map.of(
                                        "limits",
                                        Map.of("example.com/fpga", "2"),
                                        "requests",
                                        Map.of("example.com/fpga", "2"))))));
        assertThat(template.getSecurityContext().getRunAs().getK8SServiceAccount())
                .isEqualTo("runner");
        assertThat(at(template.getCustom(), "ttlSecondsAfterFinished")).isEqualTo(3600.0);
        assertThat(template.getContainer().getResources().getRequestsList()).isEmpty();
    }

    @Test
    void environmentIsTheContainers() {
        assertThat(of("everything").getContainer().getEnvList())
                .containsExactly(
                        KeyValuePair.newBuilder().setKey("A").setValue("b").build());
    }

    @Test
    void foldersOfThisMachineAreNotInTheRuntimeEnvironment() {
        assertThat(RuntimeEnvYaml.of(new io.eagleray.spec.RuntimeEnvSpec(
                        List.of(),
                        "",
                        List.of("local_module", "s3://bucket/module.zip"),
                        "./folder",
                        List.of("*.log"),
                        Map.of(),
                        java.util.OptionalInt.empty())))
                .isEqualTo(Optional.of("py_modules:\n- s3://bucket/module.zip\n"));
    }

    @Test
    void refusesAllInOneError() {
        TaskSpec task = Crossing.task(Fleet.class, "mistaken");
        Registration registration = new Registration(
                named(task, "a/b c"), "Big", "d".repeat(64), "", " ", List.of(), Fleet.class.getClassLoader());
        assertThatThrownBy(() -> TaskTemplates.of(registration))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(
                        "task a/b c cannot be registered with Flyte: the name \"a/b c\" is none for Flyte")
                .hasMessageContaining("; the version \"\" is none")
                .hasMessageContaining("; the project \"Big\" is none")
                .hasMessageContaining("; the domain \"" + "d".repeat(64) + "\" is none")
                .hasMessageContaining("; project and domain make the namespace")
                .hasMessageContaining("; the image \" \" is none: set image of @RayJobConfig, or EAGLERAY_IMAGE")
                .hasMessageContaining("; nothing says what starts it")
                .hasMessageContaining("; there is no pod template pods/none.yaml on the class path");
    }

    @Test
    void refusesWhatFlyteDoesNotKeep() {
        assertThatThrownBy(() -> of("shared"))
                .hasMessageContaining("shutdownAfterJobFinishes = false is not kept by Flyte")
                .hasMessageContaining("reuse = \"shared\" is not known to Flyte");
    }

    @Test
    void refusesInputsInShellCommands() {
        TaskSpec task = Crossing.task(Fleet.class, "least");
        assertThatThrownBy(() -> TaskTemplates.of(registration(task, List.of("x", "-n={{.Inputs.n}}"))))
                .hasMessageContaining("the word -n={{.Inputs.n}} would put the value of an input into a shell command");
        TaskSpec plain = Crossing.task(Fleet.class, "plain");
        assertThat(TaskTemplates.of(registration(plain, List.of("{{.inputs.n}}")))
                        .getContainer()
                        .getArgsList())
                .containsExactly("{{.inputs.n}}");
    }

    /** What the processor lets through nowhere: specs of other makers. */
    @Test
    void refusesResourcesAndTypes() {
        TaskSpec plain = Crossing.task(Fleet.class, "plain");
        Signature signature = new Signature(List.of(), TypeSpec.of("java.lang.Thread"), Map.of());
        TaskSpec task = new TaskSpec(
                plain.name(),
                "",
                plain.method(),
                signature,
                Optional.empty(),
                new ResourceSpec(Map.of("cpu", "2", "memory", "many"), Map.of("cpu", "1", "example.com/fpga", "1")),
                0,
                List.of(),
                Optional.empty(),
                plain.cache(),
                false,
                Map.of(),
                List.of(),
                Map.of("-", "x"),
                plain.source());
        assertThatThrownBy(() -> TaskTemplates.of(registration(task, WORDS)))
                .hasMessageContaining("the memory of the task: \"many\" is no Kubernetes quantity")
                .hasMessageContaining("the cpu that the task requests (2) is more than its limit (1): raise the limit")
                .hasMessageContaining("the resource example.com/fpga cannot be said of a task without @RayJobConfig")
                .hasMessageContaining("result: java.lang.Thread is not known to Flyte")
                .hasMessageContaining("Kubernetes takes no label \"-\" = \"x\"");
    }

    private static TaskSpec named(TaskSpec task, String name) {
        return new TaskSpec(
                name,
                task.description(),
                task.method(),
                task.signature(),
                task.rayJob(),
                task.resources(),
                task.retries(),
                task.retryOn(),
                task.timeout(),
                task.cache(),
                task.interruptible(),
                task.env(),
                task.secrets(),
                task.labels(),
                task.source());
    }
}
