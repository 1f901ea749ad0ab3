package io.eagleray.testing;

import com.google.gson.Gson;
import io.eagleray.Remote;
import io.eagleray.Task;
import io.eagleray.driver.TaskContext;
import io.eagleray.parallel.Parallel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.io.IOUtils;
import org.apache.commons.lang3.StringUtils;

/** Tasks that tell where they run, and of whose classes. */
final class Remotely {
    static final String VERSION_FILE = "version-of-the-application.txt";

    private Remotely() {}

    /** The jars of libraries that Ray has in other versions. */
    @Remote
    static List<String> libraries() {
        return Stream.of(Gson.class, IOUtils.class, StringUtils.class)
                .map(type -> Path.of(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath())
                        .getFileName()
                        .toString())
                .toList();
    }

    /** In the driver, and on a worker. */
    @Task
    static List<List<String>> librariesOfBoth() {
        return List.of(libraries(), Parallel.submit(RemotelyTasks.libraries()).get());
    }

    @Remote
    static String version() throws IOException {
        try (InputStream in = Remotely.class.getResourceAsStream("/" + VERSION_FILE)) {
            return in == null ? "none" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Task
    static List<String> versionOfBoth() throws IOException {
        return List.of(version(), Parallel.submit(RemotelyTasks.version()).get());
    }

    @Task
    static byte[] noise(int bytes) {
        byte[] noise = new byte[bytes];
        new Random(7).nextBytes(noise);
        return noise;
    }

    /** Leaves the id of its process, and waits. */
    @Remote
    static int linger(String marks, long millis) throws IOException, InterruptedException {
        Marks.leave(marks, "worker-" + ProcessHandle.current().pid());
        Thread.sleep(millis);
        return 1;
    }

    @Task
    static int lingerBoth(String marks, long millis) throws IOException {
        Marks.leave(marks, "driver-" + ProcessHandle.current().pid());
        return Parallel.map(List.of(1, 2), i -> RemotelyTasks.linger(marks, millis)).stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** Logs numbers slowly, and leaves a mark at its beginning. */
    @Task
    static int count(String marks, int numbers, long millis) throws IOException, InterruptedException {
        Marks.leave(marks, "count");
        for (int i = 1; i <= numbers; i++) {
            TaskContext.current().logger().info("number {}", i);
            Thread.sleep(millis);
        }
        return numbers;
    }
}
