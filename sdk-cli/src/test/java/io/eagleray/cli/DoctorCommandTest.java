package io.eagleray.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DoctorCommandTest {
    private static final String TOKEN = "fedcba9876543210";

    @TempDir
    private Path folder;

    private HttpServer head;
    private String rayVersion = "2.60.0";
    private String api = "4";

    @BeforeEach
    void start() throws IOException {
        head = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/", 404, () -> "Job eagleray-doctor does not exist");
        answer("/api/authentication_mode", 200, () -> "{\"authentication_mode\":\"token\"}");
        head.createContext("/api/version", exchange -> {
            String shown = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            try (exchange) {
                boolean known = shown.equals("Bearer " + TOKEN);
                byte[] body = (known ? "{\"version\":\"" + api + "\",\"ray_version\":\"" + rayVersion + "\"}" : "no")
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(known ? 200 : shown.equals("null") ? 401 : 403, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        head.start();
    }

    private void answer(String path, int status, java.util.function.Supplier<String> text) {
        head.createContext(path, exchange -> {
            try (exchange) {
                byte[] body = text.get().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
            }
        });
    }

    @AfterEach
    void end() {
        head.stop(0);
    }

    @Test
    void saysThatAllIsWell() {
        CommandRun run = run(Map.of("RAY_AUTH_TOKEN", TOKEN));
        assertThat(run.out().lines().map(line -> line.strip().replaceAll(" {2,}", " | ")))
                .containsExactly(
                        "ok | settings | a token from RAY_AUTH_TOKEN",
                        "ok | address | " + address() + " answers",
                        "ok | token | a token from RAY_AUTH_TOKEN is accepted",
                        "ok | Ray | 2.60.0",
                        "ok | Jobs API | version 4",
                        "ok | jobs | can be asked for");
        assertThat(run.exitCode()).isEqualTo(Cli.OK);
        assertThat(run(Map.of("RAY_AUTH_TOKEN", TOKEN), "--output", "json").out())
                .startsWith("[{\"name\":\"settings\",\"ok\":true,\"found\":\"a token from RAY_AUTH_TOKEN\"},");
    }

    @Test
    void saysWhatIsWrongWithTheToken() {
        CommandRun none = run(Map.of());
        assertThat(none.exitCode()).isEqualTo(Cli.USAGE);
        assertThat(none.out()).containsPattern("failed +token +.*asks for a token \\(401\\).*set RAY_AUTH_TOKEN");
        CommandRun wrong = run(Map.of("RAY_AUTH_TOKEN", "another1"));
        assertThat(wrong.exitCode()).isEqualTo(Cli.USAGE);
        assertThat(wrong.out()).containsPattern("failed +token +.*refuses a token from RAY_AUTH_TOKEN \\(403");
        assertThat(wrong.out() + wrong.err()).doesNotContain("another1");
    }

    @Test
    void saysThatAnUpgradeIsNeeded() {
        rayVersion = "2.38.0";
        CommandRun old = run(Map.of("RAY_AUTH_TOKEN", TOKEN));
        assertThat(old.exitCode()).isEqualTo(Cli.USAGE);
        assertThat(old.out()).containsPattern("failed +Ray +Ray 2.38.0 is too old: .*upgrade the cluster");
        rayVersion = "2.60.0";
        api = "3";
        assertThat(run(Map.of("RAY_AUTH_TOKEN", TOKEN)).out()).containsPattern("failed +Jobs API +version 3 ");
    }

    @Test
    void saysThatNobodyAnswers() {
        head.stop(0);
        CommandRun run = run(Map.of("RAY_AUTH_TOKEN", TOKEN));
        assertThat(run.exitCode()).isEqualTo(Cli.UNREACHABLE);
        assertThat(run.out())
                .containsPattern("ok +settings")
                .containsPattern("failed +address +cannot reach the Ray head at " + address())
                .contains("is the cluster up");
    }

    @Test
    void refusesToSendATokenInClear() {
        CommandRun run = CommandRun.in(
                folder, Map.of("RAY_AUTH_TOKEN", TOKEN), "", "doctor", "--backend", "http://ray.example:8265");
        assertThat(run.exitCode()).isEqualTo(Cli.USAGE);
        assertThat(run.out())
                .containsPattern("failed +settings +a token from RAY_AUTH_TOKEN would be sent")
                .contains("in clear");
    }

    @Test
    void wantsTheAddressOfAHead() {
        CommandRun none = CommandRun.in(folder, Map.of(), "", "doctor");
        assertThat(none.exitCode()).isEqualTo(Cli.USAGE);
        assertThat(none.err()).contains("doctor does not know which Ray to look at: name the dashboard's address");
        CommandRun local = CommandRun.in(folder, Map.of(), "", "doctor", "--backend", "local");
        assertThat(local.exitCode()).isEqualTo(Cli.USAGE);
        assertThat(local.err()).contains("which \"local\" does not name");
    }

    private String address() {
        return "http://127.0.0.1:" + head.getAddress().getPort();
    }

    private CommandRun run(Map<String, String> variables, String... arguments) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("HOME", folder.toString());
        String[] command = new String[arguments.length + 3];
        command[0] = "doctor";
        command[1] = "--backend";
        command[2] = address();
        System.arraycopy(arguments, 0, command, 3, arguments.length);
        return CommandRun.in(folder, all, "", command);
    }
}
