package io.eagleray.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void whatIsNotThereIsRefusedWithTheChoices() {
        assertThatThrownBy(() -> chosen("fan-out"))
                .hasMessage(
                        "there are no figures \"fan-out\": say javac, fanout, ray, kuberay, flyte, or nothing for all");
        assertThatThrownBy(() -> chosen("javac", "fanout")).hasMessageContaining("\"javac fanout\"");
    }

    @Test
    void nothingMeansAll() {
        assertThat(chosen()).containsExactly(Figures.values());
        assertThat(chosen("javac")).containsExactly(Figures.JAVAC);
        assertThat(chosen("ray")).containsExactly(Figures.RAY);
        assertThat(chosen("kuberay")).containsExactly(Figures.KUBERAY);
        assertThat(chosen("flyte")).containsExactly(Figures.FLYTE);
    }

    private static Set<Figures> chosen(String... words) {
        String[] arguments = new String[Places.COUNT + words.length];
        System.arraycopy(words, 0, arguments, Places.COUNT, words.length);
        return Figures.chosen(arguments);
    }
}
