package io.eagleray.driver.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.bundle.CodePath;
import io.eagleray.bundle.MadeZip;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CallPiecesTest {
    private static final int MOST = 1_000;

    @TempDir
    private Path packages;

    private final byte[] call = new byte[2_500];
    private Path job;
    private List<String> names;

    @BeforeEach
    void unpack() throws IOException {
        new Random(1).nextBytes(call);
        job = Files.createDirectory(packages.resolve("_ray_pkg_job"));
        List<MadeZip> pieces = CallPieces.of(call, MOST);
        for (MadeZip piece : pieces) {
            unpack(piece);
        }
        names = pieces.stream().map(MadeZip::name).toList();
    }

    private void unpack(MadeZip zip) throws IOException {
        Path folder = Files.createDirectories(CodePath.beside(job, zip.name()));
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.content()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Files.write(folder.resolve(entry.getName()), in.readAllBytes());
            }
        }
    }

    @Test
    void aCallThatFitsIsNotCut() {
        assertThat(CallPieces.of(call)).isEmpty();
    }

    @Test
    void piecesAreJoinedInOrder() throws IOException {
        assertThat(names).hasSize(3).doesNotHaveDuplicates();
        assertThat(CallPieces.join(job, names)).isEqualTo(call);
    }

    @Test
    void piecesThatAreAlikeAreOnePackage() throws IOException {
        List<MadeZip> pieces = CallPieces.of(new byte[3 * MOST], MOST);
        assertThat(pieces)
                .extracting(MadeZip::name)
                .hasSize(3)
                .containsOnly(pieces.get(0).name());
        unpack(pieces.get(0));
        assertThat(CallPieces.join(job, pieces.stream().map(MadeZip::name).toList()))
                .isEqualTo(new byte[3 * MOST]);
    }

    @Test
    void aPieceThatWasChangedOrIsMissingIsNamed() throws IOException {
        Path piece = CodePath.beside(job, names.get(1)).resolve("piece");
        Files.write(piece, new byte[] {1});
        assertThatThrownBy(() -> CallPieces.join(job, names))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(names.get(1))
                .hasMessageContaining("not what was sent");
        Files.delete(piece);
        assertThatThrownBy(() -> CallPieces.join(job, names)).isInstanceOf(NoSuchFileException.class);
    }
}
