package io.eagleray.driver.ray;

import io.eagleray.parallel.StoredValue;
import io.ray.api.ObjectRef;

/**
 * A value in Ray's object store; Ray releases it when nobody holds it any more.
 *
 * @param ref where it is
 */
record RayValue(ObjectRef<byte[]> ref) implements StoredValue {

    @Override
    public byte[] get() {
        return Answers.given(ref.get());
    }
}
