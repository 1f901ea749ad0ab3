package io.eagleray.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;

/** On a cluster that is kept, so that not each test waits for one. */
final class ContractOnKubeRay extends BackendContract {

    private @Nullable KubeNamespace namespace;

    private KubeNamespace namespace() {
        KubeNamespace made = namespace;
        try {
            made = made == null ? KubeNamespace.create() : made;
            namespace = made;
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected String backend() {
        return namespace().uri() + "?reuse=contract&idleTtl=10m";
    }

    @Override
    protected Map<String, String> variables() {
        return namespace().variables();
    }

    @AfterAll
    void end() {
        if (namespace != null) {
            namespace.close();
        }
    }
}
