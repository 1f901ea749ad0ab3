package io.eagleray.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.processor.Compilation.Message;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the compiler itself refuses is its own to say: the processor neither repeats it nor falls over it. */
final class BrokenSourcesTest {
    /** Where javac does not run processors at all, since it cannot make sense of the annotations, there is no companion. */
    private static final long COMPANION = 7;

    @TempDir
    Path folder;

    static Stream<Arguments> annotations() {
        return Stream.of(
                        "@Task(retries = \"three\")",
                        "@Task(name = MISSING)",
                        "@Task(retryOn = String.class, retries = 1)",
                        "@Task(retryOn = Missing.class, retries = 1)",
                        "@Task(nonsense = 1)",
                        "@Task(labels = @Label(key = \"a\"))",
                        "@Task(env = @EnvVar(key = MISSING, value = \"\"))",
                        "@Task(timeout = 5)",
                        "@Task @Task",
                        "@Task @RayJobConfig(workerNodeConfig = @WorkerNodeConfig(groupName = \"a\"))",
                        "@Task @RayJobConfig(workerNodeConfig = @Missing)",
                        "@Task @RayJobConfig(autoscalerOptions = @AutoscalerOptions(upscalingMode = MISSING))",
                        "@Remote(resources = {1, 2})")
                .flatMap(
                        annotation -> Stream.of(Compiler.values()).map(compiler -> Arguments.of(annotation, compiler)));
    }

    @ParameterizedTest
    @MethodSource("annotations")
    void areTheCompilersOwn(String annotation, Compiler compiler) {
        String source =
                "import io.eagleray.*;\nclass Broken {\n" + annotation + "\n    static int f() { return 1; }\n}\n"
                        + "class User {\n    Object companion = BrokenTasks.f();\n}\n";
        Compilation compilation =
                compiler.compile(List.of(TestFiles.write(folder.resolve("Broken.java"), source)), folder);
        assertThat(compilation.success()).isFalse();
        assertThat(compilation.said()).doesNotContain("io.eagleray.processor");
        assertThat(compilation.messages())
                .describedAs(compilation.said())
                .filteredOn(message -> message.kind().equals("error"))
                .extracting(Message::line)
                .contains(3L)
                .isSubsetOf(3L, COMPANION);
    }

    static Stream<Arguments> members() {
        return Stream.of(
                        "@Task static Missing f() { return null; }",
                        "@Task static void f(List<Missing> x) {}",
                        "@Task static void f(Missing<String>[] x) {}",
                        "@Task static void f(int x, int x) {}",
                        "@Task static int f( { }",
                        "@Task static f() {}",
                        "@Task Broken() {}",
                        "@Task int field;",
                        "record Cyclic(Cyclic2 x) {} record Cyclic2(Cyclic x) {} @Task static int f(Cyclic x) { return y; }",
                        "record Parts(Missing x) {} @Task static int f(Parts x) { return 1; }",
                        "interface A extends B {} interface B extends A {} @Task static int f(A a) { return 1; }",
                        "sealed interface S permits Missing {} @Task static int f(S s) { return 1; }",
                        "@Task static int f() { return \"\"; }")
                .flatMap(member -> Stream.of(Compiler.values()).map(compiler -> Arguments.of(member, compiler)));
    }

    @ParameterizedTest
    @MethodSource("members")
    void neverBringTheProcessorDown(String member, Compiler compiler) {
        String source = "import io.eagleray.*;\nimport java.util.*;\nclass Broken {\n    " + member + "\n}\n";
        Compilation compilation =
                compiler.compile(List.of(TestFiles.write(folder.resolve("Broken.java"), source)), folder);
        assertThat(compilation.success()).isFalse();
        assertThat(compilation.said()).doesNotContain("xception").doesNotContain("io.eagleray.processor");
    }
}
