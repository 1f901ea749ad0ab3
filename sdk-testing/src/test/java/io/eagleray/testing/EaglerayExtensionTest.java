package io.eagleray.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.client.Eagleray;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@EaglerayTest
@TestInstance(Lifecycle.PER_CLASS)
final class EaglerayExtensionTest {
    private @Nullable Eagleray shared;

    @Test
    void testsOfAClassShareAConnection(Eagleray eagleray) {
        remember(eagleray);
        assertThat(eagleray.run(ContractTasks.squares(2))).containsExactly(0L, 1L);
    }

    @Test
    void testsOfAClassShareAConnectionAsThisOneDoes(Eagleray eagleray) {
        remember(eagleray);
    }

    private void remember(Eagleray eagleray) {
        if (shared != null) {
            assertThat(eagleray).isSameAs(shared);
        }
        shared = eagleray;
    }

    @Test
    @EaglerayTest(backend = "embedded")
    void aTestCanHaveItsOwn(Eagleray eagleray) {
        assertThat(eagleray).isNotSameAs(shared);
        assertThat(eagleray.run(ContractTasks.squares(2))).containsExactly(0L, 1L);
    }

    @Nested
    final class Inner {

        @Test
        void nestedClassesSeeTheAnnotationOfTheirClass(Eagleray eagleray) {
            assertThat(eagleray.run(ContractTasks.squares(1))).containsExactly(0L);
        }
    }

    @AfterAll
    void stillOpen(Eagleray eagleray) {
        assertThat(eagleray).isSameAs(shared);
    }
}
