package io.eagleray.backend.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A JVM of its own that installs, and prints where to. */
final class InstallingJvm {
    private InstallingJvm() {}

    static Process start(Map<String, String> variables) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                InstallingJvm.class.getName()));
        builder.environment().clear();
        builder.environment().putAll(variables);
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    public static void main(String[] arguments) throws InterruptedException {
        RayInstallation installation = new RayInstaller(System.getenv(), progress -> {}).install(SmallRay.VERSION);
        System.out.println(installation.python());
    }
}
