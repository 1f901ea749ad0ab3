package io.eagleray.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The bundle that was made last, for who asks for the same again: many submissions of one process ship the same code. */
final class LastBundle {
    private @Nullable Known known;

    /**
     * A bundle, and what tells that it still is that of its class path.
     *
     * @param classPath what was asked for
     * @param cache the folder that it is in
     * @param places the class path, and what it was found to stand for
     * @param files the state of all files of the places, before the bundle was made
     * @param bundle the bundle
     */
    private record Known(List<Path> classPath, Path cache, Set<Path> places, Set<FileState> files, Bundle bundle) {

        boolean isOf(List<Path> wanted, Path folder) {
            if (!classPath.equals(wanted) || !cache.equals(folder)) {
                return false;
            }
            try {
                return files.equals(states(places))
                        && bundle.zips().stream().allMatch(zip -> Files.isRegularFile(zip.file()));
            } catch (IOException e) {
                return false; // making it again tells what is not there
            }
        }
    }

    /** Who comes while another makes the same waits for that one. */
    synchronized Bundle of(List<Path> classPath, Path cache) {
        if (known != null && known.isOf(classPath, cache)) {
            return known.bundle();
        }
        known = null;
        Bundler bundler = new Bundler(cache, Bundle.MAX_ZIP_BYTES);
        Set<Path> entries = bundler.entries(classPath);
        Set<Path> places = new HashSet<>(entries);
        places.addAll(classPath);
        Instant looked = Instant.now();
        Set<FileState> before = before(places);
        Bundle bundle = bundler.bundle(entries);
        if (!before.isEmpty() && before.stream().allMatch(file -> file.isSettled(looked))) {
            known = new Known(List.copyOf(classPath), cache, places, before, bundle);
        }
        return bundle;
    }

    /** None when one cannot be read, which is refused with the reason when its content is looked for. */
    private static Set<FileState> before(Set<Path> places) {
        try {
            return states(places);
        } catch (IOException e) {
            return Set.of();
        }
    }

    private static Set<FileState> states(Set<Path> places) throws IOException {
        Set<FileState> states = new HashSet<>();
        for (Path place : places) {
            if (Files.isDirectory(place)) {
                states.addAll(DirectoryFiles.of(place).states());
            } else {
                states.add(FileState.of(place));
            }
        }
        return states;
    }
}
