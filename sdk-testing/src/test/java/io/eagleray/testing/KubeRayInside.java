package io.eagleray.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.client.Eagleray;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client in a pod, who is there what its service account is. */
@Timeout(300)
final class KubeRayInside {
    @Test
    void aServiceAccountIsEnough() throws IOException, InterruptedException {
        try (KubeNamespace namespace = KubeNamespace.create()) {
            try (ClientPod pod = namespace.startClient()) {
                assertThat(pod.run(Client.class, namespace.uri())).isEqualTo("[0, 1, 2]\n");
            }
            assertThat(namespace.leftovers(Duration.ofMinutes(1))).isEmpty();
        }
    }

    /** What runs in the pod. */
    static final class Client {
        private Client() {}

        /** Arguments: the backend. */
        public static void main(String[] arguments) {
            try (Eagleray eagleray = Eagleray.connect(arguments[0])) {
                System.out.println(eagleray.run(ClusteredTasks.alone(3, 0)));
            }
        }
    }
}
