package io.eagleray.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BundleGroupsTest {
    private static final long MIB = 1 << 20;

    private final LibraryGroups groups = new LibraryGroups(Bundle.MAX_ZIP_BYTES);

    @Test
    void leavesALargeLibraryAlone() {
        Part large = library("large-1.0.jar", 8 * MIB);
        Part one = library("one-1.0.jar", 1);
        Part two = library("two-1.0.jar", 1);
        assertThat(groups.of(List.of(one, large, two))).containsExactly(List.of(one, two), List.of(large));
    }

    @Test
    void keepsGroupsSmall() {
        assertThat(groups.of(libraries()))
                .hasSizeGreaterThan(10)
                .allMatch(group -> group.stream().mapToLong(Part::bytes).sum() <= LibraryGroups.GROUP);
    }

    @Test
    void tellsApartWhatHasOneName() {
        List<Part> parts = IntStream.range(0, 10)
                .mapToObj(i -> library("same-" + i + ".jar", 7 * MIB))
                .toList();
        assertThat(groups.of(parts).stream().mapToInt(List::size).sum()).isEqualTo(10);
    }

    @Test
    void changesOneGroupWithALibrary() {
        Set<List<Part>> before = new HashSet<>(groups.of(libraries()));
        List<Part> libraries = new ArrayList<>(libraries());
        libraries.set(7, library("library7-2.0.jar", MIB));
        assertThat(groups.of(libraries).stream().filter(group -> !before.contains(group)))
                .hasSize(1);
    }

    @Test
    void changesAtMostAGroupsHalvesWithANewLibrary() {
        Set<List<Part>> before = new HashSet<>(groups.of(libraries()));
        List<Part> libraries = new ArrayList<>(libraries());
        libraries.add(library("another-1.0.jar", MIB));
        assertThat(groups.of(libraries).stream().filter(group -> !before.contains(group)))
                .hasSizeBetween(1, 2);
    }

    private static List<Part> libraries() {
        return IntStream.range(0, 200)
                .mapToObj(i -> library("library" + i + "-1.0.jar", MIB))
                .toList();
    }

    private static Part library(String name, long bytes) {
        return new Part(Path.of(name), false, "lib/" + name, Sha256.of(name), bytes);
    }
}
