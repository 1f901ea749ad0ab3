package io.eagleray.driver.cluster;

import io.eagleray.bundle.CodePath;
import io.eagleray.bundle.MadeZip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** An encoded call that is too large for one package of Ray's: in pieces, each in a package of its own. */
public final class CallPieces {
    /** What surely fits into one package, with whatever else is in it. */
    private static final int MOST_BYTES = 64 << 20;

    private static final String FILE = "piece";

    private CallPieces() {}

    /**
     * Cuts a call.
     *
     * @param call the encoded call
     * @return its pieces, in order; none when it fits into the package of its job
     */
    public static List<MadeZip> of(byte[] call) {
        return call.length <= MOST_BYTES ? List.of() : of(call, MOST_BYTES);
    }

    static List<MadeZip> of(byte[] call, int most) {
        List<MadeZip> pieces = new ArrayList<>();
        for (int from = 0; from < call.length; from += most) {
            pieces.add(MadeZip.of(Map.of(FILE, Arrays.copyOfRange(call, from, Math.min(call.length, from + most)))));
        }
        return pieces;
    }

    /**
     * Joins the pieces that Ray has unpacked on this node.
     *
     * @param job where the package of the job was unpacked
     * @param packages their names, in order
     * @throws IOException when one of them is not there, or not what was sent
     */
    static byte[] join(Path job, List<String> packages) throws IOException {
        ByteArrayOutputStream call = new ByteArrayOutputStream();
        for (String name : packages) {
            byte[] piece = Files.readAllBytes(CodePath.beside(job, name).resolve(FILE));
            if (!MadeZip.name(Map.of(FILE, piece)).equals(name)) {
                throw new IOException(
                        "the arguments in " + name + " are not what was sent: is the disk of this node full?");
            }
            call.write(piece);
        }
        return call.toByteArray();
    }
}
