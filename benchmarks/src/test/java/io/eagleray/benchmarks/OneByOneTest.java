package io.eagleray.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flyteidl.admin.TaskOuterClass.TaskSpec;
import flyteidl.core.IdentifierOuterClass.Identifier;
import flyteidl.core.Tasks.TaskTemplate;
import io.eagleray.flyte.server.FlyteServer;
import io.grpc.StatusRuntimeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneByOneTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsInFilesIsThereAfterwards() throws Exception {
        OneByOne tasks = OneByOne.of(List.of(file("square"), file("cube")));
        try (FlyteServer server = server()) {
            assertThat(tasks.create(server.authority())).isPositive();
            assertThat(server.tasks().count()).isEqualTo(2);
            assertThatThrownBy(() -> tasks.create(server.authority()))
                    .isInstanceOf(StatusRuntimeException.class)
                    .hasMessageContaining("ALREADY_EXISTS");
        }
    }

    private static FlyteServer server() throws Exception {
        return FlyteServer.start(attempt -> {
            throw new IllegalStateException();
        });
    }

    private Path file(String name) throws Exception {
        TaskSpec spec = TaskSpec.newBuilder()
                .setTemplate(TaskTemplate.newBuilder()
                        .setType("ray")
                        .setId(Identifier.newBuilder()
                                .setProject(FlyteServer.PROJECT)
                                .setDomain(FlyteServer.DOMAIN)
                                .setName(name)
                                .setVersion("v1")))
                .build();
        return Files.write(folder.resolve(name + ".pb"), spec.toByteArray());
    }
}
