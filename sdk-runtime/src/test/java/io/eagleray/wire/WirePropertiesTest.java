package io.eagleray.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.eagleray.call.ValueType;
import io.eagleray.client.ValueException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for every value of every type. */
final class WirePropertiesTest {
    /** What hostile bytes may make a reader allocate: this much for each of them, and something for the start. */
    private static final long ALLOCATED_PER_BYTE = 1024;

    private static final long ALLOCATED_AT_START = 1 << 20;

    @Provide
    Arbitrary<TypedValue> values() {
        return TypedValues.all();
    }

    @Property
    void bytesComeBackAsTheValue(@ForAll("values") TypedValue given) {
        assertThat(given.isSame(Values.decode(given.bytes(), given.type()))).isTrue();
    }

    @Property
    void jsonComesBackAsTheValueAndIsCanonical(@ForAll("values") TypedValue given) {
        try {
            String json = given.json();
            Object back = Json.read(json, given.type());
            assertThat(Json.write(back, given.type())).isEqualTo(json);
            assertThat(given.isSame(back) || json.contains("null")).isTrue(); // a null Optional is an empty one
        } catch (ValueException refused) {
            assertThat(refused).hasMessageContaining("null and an empty Optional are the same key in JSON");
        }
    }

    @Property
    void bytesTellTheirJsonWithoutTheType(@ForAll("values") TypedValue given) {
        String json;
        try {
            json = given.json();
        } catch (ValueException refused) {
            return; // the same way as without a type, or in an order of its own
        }
        String untyped = UntypedValue.decode(given.bytes()).json();
        if (!hasOrderOfItsOwn(given.type())) {
            assertThat(untyped).isEqualTo(json);
            return;
        }
        try {
            assertThat(Json.write(Json.read(untyped, given.type()), given.type()))
                    .isEqualTo(json);
        } catch (ValueException refused) { // null and an empty Optional are one in JSON
            assertThat(refused).hasMessageContaining("an element that is there already");
            assertThat(untyped).contains("null");
        }
    }

    /** Only the type tells a set from a list, and the order of an enum's constants. */
    private static boolean hasOrderOfItsOwn(ValueType type) {
        return type.raw() == Set.class
                || (type.raw() == Map.class && type.arguments().get(0).raw().isEnum())
                || type.arguments().stream().anyMatch(WirePropertiesTest::hasOrderOfItsOwn);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void damagedBytesAreRefusedOrRead(
            @ForAll("values") TypedValue given, @ForAll int place, @ForAll byte value, @ForAll boolean cut) {
        byte[] bytes = given.bytes();
        int at = Math.floorMod(place, bytes.length);
        bytes[at] = value;
        decode(given, cut ? Arrays.copyOf(bytes, at) : bytes);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void anyBytesAreRefusedOrRead(
            @ForAll("values") TypedValue given,
            @ForAll @Size(max = 60) byte[] tail,
            @ForAll @IntRange(max = 40) int kept) {
        byte[] bytes = Arrays.copyOf(given.bytes(), Math.min(kept, given.bytes().length) + tail.length);
        System.arraycopy(tail, 0, bytes, bytes.length - tail.length, tail.length);
        decode(given, bytes);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void anyTextIsRefusedOrRead(@ForAll("values") TypedValue given, @ForAll int place, @ForAll char value) {
        try {
            StringBuilder json = new StringBuilder(given.json());
            json.setCharAt(Math.floorMod(place, json.length()), value);
            Json.read(json.toString(), given.type());
        } catch (ValueException refused) {
            assertThat(refused).hasMessageStartingWith("$");
        }
    }

    private static void decode(TypedValue given, byte[] bytes) {
        refusedOrRead(bytes, () -> Values.decode(bytes, given.type()));
        refusedOrRead(bytes, () -> UntypedValue.decode(bytes).json());
    }

    private static void refusedOrRead(byte[] bytes, Runnable reading) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        try {
            reading.run();
        } catch (ValueException refused) {
            assertThat(refused).hasMessageStartingWith("$");
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                .isLessThan(ALLOCATED_AT_START + bytes.length * ALLOCATED_PER_BYTE);
    }
}
