package io.eagleray.s3;

import io.eagleray.storage.ObjectName;
import io.eagleray.storage.Storage;
import io.eagleray.storage.StorageUri;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A part of a bucket. S3 shows an object when it is whole, and not before. */
final class S3Storage implements Storage {
    private static final String CONTENT_TYPE = "application/octet-stream";

    private final S3Client client;
    private final StorageUri uri;

    S3Storage(S3Client client, StorageUri uri) {
        this.client = client;
        this.uri = uri;
    }

    @Override
    public void write(String name, List<byte[]> content) throws IOException {
        long length = content.stream().mapToLong(part -> part.length).sum();
        write(name, RequestBody.fromContentProvider(() -> stream(content), length, CONTENT_TYPE));
    }

    @Override
    public void write(String name, Path content) throws IOException {
        RequestBody body;
        try {
            body = RequestBody.fromFile(content);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        write(name, body);
    }

    private void write(String name, RequestBody body) throws IOException {
        String key = key(name);
        try {
            client.putObject(request -> request.bucket(uri.authority()).key(key), body);
        } catch (SdkException e) {
            throw failure("write", name, e);
        }
    }

    /** Whoever sends it again begins with another one. */
    private static InputStream stream(List<byte[]> content) {
        return new SequenceInputStream(Collections.enumeration(
                content.stream().map(ByteArrayInputStream::new).toList()));
    }

    @Override
    public boolean exists(String name) throws IOException {
        String key = key(name);
        try {
            client.headObject(request -> request.bucket(uri.authority()).key(key));
            return true;
        } catch (NoSuchKeyException e) {
            return false;
        } catch (SdkException e) {
            throw failure("read", name, e);
        }
    }

    @Override
    public Optional<InputStream> open(String name) throws IOException {
        String key = key(name);
        try {
            return Optional.of(new Content(
                    client.getObject(request -> request.bucket(uri.authority()).key(key)), name));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw failure("read", name, e);
        }
    }

    /** What goes wrong on the way is said as at its beginning. */
    private final class Content extends FilterInputStream {
        private final String name;

        Content(InputStream in, String name) {
            super(in);
            this.name = name;
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (SdkException e) {
                throw failure("read", name, e);
            }
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                return super.read(bytes, from, length);
            } catch (SdkException e) {
                throw failure("read", name, e);
            }
        }
    }

    private String key(String name) {
        String checked = ObjectName.check(name);
        return uri.path().isEmpty() ? checked : uri.path() + "/" + checked;
    }

    private IOException failure(String what, String name, SdkException e) {
        return new IOException(
                "cannot " + what + " " + uri + "/" + name + " (" + reason(e)
                        + "): are the bucket, AWS_REGION and AWS_ENDPOINT_URL_S3 right, and may who runs this process "
                        + what + " there?",
                e);
    }

    private static String reason(SdkException e) {
        AwsErrorDetails details = e instanceof S3Exception answer ? answer.awsErrorDetails() : null;
        return details == null || details.errorCode() == null
                ? String.valueOf(e.getMessage())
                : details.errorCode() + ": " + details.errorMessage();
    }

    @Override
    public void close() {
        client.close();
    }
}
