package io.eagleray.flyte;

import flyteidl.core.Execution.TaskLog;
import flyteidl.core.Literals.LiteralMap;
import io.eagleray.backend.BackendExecution;
import io.eagleray.backend.Interrupts;
import io.eagleray.backend.Shown;
import io.eagleray.client.ExecutionSummary;
import io.eagleray.client.LogLine;
import io.eagleray.client.LogSink;
import io.eagleray.flyte.type.FlyteInterface;
import io.eagleray.spec.Signature;
import io.eagleray.wire.Envelope;
import io.eagleray.wire.SignatureTypes;
import io.eagleray.wire.UntypedValue;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An execution on Flyte, whose outputs are what the task gave. */
final class FlyteExecution implements BackendExecution {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final int LONGEST_LINK = 2_000;

    private final FlyteRun run;
    private final Supplier<Signature> signature;
    private volatile byte @Nullable [] outcome;

    /**
     * An execution.
     *
     * @param run the execution in Flyte's words
     * @param signature finds the task's signature, which only a result needs
     */
    FlyteExecution(FlyteRun run, Supplier<Signature> signature) {
        this.run = run;
        this.signature = signature;
    }

    @Override
    public String id() {
        return run.id();
    }

    @Override
    public ExecutionSummary summary() {
        return run.summary();
    }

    @Override
    public Optional<byte[]> outcome(Duration timeout) throws InterruptedException {
        if (outcome == null) {
            outcome =
                    run.await(timeout).map(this::envelope).map(Envelope::encode).orElse(null);
        }
        return Optional.ofNullable(outcome);
    }

    private Envelope envelope(FlyteRun.Ended ended) {
        if (ended instanceof FlyteRun.Succeeded succeeded) {
            return new Envelope.Ok(result(succeeded.outputs()));
        }
        return ended instanceof FlyteRun.Failed failed
                ? new Envelope.Error(failed.error())
                : new Envelope.Cancelled(((FlyteRun.Aborted) ended).reason());
    }

    private byte[] result(LiteralMap outputs) {
        Signature known = signature.get();
        String json = FlyteInterface.of(known).outputs(outputs);
        return UntypedValue.encode(json, known.output(), new SignatureTypes(known.definitions()));
    }

    /** Flyte keeps no log, but links to where it is. */
    @Override
    public void logs(LogSink sink) throws InterruptedException {
        Set<String> told = new HashSet<>();
        while (!run.hasEnded()) {
            tell(sink, told);
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
        tell(sink, told);
    }

    @Override
    public void logsSoFar(LogSink sink) {
        tell(sink, new HashSet<>());
    }

    private void tell(LogSink sink, Set<String> told) {
        for (TaskLog link : run.links()) {
            if (told.add(link.getUri())) {
                String text = Shown.of(link.getName() + ": " + link.getUri(), LONGEST_LINK);
                sink.accept(new LogLine(Instant.now(), "flyte", "INFO", text));
            }
        }
    }

    @Override
    public void cancel(String reason) {
        Interrupts.setAside(() -> run.terminate(reason));
    }

    /** The last link that is called a dashboard, where the backend has one. */
    @Override
    public Optional<URI> dashboard() {
        List<URI> dashboards = run.links().stream()
                .filter(link -> link.getName().toLowerCase(Locale.ROOT).contains("dashboard"))
                .map(link -> uri(link.getUri()))
                .filter(Objects::nonNull)
                .toList();
        return dashboards.isEmpty() ? Optional.empty() : Optional.of(dashboards.get(dashboards.size() - 1));
    }

    private static @Nullable URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
