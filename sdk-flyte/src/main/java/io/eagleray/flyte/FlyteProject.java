package io.eagleray.flyte;

import flyteidl.admin.Common.NamedEntityIdentifier;
import flyteidl.admin.Common.ResourceListRequest;
import flyteidl.admin.Common.Sort;
import flyteidl.admin.TaskOuterClass;
import flyteidl.core.IdentifierOuterClass.Identifier;
import flyteidl.core.Tasks.TaskTemplate;
import io.eagleray.backend.BackendEnvironment;
import io.eagleray.backend.BackendUri;
import io.eagleray.bundle.Application;
import io.eagleray.bundle.RegisteredTask;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.EaglerayException;
import io.eagleray.client.Progress;
import io.eagleray.client.ProgressSink;
import io.eagleray.flyte.pod.PodCode;
import io.eagleray.flyte.template.Registration;
import io.eagleray.flyte.template.TaskTemplates;
import io.eagleray.flyte.type.FlyteInterface;
import io.eagleray.spec.Signature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** A project and domain of a Flyte backend: what people do there beside running a task. */
public final class FlyteProject implements AutoCloseable {
    private static final int PAGE = 100;
    private static final int MOST_VERSIONS = 1_000;

    private final FlyteApi api;
    private final FlyteRuns runs;
    private final Map<String, String> variables;
    private final ProgressSink progress;

    private FlyteProject(FlyteApi api, Map<String, String> variables, ProgressSink progress) {
        this.api = api;
        this.runs = new FlyteRuns(api, progress);
        this.variables = Map.copyOf(variables);
        this.progress = progress;
    }

    /** What came of registering a task. */
    public enum Result {
        /** It is registered now. */
        REGISTERED,
        /** It was registered before, and nothing was done. */
        UNCHANGED,
        /** It was only written to a file. */
        WRITTEN,
        /** It was refused. */
        REFUSED
    }

    /**
     * A task that was to be registered.
     *
     * @param task its name
     * @param version its version
     * @param result what came of it
     * @param problem why it was refused, with the remedy; else empty
     */
    public record Registered(String task, String version, Result result, String problem) {}

    /** What registering a task would change. */
    public enum Change {
        /** It would be refused. */
        REFUSED,
        /** No version of it is registered. */
        NEW,
        /** It is registered in another version. */
        CHANGED,
        /** This version is registered. */
        UNCHANGED
    }

    /**
     * What registering a task would change.
     *
     * @param task its name
     * @param version its version
     * @param change what would change
     * @param before the newest version that is registered, if there is another
     * @param differences what differs from that one, a line each, none where only the code does; or why it would be refused
     */
    public record Planned(
            String task, String version, Change change, Optional<String> before, List<String> differences) {
        /** Copies the list. */
        public Planned {
            differences = List.copyOf(differences);
        }
    }

    /**
     * A version of a task.
     *
     * @param version the version
     * @param created when it was registered
     */
    public record Version(String version, Instant created) {}

    /**
     * Opens one. Nothing is sent yet.
     *
     * @param uri {@code flyte://host[:port]/project/domain}
     * @param variables the environment variables: {@code EAGLERAY_IMAGE}, {@code EAGLERAY_FLYTE_*} and others
     * @param progress takes reports of what takes longer than a moment
     * @return the project
     * @throws ConfigurationException when the settings cannot be right
     */
    public static FlyteProject open(BackendUri uri, Map<String, String> variables, ProgressSink progress) {
        if (!uri.scheme().equals(FlyteProvider.SCHEME)) {
            throw new ConfigurationException(
                    "backend \"" + uri + "\" is no Flyte: write flyte://host[:port]/project/domain");
        }
        return new FlyteProject(FlyteApi.open(FlyteOptions.of(uri, variables)), variables, progress);
    }

    /**
     * Registers tasks with their code, as versions that never change. What is there already is left alone, and one that is
     * refused does not keep the others from it.
     *
     * @param application where their code is
     * @param tasks the tasks
     * @return what came of each, in order
     * @throws EaglerayException when the backend cannot be reached, or does not take the code
     */
    public List<Registered> register(Application application, Collection<RegisteredTask> tasks) {
        FlyteCode code = code(application, tasks);
        return new Registering(api, progress).register(code);
    }

    /**
     * Writes what would be registered: for each task a file {@code <task>.pb}, Flyte's message {@code TaskSpec}. Nothing is
     * sent. Where its code will lie is what a backend says when the code is brought there, so placeholders stand for that.
     *
     * @param application where their code is
     * @param tasks the tasks
     * @param folder where the files go; made when it is not there
     * @return what came of each, in order
     * @throws ConfigurationException when a file cannot be written
     */
    public List<Registered> write(Application application, Collection<RegisteredTask> tasks, Path folder) {
        try {
            Files.createDirectories(folder);
            return unstored(application, tasks).parallelStream()
                    .map(task -> write(task, folder.resolve(task.task().name() + ".pb")))
                    .toList();
        } catch (IOException e) {
            throw unwritable(folder, e);
        } catch (UncheckedIOException e) {
            throw unwritable(folder, Objects.requireNonNull(e.getCause()));
        }
    }

    private static ConfigurationException unwritable(Path folder, IOException e) {
        return new ConfigurationException(
                "cannot write into " + folder + " (" + e + "): name a folder that can be written to", e);
    }

