package io.eagleray.cli;

import io.eagleray.call.CatalogFunction;
import io.eagleray.client.ConfigurationException;
import io.eagleray.spec.Signature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The two ways to give a task its inputs. */
final class InputOptions {
    private static final int MAX_BYTES = 256 << 20;
    private static final String STANDARD_INPUT = "-";

    @Option(
            names = "--input",
            paramLabel = "NAME=VALUE",
            description = "An input; once for each parameter of the task. Texts, enum constants, times and the like are"
                    + " written as they are, everything else as JSON.")
    private List<String> pairs = new ArrayList<>();

    @Option(
            names = "--inputs",
            paramLabel = "FILE|-",
            description =
                    "A file with all inputs, a JSON object with a member for each parameter; - is standard input.")
    private @Nullable String file;

    @Nullable
    Object[] read(CatalogFunction task, Shell shell) {
        return file == null ? Inputs.ofPairs(task, pairs) : Inputs.ofJson(task, source(file), text(file, shell));
    }

    /** The JSON of each, for a task of which only the signature is here. */
    Map<String, String> texts(Signature signature, Shell shell) {
        return file == null ? Inputs.jsonOfPairs(signature, pairs) : Inputs.jsonOf(source(file), text(file, shell));
    }

    private static String source(String file) {
        return file.equals(STANDARD_INPUT) ? "standard input" : file;
    }

    private static String text(String file, Shell shell) {
        try (InputStream content = file.equals(STANDARD_INPUT)
                ? shell.input()
                : Files.newInputStream(shell.directory().resolve(file))) {
            byte[] bytes = content.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException("more than " + MAX_BYTES + " bytes");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IOException e) {
            throw new ConfigurationException("cannot read the inputs from " + file + " (" + e + ")", e);
        }
    }
}
