package io.eagleray.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.client.LogLine;
import io.eagleray.client.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CommentaryTest {
    private final StringWriter err = new StringWriter();
    private long now;

    @Test
    void writesPlainLinesNowAndThen() {
        Commentary says = commentary(false);
        says.accept(new Progress("installing", 0, 100, "ray"));
        now += 4_999_999_999L;
        says.accept(new Progress("installing", 10, 100, "ray"));
        says.accept(Progress.of("another thing", ""));
        now += 1;
        says.accept(new Progress("installing", 11, 100, "numpy"));
        says.accept(new Progress("installing", 100, 100, "done"));
        assertThat(err.toString().lines())
                .containsExactly(
                        "installing 0/100 (0 %): ray",
                        "another thing", "installing 11/100 (11 %): numpy", "installing 100/100 (100 %): done");
    }

    @Test
    void writesOverOneLineOnATerminal() {
        Commentary says = commentary(true);
        says.accept(new Progress("Pi.pi", 1, 0, ""));
        now += 50_000_000;
        says.accept(new Progress("Pi.pi", 2, 0, ""));
        now += 50_000_000;
        says.accept(new Progress("Pi.pi", 3, 0, "two\nlines"));
        says.erase();
        says.erase();
        assertThat(err.toString())
                .isEqualTo("\r\033[?7lPi.pi 1\033[K\033[?7h\r\033[?7lPi.pi 3: two lines\033[K\033[?7h\r\033[K");
    }

    @Test
    void writesPartsBelowTheirWhole() {
        Commentary says = commentary(false);
        says.accept(new Progress("F.delays › day", 1, 10, "2.0/s, 4 s left"));
        says.accept(new Progress("F.delays › day › flight", 20, 90, ""));
        says.accept(new Progress("F.delays › daylight", 0, 5, ""));
        says.accept(new Progress("F.delays › day", 10, 10, "2.0/s"));
        says.accept(new Progress("F.delays › day › flight", 90, 90, ""));
        assertThat(err.toString().lines())
                .containsExactly(
                        "F.delays › day 1/10 (10 %): 2.0/s, 4 s left",
                        "F.delays › day 1/10 (10 %): 2.0/s, 4 s left › flight 20/90 (22 %)",
                        "F.delays › daylight 0/5 (0 %)",
                        "F.delays › day 10/10 (100 %): 2.0/s",
                        "F.delays › day › flight 90/90 (100 %)");
    }

    @Test
    void keepsTheProgressLineBelowOtherLines() {
        Commentary says = commentary(true);
        says.accept(Progress.of("Pi.pi", ""));
        says.notice("no Ray here");
        says.log(new LogLine(Instant.EPOCH, "worker 1", "INFO", "hello"));
        assertThat(err.toString().replace(System.lineSeparator(), "\n"))
                .isEqualTo("\r\033[?7lPi.pi\033[K\033[?7h\r\033[Keagleray: no Ray here\n\r\033[?7lPi.pi\033[K\033[?7h"
                        + "\r\033[K[worker 1] hello\n\r\033[?7lPi.pi\033[K\033[?7h");
    }

    @Test
    void makesWayForStandardOutput() {
        Commentary says = commentary(true);
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        PrintWriter out = new PrintWriter(new ErasingOutput(bytes, says), true, StandardCharsets.UTF_8);
        says.accept(Progress.of("Pi.pi", ""));
        out.println("3.1");
        out.println("3.14");
        assertThat(err.toString()).isEqualTo("\r\033[?7lPi.pi\033[K\033[?7h\r\033[K");
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines()).containsExactly("3.1", "3.14");
    }

    @Test
    void saysOnlyErrorsAndLogsWhenItIsToBeQuiet() {
        Commentary says = commentary(false);
        says.hush();
        says.accept(Progress.of("Pi.pi", ""));
        says.notice("no Ray here");
        says.error("failed");
        says.log(new LogLine(Instant.EPOCH, "driver", "INFO", "hello"));
        assertThat(err.toString().lines()).containsExactly("eagleray: failed", "[driver] hello");
    }

    private Commentary commentary(boolean terminal) {
        return new Commentary(new PrintWriter(err, true), terminal, () -> now);
    }
}
