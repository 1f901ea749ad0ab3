package p;

import io.eagleray.Task;

class Outer {
    static class Inner {
        @Task
        static int f() {
            return 1;
        }
    }
}

class Outer_Inner { // error: there is a class "p.Outer_InnerTasks" already, which is to be generated for "Outer_Inner"; rename one of them
    @Task
    static int f() {
        return 1;
    }
}
