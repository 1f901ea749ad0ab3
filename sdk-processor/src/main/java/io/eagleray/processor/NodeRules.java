package io.eagleray.processor;

import static io.eagleray.processor.Problem.error;
import static io.eagleray.processor.Problem.none;

import io.eagleray.processor.RayJobModel.HeadModel;
import io.eagleray.processor.RayJobModel.WorkerGroupModel;
import java.util.List;

/** What heads and groups of workers must be. */
final class NodeRules {
    private static final List<Rule<WorkerGroupModel>> WORKERS = List.of(
            NodeRules::groupNameIsLabel,
            NodeRules::groupNameIsNotTooLong,
            NodeRules::groupNameIsNotHeads,
            NodeRules::replicasIsNotNegative,
            NodeRules::minReplicasIsNotNegative,
            NodeRules::maxReplicasIsNotNegative,
            NodeRules::minReplicasIsNotAboveReplicas,
            NodeRules::maxReplicasIsNotBelowReplicas);

    private NodeRules() {}

    static List<Problem> head(HeadModel head, ResourcesModel defaults) {
        return Rule.together(
                StartParameterRules.check("head node: ", head.rayStartParams()),
                ResourceRules.check("head node: ", head.resources(), defaults),
                podTemplate("head node: ", head.podTemplate()));
    }

    static List<Problem> workers(WorkerGroupModel group, ResourcesModel defaults) {
        return Rule.together(
                Rule.all(WORKERS, group),
                StartParameterRules.check(owner(group), group.rayStartParams()),
                ResourceRules.check(owner(group), group.resources(), defaults),
                podTemplate(owner(group), group.podTemplate()));
    }

    private static String owner(WorkerGroupModel group) {
        return "worker group \"" + group.groupName().value() + "\": ";
    }

    private static List<Problem> groupNameIsLabel(WorkerGroupModel group) {
        return NameRules.isDnsLabel(group.groupName().value())
                ? none()
                : error(
                        group.groupName(),
                        "groupName \"" + group.groupName().value()
                                + "\" is no DNS-1123 label; use lower-case letters, digits and \"-\", with a letter or digit at"
                                + " both ends");
    }

    private static List<Problem> groupNameIsNotTooLong(WorkerGroupModel group) {
        int length = group.groupName().value().length();
        return length <= NameRules.LABEL_LENGTH
                ? none()
                : error(
                        group.groupName(),
                        "groupName \"" + group.groupName().value() + "\" has " + length
                                + " characters; Kubernetes allows " + NameRules.LABEL_LENGTH);
    }

    private static List<Problem> groupNameIsNotHeads(WorkerGroupModel group) {
        return group.groupName().value().equals("headgroup")
                ? error(
                        group.groupName(),
                        "groupName \"headgroup\" is KubeRay's own name for the head; use another one")
                : none();
    }

    private static List<Problem> replicasIsNotNegative(WorkerGroupModel group) {
        int replicas = group.replicas().value();
        return replicas >= 0
                ? none()
                : error(group.replicas(), owner(group) + "replicas (" + replicas + ") is negative; write 0 or more");
    }

    private static List<Problem> minReplicasIsNotNegative(WorkerGroupModel group) {
        return TimeRules.atLeast(0, owner(group) + "minReplicas", group.minReplicas());
    }

    private static List<Problem> maxReplicasIsNotNegative(WorkerGroupModel group) {
        return TimeRules.atLeast(0, owner(group) + "maxReplicas", group.maxReplicas());
    }

    private static List<Problem> minReplicasIsNotAboveReplicas(WorkerGroupModel group) {
        int replicas = group.replicas().value();
        return replicas < 0 || group.min() <= replicas
                ? none()
                : error(
                        group.minReplicas(),
                        owner(group) + "minReplicas (" + group.min() + ") is greater than replicas (" + replicas
                                + "); lower minReplicas or raise replicas");
    }

    private static List<Problem> maxReplicasIsNotBelowReplicas(WorkerGroupModel group) {
        int replicas = group.replicas().value();
        return group.max() < 0 || replicas <= group.max()
                ? none()
                : error(
                        group.maxReplicas(),
                        owner(group) + "replicas (" + replicas + ") is greater than maxReplicas (" + group.max()
                                + "); lower replicas or raise maxReplicas");
    }

    private static List<Problem> podTemplate(String owner, Setting<String> path) {
        return path.value().startsWith("/")
                ? error(
                        path,
                        owner + "podTemplate \"" + path.value()
                                + "\" is to be a path on the class path; write it without the leading \"/\"")
                : none();
    }
}
