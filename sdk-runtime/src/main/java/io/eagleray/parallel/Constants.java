package io.eagleray.parallel;

import io.eagleray.parallel.WorkerRequest.Constant;
import io.eagleray.wire.ValueForm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values that the calls on one worker share. What a request does not mention is forgotten when it comes. */
final class Constants {
    private Map<Long, Shared> known = Map.of();

    /** A value, decoded when it is first asked for. */
    private static final class Shared {
        private byte @Nullable [] encoded;
        private @Nullable Object value;

        Shared(byte[] encoded) {
            this.encoded = encoded;
        }

        @Nullable
        Object value(ValueForm form) {
            byte[] bytes = encoded;
            if (bytes != null) {
                value = form.decode(bytes);
                encoded = null;
            }
            return value;
        }
    }

    /** Takes those of a request. */
    void take(List<Constant> constants, List<byte[]> stored) {
        Map<Long, Shared> mentioned = new HashMap<>();
        for (Constant constant : constants) {
            mentioned.put(constant.id(), found(constant, stored));
        }
        known = mentioned;
    }

    private Shared found(Constant constant, List<byte[]> stored) {
        if (constant.position() != Constant.KNOWN) {
            return new Shared(stored.get(constant.position()));
        }
        Shared before = known.get(constant.id());
        if (before == null) {
            throw new IllegalStateException("value " + constant.id() + " was not in the request before");
        }
        return before;
    }

    @Nullable
    Object get(long id, ValueForm form) {
        Shared mentioned = known.get(id);
        return mentioned == null ? null : mentioned.value(form);
    }
}
