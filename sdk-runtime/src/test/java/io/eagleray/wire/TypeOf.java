package io.eagleray.wire;

import io.eagleray.call.ValueType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/**
 * A type as the compiler knows it, for tests: {@code new TypeOf<List<Integer>>() {}.type()}.
 *
 * @param <T> the type
 */
@SuppressWarnings("UnusedTypeParameter") // it is read from the class file
abstract class TypeOf<T> {

    final ValueType type() {
        Type type = ((ParameterizedType) getClass().getGenericSuperclass()).getActualTypeArguments()[0];
        return Bindings.of(ValueType.of(Object.class)).resolve(type);
    }
}
