package io.eagleray.backend.ray;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * One thing that is asked of a head. All of them may be asked twice: it changes nothing more.
 *
 * @param method GET, POST, PUT or DELETE
 * @param path below the head's address, with what it names encoded
 * @param body what is sent; may be empty
 * @param type the content type of the body; empty for none
 * @param file where the answer's body goes, if it is not held in memory
 * @param limit how many bytes of the answer are read at most
 * @param timeout how long one attempt may take, if not as long as usual
 */
record Ask(
        String method,
        String path,
        BodyPublisher body,
        String type,
        Optional<Path> file,
        long limit,
        Optional<Duration> timeout) {
    private static final long LIMIT = 64L << 20;

    static Ask of(String method, String path) {
        return new Ask(method, path, BodyPublishers.noBody(), "", Optional.empty(), LIMIT, Optional.empty());
    }

    static Ask json(String method, String path, String json) {
        return new Ask(
                method,
                path,
                BodyPublishers.ofString(json, StandardCharsets.UTF_8),
                "application/json",
                Optional.empty(),
                LIMIT,
                Optional.empty());
    }

    Ask upload(BodyPublisher content, Duration within) {
        return new Ask(method, path, content, "application/octet-stream", file, limit, Optional.of(within));
    }

    Ask into(Path target, long most, Duration within) {
        return new Ask(method, path, body, type, Optional.of(target), most, Optional.of(within));
    }

    /** Takes the body into memory, or into the file, of which nothing is held then. */
    BodyHandler<byte[]> handler() {
        BodyHandler<byte[]> handler = info -> file.isPresent() && info.statusCode() == Answer.OK
                ? BodySubscribers.mapping(BodyHandlers.ofFile(file.get()).apply(info), path -> new byte[0])
                : BodyHandlers.ofByteArray().apply(info);
        return Bounded.of(handler, limit);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
