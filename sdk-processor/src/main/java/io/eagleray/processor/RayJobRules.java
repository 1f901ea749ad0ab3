package io.eagleray.processor;

import static io.eagleray.processor.Problem.error;
import static io.eagleray.processor.Problem.none;
import static io.eagleray.processor.Problem.warning;

import io.eagleray.processor.RayJobModel.ReuseModel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What {@code @RayJobConfig} may say. */
final class RayJobRules {
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+[A-Za-z0-9.+-]*");
    private static final List<Rule<RayJobModel>> ALL = List.of(
            RayJobRules::groupNamesDiffer,
            job -> TimeRules.atLeast(0, "ttlSecondsAfterFinished", job.ttlSecondsAfterFinished()),
            RayJobRules::ttlNeedsShutdown,
            job -> TimeRules.check("keepOnFailure", job.keepOnFailure()),
            job -> TimeRules.atLeast(
                    0, "idleTimeoutSeconds", job.autoscaler().value().idleTimeoutSeconds()),
            RayJobRules::addressIsBackend,
            RayJobRules::imageIsReference,
            RayJobRules::versionIsRays,
            RayJobRules::serviceAccountHasName,
            RayJobRules::reuseHasName,
            RayJobRules::reuseNameIsLabel,
            job -> TimeRules.check("idleTtl", job.reuse().idleTtl()),
            RayJobRules::reuseWithoutTtl,
            RayJobRules::reuseWithoutKeepOnFailure,
            RayJobRules::reuseWithoutAddress);

    private RayJobRules() {}

    static List<Problem> check(RayJobModel job, TaskModel task) {
        boolean quiet = task.method().quiet();
        return Rule.together(
                Rule.all(ALL, job),
                quiet ? none() : autoscalerNeedsAutoscaling(job),
                NodeRules.head(job.head(), task.resources()),
                Rule.each(job.workerGroups(), group -> NodeRules.workers(group, task.resources())),
                RuntimeEnvRules.check(job.runtimeEnv(), quiet));
    }

    private static List<Problem> groupNamesDiffer(RayJobModel job) {
        Set<String> seen = new HashSet<>();
        return Rule.each(
                job.workerGroups(),
                group -> seen.add(group.groupName().value())
                        ? none()
                        : error(
                                group.groupName(),
                                "there is another worker group \""
                                        + group.groupName().value() + "\"; give one a name of its own"));
    }

    private static List<Problem> ttlNeedsShutdown(RayJobModel job) {
        return job.ttlSecondsAfterFinished().value() < 0
                        || job.shutdownAfterJobFinishes().value()
                ? none()
                : error(
                        job.ttlSecondsAfterFinished(),
                        "ttlSecondsAfterFinished ("
                                + job.ttlSecondsAfterFinished().value()
                                + ") has no effect where the cluster is not shut down; leave it out, or shutdownAfterJobFinishes"
                                + " = false");
    }

    private static List<Problem> addressIsBackend(RayJobModel job) {
        return Addresses.refusal(job.address().value())
                .map(refusal -> error(job.address(), refusal))
                .orElseGet(Problem::none);
    }

    private static List<Problem> imageIsReference(RayJobModel job) {
        String image = job.image().value();
        return image.codePoints().noneMatch(Character::isWhitespace)
                ? none()
                : error(
                        job.image(),
                        "image \"" + image
                                + "\" has blanks; write a reference such as registry.example/team/ray:2.60.0");
    }

    private static List<Problem> versionIsRays(RayJobModel job) {
        String version = job.rayVersion().value();
        return version.isEmpty() || VERSION.matcher(version).matches()
                ? none()
                : error(
                        job.rayVersion(),
                        "rayVersion \"" + version + "\" is no version of Ray; write one such as 2.60.0");
    }

    private static List<Problem> serviceAccountHasName(RayJobModel job) {
        String account = job.serviceAccount().value();
        return account.isEmpty() || NameRules.isDnsSubdomain(account)
                ? none()
                : error(
                        job.serviceAccount(),
                        "serviceAccount \"" + account
                                + "\" is no Kubernetes name; use lower-case letters, digits, \"-\" and \".\"");
    }

    private static List<Problem> reuseHasName(RayJobModel job) {
        ReuseModel reuse = job.reuse();
        return reuse.asked() || reuse.idleTtl().value().isEmpty()
                ? none()
                : error(reuse.idleTtl(), "idleTtl has no effect without a name of the kept cluster; add name");
    }

    private static List<Problem> reuseNameIsLabel(RayJobModel job) {
        Setting<String> name = job.reuse().name();
        return !job.reuse().asked()
                        || (NameRules.isDnsLabel(name.value()) && name.value().length() <= NameRules.LABEL_LENGTH)
                ? none()
                : error(
                        name,
                        "reuse name \"" + name.value() + "\" is no Kubernetes name; use at most "
                                + NameRules.LABEL_LENGTH
                                + " lower-case letters, digits and \"-\", with a letter or digit at both ends");
    }

    private static List<Problem> reuseWithoutTtl(RayJobModel job) {
        return job.reuse().asked() && job.ttlSecondsAfterFinished().value() >= 0
                ? error(
                        job.ttlSecondsAfterFinished(),
                        "ttlSecondsAfterFinished contradicts reuse, which keeps the cluster; leave one out (reuse has"
                                + " idleTtl)")
                : none();
    }

    private static List<Problem> reuseWithoutKeepOnFailure(RayJobModel job) {
        return job.reuse().asked() && !job.keepOnFailure().value().isEmpty()
                ? error(job.keepOnFailure(), "keepOnFailure contradicts reuse, which keeps the cluster; leave one out")
                : none();
    }

    private static List<Problem> reuseWithoutAddress(RayJobModel job) {
        return job.reuse().asked() && !job.address().value().isEmpty()
                ? error(job.address(), "address names a Ray that is there, and reuse a cluster to make; leave one out")
                : none();
    }

    private static List<Problem> autoscalerNeedsAutoscaling(RayJobModel job) {
        return job.autoscaler().written() && !job.enableAutoscaling().value()
                ? warning(
                        job.autoscaler().place(),
                        "autoscalerOptions has no effect without autoscaling; set enableAutoscaling = true, or leave it out")
                : none();
    }
}
