package io.eagleray.parallel;

import io.eagleray.call.Ref;
import io.eagleray.call.ValueType;

/** A ref whose value any number of calls can be given without encoding it again. */
interface SharedRef<T> extends Ref<T> {

    /** How a call is given the value, encoded as a parameter of some type wants it. */
    sealed interface Form {
        /** It is small. */
        record Inline(byte[] value) implements Form {}

        /**
         * It is in the object store.
         *
         * @param value where
         * @param id the number of the value among those of the fan-out
         */
        record Stored(StoredValue value, long id) implements Form {}
    }

    Form form(ValueType wanted);

    /** Whether nobody changes the value, so that the calls of a request may share one copy. */
    boolean isConstant();

    boolean belongsTo(FanOut fanOut);
}
