package io.eagleray.processor;

import static io.eagleray.processor.Problem.error;
import static io.eagleray.processor.Problem.none;
import static io.eagleray.processor.Problem.warning;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What environment variables must be. */
final class EnvironmentRules {
    private static final Set<String> SECRET_WORDS =
            Set.of("PASSWORD", "PASSWD", "PASSPHRASE", "SECRET", "TOKEN", "APIKEY", "CREDENTIAL", "CREDENTIALS");
    private static final Pattern SECRET_KEY = Pattern.compile(".*(API|ACCESS|PRIVATE|AUTH|ENCRYPTION|SIGNING)_KEY");
    /** Where a secret is, or whether there is one, is none. */
    private static final Pattern ABOUT_SECRETS = Pattern.compile(".*_(FILE|PATH|DIR|NAME|URL|URI|TYPE|TTL|ENABLED)");

    private static final Pattern SECRET_VALUE = Pattern.compile(
            "(AKIA|ASIA)[A-Z0-9]{16}|gh[opsu]_\\w{20,}|github_pat_\\w+|glpat-\\S+|xox[a-z]-\\S+|sk-\\S{20,}|hf_\\w{20,}"
                    + "|eyJ[\\w-]+\\.eyJ[\\w-]+\\.[\\w-]*|-----BEGIN [A-Z ]*PRIVATE KEY-----.*",
            Pattern.DOTALL);
    private static final Pattern SWITCH =
            Pattern.compile("|true|false|yes|no|on|off|\\d{1,3}", Pattern.CASE_INSENSITIVE);

    private EnvironmentRules() {}

    static List<Problem> names(List<Entry> variables) {
        return variables.stream()
                .map(Entry::key)
                .filter(key -> !NameRules.isPosix(key.value()))
                .flatMap(key -> error(
                        key,
                        "environment variable \"" + key.value()
                                + "\" is no POSIX name; use letters, digits and \"_\", not a digit first")
                        .stream())
                .toList();
    }

    static List<Problem> duplicates(List<Entry> variables) {
        Set<String> seen = new HashSet<>();
        return variables.stream()
                .map(Entry::key)
                .filter(key -> !seen.add(key.value()))
                .flatMap(key ->
                        error(key, "environment variable \"" + key.value() + "\" is set twice; leave one out").stream())
                .toList();
    }

    /** The value itself stays out of the message: it may end in a log. */
    static List<Problem> secrets(List<Entry> variables) {
        return variables.stream()
                .filter(EnvironmentRules::looksSecret)
                .flatMap(variable -> warning(
                        variable.value().place(),
                        "environment variable \"" + variable.key().value()
                                + "\" looks like a secret and stands in the spec for all to read; use @Secret, or"
                                + " @SuppressWarnings(\"eagleray\") if it is none")
                        .stream())
                .toList();
    }

    private static boolean looksSecret(Entry variable) {
        String value = variable.value().value();
        if (SECRET_VALUE.matcher(value).matches()) {
            return true;
        }
        String name = variable.key().value().toUpperCase(Locale.ROOT);
        boolean named = Stream.of(name.split("_")).anyMatch(SECRET_WORDS::contains)
                || SECRET_KEY.matcher(name).matches();
        return named
                && !ABOUT_SECRETS.matcher(name).matches()
                && !SWITCH.matcher(value).matches();
    }

    static List<Problem> all(List<Entry> variables, boolean quiet) {
        if (variables.isEmpty()) {
            return none();
        }
        return Stream.of(names(variables), duplicates(variables), quiet ? Problem.none() : secrets(variables))
                .flatMap(List::stream)
                .toList();
    }
}
