package io.eagleray.flyte;

import io.eagleray.client.ProgressSink;
import io.eagleray.flyte.FlyteProject.Registered;
import io.eagleray.flyte.pod.PodCode;
import io.eagleray.flyte.pod.StoredFile;
import io.eagleray.flyte.template.Registration;
import io.eagleray.parallel.DaemonThreads;
import io.eagleray.spec.TaskSpec;
import io.eagleray.storage.Storage;
import io.eagleray.storage.StorageProvider;
import io.eagleray.storage.StorageUri;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Registers what is not there yet, with its code. */
final class Registering {
    private static final int AT_ONCE = 4;

    private final FlyteApi api;
    private final ProgressSink progress;

    Registering(FlyteApi api, ProgressSink progress) {
        this.api = api;
        this.progress = progress;
    }

    /** Code is brought only where a task needs it: the versions of those that are there have theirs. */
    List<Registered> register(FlyteCode code) {
        PodCode pods = code.pods();
        List<Registration> drafts = code.drafts(api.options().address(), pods);
        Registrar registrar = new Registrar(api, progress);
        List<Optional<Registered>> known = known(registrar, drafts);
        List<Registration> missing = IntStream.range(0, drafts.size())
                .filter(i -> known.get(i).isEmpty())
                .mapToObj(drafts::get)
                .toList();
        Iterator<Registered> registered =
                registered(registrar, code, pods, missing).iterator();
        return known.stream().map(each -> each.orElseGet(registered::next)).toList();
    }

    private List<Registered> registered(Registrar registrar, FlyteCode code, PodCode pods, List<Registration> missing) {
        if (missing.isEmpty()) {
            return List.of();
        }
        Function<TaskSpec, List<String>> words = words(code, pods);
        return registrar.register(missing.stream()
                .map(draft -> draft.startedBy(words.apply(draft.task())))
                .toList());
    }

    /** What starts tasks, once their code is where pods find it. */
    private Function<TaskSpec, List<String>> words(FlyteCode code, PodCode pods) {
        Optional<StorageUri> own = StorageUri.of(code.environment().variables());
        if (own.isEmpty()) {
            CodeStore uploads = new SignedUploads(api, progress);
            return FlyteCode.stored(pods, files -> stored(files, uploads));
        }
        StorageProvider provider =
                StorageProvider.of(own.get(), code.environment().application().loader());
        try (Storage storage = provider.open(own.get())) {
            CodeStore store = new StorageCode(own.get(), storage, progress);
            return FlyteCode.stored(pods, files -> stored(files, store));
        }
    }

    /** Several at a time. */
    private Map<String, String> stored(List<StoredFile> files, CodeStore store) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, DaemonThreads.named("eagleray upload"));
        try {
            Map<String, CompletableFuture<String>> places = new LinkedHashMap<>();
            files.forEach(
                    file -> places.put(file.name(), CompletableFuture.supplyAsync(() -> store.store(file), threads)));
            Map<String, String> uris = new LinkedHashMap<>();
            places.forEach((name, place) -> uris.put(name, api.answer("store " + name, place)));
            return uris;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Where the first one is not there, most are not: then it is as quick to register all, which says what is there. */
    private static List<Optional<Registered>> known(Registrar registrar, List<Registration> drafts) {
        return drafts.isEmpty() || registrar.known(drafts.subList(0, 1)).get(0).isPresent()
                ? registrar.known(drafts)
                : Collections.nCopies(drafts.size(), Optional.empty());
    }
}
