package io.eagleray.wire;

import io.eagleray.call.ValueType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes the codec of a type, with those of all types it mentions: each once, for types may mention themselves. */
final class TypeCompiler {
    private static final int DEEPEST = 100;

    private final Map<ValueType, Codec> made = new HashMap<>();
    private int depth;

    static Codec compile(ValueType type) {
        return new TypeCompiler().codec(type);
    }

    private Codec codec(ValueType type) {
        Codec known = made.get(type);
        if (known != null) {
            return known;
        }
        if (++depth > DEEPEST) {
            throw new Mismatch(
                    type.raw().getTypeName() + " mentions itself with ever longer type arguments, without end");
        }
        Codec codec = make(type);
        made.put(type, codec);
        depth--;
        return codec;
    }

    private Codec make(ValueType type) {
        Class<?> raw = type.raw();
        Optional<Codec> scalar = Scalars.codec(raw);
        if (scalar.isPresent()) {
            return scalar.get();
        } else if (raw.isArray()) {
            return new ObjectArrayCodec(type, codec(element(type)));
        } else if (raw == List.class || raw == Set.class || raw == Collection.class) {
            Bindings.checkArguments(type, 1);
            return new SequenceCodec(type, codec(type.arguments().get(0)));
        } else if (raw == Map.class) {
            Bindings.checkArguments(type, 2);
            return new MapCodec(
                    type, codec(type.arguments().get(0)), codec(type.arguments().get(1)));
        } else if (raw == Optional.class) {
            Bindings.checkArguments(type, 1);
            return new OptionalCodec(type, codec(type.arguments().get(0)));
        } else if (raw.isEnum()) {
            return new EnumCodec(type);
        } else if (raw.isRecord()) {
            return record(type);
        } else if (raw.isInterface() && raw.isSealed()) {
            return sealed(type);
        }
        throw new Mismatch(
                type + " cannot cross: use a record, a sealed interface of records, an enum, a List, Set, Map or "
                        + "Optional, or a type of java.time in its place");
    }

    private static ValueType element(ValueType type) {
        Bindings.checkArguments(type, 1);
        return type.arguments().get(0);
    }

    private Codec record(ValueType type) {
        Bindings bindings = Bindings.of(type);
        RecordCodec codec = new RecordCodec(type);
        made.put(type, codec);
        List<String> names = new ArrayList<>();
        List<Codec> codecs = new ArrayList<>();
        for (RecordComponent component : type.raw().getRecordComponents()) {
            names.add(component.getName());
            try {
                codecs.add(codec(bindings.resolve(component.getGenericType())));
            } catch (Mismatch mismatch) {
                throw mismatch.component(component.getName());
            }
        }
        codec.complete(names, codecs);
        return codec;
    }

    private Codec sealed(ValueType type) {
        Bindings.of(type);
        SealedCodec codec = new SealedCodec(type);
        made.put(type, codec);
        Set<Class<?>> leaves = new LinkedHashSet<>();
        collect(type.raw(), leaves);
        Map<Class<?>, String> names = names(leaves);
        Map<String, Codec> codecs = new LinkedHashMap<>();
        for (Class<?> leaf : leaves) {
            Bindings.leaf(leaf, type).ifPresent(leafType -> codecs.put(names.get(leaf), codec(leafType)));
        }
        codec.complete(codecs);
        return codec;
    }

    private static void collect(Class<?> sealed, Set<Class<?>> leaves) {
        for (Class<?> permitted : sealed.getPermittedSubclasses()) {
            if (permitted.isInterface() && permitted.isSealed()) {
                collect(permitted, leaves);
            } else if (permitted.isRecord() || permitted.isEnum()) {
                leaves.add(permitted);
            } else {
                throw new Mismatch(permitted.getTypeName() + ", which " + sealed.getTypeName()
                        + " permits, cannot cross: make it a record, an enum or a sealed interface");
            }
        }
    }

    /** The shortest names that tell all leaves apart: simple, else with their outer classes, else with their package. */
    private static Map<Class<?>, String> names(Set<Class<?>> leaves) {
        return tell(leaves, Class::getSimpleName)
                .or(() -> tell(leaves, TypeCompiler::nestedName))
                .orElseGet(() -> tell(leaves, Class::getName).orElseThrow());
    }

    private static Optional<Map<Class<?>, String>> tell(Set<Class<?>> leaves, Function<Class<?>, String> naming) {
        Map<Class<?>, String> names = leaves.stream().collect(Collectors.toMap(leaf -> leaf, naming));
        return Set.copyOf(names.values()).size() == leaves.size() ? Optional.of(names) : Optional.empty();
    }

    private static String nestedName(Class<?> leaf) {
        Class<?> outer = leaf.getEnclosingClass();
        return outer == null ? leaf.getSimpleName() : nestedName(outer) + "." + leaf.getSimpleName();
    }
}
