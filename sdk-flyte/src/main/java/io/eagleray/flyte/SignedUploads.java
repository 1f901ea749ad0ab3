package io.eagleray.flyte;

import com.google.protobuf.ByteString;
import flyteidl.service.Dataproxy.CreateUploadLocationRequest;
import flyteidl.service.Dataproxy.CreateUploadLocationResponse;
import io.eagleray.backend.Shown;
import io.eagleray.client.BackendException;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.Progress;
import io.eagleray.client.ProgressSink;
import io.eagleray.client.TaskCancelledException;
import io.eagleray.flyte.pod.StoredFile;
import io.eagleray.parallel.Backoff;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Brings files to the storage of a backend, which signs an address for each. Where a file goes depends on its content, so
 * bringing it twice does no harm. What is signed is a secret: it is never shown.
 */
final class SignedUploads implements CodeStore {
    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final long VALID_SECONDS = 3_600;
    private static final int ATTEMPTS = 4;
    private static final int SERVER_ERROR = 500;
    private static final int SUCCESS = 200;
    private static final int REDIRECT = 300;
    private static final int LONGEST_ANSWER = 300;

    private final FlyteApi api;
    private final ProgressSink progress;
    private final HttpClient http;

    SignedUploads(FlyteApi api, ProgressSink progress) {
        this.api = api;
        this.progress = progress;
        this.http = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(api.options().trust().context())
                .build();
    }

    private CreateUploadLocationResponse place(StoredFile file, byte[] md5) {
        String what = "give a place for " + file.name();
        CreateUploadLocationResponse place = api.answer(
                what,
                api.data(stub -> stub.createUploadLocation(CreateUploadLocationRequest.newBuilder()
                        .setProject(api.options().address().project())
                        .setDomain(api.options().address().domain())
                        .setFilename(file.name())
                        .setContentMd5(ByteString.copyFrom(md5))
                        .setExpiresIn(com.google.protobuf.Duration.newBuilder().setSeconds(VALID_SECONDS))
                        .build())));
        if (!place.getNativeUrl().matches("[a-z0-9]+://\\S{1,2000}")
                || !place.getSignedUrl().matches("https?://\\S{1,8000}")) {
            throw new BackendException(api.options() + " answers with no place for " + file.name() + ", but with \""
                    + Shown.of(place.getNativeUrl(), LONGEST_ANSWER) + "\": its storage is not set up for uploads");
        }
        return place;
    }

    @Override
    public String store(StoredFile file) {
        byte[] md5 = md5(file.file());
        CreateUploadLocationResponse place = place(file, md5);
        progress.accept(Progress.of("uploading " + file.name(), size(file.file()) + " bytes"));
        URI signed = URI.create(place.getSignedUrl());
        List<String> failures = new ArrayList<>();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            String failure = failure(signed, file.file(), md5);
            if (failure.isEmpty()) {
                return place.getNativeUrl();
            }
            failures.add(failure);
            if (attempt < ATTEMPTS) {
                pause(attempt);
            }
        }
        throw new BackendException("the storage at " + signed.getAuthority() + ", where " + api.options()
                + " sends files to, does not take " + file.name() + " (" + failures.get(ATTEMPTS - 1)
                + "): can it be reached from here, and does its clock agree with this one?");
    }

    /** Why it was not taken; empty when it was. */
    private String failure(URI signed, Path file, byte[] md5) {
        try {
            HttpRequest request = HttpRequest.newBuilder(signed)
                    .timeout(PATIENCE)
                    .header("Content-MD5", Base64.getEncoder().encodeToString(md5))
                    .PUT(BodyPublishers.ofFile(file))
                    .build();
            HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                body.readNBytes(LONGEST_ANSWER); // what it says may repeat what is signed
            }
            boolean isTaken = answer.statusCode() >= SUCCESS && answer.statusCode() < REDIRECT;
            return isTaken
                    ? ""
                    : "status " + answer.statusCode() + (answer.statusCode() < SERVER_ERROR ? ", refused" : "");
        } catch (IOException e) {
            return e.getClass().getSimpleName();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TaskCancelledException("interrupted while " + file.getFileName() + " was uploaded", e);
        }
    }

    private static void pause(int failures) {
        try {
            Thread.sleep(Backoff.after(failures).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TaskCancelledException("interrupted while an upload was to be tried again", e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static byte[] md5(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest md5 = MessageDigest.getInstance("MD5"); // S3's check of what it gets; ours is SHA-256
            new DigestInputStream(in, md5).transferTo(OutputStream.nullOutputStream());
            return md5.digest();
        } catch (IOException e) {
            throw unreadable(file, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    private static ConfigurationException unreadable(Path file, IOException e) {
        return new ConfigurationException("cannot read " + file + " (" + e + "): check its permissions", e);
    }
}
