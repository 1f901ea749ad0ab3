package p;

import io.eagleray.Task;
import p.q.Base;

class Derived extends Base {
    @Task
    static int f(Part part) { // error: parameter "part": Base.Part is not public, so that DerivedTasks cannot name it; make it public
        return part.x();
    }
}
