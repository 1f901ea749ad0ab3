package io.eagleray.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.backend.local.InstalledRay;
import io.eagleray.client.Eagleray;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

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

    /** Ray takes no package of more than 100 MiB. */
    @Test
    void argumentsThatAreLargerThanAPackageArriveExactly() {
        byte[] noise = new byte[110 << 20];
        new Random(1).nextBytes(noise);
        try (Eagleray eagleray =
                Eagleray.builder().backend(backend()).variables(variables()).connect()) {
            assertThat(eagleray.run(ContractTasks.hash(noise))).isEqualTo(Arrays.hashCode(noise));
        }
    }

    @AfterAll
    void end() throws IOException {
        if (head != null) {
            head.close();
        }
    }
}
