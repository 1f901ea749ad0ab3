package io.eagleray.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.tools.ToolProvider;

/**
 * Some of the examples, compiled as users compile theirs, and run by the command line in a process of its own.
 *
 * @param folder the application's own
 */
record ExampleApp(Path folder) {
    private static final Path SOURCES = Path.of("../examples/src/main/java/io/eagleray/examples");

    /**
     * Compiles examples.
     *
     * @param folder where to
     * @param change what is changed in each source
     * @param names the classes
     */
    static ExampleApp compiled(Path folder, UnaryOperator<String> change, String... names) throws IOException {
        Files.createDirectories(folder);
        List<String> arguments = new ArrayList<>(List.of(
                "--release", // that of pods
                "17",
                "-d",
                folder.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-processor",
                "io.eagleray.processor.TaskProcessor"));
        for (String name : names) {
            String file = name + ".java";
            String text = change.apply(Files.readString(SOURCES.resolve(file)));
            arguments.add(Files.writeString(folder.resolve(file), text).toString());
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        return new ExampleApp(folder);
    }

    /**
     * Runs a command from another folder.
     *
     * @param variables what it finds in its environment beside that of this process
     * @param arguments the words after {@code eagleray}
     * @return what it printed
     */
    String eagleray(Map<String, String> variables, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.eagleray.cli.Main"));
        command.addAll(List.of(arguments));
        Path elsewhere = Files.createDirectories(folder.resolveSibling("elsewhere"));
        Path said = Files.createTempFile(elsewhere, "said", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(elsewhere.toFile()).redirectError(said.toFile());
        builder.environment().put("EAGLERAY_APP", folder.toString());
        builder.environment().putAll(variables);
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
}
