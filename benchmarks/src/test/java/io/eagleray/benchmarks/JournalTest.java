package io.eagleray.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    private Path folder;

    private Journal journal = new Journal(Path.of(""));

    @BeforeEach
    void begin() throws Exception {
        journal = new Journal(Files.createFile(folder.resolve("journal")));
    }

    @Test
    void countsWhatEndedOnceMore() {
        journal.begun(1);
        journal.begun(1);
        journal.ended(1);
        journal.ended(2);
        assertThat(journal.again()).isZero();
        journal.ended(1);
        assertThat(journal.again()).isEqualTo(1);
    }

    @Test
    void knowsWhoBeganLast() {
        assertThat(journal.lastWorker()).isEmpty();
        journal.begun(1);
        journal.ended(1);
        assertThat(journal.lastWorker()).contains(ProcessHandle.current());
    }
}
