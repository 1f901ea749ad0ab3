package io.eagleray.wire;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes records of a class and takes them apart, whatever their access, as far as their module allows. */
final class ReflectedRecord implements RecordAccess {
    private static final MethodType MAKE = MethodType.methodType(Object.class, Object[].class);
    private static final MethodType TAKE = MethodType.methodType(Object.class, Object.class);

    private final MethodHandle constructor;
    private final MethodHandle[] accessors;

    ReflectedRecord(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            MethodHandles.Lookup lookup = lookup(type);
            this.constructor = constructor(lookup, type, components);
            this.accessors = new MethodHandle[components.length];
            for (int i = 0; i < components.length; i++) {
                accessors[i] = lookup.unreflect(components[i].getAccessor()).asType(TAKE);
            }
        } catch (IllegalAccessException exception) {
            throw closed(type, exception);
        } catch (IllegalArgumentException exception) {
            throw new Mismatch(
                    "record " + type.getTypeName() + " has too many components (" + components.length
                            + "): split it into several records",
                    exception);
        }
    }

    private static MethodHandle constructor(MethodHandles.Lookup lookup, Class<?> type, RecordComponent[] components)
            throws IllegalAccessException {
        Class<?>[] parameters =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return lookup.findConstructor(type, MethodType.methodType(void.class, parameters))
                    .asFixedArity()
                    .asSpreader(Object[].class, parameters.length)
                    .asType(MAKE);
        } catch (NoSuchMethodException exception) {
            throw new Mismatch("record " + type.getTypeName() + " lacks its canonical constructor", exception);
        }
    }

    /** A public record of an exported package needs no more than anybody's rights. */
    private static MethodHandles.Lookup lookup(Class<?> type) {
        try {
            return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
        } catch (IllegalAccessException exception) {
            return MethodHandles.publicLookup();
        }
    }

    private static Mismatch closed(Class<?> type, IllegalAccessException cause) {
        Module ours = ReflectedRecord.class.getModule();
        String opens = "opens " + type.getPackageName() + (ours.isNamed() ? " to " + ours.getName() : "") + ";";
        return new Mismatch(
                "record " + type.getTypeName() + " is closed to Eagleray: add \"" + opens
                        + "\" to the module-info.java of " + type.getModule().getName(),
                cause);
    }

    @Override
    public Object make(@Nullable Object[] values) throws Throwable {
        return (Object) constructor.invokeExact(values);
    }

    @Override
    public @Nullable Object take(Object record, int component) {
        try {
            return (Object) accessors[component].invokeExact(record);
        } catch (Throwable thrown) {
            throw new Mismatch("the accessor failed: " + Throwables.describe(thrown), thrown);
        }
    }
}
