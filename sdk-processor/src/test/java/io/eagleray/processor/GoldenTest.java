package io.eagleray.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code good} compiles without a word, with all warnings of the compiler on, and gives what stands in the
 * folder of the same name of {@code expected}. {@code -Deagleray.updateGoldens} writes it there.
 */
final class GoldenTest {
    private static final Path EXPECTED = TestFiles.ROOT.resolve("expected");

    /** ecj sorts the constants of enums that it does not compile itself. */
    private static final String ONLY_JAVAC = "-javac";

    @TempDir
    Path output;

    static Stream<Arguments> cases() {
        return TestFiles.in("good")
                .map(folder -> folder.getFileName().toString())
                .flatMap(name -> Stream.of(Compiler.values())
                        .filter(compiler -> compiler == Compiler.JAVAC || !name.endsWith(ONLY_JAVAC))
                        .map(compiler -> Arguments.of(name, compiler)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("cases")
    void compilesWithoutAWordAndGivesWhatIsExpected(String name, Compiler compiler) {
        Path sources = TestFiles.ROOT.resolve("good").resolve(name);
        Compilation compilation = compiler.compile(Compiler.sourcesOf(sources), output, allWarnings(compiler));
        assertThat(compilation.said()).isEmpty();
        assertThat(compilation.success()).isTrue();

        Map<String, String> generated = TestFiles.read(output, ".java", ".json");
        if (TestFiles.UPDATE && compiler == Compiler.JAVAC) {
            rewrite(EXPECTED.resolve(name), generated);
        }
        Map<String, String> expected = TestFiles.read(EXPECTED.resolve(name), ".java", ".json");
        assertThat(forCompiler(compiler, generated)).isEqualTo(forCompiler(compiler, expected));
    }

    /** What users who want to know everything have; documentation is checked by javac alone. */
    private static String[] allWarnings(Compiler compiler) {
        return compiler == Compiler.JAVAC
                ? new String[] {"-Xlint:all", "-Werror", "-Xdoclint:all/protected"}
                : new String[] {"-warn:+deprecation,raw,unchecked"};
    }

    /** Only javac tells lines, and the file of a class that is not named as it. */
    private static Map<String, String> forCompiler(Compiler compiler, Map<String, String> files) {
        Map<String, String> without = new TreeMap<>(files);
        if (compiler == Compiler.ECJ) {
            without.replaceAll((name, content) -> content.replaceAll("\"(file|line)\": .*", ""));
        }
        return without;
    }

    private static void rewrite(Path folder, Map<String, String> files) {
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> old = Files.walk(folder)) {
                    for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        files.forEach((name, content) -> TestFiles.write(folder.resolve(name), content));
    }
}
