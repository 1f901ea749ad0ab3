package good.nested;

import io.eagleray.Remote;
import io.eagleray.Task;
import io.eagleray.call.TaskHandle;
import java.util.List;

/** Classes in classes. */
public class Outer {

    /** For all. */
    public Outer() {}

    /** A public class in a public one. */
    public static final class Inner {

        private Inner() {}
        /** A record.
         * @param name its name */
        public record Item(String name) {}

        /**
         * Counts.
         *
         * @param items what
         * @return how many
         */
        @Task
        public static int count(List<Item> items) {
            return items.size();
        }

        /**
         * Protected is as good as package-private for a companion.
         *
         * @param item what
         * @return its name
         */
        @Remote
        protected static String name(Item item) {
            return item.name();
        }
    }

    /** Not seen from elsewhere, so that its companion is not either. */
    static class Hidden {
        @Task
        public static int count(List<Inner.Item> items) {
            return items.size();
        }
    }

    /** An inner class may have static methods. */
    class Member {
        @Task
        static int f() {
            return 1;
        }
    }

    /** An interface, whose methods are public. */
    public interface Functions {
        /**
         * Adds.
         *
         * @param x a number
         * @param y a number
         * @return the sum
         */
        @Remote
        static int add(int x, int y) {
            return x + y;
        }
    }

    /** An enum. */
    enum Kind {
        ONE;

        @Remote
        static String text(Kind kind) {
            return kind.name();
        }
    }

    static List<TaskHandle<Integer>> handles() {
        return List.of(Outer_InnerTasks.count, Outer_HiddenTasks.count, Outer_MemberTasks.f);
    }

    static Object calls() {
        return List.of(Outer_FunctionsTasks.add(1, 2), Outer_KindTasks.text(Kind.ONE));
    }
}

/** A generic class beside another in one file. */
class Box<T> {
    T content;

    @Task
    static int size(int x) {
        return x;
    }
}
