package io.eagleray.driver.ray;

import io.eagleray.parallel.StoredValue;
import io.ray.api.ObjectRef;

/**
 * A value in Ray's object store; Ray releases it when nobody holds it any more.
 *
 * @param ref where it is
 * @param answers waits for it
 */
record RayValue(ObjectRef<byte[]> ref, Answers answers) implements StoredValue {

    @Override
    public byte[] get() {
        return answers.await(ref);
    }
}
