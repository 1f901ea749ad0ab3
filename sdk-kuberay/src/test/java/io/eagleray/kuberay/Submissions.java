package io.eagleray.kuberay;

import io.eagleray.driver.Submission;
import io.eagleray.spec.TaskSpec;
import io.eagleray.wire.Specs;
import java.util.Map;

/** Submissions of the tasks in {@link Fleet}. */
final class Submissions {
    private Submissions() {}

    static Submission of(String id, String task) {
        TaskSpec spec = Specs.load(Submissions.class.getClassLoader(), Fleet.class.getName()).tasks().stream()
                .filter(each -> each.method().equals(task))
                .findFirst()
                .orElseThrow();
        return new Submission(id, spec, new byte[] {1, 2, 3}, spec.timeout(), Map.of(), Map.of());
    }
}
