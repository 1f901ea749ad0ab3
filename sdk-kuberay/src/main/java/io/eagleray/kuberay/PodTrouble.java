package io.eagleray.kuberay;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a pod does not run yet, read from its state alone.
 *
 * @param reason for people, with the remedy where there is one
 * @param heals whether waiting may help
 */
record PodTrouble(String reason, boolean heals) {
    private static final Set<String> IMAGES =
            Set.of("ImagePullBackOff", "ErrImagePull", "InvalidImageName", "ErrImageNeverPull", "ImageInspectError");

    /** A first failure to pull may be the network's; these are said when the kubelet has given up, or never can. */
    private static final Set<String> HOPELESS_IMAGES =
            Set.of("ImagePullBackOff", "InvalidImageName", "ErrImageNeverPull", "ImageInspectError");

    private static final Set<String> SETTINGS = Set.of("CreateContainerConfigError", "CreateContainerError");
    private static final int LONGEST = 500;

    /** What keeps a pod from being ready; empty when nothing is known, or it is. */
    static Optional<PodTrouble> of(Pod pod) {
        if (pod.getStatus() == null || isReady(pod)) {
            return Optional.empty();
        }
        String name = "pod " + pod.getMetadata().getName();
        if ("Failed".equals(pod.getStatus().getPhase())) {
            return Optional.of(new PodTrouble(
                    name + " has failed"
                            + because(
                                    pod.getStatus().getReason(), pod.getStatus().getMessage()),
                    false));
        }
        return containers(pod)
                .flatMap(status -> container(name, status).stream())
                .findFirst()
                .or(() -> unscheduled(name, pod));
    }

    static boolean isReady(Pod pod) {
        return condition(pod, "Ready")
                .map(PodCondition::getStatus)
                .filter("True"::equals)
                .isPresent();
    }

    private static Stream<ContainerStatus> containers(Pod pod) {
        return Stream.concat(
                list(pod.getStatus().getInitContainerStatuses()).stream(),
                list(pod.getStatus().getContainerStatuses()).stream());
    }

    private static Optional<PodTrouble> container(String pod, ContainerStatus status) {
        ContainerState state = status.getState();
        String container = pod + ", container " + status.getName();
        if (state != null && state.getWaiting() != null) {
            String reason = Objects.requireNonNullElse(state.getWaiting().getReason(), "");
            return waiting(container, reason, state.getWaiting().getMessage(), status);
        }
        if (state != null && state.getTerminated() != null && !isInit(state)) {
            return Optional.of(new PodTrouble(container + " has ended" + ended(state), true));
        }
        return Optional.empty();
    }

    /** An init container that is done is none that has failed. */
    private static boolean isInit(ContainerState state) {
        return Objects.equals(state.getTerminated().getExitCode(), 0);
    }

    private static Optional<PodTrouble> waiting(
            String container, String reason, @Nullable String message, ContainerStatus status) {
        if (IMAGES.contains(reason)) {
            return Optional.of(new PodTrouble(
                    container + ": its image " + status.getImage() + " cannot be pulled" + because(reason, message)
                            + "; check the image's name, and the registry's imagePullSecrets",
                    !HOPELESS_IMAGES.contains(reason)));
        }
        if (SETTINGS.contains(reason)) {
            return Optional.of(new PodTrouble(
                    container + " cannot be made" + because(reason, message)
                            + "; do the secrets, config maps and commands that it names exist?",
                    false));
        }
        if (reason.equals("CrashLoopBackOff")) {
            ContainerState last = status.getLastState();
            return Optional.of(new PodTrouble(
                    container + " ends again and again" + (last == null ? "" : ended(last))
                            + "; is there a Ray in the image, and is the memory enough?",
                    false));
        }
        return Optional.empty();
    }

    private static String ended(ContainerState state) {
        if (state.getTerminated() == null) {
            return "";
        }
        return because(
                "exit code " + state.getTerminated().getExitCode() + ", "
                        + state.getTerminated().getReason(),
                state.getTerminated().getMessage());
    }

    private static Optional<PodTrouble> unscheduled(String name, Pod pod) {
        return condition(pod, "PodScheduled")
                .filter(condition -> "False".equals(condition.getStatus()))
                .map(condition -> new PodTrouble(
                        name + " has no node yet" + because(condition.getReason(), condition.getMessage()), true));
    }

    private static Optional<PodCondition> condition(Pod pod, String type) {
        return list(pod.getStatus() == null ? null : pod.getStatus().getConditions()).stream()
                .filter(condition -> type.equals(condition.getType()))
                .findFirst();
    }

    private static String because(@Nullable String reason, @Nullable String message) {
        String text = Stream.of(reason, message)
                .filter(each -> each != null && !each.isBlank())
                .map(each -> Objects.requireNonNull(each)
                        .replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ")
                        .strip())
                .reduce((first, second) -> first + ": " + second)
                .orElse("");
        return text.isEmpty() ? "" : " (" + text.substring(0, Math.min(text.length(), LONGEST)) + ")";
    }

    private static <T> List<T> list(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }
}
