package io.eagleray.kuberay;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.client.RemoteError;
import io.eagleray.wire.Envelope;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemovalTest {
    private static final Envelope OK = new Envelope.Ok(new byte[0]);
    private static final Envelope FAILED =
            new Envelope.Error(new RemoteError("E", Optional.empty(), List.of(), Optional.empty()));
    private static final Envelope CANCELLED = new Envelope.Cancelled("by me");

    @ParameterizedTest
    @CsvSource({"plain, AT_ONCE", "everything, LATER", "staying, LATER", "kept, UNLESS_FAILED"})
    void theAnnotationsDecide(String task, Removal removal) {
        assertThat(Removal.of(Submissions.of("a", task).spec().rayJob())).isEqualTo(removal);
    }

    @ParameterizedTest
    @CsvSource({
        "AT_ONCE, true, true, true",
        "UNLESS_FAILED, true, false, true",
        "LATER, false, false, false",
    })
    void itIsDueAfter(Removal removal, boolean ok, boolean failed, boolean cancelled) {
        assertThat(removal.isDueAfter(OK)).isEqualTo(ok);
        assertThat(removal.isDueAfter(FAILED)).isEqualTo(failed);
        assertThat(removal.isDueAfter(CANCELLED)).isEqualTo(cancelled);
    }

    @Test
    void whatIsNotOursIsLeft() {
        assertThat(Removal.of(Serialization.unmarshal("metadata: {name: a}", RayJob.class)))
                .isEqualTo(Removal.LATER);
        assertThat(Removal.of(Serialization.unmarshal(
                        "metadata: {name: a, annotations: {eagleray.io/removal: at-once}}", RayJob.class)))
                .isEqualTo(Removal.AT_ONCE);
    }
}
