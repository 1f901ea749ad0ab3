package io.eagleray.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {
    private static final List<String> KNOWN = List.of("Squares.squares", "Pi.estimate", "Flights.delays");

    @Test
    void findsWhatFewEditsLeadTo() {
        assertThat(NearestName.of("Squares.square", KNOWN)).contains("Squares.squares");
        assertThat(NearestName.of("squares.sqaures", KNOWN)).contains("Squares.squares");
        assertThat(NearestName.of("Pi.estimat", KNOWN)).contains("Pi.estimate");
    }

    @Test
    void findsNothingFarAway() {
        assertThat(NearestName.of("Wordcount.count", KNOWN)).isEmpty();
        assertThat(NearestName.of("", KNOWN)).isEmpty();
        assertThat(NearestName.of("anything", List.of())).isEmpty();
    }

    @Test
    void ofTwoAsNearTakesTheFirstByName() {
        assertThat(NearestName.of("ac", List.of("ad", "ab"))).contains("ab");
    }
}
