package io.eagleray.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.call.ValueType;
import io.eagleray.client.ValueException;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Pieces in one array, each by itself. */
final class BlockTest {
    private static final ValueForm POINTS = ValueForm.of(ValueType.of(List.class, ValueType.of(Samples.Point.class)));
    private static final ValueForm BYTES = ValueForm.of(ValueType.of(byte[].class));

    private static final List<Samples.Point> GOOD = List.of(new Samples.Point(1, 2), new Samples.Point(3, 4));

    @Provide
    Arbitrary<List<TypedValue>> values() {
        return TypedValues.all().list().ofMaxSize(8);
    }

    @Property(tries = 300)
    void valuesComeBackBesideOthers(@ForAll("values") List<TypedValue> given) {
        BlockWriter writer = new BlockWriter();
        for (TypedValue each : given) {
            writer.piece(() -> {
                writer.number(300);
                writer.value(ValueForm.of(each.type()), each.value());
                writer.bytes(each.bytes());
            });
        }
        assertThat(writer.pieces()).isEqualTo(given.size());
        byte[] block = writer.toByteArray();
        assertThat(writer.size()).isEqualTo(block.length);
        BlockReader reader = new BlockReader(block);
        for (TypedValue each : given) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.number()).isEqualTo(300);
            assertThat(each.isSame(reader.value(ValueForm.of(each.type())))).isTrue();
            assertThat(reader.rest()).isEqualTo(each.bytes());
        }
        assertThat(reader.next()).isFalse();
    }

    @Test
    void whatCannotBeWrittenLeavesNoTrace() {
        BlockWriter writer = new BlockWriter();
        byte[] large = new byte[100_000];
        Arrays.fill(large, (byte) 7);
        add(writer, GOOD);
        assertThatThrownBy(() -> writer.piece(() -> {
                    writer.number(1);
                    writer.value(BYTES, large);
                    writer.value(POINTS, Arrays.asList(new Samples.Point(5, 6), "no point"));
                }))
                .isInstanceOf(ValueException.class)
                .hasMessageContaining("$[1]");
        add(writer, GOOD);
        writer.piece(() -> writer.value(BYTES, large));

        assertThat(writer.pieces()).isEqualTo(3);
        BlockReader reader = new BlockReader(writer.toByteArray());
        for (int i = 0; i < 2; i++) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.value(POINTS)).isEqualTo(GOOD);
        }
        assertThat(reader.next()).isTrue();
        assertThat(reader.value(BYTES)).isEqualTo(large);
        assertThat(reader.next()).isFalse();
    }

    private static void add(BlockWriter writer, List<Samples.Point> points) {
        writer.piece(() -> writer.value(POINTS, points));
    }

    @Test
    void aPieceThatCannotBeReadLeavesTheOthers() {
        BlockWriter writer = new BlockWriter();
        writer.piece(() -> writer.value(BYTES, new byte[] {1}));
        add(writer, GOOD);
        writer.piece(() -> writer.value(POINTS, GOOD));
        BlockReader reader = new BlockReader(writer.toByteArray());
        assertThat(reader.next()).isTrue();
        assertThatThrownBy(() -> reader.value(POINTS))
                .isInstanceOf(ValueException.class)
                .hasMessageContaining("run the same version of the code on both sides");
        assertThat(reader.next()).isTrue(); // not read at all
        assertThat(reader.next()).isTrue();
        assertThat(reader.value(POINTS)).isEqualTo(GOOD);
        assertThatThrownBy(reader::number).hasMessageContaining("they end too early");
    }

    @Test
    void aBlockThatIsCutIsRefused() {
        BlockWriter writer = new BlockWriter();
        add(writer, GOOD);
        byte[] block = writer.toByteArray();
        for (int length = 1; length < block.length; length++) {
            BlockReader reader = new BlockReader(Arrays.copyOf(block, length));
            assertThatThrownBy(reader::next)
                    .isInstanceOf(ValueException.class)
                    .hasMessageContaining("they end too early");
        }
    }

    @Test
    void theLimitIsForEachValue() {
        Limits limits = new Limits(1_000, 10, 10_000);
        ValueForm form = ValueForm.of(ValueType.of(byte[].class), limits);
        BlockWriter writer = new BlockWriter();
        for (int i = 0; i < 10; i++) {
            writer.piece(() -> writer.value(form, new byte[900]));
        }
        assertThatThrownBy(() -> writer.piece(() -> writer.value(form, new byte[1_001])))
                .isInstanceOf(ValueException.class)
                .hasMessageContaining("more than the limit of 1000 bytes");
        assertThat(writer.pieces()).isEqualTo(10);

        BlockWriter wide = new BlockWriter();
        wide.piece(() -> wide.value(BYTES, new byte[1_001]));
        BlockReader reader = new BlockReader(wide.toByteArray());
        assertThat(reader.next()).isTrue();
        assertThatThrownBy(() -> reader.value(form)).hasMessageContaining("more than the limit of 1000 bytes");
    }
}
