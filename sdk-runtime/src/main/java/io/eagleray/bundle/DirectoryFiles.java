package io.eagleray.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of a directory. Links are followed, but not into a folder that one is already in. */
final class DirectoryFiles implements EntryFiles {
    private static final int MAX_FILES = 100_000;
    private static final int MAX_DEPTH = 64;

    private final Path root;
    private final SortedMap<String, Long> sizes;
    private final List<FileState> states;

    private DirectoryFiles(Path root, SortedMap<String, Long> sizes, List<FileState> states) {
        this.root = root;
        this.sizes = sizes;
        this.states = states;
    }

    /** Says what is passed over, folders with all that is in them. */
    interface Filter {
        boolean leavesOut(Path path, boolean isFolder);
    }

    static DirectoryFiles of(Path root) throws IOException {
        return of(root, (path, isFolder) -> false);
    }

    static DirectoryFiles of(Path root, Filter filter) throws IOException {
        SortedMap<String, Long> sizes = new TreeMap<>();
        List<FileState> states = new ArrayList<>();
        Files.walkFileTree(
                root, Set.of(FileVisitOption.FOLLOW_LINKS), MAX_DEPTH, new Walk(root, filter, sizes, states));
        return new DirectoryFiles(root, Collections.unmodifiableSortedMap(sizes), states);
    }

    @Override
    public SortedMap<String, Long> sizes() {
        return sizes;
    }

    /** What tells later whether the files are still the same. */
    List<FileState> states() {
        return states;
    }

    @Override
    public InputStream open(String name) throws IOException {
        return Files.newInputStream(root.resolve(name));
    }

    @Override
    public Optional<Path> path(String name) {
        return Optional.of(root.resolve(name));
    }

    @Override
    public void close() {}

    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path root;
        private final Filter filter;
        private final SortedMap<String, Long> sizes;
        private final List<FileState> states;
        private int visited;

        Walk(Path root, Filter filter, SortedMap<String, Long> sizes, List<FileState> states) {
            this.root = root;
            this.filter = filter;
            this.sizes = sizes;
            this.states = states;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isRegularFile() && !filter.leavesOut(file, false)) {
                sizes.put(root.relativize(file).toString().replace('\\', '/'), attributes.size());
                states.add(FileState.of(file, attributes));
            }
            return counted();
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            return !folder.equals(root) && filter.leavesOut(folder, true) ? FileVisitResult.SKIP_SUBTREE : counted();
        }

        private FileVisitResult counted() throws IOException {
            if (++visited > MAX_FILES) {
                throw new IOException("it has more than " + MAX_FILES + " files and folders, links followed");
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof FileSystemLoopException || filter.leavesOut(file, false) || filter.leavesOut(file, true)) {
                return counted();
            }
            throw e;
        }
    }
}
