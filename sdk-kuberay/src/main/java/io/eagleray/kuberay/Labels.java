package io.eagleray.kuberay;

import io.eagleray.client.ConfigurationException;
import io.eagleray.driver.Submission;
import io.eagleray.spec.TaskSpec;
import java.util.Map;
import java.util.TreeMap;

/** The labels by which an execution's objects are found, and those that the user asks for. */
final class Labels {
    static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    static final String EAGLERAY = "eagleray";
    static final String EXECUTION = "eagleray.io/execution";
    static final String TASK = "eagleray.io/task";
    static final String VERSION = "eagleray.io/version";
    static final String OWNER = "eagleray.io/owner";

    /** The name of a cluster that is kept. */
    static final String REUSE = "eagleray.io/reuse";

    /** What tells a kept cluster from another of its name that was asked for with another configuration. */
    static final String CONFIGURATION = "eagleray.io/configuration";

    /** How many there were before with the same name and configuration, and this one. */
    static final String GENERATION = "eagleray.io/generation";

    private static final int LONGEST = 63;
    private static final String VALUE = "([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?";
    private static final String KEY =
            "([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?";

    private Labels() {}

    /**
     * All labels of an execution, by key.
     *
     * @param version the version of its task
     * @throws ConfigurationException when Kubernetes would not take one of the user's
     */
    static Map<String, String> of(Submission submission, String version, String owner) {
        Map<String, String> labels = ofTask(submission.spec());
        submission.labels().forEach((key, value) -> put(labels, submission.spec(), key, value));
        labels.put(MANAGED_BY, EAGLERAY);
        labels.put(EXECUTION, submission.id());
        labels.put(TASK, value(submission.spec().name()));
        labels.put(VERSION, version);
        labels.put(OWNER, value(owner));
        return labels;
    }

    /**
     * All labels of a kept cluster, by key.
     *
     * @throws ConfigurationException when Kubernetes would not take one of the user's
     */
    static Map<String, String> ofKept(TaskSpec first, KeptManifests.Wanted wanted, int generation, String owner) {
        Map<String, String> labels = ofTask(first);
        labels.putAll(ofKeptPods(wanted.name()));
        labels.put(CONFIGURATION, wanted.configuration());
        labels.put(GENERATION, String.valueOf(generation));
        labels.put(OWNER, value(owner));
        return labels;
    }

    /** Those of its pods, which are the same whoever asks for it. */
    static Map<String, String> ofKeptPods(String name) {
        return Map.of(MANAGED_BY, EAGLERAY, REUSE, name);
    }

    /**
     * Those that the task's annotation names.
     *
     * @throws ConfigurationException when Kubernetes would not take one
     */
    private static Map<String, String> ofTask(TaskSpec task) {
        Map<String, String> labels = new TreeMap<>();
        task.labels().forEach((key, value) -> put(labels, task, key, value));
        return labels;
    }

    private static void put(Map<String, String> labels, TaskSpec task, String key, String value) {
        if (!key.matches(KEY) || !value.matches(VALUE)) {
            throw new ConfigurationException("task " + task.name() + ": Kubernetes takes no label \"" + key
                    + "\" = \"" + value + "\": write at most " + LONGEST
                    + " letters, digits, '.', '_' or '-', first and last a letter or digit");
        }
        labels.put(key, value);
    }

    /** The text itself where it can be a label's value, else what is left of it and a hash of all. */
    static String value(String text) {
        if (text.matches(VALUE)) {
            return text;
        }
        String plain = text.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[^A-Za-z0-9]+", "");
        String start = plain.substring(0, Math.min(plain.length(), LONGEST - 11));
        return start.isEmpty() ? JobName.hash(text) : start + "-" + JobName.hash(text);
    }
}
