package io.eagleray.parallel;

import io.eagleray.call.Ref;
import io.eagleray.call.RemoteCall;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the arguments that calls have in common, such as a model that a lambda gives to each: they are encoded once, and
 * stored once when they are large. Common is what stands at the same place in the call before.
 */
final class Sharing {
    private final FanOut fanOut;
    private final int count;
    private long index;
    private List<@Nullable Object> before = List.of();
    private @Nullable PutRef<?>[] refs = {};

    /** Of the calls for so many inputs; 0 where their number is not known. */
    Sharing(FanOut fanOut, int count) {
        this.fanOut = fanOut;
        this.count = count;
    }

    List<PendingCall> take(List<? extends RemoteCall<?>> calls) {
        List<PendingCall> pending = new ArrayList<>(calls.size());
        for (int i = 0; i < calls.size(); i++) {
            RemoteCall<?> call = calls.get(i);
            List<@Nullable Object> next =
                    i + 1 < calls.size() ? calls.get(i + 1).arguments() : List.of();
            pending.add(PendingCall.of(call, shared(call.arguments(), next), index++, count));
            before = call.arguments();
        }
        return pending;
    }

    private List<@Nullable Object> shared(List<@Nullable Object> arguments, List<@Nullable Object> next) {
        if (refs.length != arguments.size()) {
            refs = new PutRef<?>[arguments.size()];
        }
        @Nullable Object[] replaced = null;
        for (int i = 0; i < refs.length; i++) {
            @Nullable Object argument = arguments.get(i);
            refs[i] = ref(argument, i, next);
            if (refs[i] != null) {
                replaced = replaced == null ? arguments.toArray() : replaced;
                replaced[i] = refs[i];
            }
        }
        return replaced == null ? arguments : Arrays.asList(replaced);
    }

    private @Nullable PutRef<?> ref(@Nullable Object argument, int place, List<@Nullable Object> next) {
        if (argument == null || isSmall(argument)) {
            return null;
        }
        if (refs[place] != null && before.get(place) == argument) {
            return refs[place];
        }
        return place < next.size() && next.get(place) == argument ? PutRef.argument(fanOut, argument) : null;
    }

    /** What is never worth it; a ref is shared already. */
    private static boolean isSmall(Object argument) {
        return argument instanceof Number
                || argument instanceof Boolean
                || argument instanceof Character
                || argument instanceof Enum<?>
                || argument instanceof Ref<?>;
    }
}
