package io.eagleray.bundle;

import java.nio.file.Path;
import java.util.List;

/**
 * The user's code made ready to ship: zips, and how a class path is made of them again. Nothing in it tells when, where or
 * by whom it was built: the same class files give the same zips and the same digest on every machine.
 *
 * <p>The application's own code is in a zip of its own: directories, jars that declare tasks, and where there is neither,
 * the first jar. Of these, files that tell of the build only are left out: {@code META-INF/maven},
 * {@code META-INF/build-info.properties}, {@code git.properties}, signatures, and the manifest's build attributes. Libraries
 * are shipped as they are, large ones each in its own zip and small ones in groups. So who changes a class sends that one
 * zip again, and who changes a library sends one group again.
 *
 * @param zips the zips, the application's own first
 * @param manifest the class path to make of them, and the digest of all
 * @param excluded what is not shipped
 * @param warnings what may be wrong, for people: classes that are there twice
 * @see <a href="https://docs.ray.io/en/latest/ray-core/handling-dependencies.html">Ray's runtime environments</a>
 */
public record Bundle(
        List<BundleZip> zips, BundleManifest manifest, List<ExcludedEntry> excluded, List<String> warnings) {
    /** The most that Ray takes in one package: 100 MiB. */
    public static final long MAX_ZIP_BYTES = 104_857_600;

    private static final LastBundle LAST = new LastBundle();

    /** Copies the lists. */
    public Bundle {
        zips = List.copyOf(zips);
        excluded = List.copyOf(excluded);
        warnings = List.copyOf(warnings);
    }

    /**
     * Makes a class path ready to ship. Zips that are there already are not written again, and where the files are as they
     * were the last time that this process asked for the same, so is the bundle.
     *
     * @param classPath directories, jars, fat jars and Spring Boot jars, in order
     * @param cache the folder in which zips and unpacked archives are kept
     * @return the bundle
     * @throws io.eagleray.client.ConfigurationException when an entry is not there, cannot be read or is too large for a
     *     zip, or the cache cannot be written
     */
    public static Bundle of(List<Path> classPath, Path cache) {
        return LAST.of(classPath, cache);
    }

    /**
     * As {@link #of}, with all that is on the class path: what only the submitting side of this SDK needs, too.
     *
     * @param classPath directories and jars, in order
     * @param cache the folder in which zips and unpacked archives are kept
     * @return the bundle
     * @throws io.eagleray.client.ConfigurationException as of {@link #of}
     */
    public static Bundle whole(List<Path> classPath, Path cache) {
        return new Bundler(cache, MAX_ZIP_BYTES).whole(classPath);
    }

    /**
     * The digest of all that is shipped: SHA-256 over the class path's entries, their names and contents.
     *
     * @return 64 hex digits
     */
    public String digest() {
        return manifest.digest();
    }

    /**
     * How much is shipped.
     *
     * @return the bytes of all zips
     */
    public long bytes() {
        return zips.stream().mapToLong(BundleZip::bytes).sum();
    }

    /**
     * What a newer Java than 17 is needed for. What is below {@code META-INF/versions} is for newer JDKs and does not
     * count; nor does {@code module-info}.
     *
     * @return the newest class of each entry that has such a class
     */
    public List<NewestClass> newestClasses() {
        return NewestClass.in(
                zips.stream().flatMap(zip -> zip.entries().stream()).toList());
    }
}
