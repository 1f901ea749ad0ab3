package io.eagleray.flyte.server;

import com.google.protobuf.Timestamp;
import flyteidl.admin.TaskOuterClass.Task;
import flyteidl.admin.TaskOuterClass.TaskClosure;
import flyteidl.admin.TaskOuterClass.TaskCreateRequest;
import flyteidl.core.Compiler.CompiledTask;
import flyteidl.core.IdentifierOuterClass.Identifier;
import flyteidl.core.Tasks.TaskTemplate;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The tasks that a backend has registered, in all their versions. */
public final class FlyteTasks {
    private static final Set<String> DOMAINS = Set.of(FlyteServer.DOMAIN, "staging", "production");

    private final Map<Identifier, Task> tasks = new ConcurrentHashMap<>();
    private final AtomicLong clock = new AtomicLong(1_800_000_000);

    void create(TaskCreateRequest request) {
        TaskTemplate template = request.getSpec().getTemplate();
        Identifier id = request.getId();
        if (!id.getProject().equals(FlyteServer.PROJECT)) {
            throw invalid("failed to validate that project [" + id.getProject() + "] and domain [" + id.getDomain()
                    + "] are registered, err: [project [" + id.getProject() + "] not found]");
        }
        if (!DOMAINS.contains(id.getDomain())) {
            throw invalid("domain [" + id.getDomain() + "] is unrecognized by system");
        }
        if (template.getType().isEmpty()) {
            throw invalid("missing type");
        }
        if (template.hasContainer() && template.getContainer().getImage().isEmpty()) {
            throw invalid("missing image");
        }
        Task task = Task.newBuilder()
                .setId(id)
                .setClosure(TaskClosure.newBuilder()
                        .setCompiledTask(CompiledTask.newBuilder().setTemplate(template))
                        .setCreatedAt(Timestamp.newBuilder().setSeconds(clock.incrementAndGet())))
                .build();
        Task before = tasks.putIfAbsent(id, task);
        if (before != null) {
            TaskTemplate there = before.getClosure().getCompiledTask().getTemplate();
            throw there.equals(template)
                    ? Status.ALREADY_EXISTS
                            .withDescription("task with identical structure already exists")
                            .asRuntimeException()
                    : invalid(id.getName() + " task with different structure already exists. (Please register a new"
                            + " version of the task):\n/template/container/args/0:\n\t- " + there + "\n\t+ "
                            + template);
        }
    }

    static StatusRuntimeException invalid(String text) {
        return Status.INVALID_ARGUMENT.withDescription(text).asRuntimeException();
    }

    Task get(Identifier id) {
        return Optional.ofNullable(tasks.get(id))
                .orElseThrow(() -> Status.NOT_FOUND
                        .withDescription("missing entity of type TASK with identifier project:\"" + id.getProject()
                                + "\" domain:\"" + id.getDomain() + "\" name:\"" + id.getName() + "\" version:\""
                                + id.getVersion() + "\"")
                        .asRuntimeException());
    }

    List<Task> newestFirst(String name) {
        return tasks.values().stream()
                .filter(task -> task.getId().getName().equals(name))
                .sorted(Comparator.comparing(
                                (Task task) -> task.getClosure().getCreatedAt().getSeconds())
                        .reversed())
                .toList();
    }

    /** Forgets all versions of a task. */
    public void forget(String name) {
        tasks.keySet().removeIf(id -> id.getName().equals(name));
    }

    /** Puts other words into a task, as if another release of the client had registered it. */
    public void rewriteArgs(String name, String word) {
        tasks.replaceAll((id, task) -> {
            Task.Builder changed = task.toBuilder();
            if (id.getName().equals(name)) {
                changed.getClosureBuilder()
                        .getCompiledTaskBuilder()
                        .getTemplateBuilder()
                        .getContainerBuilder()
                        .clearArgs()
                        .addArgs(word);
            }
            return changed.build();
        });
    }

    /** Registers a task in so many versions more. */
    public void copy(String name, int count) {
        Task task = newestFirst(name).get(0);
        for (int i = 0; i < count; i++) {
            Identifier id = task.getId().toBuilder().setVersion("copy" + i).build();
            tasks.put(id, task.toBuilder().setId(id).build());
        }
    }

    /** How many there are. */
    public int count() {
        return tasks.size();
    }
}
