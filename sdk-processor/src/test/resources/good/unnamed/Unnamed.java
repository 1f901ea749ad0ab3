import io.eagleray.Remote;
import io.eagleray.Task;
import java.util.List;

/** In the unnamed package. */
public class Unnamed {

    /** Made by the unnamed package. */
    public Unnamed() {}

    /** A record of the unnamed package. */
    record Item(String name) {}

    @Task
    static List<Item> items(String name) {
        return List.of(new Item(name));
    }

    @Remote
    static Item item(String name) {
        return new Item(name);
    }

    static Object call() {
        return UnnamedTasks.items("a");
    }
}