    private static Registered write(Registration task, Path file) {
        try {
            TaskTemplate template = TaskTemplates.of(task);
            Files.write(
                    file,
                    TaskOuterClass.TaskSpec.newBuilder()
                            .setTemplate(template)
                            .build()
                            .toByteArray());
            return new Registered(task.task().name(), task.version(), Result.WRITTEN, "");
        } catch (EaglerayException e) {
            return Registrar.refused(task, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What registering tasks would change. Nothing is changed.
     *
     * @param application where their code is
     * @param tasks the tasks
     * @return what would change of each, in order
     * @throws EaglerayException when the backend cannot be reached
     */
    public List<Planned> plan(Application application, Collection<RegisteredTask> tasks) {
        List<Registration> drafts = unstored(application, tasks);
        List<Optional<Registered>> known = new Registrar(api, progress).known(drafts);
        List<Planned> plan = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            Registration draft = drafts.get(i);
            plan.add(known.get(i).map(FlyteProject::settled).orElseGet(() -> planned(draft)));
        }
        return plan;
    }

    private static Planned settled(Registered known) {
        return known.result() == Result.REFUSED
                ? new Planned(known.task(), known.version(), Change.REFUSED, Optional.empty(), List.of(known.problem()))
                : new Planned(known.task(), known.version(), Change.UNCHANGED, Optional.empty(), List.of());
    }

    private Planned planned(Registration task) {
        String name = task.task().name();
        return listed(name, 1, "").getTasksList().stream()
                .findFirst()
                .map(newest -> new Planned(
                        name,
                        task.version(),
                        Change.CHANGED,
                        Optional.of(newest.getId().getVersion()),
                        TemplateDifferences.of(
                                newest.getClosure().getCompiledTask().getTemplate(), TaskTemplates.of(task))))
                .orElseGet(() -> new Planned(name, task.version(), Change.NEW, Optional.empty(), List.of()));
    }

    private List<Registration> unstored(Application application, Collection<RegisteredTask> tasks) {
        FlyteCode code = code(application, tasks);
        PodCode pods = code.pods();
        return code.registrations(api.options().address(), pods, FlyteCode.stored(pods, FlyteCode::placeholders));
    }

    private FlyteCode code(Application application, Collection<RegisteredTask> tasks) {
        return new FlyteCode(List.copyOf(tasks), new BackendEnvironment(application, variables, progress));
    }

    /**
     * The versions of a task.
     *
     * @param task its name
     * @return the newest first, at most 1,000
     * @throws EaglerayException when the backend cannot be reached
     */
    public List<Version> versions(String task) {
        List<Version> versions = new ArrayList<>();
        String token = "";
        do {
            TaskOuterClass.TaskList page = listed(task, PAGE, token);
            page.getTasksList()
                    .forEach(each -> versions.add(new Version(
                            each.getId().getVersion(),
                            Instant.ofEpochSecond(
                                    each.getClosure().getCreatedAt().getSeconds(),
                                    each.getClosure().getCreatedAt().getNanos()))));
            token = page.getToken();
        } while (!token.isEmpty() && versions.size() < MOST_VERSIONS);
        return versions;
    }

    private TaskOuterClass.TaskList listed(String task, int limit, String token) {
        return api.answer(
                "list the versions of " + task,
                api.admin(stub -> stub.listTasks(ResourceListRequest.newBuilder()
                        .setId(NamedEntityIdentifier.newBuilder()
                                .setProject(api.options().address().project())
                                .setDomain(api.options().address().domain())
                                .setName(task))
                        .setLimit(limit)
                        .setToken(token)
                        .setSortBy(Sort.newBuilder().setKey("created_at").setDirection(Sort.Direction.DESCENDING))
                        .build())));
    }

    /**
     * A registered version of a task, whose code need not be here.
     *
     * @param task the task's name
     * @param version the version
     * @param signature its signature in Java
     */
    public record RegisteredVersion(String task, String version, Signature signature) {}

    /**
     * Finds a version.
     *
     * @param task the task's name
     * @param version its version; empty for the newest
     * @return the version
     * @throws ConfigurationException when there is no such task or version, or no Java has registered it
     */
    public RegisteredVersion find(String task, Optional<String> version) {
        String wanted = version.orElseGet(() -> listed(task, 1, "").getTasksList().stream()
                .findFirst()
                .map(newest -> newest.getId().getVersion())
                .orElseThrow(() -> unknown(task, "")));
        Signature signature = new Registrar(api, progress)
                .signature(identifier(task, wanted))
                .orElseThrow(() -> unknown(task, " in version " + wanted));
        return new RegisteredVersion(task, wanted, signature);
    }

    private Identifier identifier(String task, String version) {
        FlyteAddress address = api.options().address();
        return TaskTemplates.id(address.project(), address.domain(), task, version);
    }

    /**
     * Executes a version; the execution is found by its id, as any other.
     *
     * @param registered the version
     * @param id the execution's id, chosen by the caller; the same id again is the same execution
     * @param inputs the JSON of each argument, by its name
     * @throws ConfigurationException when the id is that of another call
     * @throws io.eagleray.client.ValueException when the inputs are not those of the task
     */
    public void execute(RegisteredVersion registered, String id, Map<String, String> inputs) {
        FlyteInterface values = FlyteInterface.of(registered.signature());
        values.requireOnly(inputs.keySet());
        runs.create(new FlyteRuns.Request(
                identifier(registered.task(), registered.version()),
                id,
                values.inputs(inputs),
                new TreeMap<>(inputs).toString(),
                Map.of(),
                Map.of()));
        progress.accept(Progress.of("execution " + id, registered.task() + "@" + registered.version()));
    }

    private ConfigurationException unknown(String task, String version) {
        return new ConfigurationException(api.options() + " has no task \"" + task + "\"" + version + " in project "
                + api.options().address().project() + ", domain "
                + api.options().address().domain()
                + ": `eagleray versions TASK` lists those there are, `eagleray register` registers them");
    }

    /** Ends the connection. */
    @Override
    public void close() {
        api.close();
    }
}
