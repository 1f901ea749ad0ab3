package io.eagleray.processor;

import static io.eagleray.processor.Problem.error;
import static io.eagleray.processor.Problem.none;
import static io.eagleray.processor.Problem.warning;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

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

    static List<Problem> check(List<Entry> variables, boolean quiet) {
        return variables.isEmpty()
                ? none()
                : Rule.together(
                        Rule.each(variables, EnvironmentRules::isPosix),
                        differ(variables),
                        quiet ? none() : Rule.each(variables, EnvironmentRules::isNoSecret));
    }

    private static List<Problem> isPosix(Entry variable) {
        return NameRules.isPosix(variable.key().value())
                ? none()
                : error(
                        variable.key(),
                        "environment variable \"" + variable.key().value()
                                + "\" is no POSIX name; use letters, digits and \"_\", not a digit first");
    }

    private static List<Problem> differ(List<Entry> variables) {
        Set<String> seen = new HashSet<>();
        return Rule.each(
                variables,
                variable -> seen.add(variable.key().value())
                        ? none()
                        : error(
                                variable.key(),
                                "environment variable \"" + variable.key().value() + "\" is set twice; leave one out"));
    }

    /** The value itself stays out of the message: it may end in a log. */
    private static List<Problem> isNoSecret(Entry variable) {
        return looksSecret(variable)
                ? warning(
                        variable.value().place(),
                        "environment variable \"" + variable.key().value()
                                + "\" looks like a secret and stands in the spec for all to read; use @Secret, or"
                                + " @SuppressWarnings(\"eagleray\") if it is none")
                : none();
    }

    private static boolean looksSecret(Entry variable) {
        String value = variable.value().value();
        String name = variable.key().value().toUpperCase(Locale.ROOT);
        return SECRET_VALUE.matcher(value).matches()
                || (isNamedSecret(name)
                        && !ABOUT_SECRETS.matcher(name).matches()
                        && !SWITCH.matcher(value).matches());
    }

    private static boolean isNamedSecret(String name) {
        for (String word : List.of(name.split("_"))) {
            if (SECRET_WORDS.contains(word)) {
                return true;
            }
        }
        return SECRET_KEY.matcher(name).matches();
    }
}
