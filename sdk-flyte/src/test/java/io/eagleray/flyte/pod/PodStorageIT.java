package io.eagleray.flyte.pod;

import static org.assertj.core.api.Assertions.assertThat;

import flyteidl.core.Errors.ContainerError;
import flyteidl.core.Errors.ContainerError.Kind;
import io.eagleray.flyte.server.S3Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pods whose code, inputs and outputs are in an S3, which they speak with by Python's own library alone. */
@Tag("any-jdk")
@Timeout(300)
class PodStorageIT {
    private static final String KEYS = "FLYTE_AWS_";
    private static final Map<String, String> INPUTS = Map.of("numbers", "[1,2,3]", "note", "\"n\"");
    private static final String RESULT = "{\"count\":3,\"total\":14,\"note\":\"n\"}";

    @TempDir
    private static Path folder;

    private static S3Storage storage;

    private Pods pods;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        storage = S3Storage.start(folder);
    }

    @AfterAll
    static void end() throws IOException {
        if (storage != null) {
            storage.close();
        }
    }

    @BeforeEach
    void node(@TempDir Path node) {
        pods = new Pods(node, storage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FLYTE_AWS_", "AWS_"})
    void aResultIsStored(String keys) throws IOException, InterruptedException {
        pods.environment.putAll(storage.access(keys));
        Pods.Ended ended = pods.run("squares", INPUTS);
        assertThat(ended.code()).as(ended.output()).isZero();
        assertThat(pods.result("squares")).isEqualTo(RESULT);
    }

    @Test
    void wrongKeysAreSaid() throws IOException, InterruptedException {
        pods.environment.putAll(storage.access(KEYS));
        pods.environment.put(KEYS + "SECRET_ACCESS_KEY", "s3cr3t");
        Pods.Ended ended = pods.run("squares", INPUTS);
        assertThat(ended.code()).isOne();
        assertThat(ended.output())
                .contains("cannot get the code from s3://code/_ray_pkg_", "403", "this pod allowed to read it")
                .doesNotContain("s3cr3t");
    }

    @Test
    void withoutKeysAClientIsAskedFor() throws IOException, InterruptedException {
        Pods.Ended ended = pods.run("squares", INPUTS);
        assertThat(ended.code()).isOne();
        assertThat(ended.output()).contains("No module named 'boto3'", "keys in its environment or boto3");
    }

    @Test
    void aStorageThatIsDownIsSaid() throws IOException, InterruptedException {
        pods.environment.putAll(storage.access(KEYS));
        pods.environment.put("FLYTE_AWS_ENDPOINT", "http://127.0.0.1:1");
        Pods.Ended ended = pods.run("squares", INPUTS);
        assertThat(ended.code()).isOne();
        assertThat(ended.output()).contains("cannot get the code from s3://code/_ray_pkg_", "refused");
    }

    @Test
    void aStartThatIsAnotherIsRefused() throws IOException, InterruptedException {
        pods.environment.putAll(storage.access(KEYS));
        List<String> words = pods.words(Pods.task("nothing"));
        String start = words.get(3).substring("s3://code/".length());
        storage.store(start, new byte[] {1});
        Pods.Ended ended = pods.start("nothing", words);
        assertThat(ended.code()).isOne();
        assertThat(ended.output()).contains("it is not what was registered");
        storage.delete(start);
    }

    @Test
    void aPackageThatIsAnotherIsRefused() throws IOException, InterruptedException {
        pods.environment.putAll(storage.access(KEYS));
        List<String> words = pods.words(Pods.task("nothing"));
        StoredFile file = pods.code.files().get(0);
        storage.store("nothing/inputs.pb", new byte[0]);
        storage.store(file.name(), new byte[] {1});
        assertThat(pods.start("nothing", words).code()).isZero();
        storage.delete(file.name());
        ContainerError error = pods.error("nothing");
        assertThat(error.getCode()).isEqualTo("CodeDamaged");
        assertThat(error.getMessage()).contains(file.name() + " is not what was registered");
        assertThat(error.getKind()).isEqualTo(Kind.NON_RECOVERABLE);
    }

    @Test
    void inputsThatAreMissingAreSaid() throws IOException, InterruptedException {
        pods.environment.putAll(storage.access(KEYS));
        assertThat(pods.start("who", pods.words(Pods.task("who"))).code()).isZero();
        assertThat(pods.error("who").getMessage()).contains("cannot get s3://code/who/inputs.pb", "404");
    }

    @Test
    void withoutJavaAnImageIsAskedFor() throws IOException, InterruptedException {
        pods.environment.putAll(storage.access(KEYS));
        pods.environment.put(
                "PATH", Objects.requireNonNull(pods.environment.get("PATH")).replaceAll(":.*", ""));
        assertThat(pods.run("fail", Map.of("reason", "\"\"")).code()).isZero();
        assertThat(pods.error("fail").getCode()).isEqualTo("JavaNotFound");
        assertThat(pods.error("fail").getKind()).isEqualTo(Kind.NON_RECOVERABLE);
    }
}
