package io.eagleray.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.client.Eagleray;
import io.eagleray.client.Execution;
import io.eagleray.flyte.server.FlyteServer;
import io.eagleray.flyte.server.Flytekit;
import io.eagleray.flyte.server.PodPropeller;
import io.eagleray.flyte.server.S3Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tasks on Flyte, from the client to real pods: what the backend's Ray plugin makes of their templates runs on a real
 * Kubernetes with the real KubeRay operator, and code, arguments and results lie in an S3.
 */
@Timeout(300)
final class KubeRayFlyte {
    private static final String READ = """
            import sys
            from typing import List
            from flyteidl.core import literals_pb2
            from flytekit import FlyteContextManager
            from flytekit.core.type_engine import TypeEngine
            from flytekit.models.literals import LiteralMap
            stored = literals_pb2.LiteralMap.FromString(open(sys.argv[1], "rb").read())
            value = LiteralMap.from_flyte_idl(stored).literals["o0"]
            print(*TypeEngine.to_python_value(FlyteContextManager.current_context(), value, List[str]))
            """;

    @TempDir
    private static Path folder;

    private static KubeNamespace namespace;
    private static S3Storage storage;
    private static FlyteServer server;
    private static Eagleray eagleray;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        namespace = KubeNamespace.create();
        storage = S3Storage.start(folder, namespace.addressOfHost());
        server = FlyteServer.start(
                new PodPropeller(storage, namespace.rayPlugin(storage.access("FLYTE_AWS_"))), storage);
        eagleray = Eagleray.builder()
                .backend(server.uri())
                .variables(Map.of("EAGLERAY_IMAGE", KubeNamespace.IMAGE))
                .connect();
    }

    @AfterAll
    static void end() throws IOException {
        if (eagleray != null) {
            eagleray.close();
        }
        if (server != null) {
            server.close();
        }
        if (storage != null) {
            storage.close();
        }
        if (namespace != null) {
            namespace.close();
        }
    }

    @Test
    void headAndWorkersRunItAndFlytekitReadsTheResult() throws IOException, InterruptedException {
        Execution<Set<String>> execution = eagleray.submit(ClusteredTasks.hosts(8));
        Set<String> hosts = execution.result();
        assertThat(hosts).hasSize(2).anyMatch(host -> host.contains("head")).anyMatch(host -> host.contains("small"));
        Path outputs = folder.resolve("outputs.pb");
        Files.write(outputs, storage.read("metadata/propeller/" + execution.id() + "/n0/data/0/outputs.pb"));
        String told = Flytekit.installed().run(folder, "python", "-c", READ, outputs.toString());
        assertThat(told.strip().split(" ")).containsExactlyElementsOf(hosts);
        assertThat(namespace.leftovers(Duration.ofMinutes(1))).isEmpty();
    }

    @Test
    void anotherAttemptIsAnotherRayJob() {
        assertThat(eagleray.run(ClusteredTasks.atLast("done"))).isEqualTo("done at attempt 2");
    }
}
