package io.eagleray.client;

/** No value of that name is on the cluster, or not any more. */
public final class NoSuchValueException extends EaglerayException {
    private static final long serialVersionUID = 1;

    /**
     * An exception.
     *
     * @param message which one, what there is, and what to do
     */
    public NoSuchValueException(String message) {
        super(message);
    }
}
