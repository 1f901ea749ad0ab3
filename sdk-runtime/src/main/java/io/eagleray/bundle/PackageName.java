package io.eagleray.bundle;

/** What Ray calls a package that it keeps: a zip that is named by its content. */
public final class PackageName {
    /** All such names, as a regular expression. */
    public static final String REGEX = "_ray_pkg_[0-9a-f]{64}\\.zip";

    private PackageName() {}

    /**
     * A name.
     *
     * @param digest over the content: 64 hex digits
     * @return the name
     */
    public static String of(String digest) {
        return "_ray_pkg_" + digest + ".zip";
    }
}
