package good.clashes;

import io.eagleray.Remote;
import io.eagleray.Task;

/** Names that generated code uses too. */
final class Clashes {
    private Clashes() {}

    @Deprecated
    record TaskCall(int x) {}

    record List<T>(T only) {}

    @Task
    static TaskCall task(List<TaskCall> calls, java.util.List<String> names) {
        return calls.only();
    }

    @Deprecated
    @Remote
    static int arguments(int arguments) {
        return arguments;
    }

    @Remote
    static int find(int find) {
        return find;
    }

    @Remote
    static String className(String task, String remote) {
        return task;
    }
}
