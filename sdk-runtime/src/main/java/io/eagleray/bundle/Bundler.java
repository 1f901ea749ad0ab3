package io.eagleray.bundle;

import io.eagleray.client.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Makes bundles. */
final class Bundler {
    /** What a zip needs beside its one jar. */
    private static final long OVERHEAD = 1 << 10;

    private final Path cache;
    private final long limit;
    private final FileDigests digests;
    private final ZipStore store;

    Bundler(Path cache, long limit) {
        this.cache = cache;
        this.limit = limit;
        this.digests = FileDigests.in(cache);
        this.store = new ZipStore(cache.resolve("zips"), limit);
    }

    /** Without what is not shipped. */
    Bundle bundle(Set<Path> entries) {
        Map<Path, Set<String>> packages = new LinkedHashMap<>();
        entries.forEach(entry -> packages.put(entry, EntryFiles.with(entry, Exclusions::packages)));
        return bundle(entries, OwnFiles.entries(packages), new Exclusions(packages).find());
    }

    /** Nothing is left out, and each jar is a library, whose digest is kept. */
    Bundle whole(List<Path> classPath) {
        return bundle(entries(classPath), List.of(), Map.of());
    }

    /** What a class path stands for: directories, and jars that are no archives with jars in them. */
    Set<Path> entries(List<Path> classPath) {
        Set<Path> entries = new LinkedHashSet<>();
        classPath.forEach(entry -> entries.addAll(expanded(entry)));
        return entries;
    }

    private Bundle bundle(Set<Path> entries, List<Path> own, Map<Path, String> reasons) {
        List<ExcludedEntry> excluded = new ArrayList<>();
        Map<String, Part> parts = new LinkedHashMap<>();
        int next = 0;
        for (Path entry : entries) {
            String reason = reasons.get(entry);
            if (reason == null) {
                Part part = own.contains(entry) || Files.isDirectory(entry) ? own(entry, next) : library(entry);
                Part same = part.bytes() == 0 ? null : parts.putIfAbsent(part.path(), part);
                if (part.bytes() == 0) {
                    reason = "it is empty";
                } else if (same != null) {
                    reason = "it is the same as " + same.entry();
                } else {
                    next += part.own() ? 1 : 0;
                }
            }
            if (reason != null) {
                excluded.add(new ExcludedEntry(entry, reason));
            }
        }
        return bundle(List.copyOf(parts.values()), excluded);
    }

    private Bundle bundle(List<Part> parts, List<ExcludedEntry> excluded) {
        List<BundleZip> zips = new ArrayList<>();
        Map<Path, String> names = new HashMap<>();
        for (List<Part> group : inOrder(parts.stream().filter(Part::own).toList())) {
            zips.add(store.zip(group, "the application's own classes"));
        }
        for (List<Part> group : new LibraryGroups(limit)
                .of(parts.stream().filter(part -> !part.own()).toList())) {
            List<Part> sorted =
                    group.stream().sorted(Comparator.comparing(Part::path)).toList();
            zips.add(store.zip(sorted, group.size() == 1 ? "a library" : "a group of libraries"));
        }
        zips.forEach(zip -> zip.entries().forEach(entry -> names.put(entry, zip.name())));
        Sha256 sha = new Sha256();
        parts.forEach(part -> sha.add(part.path(), part.digest()));
        BundleManifest manifest = new BundleManifest(
                sha.hex(),
                parts.stream()
                        .map(part -> new BundleManifest.Entry(
                                Objects.requireNonNull(names.get(part.entry())), part.path(), part.digest()))
                        .toList());
        return new Bundle(
                zips,
                manifest,
                excluded,
                DuplicateClasses.warnings(parts.stream().map(Part::entry).toList()));
    }

    /** One zip, or as many as it takes. */
    private List<List<Part>> inOrder(List<Part> own) {
        List<List<Part>> groups = new ArrayList<>();
        long bytes = limit;
        for (Part part : own) {
            if (bytes + part.bytes() > limit) {
                groups.add(new ArrayList<>());
                bytes = 0;
            }
            groups.get(groups.size() - 1).add(part);
            bytes += part.bytes();
        }
        return groups;
    }

    private List<Path> expanded(Path entry) {
        Path absolute = entry.toAbsolutePath().normalize();
        if (!Files.exists(absolute)) {
            throw new ConfigurationException("the class path entry " + absolute
                    + " is not there: build it again, or take it off the class path");
        }
        return Files.isDirectory(absolute) ? List.of(absolute) : ClassPath.ofJar(absolute, cache.resolve("apps"));
    }

    private Part own(Path entry, int number) {
        return EntryFiles.with(entry, files -> {
            OwnFiles own = new OwnFiles(files);
            return new Part(
                    entry,
                    true,
                    "app/" + number + (Files.isDirectory(entry) ? "" : ".jar"),
                    own.digest(digests),
                    own.bytes());
        });
    }

    private Part library(Path jar) {
        try {
            long bytes = Files.size(jar);
            if (bytes > limit - OVERHEAD) {
                throw Oversized.of(jar, limit);
            }
            String digest = digests.of(jar);
            String name = Objects.toString(jar.getFileName()).replaceAll("[^A-Za-z0-9._-]", "_");
            return new Part(jar, false, "lib/" + digest.substring(0, 16) + "-" + name, digest, bytes);
        } catch (IOException e) {
            throw EntryFiles.unreadable(jar, e);
        }
    }
}
