package io.eagleray.testing;

import io.eagleray.backend.local.InstalledRay;
import io.eagleray.client.Eagleray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
