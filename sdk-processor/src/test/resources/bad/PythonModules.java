import io.eagleray.PythonModule;
import java.util.List;

class PythonModules {
    @PythonModule("shop.forecast") // error: this version of Eagleray cannot call Python functions; write them in Java instead, as static methods with @Remote
    interface Forecast {
        double demand(String article, List<Double> history);

        void threads(Thread thread); // error: parameter "thread": Thread cannot cross to another process; use a record that holds what is needed of it

        int many(int... numbers); // error: method "many" takes a variable number of arguments; take an array or a List instead

        <T> T generic(T value); // error: method "generic" is generic, but only values of known types can cross; write the types out

        static Thread notAsked() {
            return Thread.currentThread();
        }
    }

    @PythonModule("my-module") // error: this version of Eagleray cannot call Python functions; write them in Java instead, as static methods with @Remote // error: module "my-module" is no dotted Python name; write one such as package.module
    abstract static class NoInterface { // error: "PythonModules.NoInterface" is no interface, but @PythonModule is for those; make it one
        abstract Object f(); // error: result of "f": Object cannot cross to another process; use a certain type, or a sealed interface of records
    }
}
