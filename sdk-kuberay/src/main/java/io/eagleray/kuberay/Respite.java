package io.eagleray.kuberay;

import io.eagleray.backend.ray.RetryAfter;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets an API server that is overloaded have the time that it asks for. The client asks again some ten times, at longer and
 * longer intervals of its own, which begin with a tenth of a second; this comes on top of them.
 */
final class Respite implements Interceptor {
    /** No longer, so that who waits is told in time; an attempt may take ten seconds in all. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FAILURES_OF_THE_SERVER = 500;

    @Override
    public CompletableFuture<Boolean> afterFailure(BasicBuilder request, HttpResponse<?> response, RequestTags tags) {
        boolean isAskedAgain = response.code() == TOO_MANY_REQUESTS || response.code() >= FAILURES_OF_THE_SERVER;
        Duration pause = isAskedAgain ? pause(response.header("Retry-After")) : Duration.ZERO;
        return pause.isZero()
                ? CompletableFuture.completedFuture(false)
                : new CompletableFuture<Boolean>().completeOnTimeout(false, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    static Duration pause(@Nullable String header) {
        Duration asked = Optional.ofNullable(header).flatMap(RetryAfter::of).orElse(Duration.ZERO);
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
