package io.eagleray.flyte.pod;

import io.eagleray.backend.Bundling;
import io.eagleray.backend.Interrupts;
import io.eagleray.backend.ray.WorkerPackages;
import io.eagleray.bundle.Bundle;
import io.eagleray.bundle.BundleZip;
import io.eagleray.bundle.CodePath;
import io.eagleray.bundle.FileDigests;
import io.eagleray.bundle.MadeZip;
import io.eagleray.bundle.NewestClass;
import io.eagleray.bundle.RegisteredTask;
import io.eagleray.bundle.Sha256;
import io.eagleray.bundle.TaskVersion;
import io.eagleray.client.ConfigurationException;
import io.eagleray.driver.connect.BootFiles;
import io.eagleray.spec.TaskSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The code of an application as pods get it from a storage.
 *
 * <pre>{@code
 * PodCode code = PodCode.of(() -> bundle, application.loader(), cache, tasks);
 * Map<String, String> uris = store(code.files());           // name → URI
 * StoredFile start = code.start(uris);
 * List<String> words = PodCode.words(store(start), start).apply(task);
 * }</pre>
 */
public final class PodCode {
    /** The variable of a pod that bounds the task in the place of its own timeout, as ISO-8601 has it. */
    public static final String TIMEOUT = PodCall.TIMEOUT;

    private static final String STUB = Resources.text("stub.py");

    private final Bundle bundle;
    private final Bundle flyte;
    private final List<NewestClass> newestClasses;
    private final MadeZip boot;
    private final Path folder;
    private final FileDigests digests;
    private final Map<String, Path> files = new LinkedHashMap<>();
    private final Map<String, LoadedTask> tasks = new TreeMap<>();
    private final Map<String, byte[]> taskFiles = new TreeMap<>();
    private final Map<String, String> versions = new TreeMap<>();

    private PodCode(Bundle bundle, Bundle flyte, Path folder, FileDigests digests) throws IOException {
        this.bundle = bundle;
        this.flyte = flyte;
        this.newestClasses = bundle.newestClasses();
        this.folder = folder;
        this.digests = digests;
        boot = MadeZip.of(BootFiles.files());
        files.put(boot.name(), boot.in(folder));
        zips().forEach(zip -> files.put(zip.name(), zip.file()));
    }

    /**
     * Makes it ready to be stored.
     *
     * @param bundle gives the user's code
     * @param application the loader of the same in this process
     * @param cache a folder for what is made
     * @param tasks those that will be registered
     * @return the code
     * @throws ConfigurationException when a task names files that are not there
     */
    public static PodCode of(Supplier<Bundle> bundle, ClassLoader application, Path cache, List<RegisteredTask> tasks) {
        Path folder = cache.resolve("pods");
        Bundling flyte = Bundling.begin(() -> Bundle.whole(FlyteSide.classPath(), cache));
        Bundle own = bundle.get();
        try {
            PodCode code = new PodCode(
                    own, Interrupts.cancel("code was made ready", flyte::await), folder, FileDigests.in(cache));
            IntStream.range(0, tasks.size())
                    .parallel()
                    .mapToObj(i -> code.made(tasks.get(i), "task-" + i + ".jsonl", application))
                    .toList()
                    .forEach(code::add);
            return code;
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /**
     * What is made of a task.
     *
     * @param name its name
     * @param version its version
     * @param files the packages of its runtime environment
     * @param loaded what {@code loader.py} is told of it
     * @param content what is in the file that {@code loaded} names
     */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    private record Made(String name, String version, Map<String, Path> files, LoadedTask loaded, byte[] content) {}

    private Made made(RegisteredTask registered, String file, ClassLoader application) {
        TaskSpec task = registered.spec();
        List<String> code = Stream.concat(
                        Stream.of(boot.name()), bundle.zips().stream().map(BundleZip::name))
                .toList();
        WorkerPackages packages = WorkerPackages.of(task, code, application, folder);
        String catalog = registered.declaredBy().catalog();
        String spec = TaskVersion.json(task);
        return new Made(
                task.name(),
                TaskVersion.of(bundle, spec),
                packages.files(),
                LoadedTask.of(task, file, code, packages),
                new PodTask.Beside(catalog, packages.env(), newestClasses).after(spec));
    }

    private void add(Made task) {
        files.putAll(task.files());
        tasks.put(task.name(), task.loaded());
        taskFiles.put(task.loaded().file(), task.content());
        versions.put(task.name(), task.version());
    }

    /**
     * The version of a task.
     *
     * @param task the name of one that it is the code of
     * @return what {@link TaskVersion} gives
     */
    public String version(String task) {
        return Objects.requireNonNull(versions.get(task));
    }

    private Stream<BundleZip> zips() {
        return Stream.concat(bundle.zips().stream(), flyte.zips().stream());
    }

    /**
     * What has to be stored first.
     *
     * @return the files, each named by its content
     */
    public List<StoredFile> files() {
        return files.entrySet().stream()
                .map(file -> new StoredFile(file.getKey(), file.getValue()))
                .toList();
    }

    /**
     * The last one, which names the others by their URIs; it is what the words name.
     *
     * @param uris the URI of each of {@link #files()}, by its name
     * @return the file, to be stored too
     */
    public StoredFile start(Map<String, String> uris) {
        Map<String, byte[]> content = new TreeMap<>(taskFiles);
        content.putAll(Resources.classes(PodEntrypoint.class, FlyteLoader.class));
        content.put("loader.py", Resources.bytes("loader.py"));
        content.put(PodEntrypoint.APPLICATION, CodePath.of(bundle.manifest()));
        content.put(PodEntrypoint.FLYTE, CodePath.of(flyte.manifest()));
        try {
            content.put("code.json", code(uris).json());
            MadeZip start = MadeZip.of(content);
            return new StoredFile(start.name(), start.in(folder));
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private StartCode code(Map<String, String> uris) throws IOException {
        List<StoredPackage> packages = new ArrayList<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            String uri = uris.get(file.getKey());
            if (uri == null) {
                throw new IllegalArgumentException("no URI is given for " + file.getKey());
            }
            packages.add(new StoredPackage(file.getKey(), uri, digests.of(file.getValue())));
        }
        return new StartCode(
                packages,
                boot.name(),
                PodEntrypoint.class.getName(),
                Stream.concat(Stream.of(boot.name()), zips().map(BundleZip::name))
                        .distinct()
                        .toList(),
                List.of(PodEntrypoint.APPLICATION, PodEntrypoint.FLYTE),
                tasks);
    }

    /**
     * What starts tasks in their pods: the container's arguments, not quoted.
     *
     * @param startUri where the start is stored
     * @param start the start
     * @return the words of each task, with Flyte's templates in the place of inputs and outputs
     */
    public static Function<TaskSpec, List<String>> words(String startUri, StoredFile start) {
        try {
            String digest = Sha256.of(start.file());
            return task ->
                    List.of("python3", "-c", STUB, startUri, digest, task.name(), "{{.input}}", "{{.outputPrefix}}");
        } catch (IOException e) {
            throw new ConfigurationException("cannot read " + start.file() + " (" + e + "): make it again", e);
        }
    }

    private static ConfigurationException unwritable(Path folder, IOException e) {
        return new ConfigurationException(
                "cannot write to " + folder + " (" + e + "): check that it is writable and its disk not full", e);
    }
}
