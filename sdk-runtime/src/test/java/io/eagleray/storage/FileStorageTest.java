package io.eagleray.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FileStorageTest {
    @TempDir
    Path folder;

    private Storage storage(Path at) {
        StorageUri uri = StorageUri.parse("file://" + at);
        return StorageProvider.of(uri, FileStorageTest.class.getClassLoader()).open(uri);
    }

    private static List<byte[]> bytes(String... parts) {
        return Stream.of(parts)
                .map(part -> part.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static String read(Storage storage, String name) throws IOException {
        try (InputStream in = storage.open(name).orElseThrow()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../a", "a/../../b", "/a", "a/", "a//b", ".a", "a\\b", "a\u0000", "a/ "})
    void noNameLeadsOut(String name) {
        Storage storage = storage(folder.resolve("inner"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> storage.write(name, bytes("x")))
                .withMessageContaining("is no name of an object");
        assertThatIllegalArgumentException().isThrownBy(() -> storage.open(name));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileIsWrittenAndReplaced() throws IOException {
        Path content = Files.writeString(folder.resolve("content"), "one");
        Storage storage = storage(folder.resolve("inner"));
        assertThat(storage.exists("a/b")).isFalse();
        storage.write("a/b", content);
        assertThat(storage.exists("a/b")).isTrue();
        assertThat(read(storage, "a/b")).isEqualTo("one");
        storage.write("a/b", Files.writeString(content, "two"));
        assertThat(read(storage, "a/b")).isEqualTo("two");
        assertThatThrownBy(() -> storage.write("a/b", folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
        assertThat(read(storage, "a/b")).isEqualTo("two");
        assertThat(folder.resolve("inner/a")).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void whatCannotBeWrittenIsSaidAndLeavesNothing() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> storage(file).write("a/b", bytes("x")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot write " + file + "/a/b (")
                .hasMessageContaining("is " + file + " a folder that every node of the cluster may write to");
        assertThatThrownBy(() -> storage(file).open("a/b"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot read " + file + "/a/b (");

        Path taken = Files.createDirectories(folder.resolve("a/taken/inner")).getParent();
        assertThatThrownBy(() -> storage(folder).write("a/taken", bytes("x"))).isInstanceOf(IOException.class);
        try (Stream<Path> left = Files.list(folder.resolve("a"))) {
            assertThat(left).containsExactly(taken);
        }
    }

    @Test
    void whatIsNotThereIsEmpty() throws IOException {
        assertThat(storage(folder.resolve("missing")).open("a/outcome")).isEqualTo(Optional.empty());
    }

    @Test
    void whatIsWrittenIsReadAndReplaced() throws IOException {
        Storage storage = storage(folder.resolve("new"));
        storage.write("a/session_1.x/outcome", bytes("one ", "", "two"));
        assertThat(read(storage, "a/session_1.x/outcome")).isEqualTo("one two");
        try (InputStream before = storage.open("a/session_1.x/outcome").orElseThrow()) {
            storage.write("a/session_1.x/outcome", bytes("three"));
            assertThat(before.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("one two");
        }
        assertThat(read(storage, "a/session_1.x/outcome")).isEqualTo("three");
        try (Stream<Path> files = Files.list(folder.resolve("new/a/session_1.x"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void whoWasInterruptedStillWrites() throws IOException {
        Thread.currentThread().interrupt();
        try {
            storage(folder).write("a", bytes("x"));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(read(storage(folder), "a")).isEqualTo("x");
    }
}
