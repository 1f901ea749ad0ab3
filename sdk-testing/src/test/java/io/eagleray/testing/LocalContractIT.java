package io.eagleray.testing;

/** On the Ray that users get. */
final class LocalContractIT extends BackendContract {

    @Override
    protected String backend() {
        return "local?ray=2.60.0";
    }
}
