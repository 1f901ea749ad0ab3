package io.eagleray.flyte.server;

import flyteidl.service.DataProxyServiceGrpc.DataProxyServiceImplBase;
import flyteidl.service.Dataproxy.CreateUploadLocationRequest;
import flyteidl.service.Dataproxy.CreateUploadLocationResponse;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.io.IOException;

/** Signs addresses of an S3. */
final class S3Uploads extends DataProxyServiceImplBase {
    private final S3Storage storage;

    S3Uploads(S3Storage storage) {
        this.storage = storage;
    }

    @Override
    public void createUploadLocation(
            CreateUploadLocationRequest request, StreamObserver<CreateUploadLocationResponse> answer) {
        try {
            answer.onNext(storage.place(request));
            answer.onCompleted();
        } catch (IOException e) {
            answer.onError(Status.INTERNAL.withDescription(e.toString()).asException());
        }
    }
}
