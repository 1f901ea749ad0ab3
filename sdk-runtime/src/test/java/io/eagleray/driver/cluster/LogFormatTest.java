package io.eagleray.driver.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.client.LogLine;
import io.eagleray.client.Progress;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LogFormatTest {
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.006Z");

    @Test
    void aLineIsReadAsItWasWritten() {
        LogLine line = new LogLine(TIME, "worker 1", "WARN", "[some] text: 1/2");
        assertThat(LogFormat.text(line)).isEqualTo("2026-01-02T03:04:05.006Z WARN [worker 1] [some] text: 1/2");
        assertThat(LogFormat.line(LogFormat.text(line))).isEqualTo(line);
        assertThat(LogFormat.progress(line)).isEmpty();
    }

    @Test
    void progressIsReadAsItWasWritten() {
        Progress progress = new Progress("Squares.squares › square", 10, 100, "of [all]");
        assertThat(LogFormat.progress(LogFormat.line(LogFormat.text(progress)))).contains(progress);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "printed",
                "2026-99-99T99:99:99.999Z INFO [driver] no such time",
                "2026-01-02T03:04:05.006Z FATAL [driver] no such level",
                "2026-01-02T03:04:05.006Z INFO driver"
            })
    void whatIsNotOursIsWhatTheDriverPrints(String text) {
        LogLine line = LogFormat.line(text);
        assertThat(line.source()).isEqualTo("driver");
        assertThat(line.level()).isEqualTo("INFO");
        assertThat(line.text()).isEqualTo(text);
    }

    @Property
    void anyTextIsALine(@ForAll String text) {
        Optional<Progress> progress = LogFormat.progress(LogFormat.line(text));
        assertThat(progress).isEmpty();
    }
}
