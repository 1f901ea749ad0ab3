import io.eagleray.Remote;
import io.eagleray.Task;
import java.util.List;

class Access {
    private record Hidden(int x) {}

    @Remote
    static int parameter(List<Hidden> hidden) { // error: parameter "hidden": Access.Hidden is private, so that AccessTasks cannot name it; leave out "private"
        return 1;
    }

    @Remote
    static Hidden result() { // error: result of "result": Access.Hidden is private, so that AccessTasks cannot name it; leave out "private"
        return new Hidden(1);
    }

    private static final class Inner { // error: class "Access.Inner" is private, so that Access_InnerTasks cannot reach it; leave out "private"
        @Task
        static int f() {
            return 1;
        }

        static class Deep { // error: class "Access.Inner.Deep" is private, so that Access_Inner_DeepTasks cannot reach it; leave out "private"
            @Task
            static int f() {
                return 1;
            }
        }
    }
}
