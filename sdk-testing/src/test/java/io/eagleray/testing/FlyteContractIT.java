package io.eagleray.testing;

import io.eagleray.flyte.server.FlyteServer;
import io.eagleray.flyte.server.PodPropeller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.commons.io.FileUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;

/**
 * On Flyte: on the backend that the property {@code flyte} names, with the environment of this process, or on one of the
 * tests, whose containers are processes.
 */
@Tag("any-jdk")
final class FlyteContractIT extends BackendContract {
    private static final String NAMED = System.getProperty("flyte", "");

    private @Nullable FlyteServer server;
    private @Nullable Path folder;

    @Override
    protected String backend() {
        if (!NAMED.isEmpty()) {
            return NAMED;
        }
        try {
            folder = Files.createTempDirectory("eagleray-flyte-contract");
            server = FlyteServer.start(PodPropeller.ofProcesses(folder.resolve("data")));
            return server.uri();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(System.getenv());
        if (NAMED.isEmpty()) {
            variables.put("EAGLERAY_IMAGE", "none:1");
        }
        return variables;
    }

    @Override
    protected Set<Ability> lacks() {
        return Set.of(Ability.NAMED_VALUES, Ability.LOGS, Ability.NULLS);
    }

    @AfterAll
    void end() throws IOException {
        if (server != null) {
            server.close();
        }
        if (folder != null) {
            FileUtils.deleteDirectory(folder.toFile());
        }
    }
}
