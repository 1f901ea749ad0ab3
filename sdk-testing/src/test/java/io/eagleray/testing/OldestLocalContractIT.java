package io.eagleray.testing;

/** On the oldest Ray that is supported, which knows no tokens. */
final class OldestLocalContractIT extends BackendContract {

    @Override
    protected String backend() {
        return "local?ray=2.39.0";
    }
}
