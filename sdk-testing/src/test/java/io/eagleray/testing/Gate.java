package io.eagleray.testing;

import io.eagleray.Task;
import io.eagleray.driver.TaskContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A task that goes on when it is let. */
final class Gate {
    private Gate() {}

    /** Waits until it may pass, and says how often one of this name has come. */
    @Task
    static int pass(String folder, String name) throws IOException, InterruptedException {
        int came = Marks.leave(folder, name);
        TaskContext.current().logger().info("{} waits", name);
        while (!Files.exists(key(Path.of(folder), name))) {
            Thread.sleep(50);
        }
        System.out.println(name + " has passed");
        return came;
    }

    static void open(Path folder, String name) throws IOException {
        Files.createFile(key(folder, name));
    }

    private static Path key(Path folder, String name) {
        return folder.resolve("open." + name);
    }
}
