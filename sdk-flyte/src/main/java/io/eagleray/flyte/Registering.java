package io.eagleray.flyte;

import io.eagleray.client.ProgressSink;
import io.eagleray.flyte.FlyteProject.Registered;
import io.eagleray.flyte.pod.PodCode;
import io.eagleray.flyte.template.Registration;
import io.eagleray.spec.TaskSpec;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Registers what is not there yet, with its code. */
final class Registering {
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
        Iterator<Registered> registered = registered(registrar, pods, missing).iterator();
        return known.stream().map(each -> each.orElseGet(registered::next)).toList();
    }

    private List<Registered> registered(Registrar registrar, PodCode pods, List<Registration> missing) {
        if (missing.isEmpty()) {
            return List.of();
        }
        SignedUploads uploads = new SignedUploads(api, progress);
        Function<TaskSpec, List<String>> words = FlyteCode.stored(pods, uploads::store);
        return registrar.register(missing.stream()
                .map(draft -> draft.startedBy(words.apply(draft.task())))
                .toList());
    }

    /** Where the first one is not there, most are not: then it is as quick to register all, which says what is there. */
    private static List<Optional<Registered>> known(Registrar registrar, List<Registration> drafts) {
        return drafts.isEmpty() || registrar.known(drafts.subList(0, 1)).get(0).isPresent()
                ? registrar.known(drafts)
                : Collections.nCopies(drafts.size(), Optional.empty());
    }
}
