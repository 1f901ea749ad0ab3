package io.eagleray.bundle;

import io.eagleray.client.ConfigurationException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipOutputStream;

/**
 * A zip for Ray of what is in a folder: as Ray makes it, without {@code .git}, {@code .venv}, {@code venv},
 * {@code __pycache__} and what {@code .gitignore} and {@code .rayignore} files in it say. Links are followed. Neither times
 * nor permissions are kept, nor folders without files.
 */
public final class FolderZip {
    private FolderZip() {}

    /**
     * Writes a zip. Nothing is held in memory but names.
     *
     * @param folder the folder
     * @param prefix goes before each path; may be empty
     * @param excludes what else is left out, in the syntax of {@code .gitignore}
     * @param limit how many bytes the zip may have
     * @param target where it is written
     * @return its name for Ray, by its content
     * @throws ConfigurationException when the folder cannot be read, has no files or does not fit, or the zip cannot be
     *     written
     */
    public static String write(Path folder, String prefix, List<String> excludes, long limit, Path target) {
        try (DirectoryFiles files = DirectoryFiles.of(folder, new IgnoreFiles(folder, excludes))) {
            if (files.sizes().isEmpty()) {
                throw new ConfigurationException("the folder " + folder + " has no files to ship: put some there, or"
                        + " leave fewer out by excludes of @RuntimeEnv and .gitignore or .rayignore files in it");
            }
            try (ZipOutputStream zip = new ZipOutputStream(new LimitedStream(
                    open(target),
                    limit,
                    () -> Oversized.of(folder, files.sizes(), limit),
                    e -> unwritable(target, e)))) {
                return PackageName.of(PartWriter.files(files, prefix, prefix, zip));
            }
        } catch (IOException e) {
            throw new ConfigurationException(
                    "cannot read the folder " + folder + " (" + e + "): check its permissions, or leave out what cannot"
                            + " be read with excludes of @RuntimeEnv",
                    e);
        }
    }

    private static OutputStream open(Path target) {
        try {
            return Files.newOutputStream(target);
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    private static ConfigurationException unwritable(Path target, IOException e) {
        return new ConfigurationException(
                "cannot write " + target + " (" + e.getMessage()
                        + "): make room in its folder, or set -Djava.io.tmpdir",
                e);
    }
}
