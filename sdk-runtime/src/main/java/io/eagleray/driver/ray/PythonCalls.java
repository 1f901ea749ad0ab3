package io.eagleray.driver.ray;

import io.ray.api.Ray;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;

/**
 * Gives the Python functions and actors that a worker calls what the job asks for them, unless they are called with a
 * runtime environment of their own. A Java worker itself does without it, for it would wait until that is set up. By
 * reflection, for only Ray's API is compiled against.
 */
final class PythonCalls implements InvocationHandler {
    private static final Set<String> SUBMITTING = Set.of("submitTask", "createActor");

    private final Object submitter;
    private final PythonSetUp setUp;

    private PythonCalls(Object submitter, PythonSetUp setUp) {
        this.submitter = submitter;
        this.setUp = setUp;
    }

    /** From now on, in this worker. */
    static void equip(String json) {
        try {
            Object runtime = Ray.internal();
            Field field = field(runtime.getClass(), "taskSubmitter");
            PythonSetUp setUp = new PythonSetUp(runtime, Ray.internal().deserializeRuntimeEnv(json));
            Class<?>[] type = {field.getType()};
            field.set(
                    runtime,
                    Proxy.newProxyInstance(
                            field.getType().getClassLoader(), type, new PythonCalls(field.get(runtime), setUp)));
        } catch (ReflectiveOperationException | RuntimeException e) {
            System.err.println("pip and conda of the job's runtime environment do not reach its Python functions (" + e
                    + "): call them with setRuntimeEnv");
        }
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        boolean equipped = SUBMITTING.contains(method.getName())
                && isPython(arguments[0])
                && equipOptions(arguments[arguments.length - 1]);
        try {
            Object submitted = method.invoke(submitter, arguments);
            if (equipped) {
                setUp.await(); // not before: Ray counts what is submitted, and has counted this call already
            }
            return submitted;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static boolean isPython(Object function) {
        return function.getClass().getSimpleName().equals("PyFunctionDescriptor");
    }

    /** They are made for this one call. Whether they had none. */
    private boolean equipOptions(Object options) throws ReflectiveOperationException {
        for (Field field : options.getClass().getDeclaredFields()) {
            if (field.getName().startsWith("serializedRuntimeEnv")) {
                field.setAccessible(true);
                Object given = field.get(options);
                if (given == null || given.equals("")) {
                    field.set(options, setUp.text());
                    return true;
                }
            }
        }
        return false;
    }

    private static Field field(Class<?> type, String name) throws NoSuchFieldException {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field;
                }
            }
        }
        throw new NoSuchFieldException(type + " has no " + name);
    }
}
