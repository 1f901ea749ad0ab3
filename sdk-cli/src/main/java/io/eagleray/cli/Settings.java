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
import java.util.function.Function;
import java.util.stream.Stream;

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
        return places().flatMap(place -> place.apply(setting).stream())
                .findFirst()
                .orElseGet(() -> new EffectiveSetting(setting.key(), Optional.empty(), "default"));
    }

    /** Those of some settings that the place sets which counts most among the places that set any of them. */
    List<Setting> foremost(Setting... settings) {
        return places().map(place -> Arrays.stream(settings)
                        .filter(setting -> place.apply(setting).isPresent())
                        .toList())
                .filter(set -> !set.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Where settings are set, what counts most first. */
    private Stream<Function<Setting, Optional<EffectiveSetting>>> places() {
        return Stream.of(this::byFlag, this::byVariable, this::inProfile, this::inFile);
    }

    private Optional<EffectiveSetting> byFlag(Setting setting) {
        return Optional.ofNullable(flags.get(setting))
                .map(value -> effective(setting, value, "flag --" + setting.key()));
    }

    private Optional<EffectiveSetting> byVariable(Setting setting) {
        return variable(variables, setting.variable())
                .map(value -> effective(setting, value, "environment variable " + setting.variable()));
    }

    private Optional<EffectiveSetting> inProfile(Setting setting) {
        return profile.flatMap(name -> file.flatMap(content ->
                entry(content, content.profiles().getOrDefault(name, Map.of()), setting, " (profile " + name + ")")));
    }

    private Optional<EffectiveSetting> inFile(Setting setting) {
        return file.flatMap(content -> entry(content, content.common(), setting, ""));
    }

    private static Optional<EffectiveSetting> entry(
            SettingsFile content, Map<Setting, SettingsFile.Entry> entries, Setting setting, String part) {
        return Optional.ofNullable(entries.get(setting))
                .map(entry -> effective(
                        setting, content.resolved(setting, entry), content.file() + ":" + entry.line() + part));
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
