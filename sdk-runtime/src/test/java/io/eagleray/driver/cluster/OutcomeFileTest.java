package io.eagleray.driver.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.client.BackendException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutcomeFileTest {
    private static final byte[] ENVELOPE = "an outcome\nof two lines".getBytes(StandardCharsets.UTF_8);
    private static final int LIMIT = 1_000;

    @TempDir
    Path logs;

    @BeforeEach
    void make() throws IOException {
        Files.createDirectories(logs.resolve(OutcomeFile.path("some-id")).getParent());
        OutcomeFile.write(logs, "some-id", ENVELOPE);
    }

    private byte[] written() throws IOException {
        return Files.readAllBytes(logs.resolve(OutcomeFile.path("some-id")));
    }

    private static byte[] read(byte[] file, long limit) throws IOException {
        return OutcomeFile.read(new ByteArrayInputStream(file), limit);
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        assertThat(read(written(), LIMIT)).isEqualTo(ENVELOPE);
        assertThat(written()).hasSizeLessThan(ENVELOPE.length + OutcomeFile.longestHeader());
    }

    @Test
    void everyChangeIsSeen() throws IOException {
        byte[] written = written();
        for (int at = 0; at < written.length; at++) {
            byte[] changed = written.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> read(changed, LIMIT)).isInstanceOf(BackendException.class);
            byte[] cut = Arrays.copyOf(written, at);
            assertThatThrownBy(() -> read(cut, LIMIT)).isInstanceOf(BackendException.class);
        }
        assertThatThrownBy(() -> read(Arrays.copyOf(written, written.length + 1), LIMIT))
                .hasMessageContaining("did not come back whole");
    }

    @Test
    void whatIsTooLargeIsNotRead() throws IOException {
        byte[] written = written();
        assertThatThrownBy(() -> read(written, ENVELOPE.length - 1L)).hasMessageContaining("EAGLERAY_MAX_VALUE_BYTES");
    }

    @Property
    void whatElseComesIsShownWithoutItsControlCharacters(@ForAll @IntRange(max = 127) int character) {
        byte[] page = ("<html>" + (char) character).getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> read(page, LIMIT))
                .isInstanceOf(BackendException.class)
                .hasMessageMatching(
                        "what came back is no outcome, but begins with \"<html>[ -~]?\": is there a proxy in"
                                + " between\\?");
    }
}
