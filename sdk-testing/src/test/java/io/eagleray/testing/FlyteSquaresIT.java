package io.eagleray.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.backend.local.InstalledRay;
import io.eagleray.flyte.server.FlyteServer;
import io.eagleray.flyte.server.FolderStorage;
import io.eagleray.flyte.server.PodPropeller;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The squares of the examples, by the commands of {@code docs/flyte.md}, on a real Ray. */
@Tag("any-jdk")
@Timeout(300)
final class FlyteSquaresIT {
    private static final String START_PARAMS = "@RayStartParam(key = \"block\", value = \"true\")";
    private static final String TERM = "x * x";
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

    /** The example with another term in the place of its own, and for the dashboard of this Ray. */
    private static ExampleApp application(String name, String term) throws IOException {
        String port = head.uri().toString().replaceAll(".*:", "");
        String more = "{" + START_PARAMS + ", @RayStartParam(key = \"dashboard-port\", value = \"" + port + "\")}";
        return ExampleApp.compiled(
                folder.resolve(name),
                text -> {
                    assertThat(text).contains(START_PARAMS, TERM);
                    return text.replace(START_PARAMS, more).replace(TERM, term);
                },
                "Squares");
    }

    /** The code of the one goes where the backend says, that of the other to a storage of its own. */
    private static String eagleray(ExampleApp application, String... arguments)
            throws IOException, InterruptedException {
        Map<String, String> variables = new HashMap<>(Map.of(
                "HOME", folder.toString(),
                "EAGLERAY_BACKEND", server.uri(),
                "EAGLERAY_IMAGE", "none:1"));
        if (application.folder().endsWith("cubes")) {
            variables.put("EAGLERAY_STORAGE", folder.resolve("storage").toUri().toString());
        }
        return application.eagleray(variables, arguments);
    }

    private static String version(String registered) {
        Matcher version = VERSION.matcher(registered);
        assertThat(version.find()).as(registered).isTrue();
        return version.group(1);
    }

    @Test
    void areRegisteredAndExecutedAndRolledBack() throws IOException, InterruptedException {
        ExampleApp squares = application("squares", TERM);
        ExampleApp cubes = application("cubes", "x * x * x");
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
