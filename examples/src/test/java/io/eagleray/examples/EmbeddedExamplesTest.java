package io.eagleray.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class EmbeddedExamplesTest extends ExamplesContract {

    @Override
    String backend() {
        return "embedded";
    }

    @Test
    void aTaskIsAPlainMethod() {
        assertThat(Squares.squares(4)).containsExactly(0, 1, 4, 9);
    }
}
