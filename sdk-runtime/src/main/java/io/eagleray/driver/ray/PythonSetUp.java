package io.eagleray.driver.ray;

import io.ray.api.ObjectRef;
import io.ray.api.Ray;
import io.ray.api.exception.RayException;
import io.ray.api.exception.RuntimeEnvException;
import io.ray.api.function.PyFunction;
import io.ray.api.runtimeenv.RuntimeEnv;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Waits, once in a worker, until Ray has set up what the Python functions of a job need. Ray's Java library would lose what
 * the installer says when that fails, so a small function goes along, and its answer is looked at as it is. By
 * reflection, for only Ray's API is compiled against.
 */
final class PythonSetUp {
    /** Ray's code for it, {@code RUNTIME_ENV_SETUP_FAILED}. */
    private static final String FAILED = "7";

    private static final String TRACE = "Traceback (most recent call last):";

    private static final int LOOK_MILLIS = 1_000;

    private final Object runtime;
    private final RuntimeEnv env;
    private boolean isDone;

    PythonSetUp(Object runtime, RuntimeEnv env) {
        this.runtime = runtime;
        this.env = env;
    }

    /** As Ray has it in the options of a call. */
    String text() {
        return env.serializeToRuntimeEnvInfo();
    }

    /**
     * Waits for it, unless it is known to be done.
     *
     * @throws RuntimeEnvException with what the installer says, when it has failed; it is tried again the next time
     */
    synchronized void await() {
        if (isDone) {
            return;
        }
        ObjectRef<Integer> first = Ray.task(PyFunction.of("os", "getpid", Integer.class))
                .setName("set up Python")
                .setRuntimeEnv(env)
                .remote();
        while (Ray.wait(List.of(first), 1, LOOK_MILLIS).getReady().isEmpty()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new RayException("interrupted while Ray sets up pip or conda of @RuntimeEnv");
            }
        }
        check(first);
        isDone = true;
    }

    private void check(ObjectRef<?> first) {
        try {
            Object id = call(first, "getId");
            Object store = call(runtime, "getObjectStore");
            List<?> answers = (List<?>) method(store.getClass(), "getRaw", List.class, long.class)
                    .invoke(store, List.of(id), (long) LOOK_MILLIS);
            Object answer = answers.get(0);
            byte[] kind = (byte[]) answer.getClass().getField("metadata").get(answer);
            if (FAILED.equals(new String(kind, StandardCharsets.US_ASCII))) {
                throw new RuntimeEnvException(
                        "Ray could not set up pip or conda of @RuntimeEnv for the Python functions"
                                + " of this job: correct them, or install what the nodes of the cluster lack. It says:\n"
                                + withoutTraces(reason((byte[])
                                        answer.getClass().getField("data").get(answer))));
            }
        } catch (ReflectiveOperationException e) {
            System.err.println(
                    "whether pip and conda of the job's runtime environment are set up cannot be told: " + e);
        }
    }

    private static String reason(byte[] data) throws ReflectiveOperationException {
        Object bytes = method(
                        Class.forName("io.ray.runtime.serializer.Serializer"), "decode", byte[].class, Class.class)
                .invoke(null, data, byte[].class);
        Object error = method(Class.forName("io.ray.runtime.generated.Common$RayErrorInfo"), "parseFrom", byte[].class)
                .invoke(null, bytes);
        return (String) call(call(error, "getRuntimeEnvSetupFailedError"), "getErrorMessage");
    }

    /** What the installer says comes last; above it are traces of Ray's own code. */
    static String withoutTraces(String text) {
        int trace = text.lastIndexOf(TRACE);
        return trace < 0
                ? text
                : text.substring(trace)
                        .lines()
                        .skip(1)
                        .dropWhile(line -> line.startsWith(" "))
                        .collect(Collectors.joining("\n"));
    }

    private static Object call(Object target, String name) throws ReflectiveOperationException {
        return method(target.getClass(), name).invoke(target);
    }

    private static Method method(Class<?> type, String name, Class<?>... parameters) throws NoSuchMethodException {
        return type.getMethod(name, parameters);
    }
}
