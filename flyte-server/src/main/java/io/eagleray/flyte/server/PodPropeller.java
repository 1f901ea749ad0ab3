package io.eagleray.flyte.server;

import flyteidl.core.Errors.ErrorDocument;
import flyteidl.core.Literals.LiteralMap;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs attempts as Flyte does: the arguments go into the storage, the container's words are rendered, what they start runs,
 * and what lies in the storage then is what it gave.
 */
public final class PodPropeller implements FlyteServer.Propeller {
    private final ObjectStorage storage;
    private final Runner runner;

    /** Runs what a container would, and waits for its end. */
    @FunctionalInterface
    public interface Runner {
        /**
         * Runs an attempt.
         *
         * @param attempt the attempt
         * @param words the container's words, rendered
         * @param environment the variables of the container
         * @throws Exception when it fails
         */
        void run(FlyteServer.Attempt attempt, List<String> words, Map<String, String> environment) throws Exception;
    }

    /**
     * A propeller.
     *
     * @param storage where arguments and results go
     * @param runner runs the words
     */
    public PodPropeller(ObjectStorage storage, Runner runner) {
        this.storage = storage;
        this.runner = runner;
    }

    /** One whose containers are processes of this machine. */
    public static PodPropeller ofProcesses(Path folder) {
        return new PodPropeller(new FolderStorage(folder), new ProcessRunner(folder));
    }

    @Override
    public LiteralMap run(FlyteServer.Attempt attempt) throws Exception {
        String data = "metadata/propeller/" + attempt.execution() + "/n0/data/";
        String input = data + "inputs.pb";
        String outputs = data + attempt.number();
        storage.store(input, attempt.inputs().toByteArray());
        List<String> words = attempt.template().getContainer().getArgsList().stream()
                .map(word -> word.replace("{{.input}}", storage.uri(input))
                        .replace("{{.outputPrefix}}", storage.uri(outputs)))
                .toList();
        runner.run(attempt, words, environment(attempt));
        if (storage.has(outputs + "/error.pb")) {
            throw new FlyteFailure(
                    ErrorDocument.parseFrom(storage.read(outputs + "/error.pb")).getError());
        }
        return storage.has(outputs + "/outputs.pb")
                ? LiteralMap.parseFrom(storage.read(outputs + "/outputs.pb"))
                : LiteralMap.getDefaultInstance();
    }

    private static Map<String, String> environment(FlyteServer.Attempt attempt) {
        Map<String, String> environment = new TreeMap<>();
        attempt.template()
                .getContainer()
                .getEnvList()
                .forEach(variable -> environment.put(variable.getKey(), variable.getValue()));
        environment.putAll(attempt.env());
        environment.put("FLYTE_INTERNAL_EXECUTION_ID", attempt.execution());
        environment.put("FLYTE_INTERNAL_EXECUTION_PROJECT", FlyteServer.PROJECT);
        environment.put("FLYTE_INTERNAL_EXECUTION_DOMAIN", FlyteServer.DOMAIN);
        environment.put("FLYTE_ATTEMPT_NUMBER", Integer.toString(attempt.number()));
        return environment;
    }
}
