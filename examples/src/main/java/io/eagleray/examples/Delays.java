package io.eagleray.examples;

import io.eagleray.RayJobConfig;
import io.eagleray.Remote;
import io.eagleray.Reuse;
import io.eagleray.Task;
import io.eagleray.WorkerNodeConfig;
import io.eagleray.call.Ref;
import io.eagleray.client.Eagleray;
import io.eagleray.examples.Flights.Flight;
import io.eagleray.parallel.NamedValue;
import io.eagleray.parallel.Parallel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Two tasks that share a cluster and what is in it: one places the delays of each airline there, and the other looks them
 * up, as often as somebody asks, without reading the flights again.
 */
public final class Delays {
    private static final NamedValue<Table> TABLE = NamedValue.of("delays", Table.class);

    private Delays() {}

    /**
     * The delays of all flights that arrived.
     *
     * @param minutes by airline, each in order
     */
    record Table(Map<String, int[]> minutes) {}

    /**
     * Places the delays in the cluster.
     *
     * @return how many flights each airline has there
     */
    @Task(description = "Places the delays of each airline in the cluster")
    @RayJobConfig(
            workerNodeConfig = @WorkerNodeConfig(groupName = "delays", replicas = 1),
            reuse = @Reuse(name = "delays", idleTtl = "5m"))
    public static Map<String, Integer> place() {
        Map<String, List<Flight>> airlines = FlightFile.read().stream().collect(Collectors.groupingBy(Flight::carrier));
        Map<String, int[]> minutes = new TreeMap<>();
        airlines.forEach((carrier, flights) -> minutes.put(
                carrier,
                flights.stream()
                        .flatMapToInt(flight -> flight.arrivalDelay().stream())
                        .sorted()
                        .toArray()));
        TABLE.put(new Table(minutes));
        Map<String, Integer> counts = new TreeMap<>();
        minutes.forEach((carrier, delays) -> counts.put(carrier, delays.length));
        return counts;
    }

    /** The delay that so many of the flights of an airline do not exceed; they are not sent with each call. */
    @Remote
    static int quantile(Table table, String carrier, double share) {
        int[] delays = table.minutes().get(carrier);
        if (delays == null) {
            throw new IllegalArgumentException("carrier is \"" + carrier + "\", but there are only "
                    + table.minutes().keySet());
        }
        return delays[(int) Math.min(delays.length - 1L, (long) (share * delays.length))];
    }

    /**
     * Looks delays up, from what {@link #place} has placed.
     *
     * @param carriers the airlines
     * @param share a number from 0 to 1: the share of the flights that had no more delay
     * @return the delay of each airline at arrival, in minutes, in the order given
     */
    @Task(
            description =
                    "Looks up the delay that a share of the flights do not exceed, from what Delays.place has placed")
    @RayJobConfig(
            workerNodeConfig = @WorkerNodeConfig(groupName = "delays", replicas = 1),
            reuse = @Reuse(name = "delays", idleTtl = "5m"))
    public static List<Integer> lookUp(List<String> carriers, double share) {
        Ref<Table> table = TABLE.ref();
        return Parallel.map(carriers, carrier -> DelaysTasks.quantileRef(table, Ref.of(carrier), Ref.of(share)));
    }

    /**
     * Runs it from an IDE.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        try (Eagleray eagleray = Eagleray.connect()) {
            List<String> carriers =
                    List.copyOf(eagleray.run(DelaysTasks.place()).keySet());
            for (double share : new double[] {0.5, 0.9, 0.99}) {
                System.out.println(share + " " + carriers + " " + eagleray.run(DelaysTasks.lookUp(carriers, share)));
            }
        }
    }
}
