package io.eagleray.flyte.template;

import io.eagleray.client.ConfigurationException;
import io.eagleray.flyte.type.FlyteInterface;
import io.eagleray.spec.RayJobSpec;
import io.eagleray.spec.RayJobSpec.WorkerGroupSpec;
import io.eagleray.spec.TaskSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a Flyte backend accepts when a task is registered, and fails at or passes over when it runs. */
final class FlyteRules {
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_NAMESPACE = 63;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?");
    private static final Pattern DNS_LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern LABEL_KEY =
            Pattern.compile("([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");
    private static final Pattern LABEL_VALUE = Pattern.compile("([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?");

    private final Registration registration;
    private final TaskSpec task;
    private final List<String> problems = new ArrayList<>();

    private FlyteRules(Registration registration) {
        this.registration = registration;
        this.task = registration.task();
    }

    /**
     * Checks a registration.
     *
     * @param pods what is wrong with the pods of its groups
     * @return what its task takes and gives
     * @throws ConfigurationException with all that is wrong with it
     */
    static FlyteInterface check(Registration registration, List<String> pods) {
        FlyteRules rules = new FlyteRules(registration);
        rules.names();
        rules.container();
        rules.labels();
        Optional<FlyteInterface> types = rules.types();
        rules.problems.addAll(ResourceRules.problems(registration.task()));
        registration.task().rayJob().ifPresent(rules::rayJob);
        rules.problems.addAll(pods);
        if (types.isEmpty() || !rules.problems.isEmpty()) {
            throw new ConfigurationException("task " + registration.task().name() + " cannot be registered with Flyte: "
                    + String.join("; ", rules.problems));
        }
        return types.get();
    }

    private void names() {
        identifier("the name", task.name(), "set name of @Task to one with");
        identifier("the version", registration.version(), "give one with");
        dnsLabel("the project", registration.project(), "name one that the backend has");
        dnsLabel("the domain", registration.domain(), "name one that the backend has, such as development");
        String namespace = registration.project() + "-" + registration.domain();
        if (namespace.length() > LONGEST_NAMESPACE) {
            problems.add("project and domain make the namespace " + namespace + ", which has more than "
                    + LONGEST_NAMESPACE + " characters: use a project with a shorter name");
        }
    }

    private void identifier(String what, String text, String remedy) {
        if (text.length() > LONGEST_NAME || !NAME.matcher(text).matches()) {
            problems.add(what + " \"" + text + "\" is none for Flyte: " + remedy + " at most " + LONGEST_NAME
                    + " letters, digits, '.', '_' and '-', first and last a letter or digit");
        }
    }

    private void dnsLabel(String what, String text, String remedy) {
        if (!DNS_LABEL.matcher(text).matches()) {
            problems.add(what + " \"" + text + "\" is none for Flyte, whose names have at most 63 small letters, digits"
                    + " and '-': " + remedy);
        }
    }

    private void container() {
        if (registration.image().isBlank() || registration.image().chars().anyMatch(Character::isWhitespace)) {
            problems.add("the image \"" + registration.image() + "\" is none: set image of @RayJobConfig, or"
                    + " EAGLERAY_IMAGE, to one that has Ray and a Java of version 17 or later");
        }
        if (registration.words().isEmpty()) {
            problems.add("nothing says what starts it in its container: give the words of a command");
        }
        if (task.rayJob().isPresent()) {
            registration.words().stream()
                    .filter(Words::holdsInput)
                    .forEach(
                            word -> problems.add(
                                    "the word " + word
                                            + " would put the value of an input into a shell command: pass {{.input}}, and read it there"));
        }
    }

    private void labels() {
        task.labels().forEach((key, value) -> {
            if (!LABEL_KEY.matcher(key).matches() || !LABEL_VALUE.matcher(value).matches()) {
                problems.add("Kubernetes takes no label \"" + key + "\" = \"" + value + "\": write at most 63 letters,"
                        + " digits, '.', '_' or '-', first and last a letter or digit");
            }
        });
    }

    private Optional<FlyteInterface> types() {
        try {
            return Optional.of(FlyteInterface.of(task.signature()));
        } catch (ConfigurationException e) {
            problems.add(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private void rayJob(RayJobSpec job) {
        if (!job.shutdownAfterJobFinishes()) {
            problems.add(
                    "shutdownAfterJobFinishes = false is not kept by Flyte, which always removes the cluster: leave"
                            + " it out, and set ttlSecondsAfterFinished for a cluster that stays a while");
        }
        job.reuse()
                .ifPresent(reuse -> problems.add("reuse = \"" + reuse.name() + "\" is not known to Flyte, which makes"
                        + " a cluster for each execution: leave it out, or run the task on the backend kuberay"));
        startParams("the head", job.headGroup().rayStartParams());
        Set<String> names = new HashSet<>();
        for (WorkerGroupSpec group : job.workerGroups()) {
            String name = "worker group \"" + group.groupName() + "\"";
            if (!DNS_LABEL.matcher(group.groupName()).matches()) {
                problems.add(
                        name + " has a name that Kubernetes cannot put into those of its pods: use at most 63 small"
                                + " letters, digits and '-'");
            }
            if (!names.add(group.groupName())) {
                problems.add(name + " is there twice: give each group a name of its own");
            }
            startParams(name, group.rayStartParams());
        }
    }

    private void startParams(String group, Map<String, String> parameters) {
        if (parameters.containsKey("labels")) {
            problems.add(
                    group + " has the Ray start parameter labels, which KubeRay takes as labels of its pods: leave it"
                            + " out");
        }
    }
}
