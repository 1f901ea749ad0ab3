package io.eagleray.parallel;

import io.eagleray.call.ValueType;
import io.eagleray.parallel.WorkerRequest.Argument;
import io.eagleray.parallel.WorkerRequest.Work;
import io.eagleray.wire.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values that the calls on one worker share. What a request does not mention is forgotten when it comes. */
final class Constants {
    private Map<Long, Constant> known = Map.of();

    /** A value, decoded when it is first asked for. */
    private static final class Constant {
        private byte @Nullable [] encoded;
        private @Nullable Object value;

        Constant(byte[] encoded) {
            this.encoded = encoded;
        }

        @Nullable
        Object value(ValueType type) {
            byte[] bytes = encoded;
            if (bytes != null) {
                value = Values.decode(bytes, type);
                encoded = null;
            }
            return value;
        }
    }

    /** Takes those of a request. */
    void take(Work work, List<byte[]> stored) {
        Map<Long, Constant> mentioned = new HashMap<>();
        for (WorkerRequest.Item item : work.items()) {
            for (Argument argument : item.arguments()) {
                if (argument instanceof Argument.Constant constant) {
                    mentioned.computeIfAbsent(constant.id(), id -> found(constant, stored));
                }
            }
        }
        known = mentioned;
    }

    private Constant found(Argument.Constant constant, List<byte[]> stored) {
        if (constant.position() != Argument.KNOWN) {
            return new Constant(stored.get(constant.position()));
        }
        Constant before = known.get(constant.id());
        if (before == null) {
            throw new IllegalStateException("value " + constant.id() + " was not in the request before");
        }
        return before;
    }

    @Nullable
    Object get(Argument.Constant constant, ValueType type) {
        Constant mentioned = known.get(constant.id());
        return mentioned == null ? null : mentioned.value(type);
    }
}
