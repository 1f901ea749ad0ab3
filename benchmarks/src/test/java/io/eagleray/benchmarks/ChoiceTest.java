package io.eagleray.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ChoiceTest {
    @Test
    void whatIsNotThereIsRefusedWithTheChoices() {
        assertThatThrownBy(() -> of("fan-out"))
                .hasMessage("there are no figures \"fan-out\": say javac, fanout, or nothing for both");
        assertThatThrownBy(() -> of("javac", "fanout")).hasMessageContaining("\"javac fanout\"");
    }

    @Test
    void nothingMeansBoth() {
        assertThat(of()).isEqualTo(new Choice(true, true));
        assertThat(of("javac")).isEqualTo(new Choice(true, false));
        assertThat(of("fanout")).isEqualTo(new Choice(false, true));
    }

    private static Choice of(String... words) {
        String[] arguments = new String[Places.COUNT + words.length];
        System.arraycopy(words, 0, arguments, Places.COUNT, words.length);
        return Choice.of(arguments);
    }
}
