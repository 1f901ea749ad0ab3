package io.eagleray.processor;

import static io.eagleray.processor.Problem.error;
import static io.eagleray.processor.Problem.none;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What requests and limits must be. */
final class ResourceRules {
    private static final Set<String> BYTES = Set.of("memory", "ephemeral-storage");
    private static final Set<String> OWN_ATTRIBUTE = Set.of("cpu", "memory", "gpu", "ephemeral-storage");

    /** What Kubernetes holds. */
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    private ResourceRules() {}

    /**
     * The problems of a node's resources.
     *
     * @param owner what the message begins with, such as {@code worker group "gpu": }
     * @param own what the node says
     * @param defaults what it does not say
     */
    static Stream<Problem> check(String owner, ResourcesModel own, ResourcesModel defaults) {
        if (own.requests().isEmpty() && own.limits().isEmpty()) {
            return Stream.of(); // whatever is wrong with the defaults is said where they stand
        }
        return Stream.of(
                        amounts(owner + "requests.", own.requests()),
                        amounts(owner + "limits.", own.limits()),
                        names(owner + "requests.", own.requests()),
                        names(owner + "limits.", own.limits()),
                        duplicates(owner + "requests.", own.requests()),
                        duplicates(owner + "limits.", own.limits()),
                        order(owner, own, defaults))
                .flatMap(List::stream);
    }

    private static List<Problem> amounts(String block, List<Entry> amounts) {
        return amounts.stream()
                .flatMap(each -> amount(block + each.key().value(), each.key().value(), each.value()))
                .toList();
    }

    /**
     * The problems of one quantity.
     *
     * @param what what the message begins with
     * @param resource the name of the resource
     */
    static Stream<Problem> amount(String what, String resource, Setting<String> quantity) {
        Optional<BigDecimal> amount = Quantities.parse(quantity.value());
        return amount.isEmpty()
                ? parses(what, quantity).stream()
                : Stream.of(
                                isNotNegative(what, quantity, amount.get()),
                                isNotTooMuch(what, quantity, amount.get()),
                                BYTES.contains(resource) ? isWholeBytes(what, quantity, amount.get()) : Problem.none(),
                                resource.equals("gpu") || resource.contains("/")
                                        ? isWhole(what, quantity, amount.get())
                                        : Problem.none())
                        .flatMap(List::stream);
    }

    private static List<Problem> parses(String what, Setting<String> quantity) {
        return error(
                quantity,
                what + " \"" + quantity.value()
                        + "\" is no Kubernetes quantity; write a number with or without a suffix, such as 2, 500m, 1.5G or 4Gi");
    }

    private static List<Problem> isNotNegative(String what, Setting<String> quantity, BigDecimal amount) {
        return amount.signum() >= 0
                ? none()
                : error(quantity, what + " \"" + quantity.value() + "\" is negative; write 0 or more");
    }

    private static List<Problem> isNotTooMuch(String what, Setting<String> quantity, BigDecimal amount) {
        return amount.compareTo(MOST) <= 0
                ? none()
                : error(
                        quantity,
                        what + " \"" + quantity.value() + "\" is more than Kubernetes holds; write less than 8Ei");
    }

    private static List<Problem> isWholeBytes(String what, Setting<String> quantity, BigDecimal amount) {
        return isWhole(amount)
                ? none()
                : error(
                        quantity,
                        what + " \"" + quantity.value() + "\" is "
                                + amount.stripTrailingZeros().toPlainString()
                                + " bytes, since a lower-case m means thousandths; write whole bytes, such as 512Mi or 512M");
    }

    private static List<Problem> isWhole(String what, Setting<String> quantity, BigDecimal amount) {
        return isWhole(amount)
                ? none()
                : error(quantity, what + " \"" + quantity.value() + "\" is a fraction; write a whole number");
    }

    private static boolean isWhole(BigDecimal amount) {
        return amount.signum() == 0 || amount.stripTrailingZeros().scale() <= 0;
    }

    private static List<Problem> names(String block, List<Entry> amounts) {
        return amounts.stream()
                .map(Entry::key)
                .filter(name -> !OWN_ATTRIBUTE.contains(name.value()) && !NameRules.isForeign(name.value()))
                .flatMap(name -> error(
                        name,
                        block + "custom \"" + name.value()
                                + "\" is no name of a Kubernetes resource; write it with its domain, such as example.com/fpga")
                        .stream())
                .toList();
    }

    private static List<Problem> duplicates(String block, List<Entry> amounts) {
        Set<String> seen = new HashSet<>();
        return amounts.stream()
                .map(Entry::key)
                .filter(name -> !seen.add(name.value()))
                .flatMap(name -> error(name, block + name.value() + " is given twice; leave one out").stream())
                .toList();
    }

    private static List<Problem> order(String owner, ResourcesModel own, ResourcesModel defaults) {
        ResourcesModel whole = own.over(defaults);
        List<Problem> problems = new ArrayList<>();
        for (Entry request : whole.requests()) {
            boolean ownRequest = own.requests().contains(request);
            find(whole.limits(), request.key().value())
                    .filter(limit -> ownRequest || own.limits().contains(limit))
                    .filter(limit -> isMore(request, limit))
                    .ifPresent(limit -> problems.addAll(above(owner, request, limit, ownRequest)));
        }
        return problems;
    }

    private static List<Problem> above(String owner, Entry request, Entry limit, boolean ownRequest) {
        String name = request.key().value();
        return error(
                ownRequest ? request.value() : limit.value(),
                owner + "requests." + name + " (" + request.value().value() + ") is more than limits." + name + " ("
                        + limit.value().value() + "); lower the request or raise the limit");
    }

    private static Optional<Entry> find(List<Entry> amounts, String name) {
        return amounts.stream().filter(each -> each.key().value().equals(name)).findFirst();
    }

    private static boolean isMore(Entry request, Entry limit) {
        Optional<BigDecimal> most = Quantities.parse(limit.value().value());
        return Quantities.parse(request.value().value())
                .filter(amount ->
                        most.filter(other -> amount.compareTo(other) > 0).isPresent())
                .isPresent();
    }
}
