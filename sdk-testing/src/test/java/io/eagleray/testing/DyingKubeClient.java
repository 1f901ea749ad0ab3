package io.eagleray.testing;

import io.eagleray.client.Eagleray;
import io.eagleray.client.SubmitOptions;

/** A client of a cluster of its own, in a process that can be killed while it waits for that cluster, or has it. */
final class DyingKubeClient {
    private DyingKubeClient() {}

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
