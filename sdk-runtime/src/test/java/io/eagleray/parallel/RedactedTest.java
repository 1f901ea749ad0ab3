package io.eagleray.parallel;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.call.Catalog;
import io.eagleray.call.CatalogFunction;
import io.eagleray.call.Ref;
import io.eagleray.call.RemoteCall;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RedactedTest {

    private static final class OneOfEach extends Catalog {
        final CatalogFunction function;

        OneOfEach(int parameters) {
            super("p.OneOfEach");
            function = remote(
                    "f",
                    type(Void.class),
                    arguments -> null,
                    java.util.stream.IntStream.range(0, parameters)
                            .mapToObj(i -> parameter("p" + i, type(Object.class)))
                            .toArray(io.eagleray.call.Parameter[]::new));
        }
    }

    record Login(String name, String password) {}

    private static String redacted(@Nullable Object... arguments) {
        return Redacted.arguments(RemoteCall.of(new OneOfEach(arguments.length).function, arguments));
    }

    @Test
    void typesAndSizesAreShownAndNothingElse() {
        assertThat(redacted("hunter2", 4711L, new Login("a", "hunter2"), null))
                .isEqualTo("(p0: String of 7 characters, p1: Long, p2: Login, p3: null)");
        assertThat(redacted(List.of(1, 2), Map.of("hunter2", 1), new byte[3], new String[] {"hunter2"}))
                .matches("\\(p0: List\\S* of 2, p1: Map\\S* of 1, p2: byte\\[] of 3, p3: String\\[] of 1\\)");
        assertThat(redacted(Ref.of("hunter2"))).isEqualTo("(p0: a Ref)");
        assertThat(redacted()).isEqualTo("()");
    }
}
