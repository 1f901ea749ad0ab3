package io.eagleray.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.eagleray.client.Eagleray;
import io.eagleray.client.Progress;
import io.eagleray.client.TaskFailedException;
import io.eagleray.examples.Flights.Punctuality;
import io.eagleray.examples.Flights.Question;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What the examples compute, wherever they run. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ExamplesContract {
    private final List<Progress> progress = new CopyOnWriteArrayList<>();
    private Eagleray eagleray;

    abstract String backend();

    @BeforeAll
    void connect() {
        eagleray = Eagleray.builder().backend(backend()).progress(progress::add).connect();
    }

    @AfterAll
    void disconnect() {
        eagleray.close();
    }

    @Test
    void squares() {
        assertThat(eagleray.run(SquaresTasks.squares(10))).containsExactly(0, 1, 4, 9, 16, 25, 36, 49, 64, 81);
    }

    @Test
    void piReportsProgressAndIsReproducible() {
        double pi = eagleray.run(PiTasks.pi(8, 1));
        assertThat(pi).isCloseTo(Math.PI, within(0.005));
        assertThat(eagleray.run(PiTasks.pi(8, 1))).isEqualTo(pi);
        assertThat(progress).anyMatch(report -> report.done() == 8 && report.total() == 8);
    }

    @Test
    void piRefusesNoBatches() {
        assertThatThrownBy(() -> eagleray.run(PiTasks.pi(0, 1)))
                .isInstanceOf(TaskFailedException.class)
                .hasMessageContaining("at least one is needed");
    }

    @Test
    void flightsOfAllAirports() {
        List<Punctuality> airlines = eagleray.run(FlightsTasks.punctuality(new Question(Optional.empty(), 0)));
        assertThat(airlines).hasSize(16);
        assertThat(airlines.get(0)).isEqualTo(new Punctuality("VX", 316, 314, -4798));
        assertThat(airlines.get(15)).isEqualTo(new Punctuality("OO", 1, 1, 107));
        assertThat(airlines.stream().mapToInt(Punctuality::flights).sum()).isEqualTo(27_004);
    }

    @Test
    void flightsOfOneAirport() {
        List<Punctuality> airlines = eagleray.run(FlightsTasks.punctuality(new Question(Optional.of("JFK"), 1_000)));
        assertThat(airlines).isNotEmpty().allMatch(airline -> airline.flights() >= 1_000);
    }

    @Test
    void delaysStayInTheCluster() {
        assertThat(eagleray.run(DelaysTasks.place())).hasSize(16).containsEntry("VX", 314);
        assertThat(eagleray.run(DelaysTasks.lookUp(List.of("OO", "VX"), 0.5))).containsExactly(107, -17);
        assertThat(eagleray.run(DelaysTasks.lookUp(List.of("OO"), 1))).containsExactly(107);
        assertThatThrownBy(() -> eagleray.run(DelaysTasks.lookUp(List.of("none"), 1)))
                .isInstanceOf(TaskFailedException.class)
                .hasMessageContaining("there are only");
    }
}
