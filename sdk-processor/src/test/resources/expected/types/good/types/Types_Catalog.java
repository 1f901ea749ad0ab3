package good.types;

import io.eagleray.call.Catalog;
import io.eagleray.call.CatalogFunction;
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
import javax.annotation.processing.Generated;

/**
 * The functions of {@code Types}.
 */
@Generated("io.eagleray.processor.TaskProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "deprecation", "exports", "removal", "unchecked"})
public final class Types_Catalog extends Catalog {
    /**
     * The only one.
     */
    public static final Types_Catalog INSTANCE = new Types_Catalog();

    final CatalogFunction failing = task("Types.failing", type(int.class), arguments -> Types.failing((int) arguments[0]), parameter("failing", type(int.class))),
        nothing = task("Types.nothing", type(Void.class), arguments -> {
        Types.nothing();
        return null;
    }),
        records = task("Types.records", type(Types.Nested.class), arguments -> Types.records((Types.Tree) arguments[0], (Types.Pair<Types.Pair<Integer, Integer>, Types.Color[]>) arguments[1]), parameter("tree", type(Types.Tree.class)), parameter("pair", type(Types.Pair.class, type(Types.Pair.class, type(Integer.class), type(Integer.class)), array(type(Types.Color.class))))),
        sealed = task("Types.sealed", type(Types.Result.class, type(List.class, type(Integer.class))), arguments -> Types.sealed((Types.Shape) arguments[0], (Types.Result<String>) arguments[1]), parameter("shape", type(Types.Shape.class)), parameter("result", type(Types.Result.class, type(String.class)))),
        arrays = remote("arrays", type(byte[].class), arguments -> Types.arrays((boolean[]) arguments[0], (byte[]) arguments[1], (int[][]) arguments[2], (String[]) arguments[3], (Types.Pair<String, Integer>[]) arguments[4], (List<int[]>) arguments[5]), parameter("a", type(boolean[].class)), parameter("b", type(byte[].class)), parameter("c", array(type(int[].class))), parameter("d", array(type(String.class))), parameter("e", array(type(Types.Pair.class, type(String.class), type(Integer.class)))), parameter("f", type(List.class, type(int[].class)))),
        boxes = remote("boxes", type(Integer.class), arguments -> Types.boxes((Boolean) arguments[0], (Byte) arguments[1], (Short) arguments[2], (Integer) arguments[3], (Long) arguments[4], (Character) arguments[5], (Float) arguments[6], (Double) arguments[7]), parameter("a", type(Boolean.class)), parameter("b", type(Byte.class)), parameter("c", type(Short.class)), parameter("d", type(Integer.class)), parameter("e", type(Long.class)), parameter("f", type(Character.class)), parameter("g", type(Float.class)), parameter("h", type(Double.class))),
        collections = remote("collections", type(Optional.class, type(List.class, type(String.class))), arguments -> Types.collections((List<Set<Integer>>) arguments[0], (Collection<Optional<String>>) arguments[1], (Map<String, Map<UUID, List<Types.Tree>>>) arguments[2], (Map<Types.Color, Integer>) arguments[3], (Map<LocalDate, Double>) arguments[4], (OptionalInt) arguments[5], (OptionalLong) arguments[6], (OptionalDouble) arguments[7]), parameter("a", type(List.class, type(Set.class, type(Integer.class)))), parameter("b", type(Collection.class, type(Optional.class, type(String.class)))), parameter("c", type(Map.class, type(String.class), type(Map.class, type(UUID.class), type(List.class, type(Types.Tree.class))))), parameter("d", type(Map.class, type(Types.Color.class), type(Integer.class))), parameter("e", type(Map.class, type(LocalDate.class), type(Double.class))), parameter("f", type(OptionalInt.class)), parameter("g", type(OptionalLong.class)), parameter("h", type(OptionalDouble.class))),
        primitives = remote("primitives", type(Void.class), arguments -> {
        Types.primitives((boolean) arguments[0], (byte) arguments[1], (short) arguments[2], (int) arguments[3], (long) arguments[4], (char) arguments[5], (float) arguments[6], (double) arguments[7]);
        return null;
    }, parameter("a", type(boolean.class)), parameter("b", type(byte.class)), parameter("c", type(short.class)), parameter("d", type(int.class)), parameter("e", type(long.class)), parameter("f", type(char.class)), parameter("g", type(float.class)), parameter("h", type(double.class))),
        times = remote("times", type(Instant.class), arguments -> Types.times((Duration) arguments[0], (Instant) arguments[1], (LocalDate) arguments[2], (LocalDateTime) arguments[3], (LocalTime) arguments[4], (MonthDay) arguments[5], (OffsetDateTime) arguments[6], (OffsetTime) arguments[7], (Period) arguments[8], (Year) arguments[9], (YearMonth) arguments[10], (ZoneId) arguments[11], (ZoneOffset) arguments[12], (ZonedDateTime) arguments[13]), parameter("a", type(Duration.class)), parameter("b", type(Instant.class)), parameter("c", type(LocalDate.class)), parameter("d", type(LocalDateTime.class)), parameter("e", type(LocalTime.class)), parameter("f", type(MonthDay.class)), parameter("g", type(OffsetDateTime.class)), parameter("h", type(OffsetTime.class)), parameter("i", type(Period.class)), parameter("j", type(Year.class)), parameter("k", type(YearMonth.class)), parameter("l", type(ZoneId.class)), parameter("m", type(ZoneOffset.class)), parameter("n", type(ZonedDateTime.class))),
        values = remote("values", type(String.class), arguments -> Types.values((String) arguments[0], (BigDecimal) arguments[1], (BigInteger) arguments[2], (UUID) arguments[3], (URI) arguments[4]), parameter("a", type(String.class)), parameter("b", type(BigDecimal.class)), parameter("c", type(BigInteger.class)), parameter("d", type(UUID.class)), parameter("e", type(URI.class)));

    private Types_Catalog() {
        super("good.types.Types");
    }
}
