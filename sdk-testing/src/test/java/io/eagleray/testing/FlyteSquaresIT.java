package io.eagleray.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.backend.local.InstalledRay;
import io.eagleray.flyte.server.FlyteServer;
import io.eagleray.flyte.server.FolderStorage;
import io.eagleray.flyte.server.PodPropeller;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The squares of the examples, by the commands of {@code docs/flyte.md}, on a real Ray. */
@Timeout(300)
final class FlyteSquaresIT {
    private static final Path SQUARES = Path.of("../examples/src/main/java/io/eagleray/examples/Squares.java");
    private static final String START_PARAMS = "@RayStartParam(key = \"block\", value = \"true\")";
    private static final Pattern VERSION = Pattern.compile("\"version\":\"([0-9a-f]{32})\"");

    @TempDir
    private static Path folder;

    private static RayHead head;
    private static FlyteServer server;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        head = RayHead.start(InstalledRay.command());
        server = FlyteServer.start(new PodPropeller(new FolderStorage(folder.resolve("data")), new HeadRunner(head)));
    }

    @AfterAll
    static void end() {
        if (server != null) {
            server.close();
        }
        if (head != null) {
            head.close();
        }
    }

    /** Compiles the example with a change. */
    private static Path application(String name, String term, String other) throws IOException {
        String port = head.uri().toString().replaceAll(".*:", "");
        String text = Files.readString(SQUARES);
        assertThat(text).contains(START_PARAMS, term);
        Path classes = Files.createDirectories(folder.resolve(name));
        Path source = Files.writeString(
                classes.resolve("Squares.java"),
                text.replace(
                                START_PARAMS,
                                "{" + START_PARAMS + ", @RayStartParam(key = \"dashboard-port\", value = \"" + port
                                        + "\")}")
                        .replace(term, other));
        int exitCode = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-d",
                        classes.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-processor",
                        "io.eagleray.processor.TaskProcessor",
                        source.toString());
        assertThat(exitCode).isZero();
        return classes;
    }

    private static String eagleray(Path application, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.eagleray.cli.Main"));
        command.addAll(List.of(arguments));
        Path said = Files.createTempFile(folder, "said", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Files.createTempDirectory(folder, "elsewhere").toFile())
                .redirectError(said.toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("EAGLERAY_APP", application.toString());
        builder.environment().put("EAGLERAY_BACKEND", server.uri());
        builder.environment().put("EAGLERAY_IMAGE", "rayproject/ray:2.60.0-with-java");
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(Files.readString(said)).isZero();
            return out.strip();
        } finally {
            process.destroyForcibly();
        }
    }

    private static String version(String registered) {
        Matcher version = VERSION.matcher(registered);
        assertThat(version.find()).as(registered).isTrue();
        return version.group(1);
    }

    @Test
    void areRegisteredAndExecutedAndRolledBack() throws IOException, InterruptedException {
        Path squares = application("squares", "x * x", "x * x");
        Path cubes = application("cubes", "x * x", "x * x * x");
        String good = version(eagleray(squares, "register", "--output", "json"));
        assertThat(eagleray(squares, "execute", "Squares.squares", "--input", "n=10"))
                .isEqualTo("[0,1,4,9,16,25,36,49,64,81]");

        assertThat(eagleray(cubes, "plan")).startsWith("changed").contains(good);
        String bad = version(eagleray(cubes, "register", "--output", "json"));
        assertThat(bad).isNotEqualTo(good);
        assertThat(eagleray(cubes, "versions", "Squares.squares").lines())
                .hasSize(2)
                .satisfies(lines -> assertThat(lines.get(0)).contains(bad))
                .satisfies(lines -> assertThat(lines.get(1)).contains(good));
        assertThat(eagleray(cubes, "execute", "Squares.squares", "--input", "n=5"))
                .isEqualTo("[0,1,8,27,64]");

        assertThat(eagleray(cubes, "execute", "Squares.squares@" + good, "--input", "n=5"))
                .isEqualTo("[0,1,4,9,16]");
        assertThat(eagleray(squares, "run", "Squares.squares", "--input", "n=3"))
                .isEqualTo("[0,1,4]");
        assertThat(eagleray(squares, "register")).startsWith("unchanged");
    }
}
