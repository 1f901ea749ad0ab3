package io.eagleray.testing;

import io.eagleray.client.Eagleray;

final class EmbeddedFailuresTest extends FailureContract {

    EmbeddedFailuresTest() {
        super(Eagleray.connect("embedded"));
    }
}
