package io.eagleray.flyte.server;

import flyteidl.admin.ExecutionOuterClass.Execution;
import flyteidl.admin.ExecutionOuterClass.ExecutionCreateRequest;
import flyteidl.core.IdentifierOuterClass.WorkflowExecutionIdentifier;
import flyteidl.core.Interface.Variable;
import flyteidl.core.Literals.Literal;
import flyteidl.core.Literals.Primitive;
import flyteidl.core.Tasks.TaskTemplate;
import flyteidl.core.Types.LiteralType;
import flyteidl.core.Types.SimpleType;
import io.grpc.Status;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The executions of a backend. */
final class FlyteExecutions {
    private static final int LONGEST_NAME = 63;

    private final Map<WorkflowExecutionIdentifier, RunningExecution> executions = new ConcurrentHashMap<>();
    private final FlyteCache cache = new FlyteCache();
    private final FlyteTasks tasks;
    private final FlyteServer.Propeller propeller;

    FlyteExecutions(FlyteTasks tasks, FlyteServer.Propeller propeller) {
        this.tasks = tasks;
        this.propeller = propeller;
    }

    WorkflowExecutionIdentifier create(ExecutionCreateRequest request) {
        String name = request.getName().isEmpty() ? generated() : request.getName();
        if (!name.toLowerCase(Locale.ROOT).matches("[a-z][a-z\\-0-9]*") || name.length() > LONGEST_NAME) {
            throw FlyteTasks.invalid("invalid execution name: " + name);
        }
        TaskTemplate task = tasks.get(request.getSpec().getLaunchPlan())
                .getClosure()
                .getCompiledTask()
                .getTemplate();
        check(request, task);
        WorkflowExecutionIdentifier id = WorkflowExecutionIdentifier.newBuilder()
                .setProject(request.getProject())
                .setDomain(request.getDomain())
                .setName(name)
                .build();
        RunningExecution execution = new RunningExecution(id, request, task, propeller, cache);
        if (executions.putIfAbsent(id, execution) != null) {
            throw Status.ALREADY_EXISTS
                    .withDescription("value with matching already exists (duplicate key value violates unique"
                            + " constraint \"executions_pkey\")")
                    .asRuntimeException();
        }
        execution.begin();
        return id;
    }

    private static String generated() {
        return "a" + UUID.randomUUID().toString().replace("-", "").substring(0, 19);
    }

    private static void check(ExecutionCreateRequest request, TaskTemplate task) {
        Map<String, Variable> wanted = task.getInterface().getInputs().getVariablesMap();
        Map<String, Literal> given = request.getInputs().getLiteralsMap();
        for (Map.Entry<String, Variable> input : wanted.entrySet()) {
            Literal literal = given.get(input.getKey());
            if (literal == null) {
                throw FlyteTasks.invalid("expected_inputs " + input.getKey() + " missing");
            }
            LiteralType type = input.getValue().getType();
            SimpleType simple = simple(literal.getScalar().getPrimitive());
            if (simple != SimpleType.NONE && type.hasSimple() && type.getSimple() != simple) {
                throw FlyteTasks.invalid("invalid " + input.getKey() + " input wrong type. Expected simple:"
                        + type.getSimple() + ", but got simple:" + simple);
            }
        }
        given.keySet().stream()
                .filter(name -> !wanted.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw FlyteTasks.invalid("invalid input " + name);
                });
    }

    /** The type of a primitive; none of what is no primitive. */
    private static SimpleType simple(Primitive primitive) {
        return switch (primitive.getValueCase()) {
            case INTEGER -> SimpleType.INTEGER;
            case FLOAT_VALUE -> SimpleType.FLOAT;
            case STRING_VALUE -> SimpleType.STRING;
            case BOOLEAN -> SimpleType.BOOLEAN;
            case DATETIME -> SimpleType.DATETIME;
            case DURATION -> SimpleType.DURATION;
            case VALUE_NOT_SET -> SimpleType.NONE;
        };
    }

    RunningExecution get(WorkflowExecutionIdentifier id) {
        return Optional.ofNullable(executions.get(id))
                .orElseThrow(() -> Status.NOT_FOUND
                        .withDescription("missing entity of type execution with identifier project:\"" + id.getProject()
                                + "\" domain:\"" + id.getDomain() + "\" name:\"" + id.getName() + "\"")
                        .asRuntimeException());
    }

    List<Execution> newestFirst() {
        return executions.values().stream()
                .map(RunningExecution::execution)
                .sorted(Comparator.comparing((Execution each) ->
                                each.getClosure().getCreatedAt().getSeconds())
                        .reversed())
                .toList();
    }
}
