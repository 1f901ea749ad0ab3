package io.eagleray.benchmarks;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Where the time of a pod went, as it tells with {@code EAGLERAY_DEBUG}.
 *
 * @param all from the beginning of its process to its end
 * @param init of it, {@code Ray.init}
 * @param own of it, what was neither that nor a transfer; these go on beside each other
 */
record PodLog(Duration all, Duration init, Duration own) {
    private static final Pattern LINE = Pattern.compile("eagleray: at (\\d+)\\.(\\d{3}): (.*)");

    /**
     * Reads what a driver has printed.
     *
     * @throws IllegalStateException when it does not tell all
     */
    static PodLog of(String log) {
        List<Event> events = LINE.matcher(log)
                .results()
                .map(Event::of)
                .sorted(Comparator.comparing(Event::at))
                .toList();
        Duration all = between("this process began", "it is stored", events);
        Duration init = between("Ray.init begins", "Ray.init ends", events);
        return new PodLog(all, init, all.minus(busy(events)));
    }

    private static Duration between(String begin, String end, List<Event> events) {
        return at(end, events).minus(at(begin, events));
    }

    private static Duration at(String what, List<Event> events) {
        return events.stream()
                .filter(event -> event.what.equals(what))
                .map(Event::at)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the driver does not tell when " + what + ": " + events));
    }

    /** How long anything was under way that has a beginning and an end. */
    private static Duration busy(List<Event> events) {
        Duration busy = Duration.ZERO;
        Duration since = Duration.ZERO;
        int underWay = 0;
        for (Event event : events) {
            if (event.begins() && underWay++ == 0) {
                since = event.at;
            } else if (event.ends() && --underWay == 0) {
                busy = busy.plus(event.at).minus(since);
            }
        }
        return busy;
    }

    private record Event(Duration at, String what) {
        static Event of(MatchResult line) {
            return new Event(
                    Duration.ofSeconds(Long.parseLong(line.group(1))).plusMillis(Long.parseLong(line.group(2))),
                    line.group(3).strip());
        }

        boolean begins() {
            return what.matches(".* begins?");
        }

        boolean ends() {
            return what.matches(".* ends?");
        }
    }
}
