import io.eagleray.Remote;
import io.eagleray.Task;

abstract class Methods {
    @Task
    int onAnObject() { // error: method "onAnObject" is not static, but runs where its object is not; make it static
        return 1;
    }

    @Task
    abstract int bodiless(); // error: method "bodiless" is abstract; give it a body and make it static

    @Remote
    private static int hidden() { // error: method "hidden" is private, so that generated code cannot call it; leave out "private"
        return 1;
    }

    @Remote
    static <T> T any(T value) { // error: method "any" is generic, but only values of known types can cross; write the types out
        return value;
    }

    @Task
    static int sum(int... numbers) { // error: method "sum" takes a variable number of arguments; take an array or a List instead
        return numbers.length;
    }

    @Remote
    static int twice(int x) {
        return 2 * x;
    }

    @Remote
    static long twice(long x) { // error: method "twice" is overloaded: another task or remote function has its name; rename one of them
        return 2 * x;
    }

    /** Not annotated, so that it is in nobody's way. */
    static double twice(double x) {
        return 2 * x;
    }

    @Remote
    static int twiceRef(int x) { // error: method "twiceRef" has the name under which the companion offers "twice" with refs; rename it
        return x;
    }

    @Task
    static int List() { // error: method "List" has a name that generated code needs itself; rename it
        return 1;
    }

    static Object companionHasTheRest() {
        return MethodsTasks.twice(1);
    }
}

interface Contract {
    @Remote
    int square(int x); // error: method "square" is abstract; give it a body and make it static
}
