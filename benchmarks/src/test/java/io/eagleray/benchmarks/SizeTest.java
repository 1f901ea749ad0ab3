package io.eagleray.benchmarks;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SizeTest {
    private static final Command COMMAND = Command.of(Path.of("work"), Path.of("out"), "pyflyte", "package");

    @Test
    void whatHasMissedSomeIsRefused() {
        Size size = new Size(2, 3);
        assertThatCode(() -> size.require(6, COMMAND)).doesNotThrowAnyException();
        assertThatThrownBy(() -> size.require(5, COMMAND)).hasMessage("pyflyte found 5 tasks, not 6; see out");
    }
}
