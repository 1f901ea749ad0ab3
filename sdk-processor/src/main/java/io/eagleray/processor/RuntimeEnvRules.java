package io.eagleray.processor;

import static io.eagleray.processor.Problem.error;
import static io.eagleray.processor.Problem.none;

import io.eagleray.processor.RayJobModel.RuntimeEnvModel;
import java.util.List;
import java.util.stream.Stream;

/** What {@code @RuntimeEnv} may say. */
final class RuntimeEnvRules {
    private static final List<Rule<RuntimeEnvModel>> ALL = List.of(
            env -> notBlank("pip", env.pip()),
            RuntimeEnvRules::pipIsNoOption,
            RuntimeEnvRules::pipWithoutConda,
            env -> notBlank("pyModules", env.pyModules()),
            env -> notBlank("excludes", env.excludes()),
            env -> TimeRules.atLeast(1, "setupTimeoutSeconds", env.setupTimeoutSeconds()));

    private RuntimeEnvRules() {}

    static Stream<Problem> check(RuntimeEnvModel env, boolean quiet) {
        return Stream.concat(Rule.all(ALL, env), EnvironmentRules.all(env.envVars(), quiet).stream());
    }

    private static List<Problem> notBlank(String what, List<Setting<String>> entries) {
        return entries.stream()
                .filter(entry -> entry.value().isBlank())
                .flatMap(entry -> error(entry, what + " has a blank entry; leave it out").stream())
                .toList();
    }

    private static List<Problem> pipIsNoOption(RuntimeEnvModel env) {
        return env.pip().stream()
                .filter(entry -> entry.value().strip().startsWith("-"))
                .flatMap(entry -> error(
                        entry,
                        "pip entry \"" + entry.value()
                                + "\" is an option; write requirements such as numpy==2.1.0 only")
                        .stream())
                .toList();
    }

    private static List<Problem> pipWithoutConda(RuntimeEnvModel env) {
        return env.pip().isEmpty() || env.conda().value().isEmpty()
                ? none()
                : error(
                        env.conda(),
                        "conda and pip exclude each other in Ray; list the pip packages in the conda file");
    }
}
