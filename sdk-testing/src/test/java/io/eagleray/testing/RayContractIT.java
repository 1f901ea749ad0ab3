package io.eagleray.testing;

import io.eagleray.backend.local.InstalledRay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;

/** On a Ray that somebody else has started, by its address. */
@Tag("any-jdk")
final class RayContractIT extends BackendContract {
    private @Nullable RayHead head;

    private RayHead head() {
        RayHead running = head;
        try {
            running = running == null ? RayHead.start(InstalledRay.command()) : running;
            head = running;
            return running;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected String backend() {
        return head().uri().toString();
    }

    @Override
    protected Map<String, String> variables() {
        return head().variables();
    }

    @AfterAll
    void end() throws IOException {
        if (head != null) {
            head.close();
        }
    }
}
