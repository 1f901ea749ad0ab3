package io.eagleray.flyte;

import com.google.protobuf.ByteString;
import flyteidl.admin.VersionOuterClass.GetVersionRequest;
import flyteidl.admin.VersionOuterClass.GetVersionResponse;
import flyteidl.service.Dataproxy.CreateUploadLocationRequest;
import io.eagleray.backend.Check;
import io.eagleray.backend.Checks;
import io.eagleray.backend.Shown;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.EaglerayException;
import io.eagleray.storage.StorageUri;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks whether a project and domain can be used: the backend, who asks, the project, its storage, an image. */
final class FlyteChecks {
    private static final int LONGEST = 100;
    private static final int MD5 = 16;

    private final Checks checks = new Checks();
    private final FlyteApi api;
    private final Map<String, String> variables;

    private FlyteChecks(FlyteApi api, Map<String, String> variables) {
        this.api = api;
        this.variables = variables;
    }

    static List<Check> of(FlyteApi api, Map<String, String> variables) throws InterruptedException {
        FlyteChecks all = new FlyteChecks(api, variables);
        all.run();
        return all.checks.done();
    }

    private void run() throws InterruptedException {
        if (checks.look("backend", this::version) && checks.look("project", this::project)) {
            checks.look("storage", this::storage);
        }
        checks.look("image", this::image);
    }

    private String version() {
        GetVersionResponse answer = api.answer(
                "say its version", api.admin(stub -> stub.getVersion(GetVersionRequest.getDefaultInstance())));
        return "Flyte " + Shown.of(answer.getControlPlaneVersion().getVersion(), LONGEST) + " at "
                + api.options().authority() + ", shown " + api.options().signIn();
    }

    private String project() {
        FlyteAddress address = api.options().address();
        try {
            new FlyteRuns(api, progress -> {}).list();
        } catch (EaglerayException e) {
            throw new ConfigurationException(
                    "project " + address.project() + ", domain " + address.domain() + ": " + e.getMessage()
                            + "; `flytectl get project` lists those there are",
                    e);
        }
        return "project " + address.project() + ", domain " + address.domain();
    }

    /** A place is asked for, and nothing is brought there. */
    private String storage() {
        Optional<StorageUri> own = StorageUri.of(variables);
        if (own.isPresent()) {
            return "code goes to " + own.get() + ", which " + StorageUri.VARIABLE
                    + " names; whether pods may read there, an execution shows";
        }
        String uri = api.answer(
                        "give a place for uploads",
                        api.data(stub -> stub.createUploadLocation(CreateUploadLocationRequest.newBuilder()
                                .setProject(api.options().address().project())
                                .setDomain(api.options().address().domain())
                                .setFilename("eagleray-doctor")
                                .setContentMd5(ByteString.copyFrom(new byte[MD5]))
                                .setExpiresIn(com.google.protobuf.Duration.newBuilder()
                                        .setSeconds(60))
                                .build())))
                .getNativeUrl();
        return "code goes to " + Shown.of(uri.replaceFirst("^([a-z0-9]+://[^/]*).*", "$1"), LONGEST);
    }

    private String image() {
        return FlyteOptions.variable(variables, FlyteCode.IMAGE)
                .map(image ->
                        image + ", for tasks that name none; whether it has Ray and a Java of version 17 or later,"
                                + " an execution shows")
                .orElse("none is set with EAGLERAY_IMAGE: each task has to name its own");
    }
}
