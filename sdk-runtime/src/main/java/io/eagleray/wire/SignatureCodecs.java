package io.eagleray.wire;

import com.fasterxml.jackson.core.JsonToken;
import io.eagleray.call.ValueType;
import io.eagleray.spec.TypeDefinition;
import io.eagleray.spec.TypeSpec;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The codecs of types of which only a signature is here. They read JSON and write the bytes that the classes would have
 * been written as.
 */
final class SignatureCodecs {
    private static final int DEEPEST = 100;

    /** The classes that cross by themselves, by the names that a signature gives them. */
    private static final Map<String, Class<?>> CLASSES = Scalars.codecs().stream()
            .map(codec -> codec.type().raw())
            .filter(type -> !type.isArray())
            .collect(Collectors.toUnmodifiableMap(Class::getName, type -> type));

    private final SignatureTypes types;
    private final Map<TypeSpec, Codec> made = new HashMap<>();
    private int depth;

    SignatureCodecs(SignatureTypes types) {
        this.types = types;
    }

    Codec of(TypeSpec type) {
        Codec known = made.get(type);
        if (known != null) {
            return known;
        }
        if (++depth > DEEPEST) {
            throw new Mismatch(type.name() + " mentions itself with ever longer type arguments, without end");
        }
        Codec codec = make(type);
        made.put(type, codec);
        depth--;
        return codec;
    }

    private Codec make(TypeSpec type) {
        Class<?> scalar = CLASSES.get(type.name());
        if (scalar != null) {
            return Codecs.scalar(scalar);
        }
        return switch (type.name()) {
            case TypeSpec.ARRAY -> array(type.arguments().get(0));
            case "java.util.List", "java.util.Set", "java.util.Collection" -> sequence(argument(type, 0));
            case "java.util.Map" -> {
                Codec key = argument(type, 0);
                Codec value = argument(type, 1);
                yield new MapCodec(ValueType.of(Map.class, key.type(), value.type()), key, value);
            }
            case "java.util.Optional" -> {
                Codec value = argument(type, 0);
                yield new OptionalCodec(ValueType.of(Optional.class, value.type()), value);
            }
            default -> defined(type);
        };
    }

    private Codec argument(TypeSpec type, int index) {
        if (type.arguments().size() <= index) {
            throw new Mismatch(type + " lacks a type argument");
        }
        return of(type.arguments().get(index));
    }

    private Codec array(TypeSpec element) {
        Class<?> raw = CLASSES.get(element.name());
        return raw != null && raw.isPrimitive() ? Codecs.scalar(raw.arrayType()) : sequence(of(element));
    }

    private static Codec sequence(Codec element) {
        return new SequenceCodec(ValueType.of(List.class, element.type()), element);
    }

    private Codec defined(TypeSpec type) {
        TypeDefinition definition = types.definition(type)
                .orElseThrow(() -> new Mismatch("there is no definition of " + type.name() + " in the signature"));
        return switch (definition.kind()) {
            case ENUM -> UntypedCodecs.CONSTANTS;
            case RECORD -> record(type, definition);
            case SEALED -> sealed(type, definition);
        };
    }

    private Codec record(TypeSpec type, TypeDefinition definition) {
        RecordCodec codec = new RecordCodec(ValueType.of(Components.class), new Components.Access());
        made.put(type, codec);
        Map<String, TypeSpec> components = SignatureTypes.components(type, definition);
        codec.complete(
                List.copyOf(components.keySet()),
                components.values().stream().map(this::of).toList());
        return codec;
    }

    private Codec sealed(TypeSpec type, TypeDefinition definition) {
        Map<String, Codec> leaves = new LinkedHashMap<>();
        ChosenCodec codec = new ChosenCodec(leaves);
        made.put(type, codec);
        types.leaves(type, definition).forEach((name, leaf) -> leaves.put(name, of(leaf)));
        return codec;
    }

    /**
     * A record whose class is not here.
     *
     * @param values its components, in order
     */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Components(@Nullable Object[] values) {
        private static final class Access implements RecordAccess {
            @Override
            public Object make(@Nullable Object[] values) {
                return new Components(values);
            }

            @Override
            public @Nullable Object take(Object record, int component) {
                return ((Components) record).values()[component];
            }
        }
    }

    /**
     * A value of a sealed interface that is not here.
     *
     * @param name which of its leaves
     * @param value the leaf
     */
    record Chosen(String name, Object value) {}

    private static final class ChosenCodec extends Codec {
        private final Map<String, Codec> leaves;

        ChosenCodec(Map<String, Codec> leaves) {
            super(ValueType.of(Chosen.class));
            this.leaves = leaves;
        }

        @Override
        Layout layout() {
            return Layout.of(Kind.SEALED);
        }

        private Codec leaf(String name) {
            Codec leaf = leaves.get(name);
            if (leaf == null) {
                throw new Mismatch("expected one of " + names() + ", given " + Quoted.of(name));
            }
            return leaf;
        }

        private Set<String> names() {
            return leaves.keySet();
        }

        @Override
        void write(ByteWriter out, Object value) {
            Chosen chosen = (Chosen) value;
            Codec leaf = leaf(chosen.name());
            out.name(chosen.name());
            out.raw(leaf.layout().kind().code());
            leaf.write(out, chosen.value());
        }

        @Override
        Object read(JsonReader in) {
            if (!in.at(JsonToken.START_OBJECT)) {
                throw in.expected("an object with one field, of " + names());
            }
            String name = in.nextField();
            if (name == null) {
                throw new Mismatch("expected an object with one field, of " + names() + ", given an empty one");
            }
            Codec leaf = leaf(name);
            in.next();
            Object value = leaf.nonNull(leaf.readNullable(in));
            if (in.nextField() != null) {
                throw in.expected("the end of the object, which has one field");
            }
            return new Chosen(name, value);
        }

        @Override
        Object read(ByteReader in) {
            throw new UnsupportedOperationException("bytes are read by what they tell");
        }

        @Override
        void write(JsonWriter out, Object value) {
            throw new UnsupportedOperationException("JSON is written by what the bytes tell");
        }
    }
}
