package io.eagleray.wire;

import io.eagleray.call.ValueType;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the type variables of a class stand for. */
final class Bindings {
    private final Map<TypeVariable<?>, ValueType> types;

    private Bindings(Map<TypeVariable<?>, ValueType> types) {
        this.types = types;
    }

    /** The variables of a type's class, bound to the type's arguments. */
    static Bindings of(ValueType type) {
        TypeVariable<?>[] variables = type.raw().getTypeParameters();
        checkArguments(type, variables.length);
        Map<TypeVariable<?>, ValueType> types = new HashMap<>();
        for (int i = 0; i < variables.length; i++) {
            types.put(variables[i], type.arguments().get(i));
        }
        return new Bindings(types);
    }

    static void checkArguments(ValueType type, int wanted) {
        if (type.arguments().size() != wanted) {
            throw new Mismatch(type + " needs " + wanted + " type arguments and has "
                    + type.arguments().size() + ": name them all");
        }
    }

    ValueType resolve(Type type) {
        if (type instanceof Class<?> raw) {
            return ValueType.of(raw);
        } else if (type instanceof ParameterizedType generic) {
            List<ValueType> arguments = new ArrayList<>();
            for (Type argument : generic.getActualTypeArguments()) {
                arguments.add(resolve(argument));
            }
            return new ValueType((Class<?>) generic.getRawType(), arguments);
        } else if (type instanceof GenericArrayType array) {
            return ValueType.array(resolve(array.getGenericComponentType()));
        }
        ValueType bound = types.get(type);
        if (bound == null) {
            throw new Mismatch(type.getTypeName() + " cannot cross: name a type in its place");
        }
        return bound;
    }

    /**
     * The type of a leaf, as far as it can be a value of a sealed type: {@code Circle<T>} of {@code Shape<Integer>} is
     * {@code Circle<Integer>}. Empty where the leaf belongs to other arguments of the sealed type.
     */
    static Optional<ValueType> leaf(Class<?> leaf, ValueType sealed) {
        Map<TypeVariable<?>, ValueType> found = new LinkedHashMap<>();
        if (!sealed.arguments().isEmpty()) {
            Type[] arguments = argumentsOf(leaf, sealed.raw(), Map.of());
            for (int i = 0; i < arguments.length; i++) {
                if (!unify(arguments[i], sealed.arguments().get(i), found)) {
                    return Optional.empty();
                }
            }
        }
        Bindings bindings = new Bindings(found);
        return Optional.of(ValueType.of(
                leaf,
                Arrays.stream(leaf.getTypeParameters()).map(bindings::resolve).toArray(ValueType[]::new)));
    }

    /** The arguments that a class gives to one of its interfaces, in its own variables. */
    private static Type[] argumentsOf(Class<?> from, Class<?> target, Map<TypeVariable<?>, Type> outer) {
        for (Type parent : from.getGenericInterfaces()) {
            Class<?> raw =
                    parent instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) parent;
            if (!target.isAssignableFrom(raw)) {
                continue;
            }
            Type[] arguments =
                    parent instanceof ParameterizedType generic ? generic.getActualTypeArguments() : new Type[0];
            arguments = Arrays.stream(arguments)
                    .map(argument -> outer.getOrDefault(argument, argument))
                    .toArray(Type[]::new);
            if (raw == target) {
                return arguments;
            }
            Map<TypeVariable<?>, Type> inner = new HashMap<>();
            for (int i = 0; i < arguments.length; i++) {
                inner.put(raw.getTypeParameters()[i], arguments[i]);
            }
            return argumentsOf(raw, target, inner);
        }
        throw new Mismatch(from.getTypeName() + " implements " + target.getTypeName() + " without its type arguments");
    }

    private static boolean unify(Type pattern, ValueType type, Map<TypeVariable<?>, ValueType> found) {
        if (pattern instanceof TypeVariable<?> variable) {
            ValueType before = found.putIfAbsent(variable, type);
            return before == null || before.equals(type);
        } else if (pattern instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            boolean fits = generic.getRawType() == type.raw()
                    && arguments.length == type.arguments().size();
            for (int i = 0; fits && i < arguments.length; i++) {
                fits = unify(arguments[i], type.arguments().get(i), found);
            }
            return fits;
        } else if (pattern instanceof GenericArrayType array) {
            return type.raw().isArray()
                    && unify(array.getGenericComponentType(), type.arguments().get(0), found);
        }
        return pattern == type.raw();
    }
}
