package io.eagleray.backend.ray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.wire.JsonTextReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LogTextTest {
    private final List<String> lines = new ArrayList<>();
    private final LogText text = new LogText(lines::add);

    @Test
    void takesEachCharacterOnce() {
        assertThat(text.take(0, "one\ntw")).isTrue();
        assertThat(text.take(0, "one\n")).isFalse();
        assertThat(text.take(4, "two\nth")).isTrue();
        assertThat(text.take(0, "one\ntwo\nth")).isFalse();
        assertThat(lines).containsExactly("one", "two");
        text.take(0, "one\ntwo\nthree\n\nfour");
        text.end();
        assertThat(lines).containsExactly("one", "two", "three", "", "four");
    }

    @Test
    void cutsLinesWithoutAnEnd() {
        text.take(0, "x".repeat(LogText.LONGEST_LINE + 5) + "\n");
        assertThat(lines).extracting(String::length).containsExactly(LogText.LONGEST_LINE, 5);
    }

    @Test
    void readsALogOutOfJson() throws IOException {
        assertThat(log("{\"logs\": \"a\\n\\\"b\\\"\\\\\\u00e9\\ud83d\\ude00\u00fc\"}"))
                .isEqualTo("a\n\"b\"\\\u00e9\ud83d\ude00\u00fc");
        assertThat(log("{ \"logs\" : \"\" }")).isEmpty();
        for (String broken :
                new String[] {"", "{\"log\":\"\"}", "<html>", "{\"logs\":null}", "{\"logs\":\"a", "{\"logs\":\"\\x\"}"
                }) {
            assertThatThrownBy(() -> log(broken)).isInstanceOf(IOException.class);
        }
    }

    private static String log(String json) throws IOException {
        StringWriter out = new StringWriter();
        try (JsonTextReader in = new JsonTextReader(new StringReader(json), "logs")) {
            in.transferTo(out);
        }
        return out.toString();
    }
}
