package io.eagleray.testing;

import org.junit.jupiter.api.Tag;

/** On the oldest Ray that is supported, which knows no tokens. */
@Tag("any-jdk")
final class OldestLocalContractIT extends BackendContract {

    @Override
    protected String backend() {
        return "local?ray=2.39.0";
    }
}
