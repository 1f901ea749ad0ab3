package io.eagleray.flyte.type;

import io.eagleray.Task;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** Tasks that give back what they take: one for each kind of type. {@code crossings.py} has the same in Python. */
final class Crossings {
    private Crossings() {}

    enum Color {
        RED,
        GREEN
    }

    record Point(int x, double y) {}

    record Pair<A, B>(A first, B second) {}

    record Node(long value, Optional<Node> next) {}

    record Nothing() {}

    record All(
            byte small,
            long large,
            float single,
            double twice,
            boolean flag,
            char letter,
            String text,
            Instant time,
            Duration duration,
            byte[] bytes,
            BigDecimal decimal,
            BigInteger big,
            UUID uuid,
            URI uri,
            LocalDate date,
            LocalTime clock,
            LocalDateTime local,
            OffsetDateTime offset,
            List<Long> list,
            Set<String> set,
            int[] array,
            Map<String, Double> map,
            Map<Integer, String> numbered,
            Map<Color, Boolean> colored,
            Map<LocalDate, Point> dated,
            Optional<Integer> some,
            OptionalDouble number,
            Color color,
            Point point,
            List<Point> points,
            Optional<Point> place,
            Pair<Integer, String> pair,
            Shape shape,
            Optional<Shape> other,
            Size size) {}

    /** Told apart by their fields. */
    sealed interface Shape permits Circle, Box {}

    record Circle(double radius) implements Shape {}

    record Box(double width, double height) implements Shape {}

    /** Not told apart by their fields. */
    sealed interface Size permits Meters, Feet {}

    record Meters(double value) implements Size {}

    record Feet(double value) implements Size {}

    @Task
    static long integer(long value) {
        return value;
    }

    @Task
    static double floating(double value) {
        return value;
    }

    @Task
    static boolean truth(boolean value) {
        return value;
    }

    @Task
    static String text(String value) {
        return value;
    }

    @Task
    static Instant time(Instant value) {
        return value;
    }

    @Task
    static Duration duration(Duration value) {
        return value;
    }

    @Task
    static LocalDate date(LocalDate value) {
        return value;
    }

    @Task
    static UUID uuid(UUID value) {
        return value;
    }

    @Task
    static BigDecimal decimal(BigDecimal value) {
        return value;
    }

    @Task
    static Color color(Color value) {
        return value;
    }

    @Task
    static List<Optional<Long>> list(List<Optional<Long>> value) {
        return value;
    }

    @Task
    static double[][] matrix(double[][] value) {
        return value;
    }

    @Task
    static Map<String, List<Point>> map(Map<String, List<Point>> value) {
        return value;
    }

    @Task
    static Map<Long, Point> numbered(Map<Long, Point> value) {
        return value;
    }

    @Task
    static Map<Color, String> colored(Map<Color, String> value) {
        return value;
    }

    @Task
    static OptionalLong optional(OptionalLong value) {
        return value;
    }

    @Task
    static Optional<Color> optionalColor(Optional<Color> value) {
        return value;
    }

    @Task
    static Optional<List<Point>> optionalList(Optional<List<Point>> value) {
        return value;
    }

    @Task
    static Point point(Point value) {
        return value;
    }

    @Task
    static Node node(Node value) {
        return value;
    }

    @Task
    static Nothing nothing(Nothing value) {
        return value;
    }

    @Task
    static Shape shape(Shape value) {
        return value;
    }

    @Task
    static Optional<Shape> optionalShape(Optional<Shape> value) {
        return value;
    }

    @Task
    static Size size(Size value) {
        return value;
    }

    @Task
    static All all(All value) {
        return value;
    }
}
