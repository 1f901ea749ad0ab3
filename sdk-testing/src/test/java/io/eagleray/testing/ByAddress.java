package io.eagleray.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.backend.local.InstalledRay;
import io.eagleray.backend.ray.RayJobs;
import io.eagleray.client.Eagleray;
import io.eagleray.client.Execution;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Tests that share a Ray of their own, which a client reaches by its address. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ByAddress {
    RayHead head;
    Eagleray eagleray;

    /** The {@code ray} command of the Ray. */
    Path ray() throws InterruptedException {
        return InstalledRay.command();
    }

    @BeforeAll
    final void start() throws IOException, InterruptedException {
        head = RayHead.start(ray());
        eagleray = connect(head.variables());
    }

    /** Another client, in its own surroundings. */
    final Eagleray connect(Map<String, String> variables) {
        return Eagleray.builder()
                .backend(head.uri().toString())
                .variables(variables)
                .connect();
    }

    /** Only then Ray finds tasks and actors from a submission. */
    @Test
    final void theDriverIsKnownAsThatOfItsSubmission() throws InterruptedException {
        Execution<List<Long>> execution = eagleray.submit(ContractTasks.squares(10));
        execution.result();
        try (RayJobs jobs = head.jobs()) {
            assertThat(jobs.find(execution.id()).orElseThrow().driver()).isPresent();
        }
    }

    @AfterAll
    final void end() {
        if (eagleray != null) {
            eagleray.close();
        }
        if (head != null) {
            head.close();
        }
    }
}
