package good.types;

import io.eagleray.Remote;
import io.eagleray.Task;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** All that may cross. */
final class Types {
    private Types() {}

    enum Color {
        RED,
        GREEN {
            @Override
            boolean isMixed() {
                return true;
            }
        };

        boolean isMixed() {
            return false;
        }
    }

    /** A record that contains itself. */
    record Tree(String label, List<Tree> children) {}

    record Pair<A, B>(A first, B second) {}

    record Nested(Pair<Integer, List<Pair<String, Color>>> pairs, Map<Color, Tree> trees) {}

    sealed interface Shape permits Circle, Polygon {}

    record Circle(double radius) implements Shape {}

    sealed interface Polygon extends Shape permits Square, Triangle {}

    record Square(double side) implements Polygon {}

    record Triangle(double a, double b, double c) implements Polygon {}

    /** Its permitted types are found in the same file, and use its type variable. */
    sealed interface Result<T> {
        record Good<U>(U value) implements Result<U> {}

        record Bad<E>(String reason) implements Result<E> {}

        record Nothing() implements Result<String> {}
    }

    @Remote
    static void primitives(boolean a, byte b, short c, int d, long e, char f, float g, double h) {}

    @Remote
    static Integer boxes(Boolean a, Byte b, Short c, Integer d, Long e, Character f, Float g, Double h) {
        return d;
    }

    @Remote
    static byte[] arrays(boolean[] a, byte[] b, int[][] c, String[] d, Pair<String, Integer>[] e, List<int[]> f) {
        return b;
    }

    @Remote
    static String values(String a, BigDecimal b, BigInteger c, UUID d, URI e) {
        return a;
    }

    @Remote
    static Instant times(
            Duration a,
            Instant b,
            LocalDate c,
            LocalDateTime d,
            LocalTime e,
            MonthDay f,
            OffsetDateTime g,
            OffsetTime h,
            Period i,
            Year j,
            YearMonth k,
            ZoneId l,
            ZoneOffset m,
            ZonedDateTime n) {
        return b;
    }

    @Remote
    static Optional<List<String>> collections(
            List<Set<Integer>> a,
            Collection<Optional<String>> b,
            Map<String, Map<UUID, List<Tree>>> c,
            Map<Color, Integer> d,
            Map<LocalDate, Double> e,
            OptionalInt f,
            OptionalLong g,
            OptionalDouble h) {
        return Optional.empty();
    }

    @Task
    static Nested records(Tree tree, Pair<Pair<Integer, Integer>, Color[]> pair) {
        return new Nested(null, null);
    }

    @Task
    static Result<List<Integer>> sealed(Shape shape, Result<String> result) {
        return null;
    }

    @Task
    static void nothing() {}

    @Task
    static int failing(int failing) throws Exception {
        throw new Exception("a parameter may have the name of the method, and a method may throw");
    }
}
