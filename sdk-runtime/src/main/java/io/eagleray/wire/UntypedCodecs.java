package io.eagleray.wire;

import io.eagleray.call.ValueType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The codecs of one message whose classes are not here, made from its layouts. They read bytes and write JSON. */
final class UntypedCodecs {
    private static final Map<Kind, Codec> LEAVES = Scalars.codecs().stream()
            .filter(codec -> codec.layout().arguments().isEmpty() && codec.nullable())
            .collect(Collectors.toUnmodifiableMap(
                    codec -> codec.layout().kind(),
                    codec -> codec,
                    (one, other) -> one.type().raw() == Long.class ? one : other)); // the widest of the integers

    private static final ValueType TEXT = ValueType.of(String.class);
    /** Those of enums: any name is one. */
    static final Codec CONSTANTS = new TextCodec<>(
            String.class, Kind.ENUM, ByteWriter::name, ByteReader::name, name -> name, name -> name, "");

    private final Map<Shape, List<Codec>> components = new HashMap<>();

    Codec of(Layout layout) {
        return switch (layout.kind()) {
            case SEQUENCE -> {
                Codec element = of(layout.arguments().get(0));
                yield new SequenceCodec(ValueType.of(List.class, element.type()), element);
            }
            case MAP -> {
                Codec key = of(layout.arguments().get(0));
                Codec value = of(layout.arguments().get(1));
                yield new MapCodec(ValueType.of(Map.class, key.type(), value.type()), key, value);
            }
            case OPTIONAL -> {
                Codec value = of(layout.arguments().get(0));
                yield new OptionalCodec(ValueType.of(Optional.class, value.type()), value);
            }
            case RECORD -> new UntypedRecordCodec();
            case SEALED -> new UntypedSealedCodec();
            case ENUM -> CONSTANTS;
            default -> Objects.requireNonNull(LEAVES.get(layout.kind()));
        };
    }

    /** A value of ours in place of one of the user's: it goes one way only. */
    private abstract static class OneWay extends Codec {
        private final Layout layout;

        OneWay(Kind kind) {
            super(TEXT);
            layout = Layout.of(kind);
        }

        @Override
        final Layout layout() {
            return layout;
        }

        @Override
        final void write(ByteWriter out, Object value) {
            throw misfit(value);
        }

        @Override
        final Object read(JsonReader in) {
            throw in.expected("nothing");
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    private record Components(Shape shape, @Nullable Object[] values) {}

    private final class UntypedRecordCodec extends OneWay {
        UntypedRecordCodec() {
            super(Kind.RECORD);
        }

        private List<Codec> codecs(Shape shape) {
            List<Codec> known = components.get(shape);
            if (known == null) {
                known = shape.parts().stream().map(part -> of(part.layout())).toList();
                components.put(shape, known);
            }
            return known;
        }

        @Override
        Object read(ByteReader in) {
            in.enter();
            Shape shape = in.shape();
            List<Codec> codecs = codecs(shape);
            @Nullable Object[] values = new @Nullable Object[codecs.size()];
            int bits = in.bits(values.length);
            for (int i = 0; i < values.length; i++) {
                if (!in.bit(bits, i)) {
                    values[i] = codecs.get(i).read(in);
                }
            }
            in.exit();
            return new Components(shape, values);
        }

        @Override
        void write(JsonWriter out, Object value) {
            Components record = (Components) value;
            List<Codec> codecs = codecs(record.shape());
            out.enter();
            out.startObject();
            for (int i = 0; i < record.values().length; i++) {
                out.field(record.shape().parts().get(i).name());
                codecs.get(i).writeNullable(out, record.values()[i]);
            }
            out.endObject();
            out.exit();
        }
    }

    private record Leaf(String name, Codec codec, Object value) {}

    private final class UntypedSealedCodec extends OneWay {
        UntypedSealedCodec() {
            super(Kind.SEALED);
        }

        @Override
        Object read(ByteReader in) {
            String name = in.name();
            Codec leaf = of(Layout.of(SealedCodec.leafKind(in)));
            return new Leaf(name, leaf, leaf.read(in));
        }

        @Override
        void write(JsonWriter out, Object value) {
            Leaf leaf = (Leaf) value;
            out.startObject();
            out.field(leaf.name());
            leaf.codec().write(out, leaf.value());
            out.endObject();
        }
    }
}
