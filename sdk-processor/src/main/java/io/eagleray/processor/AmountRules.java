package io.eagleray.processor;

import static io.eagleray.processor.Problem.error;
import static io.eagleray.processor.Problem.none;

import java.math.BigDecimal;
import java.util.List;

/** What a quantity must be. */
final class AmountRules {
    /** What Kubernetes holds. */
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    /** What makes an amount of a resource special. */
    enum Unit {
        /** Any number. */
        ANY,
        /** A number of bytes. */
        BYTES,
        /** A number of things that cannot be shared. */
        THINGS
    }

    private AmountRules() {}

    /**
     * The problems of an amount.
     *
     * @param what what messages begin with
     */
    static List<Problem> check(String what, Amount amount, Unit unit) {
        return amount.quantity().isEmpty()
                ? parses(what, amount)
                : check(what, amount.text(), amount.quantity().get(), unit);
    }

    private static List<Problem> check(String what, Setting<String> text, BigDecimal quantity, Unit unit) {
        return Rule.together(
                isNotNegative(what, text, quantity),
                isNotTooMuch(what, text, quantity),
                unit == Unit.BYTES ? isWholeBytes(what, text, quantity) : none(),
                unit == Unit.THINGS ? isWhole(what, text, quantity) : none());
    }

    private static List<Problem> parses(String what, Amount amount) {
        return error(
                amount.text(),
                what + " \"" + amount.text().value()
                        + "\" is no Kubernetes quantity; write a number with or without a suffix, such as 2, 500m, 1.5G or 4Gi");
    }

    private static List<Problem> isNotNegative(String what, Setting<String> text, BigDecimal quantity) {
        return quantity.signum() >= 0
                ? none()
                : error(text, what + " \"" + text.value() + "\" is negative; write 0 or more");
    }

    private static List<Problem> isNotTooMuch(String what, Setting<String> text, BigDecimal quantity) {
        return quantity.compareTo(MOST) <= 0
                ? none()
                : error(text, what + " \"" + text.value() + "\" is more than Kubernetes holds; write less than 8Ei");
    }

    private static List<Problem> isWholeBytes(String what, Setting<String> text, BigDecimal quantity) {
        return isWhole(quantity)
                ? none()
                : error(
                        text,
                        what + " \"" + text.value() + "\" is "
                                + quantity.stripTrailingZeros().toPlainString()
                                + " bytes, since a lower-case m means thousandths; write whole bytes, such as 512Mi or 512M");
    }

    private static List<Problem> isWhole(String what, Setting<String> text, BigDecimal quantity) {
        return isWhole(quantity)
                ? none()
                : error(text, what + " \"" + text.value() + "\" is a fraction; write a whole number");
    }

    private static boolean isWhole(BigDecimal quantity) {
        return quantity.scale() <= 0
                || quantity.signum() == 0
                || quantity.stripTrailingZeros().scale() <= 0;
    }
}
