package io.eagleray.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.call.Ref;
import io.eagleray.client.NoSuchValueException;
import io.eagleray.client.ValueException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Outside of an execution. */
final class NamedValueTest {
    private final NamedValue<String> greeting = NamedValue.of("greeting", String.class);

    @AfterEach
    void remove() {
        greeting.remove();
    }

    @Test
    void aValueIsThereUntilItIsRemoved() {
        assertThat(greeting.find()).isEmpty();
        greeting.put("hello");
        Ref<String> picked = greeting.ref();
        greeting.put("good morning");
        assertThat(picked.get()).isEqualTo("hello");
        assertThat(greeting.get()).isEqualTo("good morning");
        assertThat(NamedValue.of("greeting", String.class).find()).map(Ref::get).contains("good morning");
        assertThat(NamedValue.names()).containsExactly("greeting");
        assertThat(greeting.remove()).isTrue();
        assertThat(greeting.remove()).isFalse();
    }

    @Test
    void oneThatIsNotThereIsMissedByName() {
        NamedValue<Integer> other = NamedValue.of("other", Integer.class);
        assertThatThrownBy(other::get)
                .isInstanceOf(NoSuchValueException.class)
                .hasMessageContaining("\"other\"")
                .hasMessageContaining("None are here");
        greeting.put("hello");
        assertThatThrownBy(other::ref).hasMessageContaining("Here are greeting");
    }

    @Test
    void anotherTypeIsSaid() {
        greeting.put("hello");
        NamedValue<long[]> misread = NamedValue.of("greeting", long[].class);
        assertThatThrownBy(misread::get)
                .isInstanceOf(ValueException.class)
                .hasMessageContaining("the value named \"greeting\"")
                .hasMessageContaining("long[]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "two\nlines", "tab\t"})
    void anotherNameIsRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NamedValue.of(name, String.class))
                .withMessageContaining("is no name for a value");
    }

    @Test
    void aLongNameIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> NamedValue.of("n".repeat(129), String.class));
        assertThat(NamedValue.of("n".repeat(128), String.class).find()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(classes = {List.class, Thread.class})
    void aTypeThatCannotCrossIsRefused(Class<?> type) {
        assertThatThrownBy(() -> NamedValue.of("any", type)).isInstanceOf(ValueException.class);
    }
}
