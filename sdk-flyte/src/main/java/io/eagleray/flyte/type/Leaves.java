package io.eagleray.flyte.type;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The records that a sealed type stands for, by the names that Json gives them.
 *
 * @param forms in order
 */
record Leaves(Map<String, RecordForm> forms) {

    Leaves {
        forms = Collections.unmodifiableMap(new LinkedHashMap<>(forms));
    }

    /** One of them with its value, as Json writes it: an object of one field. */
    record Chosen(String name, RecordForm form, Object value) {}

    /** The one that a value's JSON names. */
    Chosen of(Object json) {
        if (json instanceof Map<?, ?> map && map.size() == 1) {
            Map.Entry<?, ?> only = map.entrySet().iterator().next();
            RecordForm form = forms.get(String.valueOf(only.getKey()));
            if (form != null && only.getValue() != null) {
                return new Chosen(String.valueOf(only.getKey()), form, only.getValue());
            }
        }
        throw Unfit.expected("an object with one field, one of " + forms.keySet(), json);
    }

    /** Whether the fields of a value always tell which it is. Python's data classes skip fields that they don't have. */
    boolean areToldApart() {
        List<RecordForm> all = List.copyOf(forms.values());
        return all.stream()
                .allMatch(one -> all.stream()
                        .noneMatch(other -> one != other && other.names().containsAll(one.names())));
    }

    /** The one whose fields a packed value has, where they are told apart; what is an Optional may be left out. */
    Chosen fitting(Object packed) {
        Set<String> names = packed instanceof Map<?, ?> map
                ? map.keySet().stream().map(String::valueOf).collect(Collectors.toSet())
                : Set.of();
        List<String> fits = forms.keySet().stream()
                .filter(leaf -> form(leaf).names().containsAll(names))
                .toList();
        List<String> exact =
                fits.stream().filter(leaf -> form(leaf).names().equals(names)).toList();
        List<String> found = exact.isEmpty() ? fits : exact;
        if (!(packed instanceof Map) || found.size() != 1) {
            throw Unfit.expected("the fields of one of " + forms.keySet(), packed);
        }
        return new Chosen(found.get(0), form(found.get(0)), packed);
    }

    private RecordForm form(String leaf) {
        return Objects.requireNonNull(forms.get(leaf));
    }
}
