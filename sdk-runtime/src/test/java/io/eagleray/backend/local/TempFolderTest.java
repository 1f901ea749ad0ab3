package io.eagleray.backend.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

final class TempFolderTest {

    @Test
    void aLongFolderHasNoRoomForSockets() {
        assertThat(TempFolder.isShort(Path.of("/tmp"))).isTrue();
        assertThat(TempFolder.isShort(Path.of("/var/folders/zz/zyxvpxvq6csfxvn_n0000000000000/T")))
                .isFalse();
    }

    @Test
    void nobodyElseCanLookInside() throws IOException {
        Path folder = TempFolder.create();
        try {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
        } finally {
            Files.delete(folder);
        }
    }
}
