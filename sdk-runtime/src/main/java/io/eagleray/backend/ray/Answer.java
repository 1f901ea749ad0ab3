package io.eagleray.backend.ray;

import io.eagleray.backend.Shown;
import io.eagleray.client.BackendException;
import io.eagleray.client.ValueException;
import io.eagleray.wire.JsonObject;
import io.eagleray.wire.Limits;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What a head has answered.
 *
 * @param ask what it was asked
 * @param address who has answered
 * @param status the HTTP status
 * @param type the content type; may be empty
 * @param location where to go instead, if it says so
 * @param retryAfter when to come back, as it is written, if it says so
 * @param text the body
 */
record Answer(
        Ask ask,
        HeadAddress address,
        int status,
        String type,
        Optional<String> location,
        Optional<String> retryAfter,
        String text) {
    static final int OK = 200;
    static final int NOT_FOUND = 404;
    static final int SERVER_ERROR = 500;

    private static final int DEPTH = 50;
    private static final int COUNT = 1_000_000;
    private static final int EXCERPT = 300;

    static Answer of(Ask ask, HeadAddress address, HttpResponse<byte[]> response) {
        return new Answer(
                ask,
                address,
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT),
                response.headers().firstValue("Location"),
                response.headers().firstValue("Retry-After"),
                new String(response.body(), StandardCharsets.UTF_8));
    }

    boolean isOk() {
        return status == OK;
    }

    /** Whether something else than Ray's own API speaks: a proxy, a login page. */
    boolean isPage() {
        return type.startsWith("text/html") || text.stripLeading().startsWith("<");
    }

    JsonObject object() {
        return parse(JsonObject::read);
    }

    List<JsonObject> array() {
        return parse(JsonObject::readArray);
    }

    private <T> T parse(BiFunction<String, Limits, T> read) {
        if (isPage()) {
            throw Refusal.page(this);
        }
        try {
            return read.apply(text, new Limits(ask.limit(), DEPTH, COUNT));
        } catch (ValueException e) {
            throw broken(e);
        }
    }

    BackendException broken(Exception e) {
        return new BackendException(
                "the Ray head at " + address + " answers " + ask + " with what is not understood (" + e.getMessage()
                        + "): is it Ray, of a version from " + RayVersion.OLDEST + " on, and no proxy in its place?",
                e);
    }

    /** The end of what it says, for people: the last line of a Python trace says what it was. */
    String excerpt() {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1).strip();
        return Shown.of(last, EXCERPT);
    }
}
