import io.eagleray.RayJobConfig;
import io.eagleray.Remote;
import io.eagleray.Task;

class Names {
    @Task(name = "two words") // error: task name "two words" is not allowed; start with a letter, digit or "_", and go on with those, "." and "-"
    static int a() {
        return 1;
    }

    @Task(name = "-option") // error: task name "-option" is not allowed; start with a letter, digit or "_", and go on with those, "." and "-"
    static int b() {
        return 1;
    }

    @Remote // error: remote function name "größe" is not allowed; start with a letter, digit or "_", and go on with those, "." and "-"
    static int größe() {
        return 1;
    }

    @Task(name = "twin")
    static int first() {
        return 1;
    }

    @Task(name = "twin") // error: there is another task "twin" in this class; give one a name of its own
    static int second() {
        return 1;
    }

    @Remote
    static int one() {
        return 1;
    }

    @Remote(name = "one") // error: there is another remote function "one" in this class; give one a name of its own
    static int another() {
        return 1;
    }

    @RayJobConfig // error: @RayJobConfig without @Task has no effect on "alone"; add @Task
    static int alone() {
        return 1;
    }

    @RayJobConfig // error: @RayJobConfig without @Task has no effect on "remote"; add @Task
    @Remote
    static int remote() {
        return 1;
    }

    @Task
    @Remote // error: method "both" is a task and a remote function; leave one out, and call a plain method from both
    static int both() {
        return 1;
    }
}
