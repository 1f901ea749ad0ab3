package io.eagleray.testing;

import io.eagleray.client.Eagleray;

final class LocalFailuresIT extends FailureContract {

    LocalFailuresIT() {
        super(Eagleray.connect("local?ray=2.60.0&cpus=2"));
    }
}
