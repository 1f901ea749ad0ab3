package io.eagleray.driver.ray;

import io.eagleray.client.BackendException;
import io.eagleray.parallel.StoredValue;
import io.ray.api.ObjectRef;

/**
 * A value in Ray's object store; Ray releases it when nobody holds it any more. None is empty: each says its type.
 *
 * @param ref where it is
 * @param answers waits for it
 */
record RayValue(ObjectRef<byte[]> ref, Answers answers) implements StoredValue {

    @Override
    public byte[] get() {
        byte[] value = answers.await(ref);
        if (value.length == 0) {
            throw new BackendException(
                    "the value cannot be read: it was removed meanwhile, or is more than the Java heap on"
                            + " the head takes");
        }
        return value;
    }
}
