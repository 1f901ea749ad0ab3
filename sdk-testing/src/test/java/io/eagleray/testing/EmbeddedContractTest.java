package io.eagleray.testing;

final class EmbeddedContractTest extends BackendContract {

    @Override
    protected String backend() {
        return "embedded";
    }
}
