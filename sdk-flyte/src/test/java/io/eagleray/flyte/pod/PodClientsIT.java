package io.eagleray.flyte.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.flyte.server.FolderStorage;
import io.eagleray.flyte.server.GoogleStorage;
import io.eagleray.flyte.server.ObjectStorage;
import io.eagleray.flyte.server.S3Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pods that speak with their storage by a library of their image. */
@Tag("any-jdk")
@Timeout(300)
class PodClientsIT {
    private static final Map<String, String> INPUTS = Map.of("numbers", "[1,2,3]", "note", "\"n\"");
    private static final String RESULT = "{\"count\":3,\"total\":14,\"note\":\"n\"}";

    @TempDir
    private Path node;

    @TempDir
    private Path folder;

    private Pods pods(ObjectStorage storage) throws IOException, InterruptedException {
        Pods pods = new Pods(node, storage);
        pods.give(S3Storage.libraries());
        return pods;
    }

    private static void assertThatSquaresAreStored(Pods pods) throws IOException, InterruptedException {
        Pods.Ended ended = pods.run("squares", INPUTS);
        assertThat(ended.code()).as(ended.output()).isZero();
        assertThat(pods.result("squares")).as(ended.output()).isEqualTo(RESULT);
    }

    /** Lets boto3 find keys where the stub does not look. */
    private void sign(Pods pods, Map<String, String> access, String secret) throws IOException {
        Path credentials = Files.write(
                folder.resolve("credentials"),
                List.of(
                        "[default]",
                        "aws_access_key_id=" + access.get("AWS_ACCESS_KEY_ID"),
                        "aws_secret_access_key=" + secret));
        pods.environment.put("AWS_SHARED_CREDENTIALS_FILE", credentials.toString());
        pods.environment.put("AWS_ENDPOINT_URL", Objects.requireNonNull(access.get("AWS_ENDPOINT_URL")));
    }

    @Test
    void boto3FindsItsKeys() throws IOException, InterruptedException {
        try (S3Storage storage = S3Storage.start(folder)) {
            Pods pods = pods(storage);
            Map<String, String> access = storage.access("AWS_");
            sign(pods, access, Objects.requireNonNull(access.get("AWS_SECRET_ACCESS_KEY")));
            assertThatSquaresAreStored(pods);
            sign(pods, access, "s3cr3t");
            Pods.Ended ended = pods.run("squares", INPUTS);
            assertThat(ended.code()).isOne();
            assertThat(ended.output())
                    .contains("cannot get the code from s3://code/_ray_pkg_", "SignatureDoesNotMatch")
                    .doesNotContain("s3cr3t");
        }
    }

    @Test
    void googlesClientIsUsed() throws IOException, InterruptedException {
        try (GoogleStorage storage = GoogleStorage.start(folder)) {
            Pods pods = pods(storage);
            pods.environment.put("STORAGE_EMULATOR_HOST", storage.address());
            assertThatSquaresAreStored(pods);
            assertThat(pods.start("who", pods.words(Pods.task("who"))).code()).isZero();
            assertThat(pods.error("who").getMessage()).contains("cannot get gs://code/who/inputs.pb", "404");
        }
    }

    @Test
    void fsspecOpensAllElse() throws IOException, InterruptedException {
        FolderStorage storage = new FolderStorage(folder);
        Pods pods = pods(new ObjectStorage() {
            @Override
            public String uri(String name) {
                return storage.uri(name).replaceFirst("file", "local");
            }

            @Override
            public void store(String name, byte[] content) throws IOException {
                storage.store(name, content);
            }

            @Override
            public byte[] read(String name) throws IOException {
                return storage.read(name);
            }

            @Override
            public boolean has(String name) {
                return storage.has(name);
            }
        });
        storage.store("squares/0/outputs.pb", new byte[0]); // fsspec makes no folders, which object stores do not have
        assertThatSquaresAreStored(pods);
    }
}
