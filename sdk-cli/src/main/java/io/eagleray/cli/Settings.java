package io.eagleray.cli;

import io.eagleray.backend.CacheFolder;
import io.eagleray.bundle.NearestName;
import io.eagleray.client.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All settings with their origins: flag before variable before {@code eagleray.yaml}. */
final class Settings {
    private static final String PREFIX = "EAGLERAY_";
    private static final String CONFIG = "EAGLERAY_CONFIG";
    private static final String PROFILE = "EAGLERAY_PROFILE";
    /** Variables that are no settings of ours to show: the wrapper script reads them. */
    private static final Set<String> OTHERS = Set.of(CONFIG, PROFILE, "EAGLERAY_JAVA_OPTS");

    private final Map<Setting, String> flags;
    private final Map<String, String> variables;
    private final Optional<SettingsFile> file;
    private final Optional<String> profile;

    private Settings(
            Map<Setting, String> flags,
            Map<String, String> variables,
            Optional<SettingsFile> file,
            Optional<String> profile) {
        this.flags = new EnumMap<>(flags.isEmpty() ? new EnumMap<>(Setting.class) : flags);
        this.variables = variables;
        this.file = file;
        this.profile = profile;
    }

    /**
     * Reads the settings.
     *
     * @param flags what flags say
     * @param config the file that {@code --config} names
     * @param shell the variables, and the folder whose {@code eagleray.yaml} is read when none is named
     * @throws ConfigurationException when the file cannot be read, or does not have the profile
     */
    static Settings read(Map<Setting, String> flags, Optional<String> config, Shell shell) {
        Map<String, String> variables = shell.variables();
        Optional<SettingsFile> file = file(config.or(() -> variable(variables, CONFIG)), shell.directory());
        Optional<String> profile = variable(variables, PROFILE).or(() -> file.flatMap(SettingsFile::profile));
        profile.ifPresent(name -> check(name, file));
        return new Settings(flags, variables, file, profile);
    }

    private static Optional<SettingsFile> file(Optional<String> named, Path directory) {
        if (named.isPresent() && !Files.isRegularFile(directory.resolve(named.get()))) {
            throw new ConfigurationException("there is no configuration file " + directory.resolve(named.get()));
        }
        Path file = directory.resolve(named.orElse(SettingsFile.NAME)).normalize();
        return Files.isRegularFile(file) ? Optional.of(SettingsFile.read(file)) : Optional.empty();
    }

    private static void check(String profile, Optional<SettingsFile> file) {
        Set<String> known = file.map(f -> f.profiles().keySet()).orElse(Set.of());
        if (!known.contains(profile)) {
            throw new ConfigurationException("there is no profile \"" + profile + "\" in "
                    + file.map(f -> f.file().toString()).orElse(SettingsFile.NAME + " (there is no such file here)")
                    + NearestName.of(profile, known)
                            .map(name -> ": did you mean \"" + name + "\"?")
                            .orElse(known.isEmpty() ? "" : "; it has " + String.join(", ", known)));
        }
    }

    /** The value of a setting, if anything sets it. */
    Optional<String> value(Setting setting) {
        return of(setting).value();
    }

    /** What holds for a setting, and who says so. */
    EffectiveSetting of(Setting setting) {
        if (flags.containsKey(setting)) {
            return effective(setting, flags.get(setting), "flag --" + setting.key());
        }
        Optional<String> variable = variable(variables, setting.variable());
        if (variable.isPresent()) {
            return effective(setting, variable.get(), "environment variable " + setting.variable());
        }
        return file.flatMap(content -> inFile(content, setting))
                .orElseGet(() -> new EffectiveSetting(setting.key(), Optional.empty(), "default"));
    }

    private Optional<EffectiveSetting> inFile(SettingsFile content, Setting setting) {
        Optional<SettingsFile.Entry> own =
                profile.map(name -> content.profiles().get(name)).map(settings -> settings.get(setting));
        return own.or(() -> Optional.ofNullable(content.common().get(setting)))
                .map(entry -> effective(
                        setting,
                        content.resolved(setting, entry),
                        content.file() + ":" + entry.line()
                                + own.flatMap(found -> profile)
                                        .map(name -> " (profile " + name + ")")
                                        .orElse("")));
    }

    private static EffectiveSetting effective(Setting setting, String value, String origin) {
        return new EffectiveSetting(setting.key(), Optional.of(value), origin);
    }

    private static Optional<String> variable(Map<String, String> variables, String name) {
        return Optional.ofNullable(variables.get(name)).filter(text -> !text.isBlank());
    }

    /** The folder for what is kept between runs. */
    Path cache() {
        return CacheFolder.of(asVariables());
    }

    /** The environment variables, with every setting among them, wherever it comes from. */
    Map<String, String> asVariables() {
        Map<String, String> all = new HashMap<>(variables);
        for (Setting setting : Setting.values()) {
            value(setting).ifPresent(value -> all.put(setting.variable(), value));
        }
        return all;
    }

    /** Puts the limits into force that hold for this whole process. */
    void enforceLimits() {
        Arrays.stream(Setting.values())
                .filter(setting -> setting.kind() == Setting.Kind.LIMIT)
                .forEach(setting ->
                        value(setting).ifPresent(limit -> System.setProperty("eagleray." + setting.key(), limit)));
    }

    /** What {@code EAGLERAY_*} variables are set that nothing reads, each with a remedy. */
    List<String> unknownVariables() {
        List<String> known =
                Arrays.stream(Setting.values()).map(Setting::variable).toList();
        return variables.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !known.contains(name) && !OTHERS.contains(name))
                .sorted()
                .map(name -> name + " is set, but nothing reads it"
                        + NearestName.of(name, known)
                                .map(nearest -> ": did you mean " + nearest + "?")
                                .orElse(""))
                .toList();
    }
}
