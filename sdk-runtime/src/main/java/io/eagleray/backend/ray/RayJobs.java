package io.eagleray.backend.ray;

import io.eagleray.backend.BackendUri;
import io.eagleray.client.BackendException;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.ValueException;
import io.eagleray.wire.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The jobs of a Ray cluster, by the REST API of its head.
 *
 * <pre>{@code
 * try (RayJobs jobs = RayJobs.at(BackendUri.parse("http://127.0.0.1:8265"), System.getenv())) {
 *     jobs.submit(JobSubmission.of("hello-1", "echo hello"));
 *     JobDetails end = jobs.follow("hello-1", System.out::println);
 * }
 * }</pre>
 *
 * <p>Everything is tried again for 20 s where the head cannot be reached, is asked too much or restarts; one attempt
 * takes 30 s at most, those with large bodies 10 minutes. All methods throw {@link BackendException} when the head cannot
 * be reached or fails, {@link ConfigurationException} when it refuses what is set or asked, and
 * {@link InterruptedException} when the thread is interrupted; each message says what to do.
 *
 * @see <a href="https://docs.ray.io/en/latest/cluster/running-applications/job-submission/api.html">Ray Jobs REST API</a>
 */
public final class RayJobs implements AutoCloseable {
    private static final String JOBS = "/api/jobs/";

    private final HeadClient head;
    private final RayPackages packages;

    RayJobs(HeadOptions options) {
        this.head = new HeadClient(options);
        this.packages = new RayPackages(head);
    }

    /**
     * The jobs of a head. Nothing is sent yet.
     *
     * @param uri its address, {@code http(s)://host:port}
     * @param variables the environment variables: Ray's {@code RAY_AUTH_TOKEN} and {@code RAY_AUTH_TOKEN_PATH}, and
     *     {@code EAGLERAY_HEADERS}, {@code EAGLERAY_CA_FILE}, {@code EAGLERAY_CLIENT_CERTIFICATE},
     *     {@code EAGLERAY_CLIENT_KEY}, {@code EAGLERAY_CLIENT_PASSWORD} and {@code EAGLERAY_ALLOW_TOKEN_OVER_HTTP}
     * @return its jobs
     * @throws ConfigurationException when one of these cannot be right, or a token would travel in clear
     */
    public static RayJobs at(BackendUri uri, Map<String, String> variables) {
        return new RayJobs(HeadOptions.of(uri, variables));
    }

    /**
     * What the head says of itself.
     *
     * @return its versions
     * @throws InterruptedException when the thread is interrupted
     */
    public HeadVersion version() throws InterruptedException {
        Answer answer = head.ok(Ask.of("GET", "/api/version"));
        try {
            JsonObject object = answer.object();
            return new HeadVersion(
                    RayVersion.of(object.text("ray_version").orElse("")),
                    Integer.parseInt(object.text("version").orElse("")),
                    object.text("session_name").filter(name -> name.matches("[A-Za-z0-9_.-]{1,100}")));
        } catch (ConfigurationException | ValueException | NumberFormatException e) {
            throw answer.isPage() ? Refusal.page(answer) : answer.broken(e);
        }
    }

    /**
     * Submits a job. Submitting it twice, or again after a lost answer, runs it once.
     *
     * @param job the job
     * @return what the head knows of it
     * @throws ConfigurationException when another job has its id
     * @throws InterruptedException when the thread is interrupted; the job may have been submitted
     */
    public JobDetails submit(JobSubmission job) throws InterruptedException {
        Answer answer;
        try {
            answer = head.answer(Ask.json("POST", JOBS, JobRequest.json(job)));
        } catch (BackendException lost) {
            return findAfter(lost, job).orElseThrow(() -> lost);
        }
        boolean mayBeThere = answer.isOk() || answer.status() >= Answer.SERVER_ERROR;
        Optional<JobDetails> found = mayBeThere ? find(job.id()) : Optional.empty();
        if (found.isPresent()) {
            return ours(job, found.get());
        }
        if (answer.isOk()) {
            throw new BackendException("job " + job.id() + " was taken by the Ray head at "
                    + head.options().address() + ", which does not know it: did the head restart, or is there a proxy"
                    + " in its place? Submit it with another id");
        }
        throw Refusal.of(answer, head.options());
    }

    /** The answer is lost; the job may be there. */
    private Optional<JobDetails> findAfter(BackendException lost, JobSubmission job) throws InterruptedException {
        try {
            return find(job.id()).map(found -> ours(job, found));
        } catch (BackendException again) {
            lost.addSuppressed(again);
            return Optional.empty();
        }
    }

    private JobDetails ours(JobSubmission job, JobDetails found) {
        if (JobRequest.digest(job).equals(found.metadata().get(JobRequest.DIGEST))) {
            return found;
        }
        throw new ConfigurationException("another job with the id " + job.id() + " already exists on the Ray head at "
                + head.options().address() + ": choose another id");
    }

