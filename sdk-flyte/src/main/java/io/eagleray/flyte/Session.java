package io.eagleray.flyte;

import flyteidl.service.Auth.OAuth2MetadataRequest;
import flyteidl.service.Auth.PublicClientAuthConfigRequest;
import flyteidl.service.Auth.PublicClientAuthConfigResponse;
import flyteidl.service.AuthMetadataServiceGrpc;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.EaglerayException;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Shows a token with each call, one that is asked for when the first call needs it, and again when it has expired. */
final class Session implements ClientInterceptor {
    /** How many bytes of a token, or of a secret, are read at most. */
    static final int LONGEST_TOKEN = 1 << 16;

    /** Where the backend does not say which header it looks at. */
    private static final String USUAL_HEADER = "flyte-authorization";

    private static final int SECONDS = 20;

    private final FlyteOptions options;
    private final Channel open;
    private Metadata.@Nullable Key<String> header;
    private @Nullable String token;

    /**
     * A session.
     *
     * @param options who asks
     * @param open a channel without tokens, on which the backend says where they come from
     */
    Session(FlyteOptions options, Channel open) {
        this.options = options;
        this.open = open;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions call, Channel next) {
        return new SimpleForwardingClientCall<>(next.newCall(method, call)) {
            @Override
            public void start(Listener<A> listener, Metadata headers) {
                if (options.signIn().isSecret()) {
                    show(headers);
                }
                super.start(listener, headers);
            }
        };
    }

    private synchronized void show(Metadata headers) {
        if (header == null) {
            header = Metadata.Key.of(headerName(), Metadata.ASCII_STRING_MARSHALLER);
        }
        if (token == null) {
            token = checked(Tokens.of(options, this::endpoint));
        }
        headers.put(header, "Bearer " + token);
    }

    /** What a backend says to a token that is over. Asks for another, unless there is only the one. */
    synchronized boolean renew() {
        token = null;
        return options.signIn() instanceof SignIn.Command || options.signIn() instanceof SignIn.Client;
    }

    private static String checked(String given) {
        if (!given.matches("[!-~]{1," + LONGEST_TOKEN + "}")) {
            throw new ConfigurationException("what is given as token for Flyte cannot be one: it is empty, or has"
                    + " spaces, line breaks or letters outside ASCII; " + SignIn.PLACES);
        }
        return given;
    }

    private String headerName() {
        try {
            String named = client().getAuthorizationMetadataKey();
            return named.isEmpty() ? USUAL_HEADER : named;
        } catch (StatusRuntimeException e) {
            return USUAL_HEADER; // some backends leave that to the proxy before them
        }
    }

    private PublicClientAuthConfigResponse client() {
        return AuthMetadataServiceGrpc.newBlockingStub(open)
                .withDeadlineAfter(SECONDS, TimeUnit.SECONDS)
                .getPublicClientConfig(PublicClientAuthConfigRequest.getDefaultInstance());
    }

    /** Where the authorization server gives tokens, and what for. */
    private Tokens.Endpoint endpoint() throws EaglerayException {
        try {
            String uri = AuthMetadataServiceGrpc.newBlockingStub(open)
                    .withDeadlineAfter(SECONDS, TimeUnit.SECONDS)
                    .getOAuth2Metadata(OAuth2MetadataRequest.getDefaultInstance())
                    .getTokenEndpoint();
            List<String> scopes = client().getScopesList();
            return new Tokens.Endpoint(uri, scopes);
        } catch (StatusRuntimeException e) {
            throw new ConfigurationException(
                    options + " does not say where tokens come from ("
                            + Status.fromThrowable(e).getCode() + "): is it protected by " + options.signIn() + "?",
                    e);
        }
    }
}
