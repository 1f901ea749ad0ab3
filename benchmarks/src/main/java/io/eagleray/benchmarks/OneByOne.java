package io.eagleray.benchmarks;

import flyteidl.admin.TaskOuterClass.TaskCreateRequest;
import flyteidl.admin.TaskOuterClass.TaskSpec;
import flyteidl.service.AdminServiceGrpc;
import flyteidl.service.AdminServiceGrpc.AdminServiceBlockingStub;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Tasks for Flyte's service, as it is called without this SDK.
 *
 * @param requests one for each
 */
record OneByOne(List<TaskCreateRequest> requests) {
    OneByOne {
        requests = List.copyOf(requests);
    }

    /** Those whose templates are in files. */
    static OneByOne of(List<Path> files) throws IOException {
        List<TaskCreateRequest> requests = new ArrayList<>();
        for (Path file : files) {
            TaskSpec spec = TaskSpec.parseFrom(Files.readAllBytes(file));
            requests.add(TaskCreateRequest.newBuilder()
                    .setId(spec.getTemplate().getId())
                    .setSpec(spec)
                    .build());
        }
        return new OneByOne(requests);
    }

    /** How many nanoseconds it takes to register them, with the connection. */
    long create(String authority) {
        long start = System.nanoTime();
        ManagedChannel channel = Grpc.newChannelBuilder(authority, InsecureChannelCredentials.create())
                .build();
        try {
            AdminServiceBlockingStub admin = AdminServiceGrpc.newBlockingStub(channel);
            requests.forEach(admin::createTask);
            return System.nanoTime() - start;
        } finally {
            channel.shutdownNow();
        }
    }
}
