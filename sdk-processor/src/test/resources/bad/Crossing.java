import io.eagleray.Remote;
import io.eagleray.Task;
import io.eagleray.call.Ref;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

class Crossing {
    record Job(String name, Thread thread) {}

    record Box<T>(T content) {}

    record Outer(List<Box<Date>> boxes) {}

    record Raw(@SuppressWarnings("rawtypes") List list) {}

    record Grows<T>(Grows<List<T>> next) {}

    static final class Plain {}

    interface Open {}

    sealed interface Shape permits Circle, Square {}

    record Circle(double radius) implements Shape {}

    static final class Square implements Shape {}

    sealed interface Result<T> permits Good, Odd {}

    record Good<U>(U value) implements Result<U> {}

    record Odd<V>(V value) implements Result<String> {}

    @Remote
    static int threads(
            List<Thread> threads, // error: parameter "threads": Thread (element type of List<Thread>) cannot cross to another process; use a record that holds what is needed of it
            Map<String, Optional<InputStream>> streams, // error: parameter "streams": InputStream (value type of Optional<InputStream>, value type of Map<String, Optional<InputStream>>) cannot cross to another process; use a byte[]
            Path[] paths) { // error: parameter "paths": Path (element type of Path[]) cannot cross to another process; use a String, or a byte[] with the content
        return 1;
    }

    @Task
    static Object object() { // error: result of "object": Object cannot cross to another process; use a certain type, or a sealed interface of records
        return 1;
    }

    @Task
    static int components(
            Job job, // error: parameter "job": Thread (component "thread" of Crossing.Job) cannot cross to another process; use a record that holds what is needed of it
            Outer outer, // error: parameter "outer": Date (component "content" of Crossing.Box<Date>, element type of List<Crossing.Box<Date>>, component "boxes" of Crossing.Outer) cannot cross to another process; use an Instant
            Box<Integer> fine) {
        return 1;
    }

    @Task
    static int collections(
            ArrayList<String> list, // error: parameter "list": ArrayList<String> cannot cross to another process; use a List
            Stream<String> stream) { // error: parameter "stream": Stream<String> cannot cross to another process; use a List
        return 1;
    }

    @Remote
    @SuppressWarnings("rawtypes")
    static int raw(
            List list, // error: parameter "list": List is raw, but only values of known types can cross; give it its type arguments
            Set<Box> boxes, // error: parameter "boxes": Crossing.Box (element type of Set<Crossing.Box>) is raw, but only values of known types can cross; give it its type arguments
            Raw inside) { // error: parameter "inside": List (component "list" of Crossing.Raw) is raw, but only values of known types can cross; give it its type arguments
        return 1;
    }

    @Remote
    static int wildcards(
            List<?> any, // error: parameter "any": ? (element type of List<?>) is a wildcard, but only values of known types can cross; name the type
            List<? extends Number> some, // error: parameter "some": ? extends Number (element type of List<? extends Number>) is a wildcard, but only values of known types can cross; name the type
            Box<? super Integer> more) { // error: parameter "more": ? super Integer (component "content" of Crossing.Box<? super Integer>) is a wildcard, but only values of known types can cross; name the type
        return 1;
    }

    @Remote
    static int keys(
            Map<Double, String> fractions, // error: parameter "fractions": Double (key type of Map<Double, String>) cannot be a key; use a String, a number that is no fraction, an enum, a UUID or a java.time type
            Map<List<String>, String> lists, // error: parameter "lists": List<String> (key type of Map<List<String>, String>) cannot be a key; use a String, a number that is no fraction, an enum, a UUID or a java.time type
            Map<Thread, String> threads) { // error: parameter "threads": Thread (key type of Map<Thread, String>) cannot cross to another process; use a record that holds what is needed of it
        return 1;
    }

    @Remote
    static int classes(
            Plain plain, // error: parameter "plain": Crossing.Plain cannot cross to another process; make it a record
            Open open) { // error: parameter "open": Crossing.Open cannot cross to another process; make it a sealed interface of records
        return 1;
    }

    @Remote
    static int leaves(
            Shape shape, // error: parameter "shape": Crossing.Square (permitted type of Crossing.Shape) is no record; make it one, or a sealed interface of records
            Result<String> result) { // error: parameter "result": V of Crossing.Odd (component "value" of Crossing.Odd<V of Crossing.Odd>, permitted type of Crossing.Result<String>) is a type variable without a known type; name the type
        return 1;
    }

    @Remote
    static int endless(Grows<String> grows) { // error: parameter "grows": component "next" of Crossing.Grows<String> has type arguments that grow without end; end the recursion
        return 1;
    }

    @Remote
    static int refs(
            Ref<Integer> ref, // error: parameter "ref": Ref<Integer> cannot cross to another process; use the value itself: the companion has a method that takes a Ref in its place
            Void nothing) { // error: parameter "nothing": Void cannot cross to another process; use "void" as the result of a method
        return 1;
    }
}
