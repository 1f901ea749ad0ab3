package io.eagleray.examples;

import io.eagleray.examples.Flights.Flight;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.zip.GZIPInputStream;

/** The flights, as they come with this module. */
final class FlightFile {
    private static final String NAME = "flights-2013-01.csv.gz";

    private FlightFile() {}

    static List<Flight> read() {
        try (InputStream file = FlightFile.class.getResourceAsStream(NAME)) {
            if (file == null) {
                throw new IllegalStateException(
                        NAME + " is not on the class path beside " + FlightFile.class.getName());
            }
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8));
            return lines.lines().skip(1).map(FlightFile::flight).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + NAME, e);
        }
    }

    /** Columns: day, carrier, flight number, origin, destination, departure delay, arrival delay, distance. */
    private static Flight flight(String line) {
        String[] columns = line.split(",", -1);
        return new Flight(
                Integer.parseInt(columns[0]),
                columns[1],
                columns[3],
                columns[4],
                columns[6].isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(columns[6])),
                Integer.parseInt(columns[7]));
    }
}
