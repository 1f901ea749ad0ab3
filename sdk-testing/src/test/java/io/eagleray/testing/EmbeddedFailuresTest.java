package io.eagleray.testing;

import io.eagleray.client.Eagleray;
import java.nio.file.Path;

final class EmbeddedFailuresTest extends FailureContract {

    @Override
    Eagleray connect(Path folder) {
        return Eagleray.connect("embedded");
    }
}
