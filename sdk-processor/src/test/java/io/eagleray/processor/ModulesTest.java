package io.eagleray.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.Task;
import io.eagleray.call.TaskCall;
import io.eagleray.processor.Compilation.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Projects with a module-info, and with half of what is needed on the class path. */
final class ModulesTest {
    private static final String SQUARES = """
            package p;

            import io.eagleray.Remote;
            import io.eagleray.Task;

            /** Squares. */
            public final class Squares {
                private Squares() {}

                @Remote
                static int square(int x) {
                    return x * x;
                }

                /**
                 * Squares.
                 *
                 * @param n a number
                 * @return its square
                 */
                @Task
                public static int squares(int n) {
                    return square(n);
                }
            }
            """;

    @TempDir
    Path folder;

    private Path annotations;
    private Path runtime;

    @BeforeEach
    void jars() {
        annotations = jar("io.eagleray.annotations", Compiler.locationOf(Task.class));
        runtime = jar("io.eagleray.runtime", Compiler.locationOf(TaskCall.class));
    }

    @ParameterizedTest
    @EnumSource
    void aModuleThatExportsItsTasksCompilesWithoutAWord(Compiler compiler) {
        Compilation compilation = compiler.compile(
                module("requires transitive io.eagleray.annotations; requires io.eagleray.runtime; exports p;"),
                folder,
                List.of(),
                List.of(new TaskProcessor()),
                options(compiler));
        assertThat(compilation.said()).isEmpty();
        assertThat(TestFiles.read(folder, ".json")).containsKey("META-INF/eagleray/p.Squares.json");
        assertThat(TestFiles.read(folder, "Tasks.java").values())
                .singleElement()
                .asString()
                .doesNotContain("@Generated"); // the module does not read java.compiler
    }

    @ParameterizedTest
    @EnumSource
    void aModuleThatReadsTheCompilersApiGetsTheAnnotation(Compiler compiler) {
        Compilation compilation = compiler.compile(
                module("requires java.compiler; requires io.eagleray.annotations; requires io.eagleray.runtime;"),
                folder,
                List.of(),
                List.of(new TaskProcessor()),
                options(compiler));
        assertThat(compilation.said()).isEmpty();
        assertThat(TestFiles.read(folder, "Tasks.java").values())
                .singleElement()
                .asString()
                .contains("@Generated");
    }

    @ParameterizedTest
    @EnumSource
    void aClassPathWithoutTheRuntimeIsToldSo(Compiler compiler) {
        Compilation compilation = compiler.compile(
                List.of(squares()), folder, List.of(Compiler.locationOf(Task.class)), List.of(new TaskProcessor()));
        assertThat(compilation.messages())
                .containsExactly(new Message(
                        "Squares.java",
                        7,
                        "error",
                        "the code that is generated for \"Squares\" needs Eagleray's runtime; add"
                                + " io.eagleray:sdk-runtime to the class path"));
    }

    /** ecj's batch compiler puts what any processor generates outside of the module: it can only be asked to generate. */
    private String[] options(Compiler compiler) {
        return compiler == Compiler.JAVAC
                ? new String[] {
                    "--module-path",
                    path(annotations, runtime),
                    "-Xlint:all,-requires-automatic,-requires-transitive-automatic",
                    "-Xdoclint:all/protected",
                    "-Werror"
                }
                : new String[] {"--module-path", path(annotations, runtime), "-proc:only"};
    }

    private static String path(Path... entries) {
        return String.join(
                System.getProperty("path.separator"),
                Stream.of(entries).map(Path::toString).toList());
    }

    private List<Path> module(String directives) {
        Path info = TestFiles.write(folder.resolve("module-info.java"), "/** M. */\nmodule m { " + directives + " }\n");
        return List.of(squares(), info);
    }

    private Path squares() {
        return TestFiles.write(folder.resolve("p/Squares.java"), SQUARES);
    }

    /** An automatic module, as the released jars are; classes that are in their jar already stay there. */
    private Path jar(String module, Path classes) {
        if (Files.isRegularFile(classes)) {
            return classes;
        }
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Automatic-Module-Name"), module);
        Path jar = folder.resolve(module + ".jar");
        try (JarOutputStream target = new JarOutputStream(Files.newOutputStream(jar), manifest);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                target.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, target);
                target.closeEntry();
            }
            return jar;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
