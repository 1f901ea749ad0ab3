package io.eagleray.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.processor.Compilation.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file or folder of {@code bad} gives the messages that its comments expect, and no others: {@code // error: message} or
 * {@code // warning: message} at the end of the line that the compiler is to show, several one after the other.
 */
final class ProblemsTest {
    private static final Pattern MARKER = Pattern.compile("// (error|warning): (.*?)(?= // (?:error|warning): |$)");

    @TempDir
    Path output;

    static Stream<Arguments> cases() {
        return TestFiles.in("bad")
                .flatMap(file -> Stream.of(Compiler.values())
                        .map(each -> Arguments.of(file.getFileName().toString(), each)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("cases")
    void saysWhatIsWrongWhereItIs(String name, Compiler compiler) {
        Path file = TestFiles.ROOT.resolve("bad").resolve(name);
        List<Path> sources = Files.isDirectory(file) ? Compiler.sourcesOf(file) : List.of(file);
        // only what the processor warns of, not what ecj finds by itself
        String[] options = compiler == Compiler.ECJ ? new String[] {"-warn:-unused,warningToken"} : new String[0];
        Compilation compilation = compiler.compile(sources, output, options);

        List<Message> expected =
                sources.stream().flatMap(source -> expected(source).stream()).toList();
        assertThat(compilation.messages())
                .describedAs(compilation.said())
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(compilation.success())
                .isEqualTo(expected.stream().noneMatch(each -> each.kind().equals("error")));
    }

    private static List<Message> expected(Path source) {
        List<Message> expected = new ArrayList<>();
        List<String> lines = TestFiles.read(source).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = MARKER.matcher(lines.get(i));
            while (matcher.find()) {
                expected.add(new Message(source.getFileName().toString(), i + 1, matcher.group(1), matcher.group(2)));
            }
        }
        return expected;
    }
}
