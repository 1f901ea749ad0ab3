package p;

import io.eagleray.Task;

class Squares { // error: there is a class "p.SquaresTasks" already, which is to be generated for "Squares"; rename one of them
    @Task
    static int f() {
        return 1;
    }
}
