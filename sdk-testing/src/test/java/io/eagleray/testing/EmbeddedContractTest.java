package io.eagleray.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.client.Eagleray;
import io.eagleray.client.Execution;
import io.eagleray.client.LogLine;
import io.eagleray.client.SubmitOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

final class EmbeddedContractTest extends BackendContract {

    @Override
    protected String backend() {
        return "embedded";
    }

    @Test
    void variablesThatThisJvmLacksAreNamedInTheLog() {
        try (Eagleray eagleray = Eagleray.connect("embedded")) {
            Execution<Void> execution = eagleray.submit(
                    ContractTasks.nothing(),
                    SubmitOptions.defaults().withEnv(Map.of("NO_SUCH_VARIABLE", "secret value")));
            List<LogLine> lines = new ArrayList<>();
            execution.logs(lines::add);
            assertThat(lines)
                    .extracting(LogLine::text)
                    .singleElement(InstanceOfAssertFactories.STRING)
                    .contains("NO_SUCH_VARIABLE")
                    .doesNotContain("secret value");
        }
    }
}
