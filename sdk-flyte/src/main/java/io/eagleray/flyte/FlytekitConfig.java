package io.eagleray.flyte;

import io.eagleray.client.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The part {@code admin} of the configuration that flytekit and flytectl share, {@code ~/.flyte/config.yaml}.
 *
 * @param source where it is from, for people
 * @param admin its members
 * @see <a href="https://docs.flyte.org/en/latest/api/flytekit/configuration.html">flytekit's configuration</a>
 */
record FlytekitConfig(String source, Map<String, ?> admin) {
    private static final int LONGEST = 1 << 20;

    /**
     * Reads it.
     *
     * @throws ConfigurationException when it cannot be read
     */
    static FlytekitConfig of(Map<String, String> variables) {
        Optional<Path> named =
                FlyteOptions.variable(variables, "FLYTECTL_CONFIG").map(Path::of);
        String home = FlyteOptions.variable(variables, "HOME").orElseGet(() -> System.getProperty("user.home"));
        Path file = named.orElse(Path.of(home, ".flyte", "config.yaml"));
        return named.isPresent() || Files.isRegularFile(file)
                ? read(file)
                : new FlytekitConfig(file.toString(), Map.of());
    }

    private static FlytekitConfig read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new ConfigurationException(file + " is no configuration of Flyte: it is too long");
            }
            Object yaml = new Load(
                            LoadSettings.builder().setLabel(file.toString()).build())
                    .loadFromString(new String(bytes, StandardCharsets.UTF_8));
            return new FlytekitConfig(file.toString(), members(members(yaml).get("admin")));
        } catch (IOException | YamlEngineException e) {
            // what the reader says may hold a line of the file, and with it a secret
            throw new ConfigurationException(
                    "cannot read " + file + " (" + e.getClass().getSimpleName()
                            + "): correct it, or name another with FLYTECTL_CONFIG",
                    e instanceof IOException ? e : null);
        }
    }

    @SuppressWarnings("unchecked") // the keys of YAML may be others than texts, and are then not found
    private static Map<String, ?> members(@Nullable Object yaml) {
        return yaml instanceof Map<?, ?> map ? (Map<String, ?>) map : Map.of();
    }

    /** It, where it is about this backend; else nothing: its secrets are for no other. */
    FlytekitConfig about(FlyteAddress address) {
        String endpoint = text("endpoint").orElse("").replaceFirst("^dns:///", "");
        boolean isSame = endpoint.equalsIgnoreCase(address.host())
                || endpoint.equalsIgnoreCase(address.authority(insecure().orElse(false)));
        return isSame ? this : new FlytekitConfig(source, Map.of());
    }

    Optional<Boolean> insecure() {
        return admin.get("insecure") instanceof Boolean insecure ? Optional.of(insecure) : Optional.empty();
    }

    Optional<Path> authorities() {
        return text("caCertFilePath").map(Path::of);
    }

    Optional<String> text(String name) {
        return admin.get(name) instanceof String text && !text.isBlank() ? Optional.of(text.strip()) : Optional.empty();
    }

    List<String> texts(String name) {
        Object value = admin.get(name);
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : text(name).stream().toList();
    }
}
