package io.eagleray.wire;

import io.eagleray.call.ValueType;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The codecs that were made, each kept as long as the classes of its type live and no longer: a codec is kept by the
 * class whose loader sees all the others, so that nothing here holds a class loader.
 */
final class Codecs {
    /** Types of classes that live at least as long as this one. */
    private static final Map<ValueType, Codec> OURS = new ConcurrentHashMap<>();

    private static final ClassValue<Map<ValueType, Codec>> THEIRS = new ClassValue<>() {
        @Override
        protected Map<ValueType, Codec> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    private Codecs() {}

    static Codec of(ValueType type) {
        Codec codec = OURS.get(type);
        if (codec != null) {
            return codec;
        }
        Set<Class<?>> classes = new HashSet<>();
        collect(type, classes);
        if (classes.stream().allMatch(each -> sees(Codecs.class, each))) {
            return cached(OURS, type);
        }
        Optional<Class<?>> home = home(classes);
        return home.isPresent() ? cached(THEIRS.get(home.get()), type) : TypeCompiler.compile(type);
    }

    static Codec scalar(Class<?> type) {
        return Scalars.codec(type).orElseThrow();
    }

    private static Codec cached(Map<ValueType, Codec> cache, ValueType type) {
        Codec codec = cache.get(type);
        if (codec == null) {
            codec = TypeCompiler.compile(type);
            Codec before = cache.putIfAbsent(type, codec);
            return before == null ? codec : before;
        }
        return codec;
    }

    private static void collect(ValueType type, Set<Class<?>> classes) {
        classes.add(type.raw());
        type.arguments().forEach(argument -> collect(argument, classes));
    }

    private static Optional<Class<?>> home(Set<Class<?>> classes) {
        return classes.stream()
                .filter(each -> classes.stream().allMatch(other -> sees(each, other)))
                .findFirst();
    }

    /** Whether the loader of one class is that of another, or below it. */
    private static boolean sees(Class<?> from, Class<?> other) {
        ClassLoader wanted = other.getClassLoader();
        for (ClassLoader loader = from.getClassLoader(); loader != null; loader = loader.getParent()) {
            if (loader == wanted) {
                return true;
            }
        }
        return wanted == null;
    }
}
