package io.eagleray.backend.ray;

import io.eagleray.backend.BackendUri;
import io.eagleray.backend.Check;
import io.eagleray.backend.Checks;
import io.eagleray.client.BackendException;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.ValueException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Looks whether a head can be used: its address, the token, the version of Ray and that of the Jobs API. */
public final class HeadChecks {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final int JOBS_API = 4;
    private static final String PROBE = "eagleray-doctor";

    private final Checks checks = new Checks();

    private HeadChecks() {}

    /**
     * Looks at a head.
     *
     * @param uri its address
     * @param variables the environment variables, as for {@link RayJobs#at}
     * @return what was found, in order; what follows a failure is not looked at
     * @throws InterruptedException when the thread is interrupted
     */
    public static List<Check> of(BackendUri uri, Map<String, String> variables) throws InterruptedException {
        HeadChecks all = new HeadChecks();
        all.run(uri, variables);
        return all.checks.done();
    }

    private void run(BackendUri uri, Map<String, String> variables) throws InterruptedException {
        if (!checks.look("settings", () -> settings(uri, variables))) {
            return;
        }
        HeadOptions options = options(uri, variables);
        try (HeadClient anyone = new HeadClient(options.anonymous());
                RayJobs jobs = new RayJobs(options)) {
            if (checks.look("address", () -> address(anyone))
                    && checks.look("token", () -> token(anyone, jobs, options))
                    && checks.look("Ray", () -> ray(jobs.version()))
                    && checks.look("Jobs API", () -> api(jobs.version()))) {
                checks.look("jobs", () -> probe(jobs));
            }
        }
    }

    private static HeadOptions options(BackendUri uri, Map<String, String> variables) {
        return HeadOptions.of(uri, variables).within(PATIENCE, TIMEOUT);
    }

    private static String settings(BackendUri uri, Map<String, String> variables) {
        HeadOptions options = options(uri, variables);
        options.trust().context();
        return options.token().map(HeadToken::toString).orElse("no token");
    }

    /** Everybody may ask for this; any answer of an HTTP server will do, for older Rays do not know it. */
    private static Answer mode(HeadClient anyone) throws InterruptedException {
        return anyone.answer(Ask.of("GET", "/api/authentication_mode"));
    }

    private static String address(HeadClient anyone) throws InterruptedException {
        Answer answer = mode(anyone);
        if (answer.status() >= Answer.SERVER_ERROR || answer.status() == 429) {
            throw Refusal.of(answer, anyone.options());
        }
        return anyone.options().address() + " answers";
    }

    private static String token(HeadClient anyone, RayJobs jobs, HeadOptions options) throws InterruptedException {
        jobs.version();
        String shown = options.token().map(HeadToken::toString).orElse("no token");
        return shown
                + (asksForNone(mode(anyone))
                        ? " is shown, and none is asked for: whoever reaches the head can run code there"
                        : " is accepted");
    }

    private static boolean asksForNone(Answer answer) {
        try {
            return answer.isOk()
                    && !answer.isPage()
                    && answer.object().text("authentication_mode").orElse("").equals("disabled");
        } catch (BackendException | ValueException e) {
            return false; // it is no Ray that has this
        }
    }

    /** Refuses a head whose Ray or Jobs API is too old. */
    static void requireUsable(HeadVersion head) {
        ray(head);
        api(head);
    }

    private static String ray(HeadVersion head) {
        if (!head.ray().isSupported()) {
            throw new ConfigurationException("Ray " + head.ray() + " is too old: Eagleray works with Ray "
                    + RayVersion.OLDEST + " and later; upgrade the cluster");
        }
        return head.ray() + (head.ray().hasTokens() ? "" : ", which has no tokens: keep others from reaching it");
    }

    private static String api(HeadVersion head) {
        if (head.jobsApi() < JOBS_API) {
            throw new ConfigurationException("version " + head.jobsApi()
                    + " of the Jobs API is too old: Eagleray needs " + JOBS_API + "; upgrade the cluster's Ray");
        }
        return "version " + head.jobsApi()
                + (head.jobsApi() > JOBS_API ? ", newer than " + JOBS_API + ", which Eagleray was made for" : "");
    }

    private static String probe(RayJobs jobs) throws InterruptedException {
        jobs.find(PROBE);
        return "can be asked for";
    }
}
