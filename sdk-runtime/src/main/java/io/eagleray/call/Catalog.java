package io.eagleray.call;

import io.eagleray.call.CatalogFunction.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The functions of one class, with a lambda that calls each. The annotation processor generates one subclass for each
 * annotated class; it is found by the name that the class's spec file, or a call, carries.
 */
public abstract class Catalog {
    private final String className;
    private final Map<String, CatalogFunction> tasks = new LinkedHashMap<>();
    private final Map<String, CatalogFunction> remotes = new LinkedHashMap<>();

    /**
     * The catalog of a class.
     *
     * @param className the binary name of the annotated class
     */
    protected Catalog(String className) {
        this.className = className;
    }

    /**
     * Declares a task.
     *
     * @param name the task's name
     * @param result the type of its result
     * @param invoker calls the method
     * @param parameters its parameters, in order
     * @return the declared function
     */
    protected final CatalogFunction task(String name, ValueType result, Invoker invoker, Parameter... parameters) {
        return declare(tasks, new CatalogFunction(this, Kind.TASK, name, result, List.of(parameters), invoker));
    }

    /**
     * Declares a remote function.
     *
     * @param name the function's name
     * @param result the type of its result
     * @param invoker calls the method
     * @param parameters its parameters, in order
     * @return the declared function
     */
    protected final CatalogFunction remote(String name, ValueType result, Invoker invoker, Parameter... parameters) {
        return declare(remotes, new CatalogFunction(this, Kind.REMOTE, name, result, List.of(parameters), invoker));
    }

    /**
     * Declares a parameter.
     *
     * @param name its name
     * @param type its type
     * @return the parameter
     */
    protected static Parameter parameter(String name, ValueType type) {
        return Parameter.of(name, type);
    }

    /**
     * A type, as {@link ValueType#of} makes it.
     *
     * @param raw the class
     * @param arguments its type arguments
     * @return the type
     */
    protected static ValueType type(Class<?> raw, ValueType... arguments) {
        return ValueType.of(raw, arguments);
    }

    /**
     * The type of an array.
     *
     * @param element the type of its elements
     * @return the type
     */
    protected static ValueType array(ValueType element) {
        return ValueType.array(element);
    }

    /**
     * The annotated class.
     *
     * @return its binary name
     */
    public final String className() {
        return className;
    }

    /**
     * Finds a function.
     *
     * @param kind task or remote function
     * @param name its name
     * @return the function, or empty where the class has none of that name
     */
    public final Optional<CatalogFunction> find(Kind kind, String name) {
        return Optional.ofNullable((kind == Kind.TASK ? tasks : remotes).get(name));
    }

    private static CatalogFunction declare(Map<String, CatalogFunction> functions, CatalogFunction function) {
        if (functions.put(function.name(), function) != null) {
            throw new IllegalStateException("function " + function + " is declared twice");
        }
        return function;
    }
}
