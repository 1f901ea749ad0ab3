package io.eagleray.cli;

import io.eagleray.bundle.Bundle;
import io.eagleray.bundle.BundleManifest;
import io.eagleray.bundle.BundleZip;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What would be shipped: what {@code bundle --output json} prints.
 *
 * @param digest the digest of the bundle
 * @param bytes the size of all zips
 * @param zips the zips
 * @param classPath the class path that is made of them
 * @param excluded what is not shipped
 * @param warnings what may be wrong
 */
record BundleReport(
        String digest,
        long bytes,
        List<Zip> zips,
        List<BundleManifest.Entry> classPath,
        List<Excluded> excluded,
        List<String> warnings) {

    /** A zip: its name, where it lies, its size, what is in it and why. */
    record Zip(String name, String file, long bytes, String reason, List<String> entries) {}

    /** An entry that is not shipped, and why. */
    record Excluded(String entry, String reason) {}

    static BundleReport of(Bundle bundle) {
        return new BundleReport(
                bundle.digest(),
                bundle.bytes(),
                bundle.zips().stream().map(BundleReport::zip).toList(),
                bundle.manifest().entries(),
                bundle.excluded().stream()
                        .map(excluded -> new Excluded(excluded.entry().toString(), excluded.reason()))
                        .toList(),
                bundle.warnings());
    }

    private static Zip zip(BundleZip zip) {
        return new Zip(
                zip.name(),
                zip.file().toString(),
                zip.bytes(),
                zip.reason(),
                zip.entries().stream().map(Path::toString).toList());
    }

    /** A row for each entry in a zip. */
    List<List<String>> shippedRows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("ZIP", "SIZE", "WHAT", "WHY"));
        for (Zip zip : zips) {
            rows.add(List.of(zip.name(), size(zip.bytes()), zip.entries().get(0), zip.reason()));
            zip.entries().stream().skip(1).forEach(entry -> rows.add(List.of("", "", entry, "")));
        }
        return rows;
    }

    /** A row for each entry that is left out. */
    List<List<String>> excludedRows() {
        List<List<String>> rows = new ArrayList<>();
        if (!excluded.isEmpty()) {
            rows.add(List.of("LEFT OUT", "WHY"));
            excluded.forEach(each -> rows.add(List.of(each.entry(), each.reason())));
        }
        return rows;
    }

    /** The totals, and the digest. */
    List<List<String>> totalRows() {
        return List.of(
                List.of("total", zips.size() + (zips.size() == 1 ? " zip, " : " zips, ") + size(bytes)),
                List.of("digest", digest));
    }

    private static String size(long bytes) {
        if (bytes < 1 << 10) {
            return bytes + " B";
        }
        return bytes < 1 << 20
                ? String.format(Locale.ROOT, "%.1f KiB", bytes / 1024.0)
                : String.format(Locale.ROOT, "%.1f MiB", bytes / 1024.0 / 1024.0);
    }
}
