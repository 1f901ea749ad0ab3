package io.eagleray.backend.ray;

import io.eagleray.bundle.Bundle;
import io.eagleray.client.ConfigurationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which Java the head of a cluster has. Ray does not tell, so a small job does: it runs once in the life of a cluster, and
 * everybody reads its log.
 */
final class ClusterJava {
    private static final Logger LOGGER = LoggerFactory.getLogger(ClusterJava.class);
    private static final int OLDEST = 17;
    private static final Pattern VERSION = Pattern.compile(" version \"(?:1\\.)?(\\d{1,3})[^\"]*\"");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final RayJobs jobs;
    private final String address;
    private final JobSubmission question;
    private volatile @Nullable OptionalInt known;

    ClusterJava(RayJobs jobs, HeadVersion head) {
        this.jobs = jobs;
        this.address = jobs.head().options().address().toString();
        question = JobSubmission.of(
                "eagleray-java" + head.session().map(name -> "-" + name).orElse(""), "java -version");
    }

    /** Asks, without waiting for the answer. */
    void ask() throws InterruptedException {
        if (known == null && jobs.find(question.id()).isEmpty()) {
            jobs.submit(question);
        }
    }

    /**
     * Checks that the cluster can run a bundle.
     *
     * @throws ConfigurationException when it has no Java, or one that is too old for Eagleray or for a class
     */
    void require(Bundle bundle) throws InterruptedException {
        OptionalInt feature = feature();
        if (feature.isEmpty()) {
            LOGGER.warn("which Java the Ray at {} has cannot be told; see its job {}", address, question.id());
            return;
        }
        if (feature.getAsInt() < OLDEST) {
            throw new ConfigurationException(
                    "the Ray head at " + address + " has Java " + feature.getAsInt() + ": install a JDK, " + OLDEST
                            + " or later, on every node of the cluster, as the java on its PATH");
        }
        bundle.requireJava(feature.getAsInt());
    }

    private OptionalInt feature() throws InterruptedException {
        OptionalInt answer = known;
        if (answer == null) {
            answer = answer();
            known = answer;
        }
        return answer;
    }

    private OptionalInt answer() throws InterruptedException {
        Optional<JobDetails> job = ended();
        if (job.isEmpty()) {
            return OptionalInt.empty();
        }
        if (job.get().exitCode().orElse(0) == JobFailure.NO_JAVA) {
            throw new ConfigurationException(
                    "the Ray head at " + address + " has no java on its PATH: install a JDK, " + OLDEST
                            + " or later, on every node of the cluster, or into the image of its nodes, before Ray is started there");
        }
        List<String> lines = new ArrayList<>();
        jobs.logs(question.id(), lines::add);
        Matcher version = VERSION.matcher(String.join("\n", lines));
        return version.find() ? OptionalInt.of(Integer.parseInt(version.group(1))) : OptionalInt.empty();
    }

    private Optional<JobDetails> ended() throws InterruptedException {
        Deadline deadline = Deadline.in(PATIENCE);
        Optional<JobDetails> job = jobs.find(question.id());
        while (job.isPresent() && !job.get().status().isEnd()) {
            if (deadline.isBefore(PAUSE)) {
                return Optional.empty();
            }
            Thread.sleep(PAUSE.toMillis());
            job = jobs.find(question.id());
        }
        return job;
    }
}
