package io.eagleray.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The {@code eagleray} script with the real Maven, on a tree of its layout that builds in seconds. Its {@code Main}
 * prints its arguments.
 */
@Tag("any-jdk")
class ScriptIT {
    private static final String MAIN = "sdk-cli/src/main/java/io/eagleray/cli/Main.java";

    private Path tree = Path.of("");

    @TempDir
    private Path folder;

    @BeforeEach
    void aTree() throws IOException {
        tree = Files.createDirectories(folder.resolve("a tree [1]"));
        copy(Path.of("..", "eagleray"), tree.resolve("eagleray"));
        Files.copy(Path.of("src/test/resources/script-tree/pom.xml"), tree.resolve("pom.xml"));
        for (String module : List.of("sdk-cli", "examples")) {
            write(
                    module + "/pom.xml",
                    Files.readString(Path.of("src/test/resources/script-tree/module-pom.xml"))
                            .replace("@module@", module));
        }
        write("examples/src/main/java/example/Example.java", "package example;\n\npublic class Example {}\n");
        main("java.util.List.of(arguments)");
    }

    @Test
    void buildsOnceAndRunsFromAnywhere() throws Exception {
        Result first = run(tree, Map.of(), "./eagleray", "two words", "é");
        assertThat(first).isEqualTo(new Result(3, "[two words, é]\n", first.err()));
        assertThat(first.err())
                .startsWith("eagleray: building Eagleray (first run) …\n")
                .containsPattern("(?m)^building .+ \\[[1-3]/3]$"); // it looks once a second: quick ones go unseen

        Files.createSymbolicLink(folder.resolve("link"), Path.of("a tree [1]", "eagleray"));
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("eagleray"), folder.resolve("link"));
        assertThat(run(Path.of("/"), Map.of("LC_ALL", "C"), bin + "/eagleray", "ö"))
                .isEqualTo(new Result(3, "[ö]\n", ""));
    }

    @Test
    void buildsAgainWhenASourceHasChanged() throws Exception {
        run(tree, Map.of(), "./eagleray");
        main("\"changed\"");
        Result changed = run(tree, Map.of(), "./eagleray");
        assertThat(changed.out()).isEqualTo("changed\n");
        assertThat(changed.err()).startsWith("eagleray: building Eagleray (its sources have changed) …\n");
        Files.delete(tree.resolve("examples/src/main/java/example/Example.java"));
        assertThat(run(tree, Map.of(), "./eagleray").err()).contains("its sources have changed");
        assertThat(run(tree, Map.of(), "./eagleray").err()).isEmpty();
    }

    @Test
    void theFirstRunOnAClusterLeavesItsClassesForAllThatFollow() throws Exception {
        main("java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments()");
        assertThat(run(tree, Map.of(), "./eagleray", "run", "http://a").out()).doesNotContain("archive", "Dump");
        Path archive = tree.resolve(
                "sdk-cli/target/eagleray/classes-" + Runtime.version().feature());
        for (List<String> backend : List.of(List.of("--backend", "http://a"), List.of("--backend=https://a"))) {
            List<String> command = new ArrayList<>(List.of("./eagleray", "run"));
            command.addAll(backend);
            assertThat(run(tree, Map.of(), command.toArray(String[]::new)).out())
                    .contains("-XX:+RecordDynamicDumpInfo", "-Deagleray.archive=" + archive);
        }
        Map<String, String> named = Map.of("EAGLERAY_BACKEND", "http://a");
        assertThat(run(tree, named, "./eagleray", "run").out()).contains("archive");
        assertThat(run(tree, named, "./eagleray", "run", "--backend", "local").out())
                .doesNotContain("archive");
        assertThat(run(tree, named, "./eagleray", "run", "--backend", "kuberay://a?reuse=b")
                        .out())
                .contains("-Deagleray.archive=" + archive + "-kuberay", "TieredStopAtLevel=1")
                .contains("-Deagleray.backend=kuberay")
                .doesNotContain("kuberay://"); // its address may say more than a process list may show
        assertThat(run(tree, Map.of(), "./eagleray", "register", "--backend", "flyte://a/b/c")
                        .out())
                .contains("-Deagleray.archive=" + archive + "-flyte", "TieredStopAtLevel=1");
        assertThat(run(tree, Map.of(), "./eagleray", "versions", "--backend", "flyte://a/b/c")
                        .out())
                .doesNotContain("archive");
        Files.writeString(archive, "broken");
        Result later = run(tree, Map.of(), "./eagleray", "tasks");
        assertThat(later.out()).contains("-XX:SharedArchiveFile=" + archive);
        assertThat(later.err()).isEmpty();
        Map<String, String> off = Map.of("EAGLERAY_CLASS_DATA_SHARING", "off");
        assertThat(run(tree, off, "./eagleray", "tasks").out()).doesNotContain("Archive");
    }

    @Test
    void namesTheLogWhenTheBuildFailsAndBuildsAgainNextTime() throws Exception {
        main("no such thing");
        Result broken = run(tree, Map.of(), "./eagleray");
        assertThat(broken.exitCode()).isEqualTo(Cli.USAGE);
        assertThat(broken.out()).isEmpty();
        assertThat(broken.err())
                .contains("[ERROR] COMPILATION ERROR")
                .endsWith("eagleray: Eagleray could not be built; the whole output of Maven is in " + tree
                        + "/target/eagleray-build.log\n");
        assertThat(tree.resolve("target/eagleray-build.log")).content().contains("Main.java");
        main("\"mended\"");
        assertThat(run(tree, Map.of(), "./eagleray").out()).isEqualTo("mended\n");
    }

    @Test
    void twoFirstRunsBuildOnce() throws Exception {
        Process one = start(tree, Map.of(), "./eagleray", "1");
        Process two = start(tree, Map.of(), "./eagleray", "2");
        List<Result> results = List.of(result(one), result(two));
        assertThat(results).extracting(Result::out).containsExactly("[1]\n", "[2]\n");
        assertThat(results)
                .filteredOn(result -> result.err().contains("first run"))
                .hasSize(1);
        assertThat(tree.resolve("target/eagleray-build.lock")).doesNotExist();
    }

    @Test
    void aLockOfADeadProcessIsTakenOver() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Files.createDirectories(tree.resolve("target"));
        Files.createSymbolicLink(tree.resolve("target/eagleray-build.lock"), Path.of("process-" + dead.pid()));
        assertThat(run(tree, Map.of(), "./eagleray", "x").out()).isEqualTo("[x]\n");
    }

    @Test
    void endsMavenWhenItIsEnded() throws Exception {
        Process running = start(tree, Map.of(), "./eagleray");
        Path lock = tree.resolve("target/eagleray-build.lock");
        while (!Files.isSymbolicLink(lock)
                || !Files.readSymbolicLink(lock).toString().matches("process-\\d+-\\d+")) {
            Thread.sleep(20);
        }
        long maven = Long.parseLong(Files.readSymbolicLink(lock).toString().replaceFirst(".*-", ""));
        running.destroy();
        assertThat(running.waitFor()).isEqualTo(143);
        ProcessHandle.of(maven).ifPresent(process -> process.onExit().join());
        assertThat(Files.isSymbolicLink(lock)).isFalse();
    }

    @Test
    void refusesJavaThatIsMissingOrTooOld() throws Exception {
        Path tools = tools();
        Map<String, String> withoutJava = Map.of("PATH", tools.toString(), "JAVA_HOME", "");
        Result none = run(tree, withoutJava, "./eagleray");
        assertThat(none.exitCode()).isEqualTo(Cli.USAGE);
        assertThat(none.err())
                .isEqualTo(
                        "eagleray: Java 17 or newer is needed: install a JDK and set JAVA_HOME, or put its java on the"
                                + " PATH (there is none)\n");

        Path old = Files.createDirectories(folder.resolve("old/bin"));
        copy(Path.of("/usr/bin/true"), old.resolve("java"));
        Files.writeString(folder.resolve("old/release"), "JAVA_VERSION=\"1.8.0_402\"\n");
        Result tooOld = run(tree, Map.of("PATH", tools.toString(), "JAVA_HOME", folder + "/old"), "./eagleray");
        assertThat(tooOld.err()).endsWith("; " + folder + "/old/bin/java is Java 8\n");
    }

    @Test
    void refusesToBuildWithoutMavenOrCompiler() throws Exception {
        Path tools = tools();
        Map<String, String> variables = Map.of("PATH", tools.toString(), "JAVA_HOME", System.getProperty("java.home"));
        assertThat(run(tree, variables, "./eagleray").err())
                .isEqualTo("eagleray: to build Eagleray Maven 3.8.7 or newer is needed, but there is no mvn on the"
                        + " PATH\n");
    }

    /** A folder with what the script needs of the system, and nothing else. */
    private Path tools() throws IOException {
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : List.of("sed", "dirname", "readlink", "cat", "find", "head")) {
            copy(Path.of("/usr/bin", tool), tools.resolve(tool));
        }
        return tools;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private void main(String expression) throws IOException {
        write(
                MAIN,
                "package io.eagleray.cli;\n\npublic class Main {\n  public static void main(String[] arguments) {\n"
                        + "    System.out.println(" + expression + ");\n    System.exit(3);\n  }\n}\n");
    }

    private void write(String file, String content) throws IOException {
        Path path = tree.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private record Result(int exitCode, String out, String err) {}

    private Result run(Path directory, Map<String, String> variables, String... command) throws Exception {
        return result(start(directory, variables, command));
    }

    private Process start(Path directory, Map<String, String> variables, String... command) throws IOException {
        Path out = Files.createTempFile(folder, "out", "");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(Path.of(out + ".err").toFile());
        builder.environment().putIfAbsent("LC_ALL", "C.UTF-8");
        builder.environment().putAll(variables);
        Process process = builder.start();
        outputs.put(process, out);
        return process;
    }

    private final Map<Process, Path> outputs = new java.util.concurrent.ConcurrentHashMap<>();

    private Result result(Process process) throws Exception {
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        Path out = outputs.get(process);
        return new Result(process.exitValue(), Files.readString(out), Files.readString(Path.of(out + ".err")));
    }
}
