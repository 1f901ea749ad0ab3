package io.eagleray.parallel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Named values in the heap of this JVM. */
public final class HeapStore implements ValueStore {
    private final Map<String, Kept> values = new ConcurrentSkipListMap<>();

    /** An empty one. */
    public HeapStore() {}

    @Override
    public void put(String name, String type, byte[] value) {
        values.put(name, new Kept(type, () -> value));
    }

    @Override
    public Optional<Kept> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    @Override
    public boolean remove(String name) {
        return values.remove(name) != null;
    }

    @Override
    public List<String> names() {
        return List.copyOf(values.keySet());
    }
}
