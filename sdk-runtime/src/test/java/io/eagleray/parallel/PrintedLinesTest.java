package io.eagleray.parallel;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.client.LogLine;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PrintedLinesTest {
    private final List<LogLine> lines = new ArrayList<>();
    private final PrintedLines printed = new PrintedLines(lines::add);
    private final ByteArrayOutputStream before = new ByteArrayOutputStream();
    private final PrintStream stream = printed.stream(before, "INFO");

    @Test
    void linesAreCutAndPassedOn() {
        stream.print("one\ntwo\r\n\nhalf ");
        stream.print("a line – ü");
        assertThat(lines).extracting(LogLine::text).containsExactly("one", "two", "");
        stream.print('\n');
        assertThat(lines).extracting(LogLine::text).containsExactly("one", "two", "", "half a line – ü");
        assertThat(lines).extracting(LogLine::level).containsOnly("INFO");
        assertThat(before.toString(StandardCharsets.UTF_8)).isEqualTo("one\ntwo\r\n\nhalf a line – ü\n");
    }

    @Test
    void aLineThatHasNoEndIsGivenAtTheEnd() {
        stream.print("done");
        printed.finish();
        printed.finish();
        assertThat(lines).extracting(LogLine::text).containsExactly("done");
    }

    @Test
    void aLineThatIsTooLongIsCut() {
        stream.print("x".repeat(100_000));
        assertThat(lines)
                .singleElement()
                .satisfies(line -> assertThat(line.text()).hasSize(65_536));
    }
}
