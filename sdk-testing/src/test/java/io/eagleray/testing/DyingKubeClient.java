package io.eagleray.testing;

import io.eagleray.client.Eagleray;
import io.eagleray.client.SubmitOptions;
import java.io.IOException;

/** A client of a cluster, in a process that can be killed while it waits for that cluster, or has it. */
final class DyingKubeClient {
    private DyingKubeClient() {}

    static Process start(KubeNamespace namespace, String uri, String id) throws IOException {
        ProcessBuilder client = OwnJvm.of(DyingKubeClient.class, uri, id);
        client.environment().putAll(namespace.variables());
        return client.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /** Arguments: the backend, the id. */
    public static void main(String[] arguments) throws InterruptedException {
        try (Eagleray eagleray = Eagleray.connect(arguments[0])) {
            eagleray.submit(
                    ClusteredTasks.fleeting(2_000), SubmitOptions.defaults().withId(arguments[1]));
            System.out.println("submitted");
            System.out.flush();
            Thread.sleep(600_000);
        }
    }
}
