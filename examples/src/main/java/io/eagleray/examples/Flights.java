package io.eagleray.examples;

import io.eagleray.RayJobConfig;
import io.eagleray.Remote;
import io.eagleray.Task;
import io.eagleray.WorkerNodeConfig;
import io.eagleray.client.Eagleray;
import io.eagleray.parallel.Parallel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How punctual airlines are, from the 27,004 flights that left New York City in January 2013. Records go to the workers
 * and come back; {@code DATA.md} beside this module's sources tells where the data are from.
 */
public final class Flights {
    private Flights() {}

    /**
     * A flight.
     *
     * @param day the day of January 2013
     * @param carrier the airline, as a code of two characters
     * @param origin the airport it left from
     * @param destination the airport it flew to
     * @param arrivalDelay minutes late at arrival, negative when early; empty when it did not arrive there
     * @param distance miles
     */
    public record Flight(
            int day, String carrier, String origin, String destination, OptionalInt arrivalDelay, int distance) {}

    /**
     * Which flights to look at.
     *
     * @param origin only those from this airport; empty for all
     * @param minimumFlights leave out airlines with fewer flights
     */
    public record Question(Optional<String> origin, int minimumFlights) {}

    /**
     * How punctual an airline is.
     *
     * @param carrier the airline
     * @param flights how many of its flights there were
     * @param arrived how many of them arrived
     * @param totalDelay the sum of their delays at arrival, in minutes
     */
    public record Punctuality(String carrier, int flights, int arrived, long totalDelay) {

        /**
         * The mean delay at arrival.
         *
         * @return minutes; not a number when none arrived
         */
        public double meanDelay() {
            return (double) totalDelay / arrived;
        }

        Punctuality plus(Punctuality other) {
            return new Punctuality(
                    carrier, flights + other.flights, arrived + other.arrived, totalDelay + other.totalDelay);
        }

        static Punctuality of(Flight flight) {
            return new Punctuality(
                    flight.carrier(),
                    1,
                    flight.arrivalDelay().isPresent() ? 1 : 0,
                    flight.arrivalDelay().orElse(0));
        }
    }

    /** The punctuality of each airline in some flights. */
    @Remote
    static List<Punctuality> tally(List<Flight> flights, Question question) {
        return byCarrier(flights.stream()
                .filter(flight ->
                        question.origin().isEmpty() || question.origin().get().equals(flight.origin()))
                .map(Punctuality::of)
                .toList());
    }

    /**
     * The airlines, the most punctual first.
     *
     * @param question which flights to look at
     * @return the punctuality of each airline
     */
    @Task(description = "How punctual airlines are, from 27,004 flights of January 2013")
    @RayJobConfig(workerNodeConfig = @WorkerNodeConfig(groupName = "flights", replicas = 2))
    public static List<Punctuality> punctuality(Question question) {
        Map<Integer, List<Flight>> days = FlightFile.read().stream()
                .collect(Collectors.groupingBy(Flight::day, TreeMap::new, Collectors.toList()));
        List<Punctuality> all = new ArrayList<>();
        Parallel.map(days.values(), day -> FlightsTasks.tally(day, question)).forEach(all::addAll);
        return byCarrier(all).stream()
                .filter(airline -> airline.flights() >= question.minimumFlights())
                .sorted(Comparator.comparingDouble(Punctuality::meanDelay))
                .toList();
    }

    private static List<Punctuality> byCarrier(Collection<Punctuality> parts) {
        Map<String, Punctuality> airlines = new TreeMap<>();
        parts.forEach(part -> airlines.merge(part.carrier(), part, Punctuality::plus));
        return List.copyOf(airlines.values());
    }

    /**
     * Runs it from an IDE.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        try (Eagleray eagleray = Eagleray.connect()) {
            eagleray.run(FlightsTasks.punctuality(new Question(Optional.empty(), 100)))
                    .forEach(airline -> System.out.printf("%s %6.1f min%n", airline.carrier(), airline.meanDelay()));
        }
    }
}
