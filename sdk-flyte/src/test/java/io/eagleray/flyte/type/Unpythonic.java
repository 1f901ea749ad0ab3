package io.eagleray.flyte.type;

import io.eagleray.Task;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tasks whose types Python has no match for, or Flyte none at all. */
final class Unpythonic {
    private Unpythonic() {}

    /** flytekit recurs without end into a data class that mentions itself in a list. */
    record Tree<T>(T value, List<Tree<T>> children) {}

    @Task
    static Tree<Integer> tree(Tree<Integer> value) {
        return value;
    }

    @Task
    static byte[] bytes(byte[] value) {
        return value;
    }

    @Task
    static Set<Character> letters(Set<Character> value) {
        return value;
    }

    @Task
    static void nothing(int n, String text) {}

    @Task
    static List<Integer> mayHoldNull(List<Integer> value) {
        return value;
    }

    @Task
    static Optional<Optional<Integer>> twice(
            Optional<Optional<Integer>> value, Map<String, Optional<Optional<Integer>>> map) {
        return value;
    }
}
