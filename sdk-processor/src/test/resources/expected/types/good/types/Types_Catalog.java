package good.types;

import io.eagleray.call.Catalog;
import io.eagleray.call.CatalogFunction;
import io.eagleray.call.Parameter;
import io.eagleray.call.ValueType;
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

    final CatalogFunction failing = task("Types.failing", ValueType.of(int.class), List.of(Parameter.of("failing", ValueType.of(int.class))), arguments -> Types.failing((int) arguments[0]));

    final CatalogFunction nothing = task("Types.nothing", ValueType.of(Void.class), List.of(), arguments -> {
        Types.nothing();
        return null;
    });

    final CatalogFunction records = task("Types.records", ValueType.of(Types.Nested.class), List.of(Parameter.of("tree", ValueType.of(Types.Tree.class)), Parameter.of("pair", ValueType.of(Types.Pair.class, ValueType.of(Types.Pair.class, ValueType.of(Integer.class), ValueType.of(Integer.class)), ValueType.array(ValueType.of(Types.Color.class))))), arguments -> Types.records((Types.Tree) arguments[0], (Types.Pair<Types.Pair<Integer, Integer>, Types.Color[]>) arguments[1]));

    final CatalogFunction sealed = task("Types.sealed", ValueType.of(Types.Result.class, ValueType.of(List.class, ValueType.of(Integer.class))), List.of(Parameter.of("shape", ValueType.of(Types.Shape.class)), Parameter.of("result", ValueType.of(Types.Result.class, ValueType.of(String.class)))), arguments -> Types.sealed((Types.Shape) arguments[0], (Types.Result<String>) arguments[1]));

    final CatalogFunction arrays = remote("arrays", ValueType.of(byte[].class), List.of(Parameter.of("a", ValueType.of(boolean[].class)), Parameter.of("b", ValueType.of(byte[].class)), Parameter.of("c", ValueType.array(ValueType.of(int[].class))), Parameter.of("d", ValueType.array(ValueType.of(String.class))), Parameter.of("e", ValueType.array(ValueType.of(Types.Pair.class, ValueType.of(String.class), ValueType.of(Integer.class)))), Parameter.of("f", ValueType.of(List.class, ValueType.of(int[].class)))), arguments -> Types.arrays((boolean[]) arguments[0], (byte[]) arguments[1], (int[][]) arguments[2], (String[]) arguments[3], (Types.Pair<String, Integer>[]) arguments[4], (List<int[]>) arguments[5]));

    final CatalogFunction boxes = remote("boxes", ValueType.of(Integer.class), List.of(Parameter.of("a", ValueType.of(Boolean.class)), Parameter.of("b", ValueType.of(Byte.class)), Parameter.of("c", ValueType.of(Short.class)), Parameter.of("d", ValueType.of(Integer.class)), Parameter.of("e", ValueType.of(Long.class)), Parameter.of("f", ValueType.of(Character.class)), Parameter.of("g", ValueType.of(Float.class)), Parameter.of("h", ValueType.of(Double.class))), arguments -> Types.boxes((Boolean) arguments[0], (Byte) arguments[1], (Short) arguments[2], (Integer) arguments[3], (Long) arguments[4], (Character) arguments[5], (Float) arguments[6], (Double) arguments[7]));

    final CatalogFunction collections = remote("collections", ValueType.of(Optional.class, ValueType.of(List.class, ValueType.of(String.class))), List.of(Parameter.of("a", ValueType.of(List.class, ValueType.of(Set.class, ValueType.of(Integer.class)))), Parameter.of("b", ValueType.of(Collection.class, ValueType.of(Optional.class, ValueType.of(String.class)))), Parameter.of("c", ValueType.of(Map.class, ValueType.of(String.class), ValueType.of(Map.class, ValueType.of(UUID.class), ValueType.of(List.class, ValueType.of(Types.Tree.class))))), Parameter.of("d", ValueType.of(Map.class, ValueType.of(Types.Color.class), ValueType.of(Integer.class))), Parameter.of("e", ValueType.of(Map.class, ValueType.of(LocalDate.class), ValueType.of(Double.class))), Parameter.of("f", ValueType.of(OptionalInt.class)), Parameter.of("g", ValueType.of(OptionalLong.class)), Parameter.of("h", ValueType.of(OptionalDouble.class))), arguments -> Types.collections((List<Set<Integer>>) arguments[0], (Collection<Optional<String>>) arguments[1], (Map<String, Map<UUID, List<Types.Tree>>>) arguments[2], (Map<Types.Color, Integer>) arguments[3], (Map<LocalDate, Double>) arguments[4], (OptionalInt) arguments[5], (OptionalLong) arguments[6], (OptionalDouble) arguments[7]));

    final CatalogFunction primitives = remote("primitives", ValueType.of(Void.class), List.of(Parameter.of("a", ValueType.of(boolean.class)), Parameter.of("b", ValueType.of(byte.class)), Parameter.of("c", ValueType.of(short.class)), Parameter.of("d", ValueType.of(int.class)), Parameter.of("e", ValueType.of(long.class)), Parameter.of("f", ValueType.of(char.class)), Parameter.of("g", ValueType.of(float.class)), Parameter.of("h", ValueType.of(double.class))), arguments -> {
        Types.primitives((boolean) arguments[0], (byte) arguments[1], (short) arguments[2], (int) arguments[3], (long) arguments[4], (char) arguments[5], (float) arguments[6], (double) arguments[7]);
        return null;
    });

    final CatalogFunction times = remote("times", ValueType.of(Instant.class), List.of(Parameter.of("a", ValueType.of(Duration.class)), Parameter.of("b", ValueType.of(Instant.class)), Parameter.of("c", ValueType.of(LocalDate.class)), Parameter.of("d", ValueType.of(LocalDateTime.class)), Parameter.of("e", ValueType.of(LocalTime.class)), Parameter.of("f", ValueType.of(MonthDay.class)), Parameter.of("g", ValueType.of(OffsetDateTime.class)), Parameter.of("h", ValueType.of(OffsetTime.class)), Parameter.of("i", ValueType.of(Period.class)), Parameter.of("j", ValueType.of(Year.class)), Parameter.of("k", ValueType.of(YearMonth.class)), Parameter.of("l", ValueType.of(ZoneId.class)), Parameter.of("m", ValueType.of(ZoneOffset.class)), Parameter.of("n", ValueType.of(ZonedDateTime.class))), arguments -> Types.times((Duration) arguments[0], (Instant) arguments[1], (LocalDate) arguments[2], (LocalDateTime) arguments[3], (LocalTime) arguments[4], (MonthDay) arguments[5], (OffsetDateTime) arguments[6], (OffsetTime) arguments[7], (Period) arguments[8], (Year) arguments[9], (YearMonth) arguments[10], (ZoneId) arguments[11], (ZoneOffset) arguments[12], (ZonedDateTime) arguments[13]));

    final CatalogFunction values = remote("values", ValueType.of(String.class), List.of(Parameter.of("a", ValueType.of(String.class)), Parameter.of("b", ValueType.of(BigDecimal.class)), Parameter.of("c", ValueType.of(BigInteger.class)), Parameter.of("d", ValueType.of(UUID.class)), Parameter.of("e", ValueType.of(URI.class))), arguments -> Types.values((String) arguments[0], (BigDecimal) arguments[1], (BigInteger) arguments[2], (UUID) arguments[3], (URI) arguments[4]));

    private Types_Catalog() {
        super("good.types.Types");
    }
}
