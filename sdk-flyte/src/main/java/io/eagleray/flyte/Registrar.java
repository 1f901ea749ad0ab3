package io.eagleray.flyte;

import flyteidl.admin.Common.ObjectGetRequest;
import flyteidl.admin.TaskOuterClass.Task;
import flyteidl.admin.TaskOuterClass.TaskCreateRequest;
import flyteidl.admin.TaskOuterClass.TaskCreateResponse;
import flyteidl.admin.TaskOuterClass.TaskSpec;
import flyteidl.core.IdentifierOuterClass.Identifier;
import flyteidl.core.Tasks.TaskTemplate;
import io.eagleray.backend.Interrupts;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.EaglerayException;
import io.eagleray.client.Progress;
import io.eagleray.client.ProgressSink;
import io.eagleray.flyte.FlyteProject.Registered;
import io.eagleray.flyte.FlyteProject.Result;
import io.eagleray.flyte.template.Registration;
import io.eagleray.flyte.template.TaskTemplates;
import io.eagleray.parallel.DaemonThreads;
import io.eagleray.spec.Signature;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Registers tasks, many at a time over the one connection; a template lives no longer than it is under way. */
final class Registrar {
    private static final int AT_A_TIME = 64;

    private final FlyteApi api;
    private final ProgressSink progress;

    /** Why nothing more is sent. */
    private volatile @Nullable EaglerayException lost;

    Registrar(FlyteApi api, ProgressSink progress) {
        this.api = api;
        this.progress = progress;
    }

    /** What is registered under an identifier, if anything is. */
    Optional<Task> find(Identifier id) {
        return api.find("show task " + id.getName(), asked(id));
    }

    /**
     * The signature of a registered task in Java.
     *
     * @return the signature; empty when there is no such task or version
     * @throws ConfigurationException when no Java has registered it
     */
    Optional<Signature> signature(Identifier id) {
        return find(id).map(task -> TaskTemplates.signature(
                        task.getClosure().getCompiledTask().getTemplate())
                .orElseThrow(() -> new ConfigurationException("task " + id.getName() + " in version "
                        + id.getVersion() + " was not registered by Eagleray, which does not know its values: use"
                        + " pyflyte or flytectl for it")));
    }

    private CompletableFuture<Task> asked(Identifier id) {
        return api.admin(
                stub -> stub.getTask(ObjectGetRequest.newBuilder().setId(id).build()));
    }

    /**
     * Registers tasks. What is refused is told, and the others go on.
     *
     * @param tasks what to register
     * @return what came of each, in order
     */
    List<Registered> register(List<Registration> tasks) {
        return all("registering", tasks, this::register);
    }

    /**
     * Looks which tasks are there already.
     *
     * @param tasks what to look for, with any words
     * @return of each what registering it would come to, in order; empty for those that are not there
     */
    List<Optional<Registered>> known(List<Registration> tasks) {
        return all("looking", tasks, this::known);
    }

    private CompletableFuture<Optional<Registered>> known(Registration task) {
        TaskTemplate here;
        try {
            here = TaskTemplates.of(task);
        } catch (EaglerayException e) {
            return CompletableFuture.completedFuture(Optional.of(refused(task, e)));
        }
        return FlyteApi.unless(Status.Code.NOT_FOUND, asked(here.getId()))
                .thenApply(found -> found.map(there ->
                        compared(task, there.getClosure().getCompiledTask().getTemplate(), here)));
    }

    private <T> List<T> all(
            String what, List<Registration> tasks, Function<Registration, CompletableFuture<T>> question) {
        Semaphore room = new Semaphore(AT_A_TIME);
        AtomicInteger done = new AtomicInteger();
        List<CompletableFuture<T>> answers = new ArrayList<>();
        ExecutorService makers = makers();
        try {
            for (Registration task : tasks) {
                Interrupts.cancel(what + " " + task.task().name(), () -> {
                    room.acquire();
                    return true;
                });
                CompletableFuture<T> asked = CompletableFuture.supplyAsync(() -> question.apply(task), makers)
                        .thenCompose(Function.identity());
                answers.add(asked.whenComplete((answer, failure) -> {
                    room.release();
                    progress.accept(new Progress(
                            what,
                            done.incrementAndGet(),
                            tasks.size(),
                            task.task().name()));
                }));
            }
            return answers.stream().map(answer -> api.answer(what, answer)).toList();
        } finally {
            makers.shutdown();
        }
    }

    /** What is asked takes longer to make than to send. The common pool of two processors makes a thread for each task. */
    private static ExecutorService makers() {
        return Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(), DaemonThreads.named("eagleray-templates"));
    }

    private CompletableFuture<Registered> register(Registration task) {
        EaglerayException before = lost;
        if (before != null) {
            return CompletableFuture.completedFuture(refused(task, before));
        }
        TaskTemplate template;
        try {
            template = TaskTemplates.of(task);
        } catch (EaglerayException e) {
            return CompletableFuture.completedFuture(refused(task, e));
        }
        TaskCreateRequest request = TaskCreateRequest.newBuilder()
                .setId(template.getId())
                .setSpec(TaskSpec.newBuilder().setTemplate(template))
                .build();
        CompletableFuture<TaskCreateResponse> created = api.admin(stub -> stub.createTask(request));
        return created.thenApply(answer -> new Registered(task.task().name(), task.version(), Result.REGISTERED, ""))
                .exceptionallyCompose(failure -> failed(task, template, failure));
    }

    /** The backend tells what is there already from what is there with another content, but shows all of both. */
    private CompletableFuture<Registered> failed(Registration task, TaskTemplate template, Throwable failure) {
        return switch (FlyteApi.code(failure)) {
            case ALREADY_EXISTS -> CompletableFuture.completedFuture(unchanged(task));
            case INVALID_ARGUMENT ->
                asked(template.getId())
                        .thenApply(there -> compared(
                                task, there.getClosure().getCompiledTask().getTemplate(), template))
                        .exceptionally(unknown -> refused(task, api.failure("register it", failure)));
            case UNAVAILABLE, DEADLINE_EXCEEDED, UNAUTHENTICATED, PERMISSION_DENIED -> {
                EaglerayException all = api.failure("register it", failure);
                lost = all;
                yield CompletableFuture.completedFuture(refused(task, all));
            }
            default -> CompletableFuture.completedFuture(refused(task, api.failure("register it", failure)));
        };
    }

    private static Registered compared(Registration task, TaskTemplate there, TaskTemplate here) {
        List<String> differences = TemplateDifferences.of(there, here);
        return differences.isEmpty()
                ? unchanged(task)
                : new Registered(
                        task.task().name(),
                        task.version(),
                        Result.REFUSED,
                        "this version is registered with another content, and a version never changes: "
                                + String.join("; ", differences)
                                + "; say it in the annotation, which makes another version, or set it back");
    }

    private static Registered unchanged(Registration task) {
        return new Registered(task.task().name(), task.version(), Result.UNCHANGED, "");
    }

    static Registered refused(Registration task, EaglerayException failure) {
        return new Registered(
                task.task().name(), task.version(), Result.REFUSED, Objects.requireNonNull(failure.getMessage()));
    }
}
