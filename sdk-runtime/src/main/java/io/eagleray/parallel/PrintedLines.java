package io.eagleray.parallel;

import io.eagleray.client.LogLine;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What is printed in a worker's JVM. It goes where it went before, a file of the node, and line by line to the user:
 * {@code System.out.println} is the first thing that anybody tries.
 */
final class PrintedLines {
    private static final int LONGEST = 1 << 16;

    private final Consumer<LogLine> sink;
    private final List<LineStream> streams = new ArrayList<>();

    PrintedLines(Consumer<LogLine> sink) {
        this.sink = sink;
    }

    /** Takes over standard output and standard error of this JVM. */
    void install() {
        System.setOut(stream(System.out, "INFO"));
        System.setErr(stream(System.err, "WARN"));
    }

    /** A stream that passes everything on, and gives each line to the sink. */
    PrintStream stream(OutputStream before, String level) {
        LineStream stream = new LineStream(new PrintStream(before, true, StandardCharsets.UTF_8), level);
        streams.add(stream);
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    /** Gives the lines that have no end yet to the sink, as if they ended here. */
    void finish() {
        streams.forEach(LineStream::finish);
    }

    private final class LineStream extends OutputStream {
        private final PrintStream before;
        private final String level;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        LineStream(PrintStream before, String level) {
            this.before = before;
            this.level = level;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            before.write(bytes, offset, length);
            cut(bytes, offset, offset + length).forEach(sink);
        }

        @Override
        public void flush() {
            before.flush();
        }

        void finish() {
            unfinished().forEach(sink);
        }

        private synchronized List<LogLine> cut(byte[] bytes, int from, int to) {
            List<LogLine> complete = new ArrayList<>();
            for (int i = from; i < to; i++) {
                if (bytes[i] == '\n') {
                    complete.add(line());
                } else {
                    line.write(bytes[i]);
                    if (line.size() == LONGEST) {
                        complete.add(line());
                    }
                }
            }
            return complete;
        }

        private synchronized List<LogLine> unfinished() {
            return line.size() == 0 ? List.of() : List.of(line());
        }

        private LogLine line() {
            String text = line.toString(StandardCharsets.UTF_8);
            line.reset();
            return new LogLine(
                    Instant.now(), "worker", level, text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
        }
    }
}
