package io.eagleray.processor;

import static io.eagleray.processor.Problem.error;
import static io.eagleray.processor.Problem.none;

import io.eagleray.processor.RayJobModel.RuntimeEnvModel;
import java.util.List;

/** What {@code @RuntimeEnv} may say. */
final class RuntimeEnvRules {
    private static final List<Rule<RuntimeEnvModel>> ALL = List.of(
            env -> notBlank("pip", env.pip()),
            env -> Rule.each(env.pip(), RuntimeEnvRules::isNoOption),
            RuntimeEnvRules::pipWithoutConda,
            env -> notBlank("pyModules", env.pyModules()),
            env -> notBlank("excludes", env.excludes()),
            env -> TimeRules.atLeast(1, "setupTimeoutSeconds", env.setupTimeoutSeconds()));

    private RuntimeEnvRules() {}

    static List<Problem> check(RuntimeEnvModel env, boolean quiet) {
        return Rule.together(Rule.all(ALL, env), EnvironmentRules.check(env.envVars(), quiet));
    }

    private static List<Problem> notBlank(String what, List<Setting<String>> entries) {
        return Rule.each(
                entries,
                entry -> entry.value().isBlank() ? error(entry, what + " has a blank entry; leave it out") : none());
    }

    private static List<Problem> isNoOption(Setting<String> entry) {
        return entry.value().strip().startsWith("-")
                ? error(
                        entry,
                        "pip entry \"" + entry.value()
                                + "\" is an option; write requirements such as numpy==2.1.0 only")
                : none();
    }

    private static List<Problem> pipWithoutConda(RuntimeEnvModel env) {
        return env.pip().isEmpty() || env.conda().value().isEmpty()
                ? none()
                : error(
                        env.conda(),
                        "conda and pip exclude each other in Ray; list the pip packages in the conda file");
    }
}
