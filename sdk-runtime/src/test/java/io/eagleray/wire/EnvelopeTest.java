package io.eagleray.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.client.RemoteError;
import io.eagleray.client.ValueException;
import org.junit.jupiter.api.Test;

final class EnvelopeTest {

    @Test
    void carriesAValue() {
        Envelope envelope = Envelope.decode(new Envelope.Ok(new byte[] {1, 2}).encode());
        assertThat(envelope)
                .isInstanceOfSatisfying(
                        Envelope.Ok.class, ok -> assertThat(ok.value()).containsExactly(1, 2));
    }

    @Test
    void carriesAnError() {
        RemoteError error = Errors.of(new IllegalStateException("outer", new IllegalArgumentException("inner")));
        assertThat(Envelope.decode(new Envelope.Error(error).encode())).isEqualTo(new Envelope.Error(error));
    }

    @Test
    void carriesAReason() {
        assertThat(Envelope.decode(new Envelope.Cancelled("by the user").encode()))
                .isEqualTo(new Envelope.Cancelled("by the user"));
    }

    @Test
    void refusesWhatIsNoEnvelope() {
        assertThatThrownBy(() -> Envelope.decode(new byte[0]))
                .isInstanceOf(ValueException.class)
                .hasMessage(
                        "envelope: the bytes are damaged or are no encoded value (they end too early, before byte 0)");
        assertThatThrownBy(() -> Envelope.decode(new byte[] {9}))
                .hasMessageContaining("they begin with 9; this Eagleray reads form 1");
        assertThatThrownBy(() -> Envelope.decode(new byte[] {1, 7}))
                .hasMessageContaining("there is no envelope of sort 7");
    }
}