    /**
     * Finds a job.
     *
     * @param id its id
     * @return what is known of it, or empty when the head does not know it
     * @throws InterruptedException when the thread is interrupted
     */
    public Optional<JobDetails> find(String id) throws InterruptedException {
        Answer answer = head.answer(Ask.of("GET", path(id)));
        if (isUnknownJob(answer)) {
            return Optional.empty();
        }
        JsonObject job = accepted(answer).object();
        try {
            if (!JobDetails.id(job).equals(Optional.of(id))) {
                throw new ValueException("$.submission_id: expected " + id);
            }
            return Optional.of(JobDetails.of(id, job));
        } catch (ValueException e) {
            throw answer.broken(e);
        }
    }

    /** As {@link #find}; a job that the head does not know is a failure. */
    JobDetails get(String id) throws InterruptedException {
        return find(id).orElseThrow(() -> new ConfigurationException("the Ray head at "
                + head.options().address() + " does not know job " + id
                + ": was it deleted, or has the head restarted? A head forgets its jobs then"));
    }

    /**
     * Lists the jobs that were submitted; drivers that were started otherwise are left out.
     *
     * @return the jobs, in the head's order
     * @throws InterruptedException when the thread is interrupted
     */
    public List<JobDetails> list() throws InterruptedException {
        Answer answer = head.ok(Ask.of("GET", JOBS));
        List<JobDetails> jobs = new ArrayList<>();
        try {
            for (JsonObject job : answer.array()) {
                JobDetails.id(job).ifPresent(id -> jobs.add(JobDetails.of(id, job)));
            }
        } catch (ValueException e) {
            throw answer.broken(e);
        }
        return List.copyOf(jobs);
    }

    /**
     * Asks a job to end: its processes get SIGTERM, and SIGKILL 3 s later.
     *
     * @param id its id
     * @return false when it had ended already, or the head does not know it
     * @throws InterruptedException when the thread is interrupted
     */
    public boolean stop(String id) throws InterruptedException {
        return did(head.answer(Ask.of("POST", path(id) + "/stop")), "stopped");
    }

    /**
     * Removes a job that has ended. Its id is not to be used again.
     *
     * @param id its id
     * @return false when the head does not know it
     * @throws ConfigurationException when it has not ended
     * @throws InterruptedException when the thread is interrupted
     */
    public boolean delete(String id) throws InterruptedException {
        Answer answer = head.answer(Ask.of("DELETE", path(id)));
        if (answer.status() == Answer.SERVER_ERROR) {
            Optional<JobDetails> job = find(id);
            if (job.isPresent() && !job.get().status().isEnd()) {
                throw new ConfigurationException(
                        "job " + id + " is " + job.get().status() + " and cannot be deleted: stop it first");
            }
        }
        return did(answer, "deleted");
    }

    /**
     * All that a job has written so far, line by line.
     *
     * @param id its id
     * @param lines takes the lines, without their line breaks
     * @return false when the head does not know the job
     * @throws InterruptedException when the thread is interrupted
     */
    public boolean logs(String id, Consumer<String> lines) throws InterruptedException {
        LogText text = new LogText(lines);
        boolean known = new LogFile(head, path(id)).read(text);
        text.end();
        return known;
    }

    /**
     * Follows what a job writes until it has ended: live, in order, each line once.
     *
     * @param id its id
     * @param lines takes the lines, without their line breaks
     * @return what is known of the job at its end
     * @throws ConfigurationException when the head does not know the job
     * @throws InterruptedException when the thread is interrupted; the job goes on
     */
    public JobDetails follow(String id, Consumer<String> lines) throws InterruptedException {
        return follow(id, () -> false, lines);
    }

    /** Follows it, and waits for no more once somebody else knows that it has ended. */
    JobDetails follow(String id, BooleanSupplier hasEnded, Consumer<String> lines) throws InterruptedException {
        LogText text = new LogText(lines);
        return new LogTail(this, head, id, path(id), hasEnded).follow(text);
    }

    /**
     * Its packages.
     *
     * @return what code is brought to the cluster in
     */
    public RayPackages packages() {
        return packages;
    }

    /**
     * Where people look at a job.
     *
     * @param id its id
     * @return the address of its page in Ray's dashboard
     */
    public URI dashboard(String id) {
        return head.options().address().resolve("/#/jobs/" + JobIds.check(id));
    }

    HeadClient head() {
        return head;
    }

    private Answer accepted(Answer answer) {
        if (!answer.isOk()) {
            throw Refusal.of(answer, head.options());
        }
        return answer;
    }

    private boolean did(Answer answer, String what) {
        try {
            return !isUnknownJob(answer) && accepted(answer).object().bool(what).orElse(false);
        } catch (ValueException e) {
            throw answer.broken(e);
        }
    }

    /** Ray's own 404; another one means that the API is not there. */
    static boolean isUnknownJob(Answer answer) {
        return answer.status() == Answer.NOT_FOUND
                && !answer.isPage()
                && answer.text().contains("does not exist");
    }

    private static String path(String id) {
        return JOBS + JobIds.check(id);
    }

    /** Ends its connections. The jobs go on. */
    @Override
    public void close() {
        head.close();
    }

    /** The head's address. */
    @Override
    public String toString() {
        return "the jobs at " + head.options().address();
    }
}
