package io.eagleray.call;

/**
 * A parameter of a function.
 *
 * @param name its name in the source
 * @param type its type
 */
public record Parameter(String name, ValueType type) {

    /**
     * A parameter.
     *
     * @param name its name in the source
     * @param type its type
     * @return the parameter
     */
    public static Parameter of(String name, ValueType type) {
        return new Parameter(name, type);
    }
}
