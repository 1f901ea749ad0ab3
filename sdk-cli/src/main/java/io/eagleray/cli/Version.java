package io.eagleray.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.IVersionProvider;

/** The version of this command, as its build wrote it down. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        try (InputStream content = Version.class.getResourceAsStream("version.txt")) {
            String version = new String(content.readAllBytes(), StandardCharsets.UTF_8).strip();
            return new String[] {"eagleray " + version, "Java " + Runtime.version()};
        }
    }
}
