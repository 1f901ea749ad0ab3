package io.eagleray.backend.ray;

import io.eagleray.bundle.Draft;
import io.eagleray.bundle.FolderZip;
import io.eagleray.bundle.MadeZip;
import io.eagleray.bundle.PackageName;
import io.eagleray.bundle.Sha256;
import io.eagleray.client.ConfigurationException;
import io.eagleray.spec.RuntimeEnvSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The working directory and the Python modules of a runtime environment: those of this machine as packages to bring, those
 * that are elsewhere by their URIs.
 */
final class EnvPackages implements AutoCloseable {
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+)://.*", Pattern.DOTALL);
    private static final List<String> SCHEMES =
            List.of("https", "http", "s3", "gs", "azure", "abfss", "file", "gcs", "local");
    private static final Pattern WHEEL = Pattern.compile("([^-]+-[^-]+)(?:-\\d[^-]*)?(-[^-]+-[^-]+-[^-]+\\.whl)");
    private static final int TAG = 16;

    private final List<Path> made = new ArrayList<>();
    private final Map<String, Path> files = new LinkedHashMap<>();
    private final Map<Path, MadeZip> scripts = new LinkedHashMap<>();
    private final List<String> modules = new ArrayList<>();
    private final List<String> excludes;
    private final Path here;
    private Optional<String> workingDir = Optional.empty();

    private EnvPackages(List<String> excludes, Path here) {
        this.excludes = excludes;
        this.here = here;
    }

    /**
     * Looks at what a runtime environment names.
     *
     * @param env the runtime environment
     * @param here what paths are relative to
     * @throws ConfigurationException when something is not there, cannot be read or does not fit
     */
    static EnvPackages of(RuntimeEnvSpec env, Path here) {
        EnvPackages packages = new EnvPackages(env.excludes(), here);
        try {
            if (!env.workingDir().isEmpty()) {
                packages.workingDir = Optional.of(packages.uri("workingDir", env.workingDir()));
            }
            env.pyModules().forEach(module -> packages.modules.add(packages.uri("pyModules", module)));
            return packages;
        } catch (RuntimeException e) {
            packages.close();
            throw e;
        }
    }

    /** Nothing. */
    static EnvPackages none() {
        return new EnvPackages(List.of(), Path.of(""));
    }

    /** Where the working directory will be. */
    Optional<String> workingDir() {
        return workingDir;
    }

    /** Where the Python modules will be, in order. */
    List<String> modules() {
        return List.copyOf(modules);
    }

    /** Brings those of this machine. */
    void begin(Uploads uploads) {
        files.forEach(uploads::begin);
        scripts.forEach((script, zip) -> uploads.begin(zip, script.toString()));
    }

    /** Writes those of this machine to a folder, and gives them by their names. */
    Map<String, Path> copies(Path folder) throws IOException {
        Map<String, Path> copies = new LinkedHashMap<>();
        for (Map.Entry<String, Path> each : files.entrySet()) {
            Path copy = folder.resolve(each.getKey());
            Draft.write(copy, draft -> Files.copy(each.getValue(), draft, StandardCopyOption.REPLACE_EXISTING));
            copies.put(each.getKey(), copy);
        }
        for (MadeZip script : scripts.values()) {
            copies.put(script.name(), script.in(folder));
        }
        return copies;
    }

    private String uri(String setting, String value) {
        Matcher scheme = SCHEME.matcher(value);
        if (!scheme.matches()) {
            return RayPackages.uri(local(setting, value));
        }
        if (!SCHEMES.contains(scheme.group(1))) {
            throw new ConfigurationException(setting + " of @RuntimeEnv is \"" + value + "\", and Ray knows no "
                    + scheme.group(1) + "://: name a folder of this machine, or use one of " + SCHEMES);
        }
        return value;
    }

    private String local(String setting, String value) {
        Path path = here.resolve(value).toAbsolutePath().normalize();
        String name = Objects.toString(path.getFileName(), "");
        boolean isModule = setting.equals("pyModules");
        if (Files.isDirectory(path)) {
            return folder(path, isModule ? name + "/" : "");
        }
        if (!Files.exists(path)) {
            throw new ConfigurationException(
                    setting + " of @RuntimeEnv names \"" + value + "\", and there is no " + path
                            + " on this machine; paths are relative to the folder that the submitting process runs in: start it"
                            + " elsewhere, or write an absolute path or a URI");
        }
        if (isModule && name.endsWith(".py")) {
            return scripts.computeIfAbsent(path, script -> MadeZip.of(Map.of(name, bytes(script))))
                    .name();
        }
        if (isModule && name.endsWith(".whl")) {
            return bring(wheel(path, name), path);
        }
        if (name.endsWith(".zip")) {
            return bring(PackageName.of(digest(path)), path);
        }
        throw new ConfigurationException(setting + " of @RuntimeEnv names the file " + path
                + "; it takes a folder, a .zip" + (isModule ? ", a .py file or a .whl" : "") + ", or a URI");
    }

    /** A wheel's name says what it is, so only its build tag is free to say what is in it. */
    private static String wheel(Path path, String name) {
        Matcher parts = WHEEL.matcher(name);
        if (!parts.matches()) {
            throw new ConfigurationException(
                    "pyModules of @RuntimeEnv names " + path + ", and pip knows no wheel of such a"
                            + " name: leave it as it was built, such as name-1.0-py3-none-any.whl");
        }
        return parts.group(1) + "-0" + digest(path).substring(0, TAG) + parts.group(2);
    }

    private String folder(Path folder, String prefix) {
        Path zip = TemporaryFile.create(".zip");
        made.add(zip);
        return bring(FolderZip.write(folder, prefix, excludes, RayPackages.MOST_BYTES, zip), zip);
    }

    private String bring(String name, Path file) {
        files.putIfAbsent(name, file);
        return name;
    }

    private static String digest(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static ConfigurationException unreadable(Path file, IOException e) {
        return new ConfigurationException(
                "cannot read " + file + ", which @RuntimeEnv names (" + e + "): check its permissions", e);
    }

    /** Removes what was made. */
    @Override
    public void close() {
        made.forEach(TemporaryFile::remove);
    }
}
