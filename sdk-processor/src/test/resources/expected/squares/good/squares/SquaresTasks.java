package good.squares;

import io.eagleray.call.Ref;
import io.eagleray.call.RemoteCall;
import io.eagleray.call.TaskCall;
import io.eagleray.call.TaskHandle;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Typed calls of the tasks and remote functions of {@link Squares}.
 */
@Generated("io.eagleray.processor.TaskProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "deprecation", "exports", "removal", "unchecked"})
public final class SquaresTasks {
    /**
     * The task {@link Squares#squares}.
     */
    public static final TaskHandle<List<Integer>> squares = TaskHandle.of(Squares_Catalog.INSTANCE.squares);

    private SquaresTasks() {
    }

    /**
     * A call of {@link Squares#squares}.
     *
     * @param n as there
     * @return the call
     */
    public static TaskCall<List<Integer>> squares(int n) {
        return TaskCall.of(squares, new Object[] {n});
    }

    static RemoteCall<Integer> square(int x) {
        return RemoteCall.of(Squares_Catalog.INSTANCE.square, new Object[] {x});
    }

    static RemoteCall<Integer> squareRef(Ref<Integer> x) {
        return RemoteCall.of(Squares_Catalog.INSTANCE.square, new Object[] {x});
    }
}
