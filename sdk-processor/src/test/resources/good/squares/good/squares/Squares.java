package good.squares;

import io.eagleray.HeadNodeConfig;
import io.eagleray.RayJobConfig;
import io.eagleray.RayStartParam;
import io.eagleray.Remote;
import io.eagleray.RuntimeEnv;
import io.eagleray.Task;
import io.eagleray.WorkerNodeConfig;
import io.eagleray.call.RemoteCall;
import io.eagleray.call.TaskCall;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The example of the README. */
public final class Squares {

    private Squares() {}

    @Remote
    static int square(int x) {
        return x * x;
    }

    /**
     * Squares numbers.
     *
     * @param n how many
     * @return their squares
     */
    @Task
    @RayJobConfig(
            headNodeConfig = @HeadNodeConfig(rayStartParams = @RayStartParam(key = "block", value = "true")),
            workerNodeConfig =
                    @WorkerNodeConfig(groupName = "ray-group", replicas = 5, minReplicas = 2, maxReplicas = 10),
            runtimeEnv = @RuntimeEnv(pip = {"numpy", "pandas"}))
    public static List<Integer> squares(int n) {
        return IntStream.range(0, n).mapToObj(Squares::square).toList();
    }

    static TaskCall<List<Integer>> call() {
        return SquaresTasks.squares(10);
    }

    static Function<Integer, RemoteCall<Integer>> reference() {
        return SquaresTasks::square;
    }
}
