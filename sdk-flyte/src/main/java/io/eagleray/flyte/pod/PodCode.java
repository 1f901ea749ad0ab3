package io.eagleray.flyte.pod;

import io.eagleray.backend.ray.WorkerPackages;
import io.eagleray.bundle.Application;
import io.eagleray.bundle.Bundle;
import io.eagleray.bundle.BundleZip;
import io.eagleray.bundle.CodePath;
import io.eagleray.bundle.MadeZip;
import io.eagleray.bundle.NewestClass;
import io.eagleray.bundle.Sha256;
import io.eagleray.bundle.TaskRegistry;
import io.eagleray.client.ConfigurationException;
import io.eagleray.driver.connect.BootFiles;
import io.eagleray.spec.TaskSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The code of an application as pods get it from a storage.
 *
 * <pre>{@code
 * PodCode code = PodCode.of(bundle, application, cache, tasks);
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
    private final Map<String, Path> files = new LinkedHashMap<>();
    private final Map<String, LoadedTask> tasks = new TreeMap<>();
    private final Map<String, byte[]> taskFiles = new TreeMap<>();

    private PodCode(Bundle bundle, Bundle flyte, Path folder) throws IOException {
        this.bundle = bundle;
        this.flyte = flyte;
        this.newestClasses = bundle.newestClasses();
        this.folder = folder;
        boot = MadeZip.of(BootFiles.files());
        files.put(boot.name(), boot.in(folder));
        zips().forEach(zip -> files.put(zip.name(), zip.file()));
    }

    /**
     * Makes it ready to be stored.
     *
     * @param bundle the user's code
     * @param application the same, as it is in this process
     * @param cache a folder for what is made
     * @param tasks those that will be registered
     * @return the code
     * @throws ConfigurationException when a task is not in the application, or names files that are not there
     */
    public static PodCode of(Bundle bundle, Application application, Path cache, List<TaskSpec> tasks) {
        Path folder = cache.resolve("pods");
        try {
            PodCode code = new PodCode(bundle, Bundle.whole(FlyteSide.classPath(), cache), folder);
            TaskRegistry registry = TaskRegistry.of(application);
            for (TaskSpec task : tasks) {
                code.add(task, registry.task(task.name()).declaredBy().catalog(), application.loader());
            }
            return code;
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private void add(TaskSpec task, String catalog, ClassLoader application) {
        String file = "task-" + tasks.size() + ".json";
        List<String> code = Stream.concat(
                        Stream.of(boot.name()), bundle.zips().stream().map(BundleZip::name))
                .toList();
        WorkerPackages packages = WorkerPackages.of(task, code, application, folder);
        files.putAll(packages.files());
        tasks.put(task.name(), LoadedTask.of(task, file, code, packages));
        taskFiles.put(file, new PodTask(catalog, task, packages.env(), newestClasses).json());
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
            packages.add(new StoredPackage(file.getKey(), uri, Sha256.of(file.getValue())));
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
