package io.eagleray.flyte.server;

import flyteidl.service.Auth.OAuth2MetadataRequest;
import flyteidl.service.Auth.OAuth2MetadataResponse;
import flyteidl.service.Auth.PublicClientAuthConfigRequest;
import flyteidl.service.Auth.PublicClientAuthConfigResponse;
import flyteidl.service.AuthMetadataServiceGrpc.AuthMetadataServiceImplBase;
import io.grpc.stub.StreamObserver;

/** Says where tokens come from. */
final class FlyteAuth extends AuthMetadataServiceImplBase {
    private final FlyteServer server;

    FlyteAuth(FlyteServer server) {
        this.server = server;
    }

    @Override
    public void getOAuth2Metadata(OAuth2MetadataRequest request, StreamObserver<OAuth2MetadataResponse> answer) {
        answer.onNext(OAuth2MetadataResponse.newBuilder()
                .setTokenEndpoint(server.store().tokenEndpoint())
                .build());
        answer.onCompleted();
    }

    @Override
    public void getPublicClientConfig(
            PublicClientAuthConfigRequest request, StreamObserver<PublicClientAuthConfigResponse> answer) {
        answer.onNext(PublicClientAuthConfigResponse.newBuilder()
                .setAuthorizationMetadataKey("flyte-authorization")
                .addScopes("all")
                .build());
        answer.onCompleted();
    }
}
