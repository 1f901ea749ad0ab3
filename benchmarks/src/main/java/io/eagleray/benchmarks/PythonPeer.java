package io.eagleray.benchmarks;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** What peers in Python need, in a virtual environment that is made once for each list of requirements. */
final class PythonPeer {
    private final Path environment;

    private PythonPeer(Path environment) {
        this.environment = environment;
    }

    /**
     * The environment for a file of requirements, installed if it isn't yet or was left half done.
     *
     * @throws IllegalStateException when it cannot be installed; the message says why
     */
    static PythonPeer installed(String name, Places places, String file, PrintStream out) {
        Path requirements = places.own(file);
        Path log = places.work().resolve("install-" + name + ".log");
        String python = System.getenv().getOrDefault("PYTHON", "python3");
        PythonPeer peer = new PythonPeer(
                Places.cache(System.getenv()).resolve(name + "-" + digest(Sources.read(requirements) + python)));
        Path done = peer.environment.resolve("installed");
        if (Files.exists(done)) {
            return peer;
        }
        out.println("installing the peer (" + file + ") once into " + peer.environment + " …");
        Sources folder = Sources.in(peer.environment);
        Command in = Command.of(folder.folder(), log).with(QUIET);
        in.and(python, "-m", "venv", peer.environment.toString()).time();
        in.and(peer.program("pip"), "install", "--requirement", requirements.toString())
                .time();
        folder.write("installed", "");
        return peer;
    }

    /** The environment with Ray, whose version it prints. */
    static PythonPeer ray(Places places, PrintStream out) {
        PythonPeer environment = installed("ray", places, "requirements-fanout.txt", out);
        out.println("Ray " + environment.version("ray", places.work().resolve("version")));
        return environment;
    }

    /** The folder of the environment. */
    Path environment() {
        return environment;
    }

    /** A program of the environment. */
    String program(String name) {
        return environment.resolve("bin").resolve(name).toString();
    }

    /** The version of an installed package. */
    String version(String distribution, Path scratch) {
        Command.of(environment, scratch)
                .and(
                        program("python"),
                        "-c",
                        "import importlib.metadata, platform;"
                                + "print(importlib.metadata.version('" + distribution + "') + ', Python '"
                                + " + platform.python_version())")
                .time();
        return Sources.read(scratch).strip();
    }

    private static final Map<String, String> QUIET =
            Map.of("PIP_DISABLE_PIP_VERSION_CHECK", "1", "PIP_NO_INPUT", "1", "PIP_NO_CACHE_DIR", "1");

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
