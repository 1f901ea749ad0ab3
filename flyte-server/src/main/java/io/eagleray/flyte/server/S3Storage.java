package io.eagleray.flyte.server;

import flyteidl.service.Dataproxy.CreateUploadLocationRequest;
import flyteidl.service.Dataproxy.CreateUploadLocationResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;

/** An S3 on an address of this machine, with one bucket and one user, that checks signatures. */
public final class S3Storage extends ServedStorage {
    private S3Storage(PythonEnvironment environment, Path folder, String address) throws IOException {
        super(environment, "s3.py", folder, address);
    }

    /** One on loopback, whose files go to a folder. */
    public static S3Storage start(Path folder) throws IOException, InterruptedException {
        return start(folder, "127.0.0.1");
    }

    /** One on another address of this machine, where pods reach it. */
    public static S3Storage start(Path folder, String address) throws IOException, InterruptedException {
        return new S3Storage(libraries(), folder, address);
    }

    /** The variables by which a pod reaches it; those with {@code FLYTE_AWS_} are a backend's own, others AWS's. */
    public Map<String, String> access(String prefix) {
        return Map.of(
                prefix.equals("FLYTE_AWS_") ? "FLYTE_AWS_ENDPOINT" : "AWS_ENDPOINT_URL",
                access(0),
                prefix + "ACCESS_KEY_ID",
                access(1),
                prefix + "SECRET_ACCESS_KEY",
                access(2));
    }

    @Override
    public String uri(String name) {
        return "s3://code/" + name;
    }

    /** As a backend answers: where a file goes by its name and content, and who may put it there. */
    CreateUploadLocationResponse place(CreateUploadLocationRequest request) throws IOException {
        String[] place = ask(
                        "sign",
                        request.getProject() + "/" + request.getDomain(),
                        request.getFilename(),
                        Base64.getEncoder()
                                .encodeToString(request.getContentMd5().toByteArray()))
                .split(" ", -1);
        return CreateUploadLocationResponse.newBuilder()
                .setNativeUrl(uri(place[0]))
                .setSignedUrl(place[1])
                .build();
    }
}
