package io.eagleray.processor;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kubernetes quantities: a decimal number with a binary, a decimal or no suffix, or with an exponent. */
final class Quantities {
    private static final Pattern QUANTITY = Pattern.compile(
            "([+-]?(?:\\d{1,30}(?:\\.\\d{0,30})?|\\.\\d{1,30}))([eE][+-]?\\d{1,2}|[numkMGTPE]|[KMGTPE]i)?");
    private static final Map<String, BigDecimal> FACTORS = factors();

    private Quantities() {}

    /** The amount, or empty where the text is no quantity. */
    static Optional<BigDecimal> parse(String text) {
        Matcher matcher = QUANTITY.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(matcher.group(1));
        String suffix = matcher.group(2);
        if (suffix == null) {
            return Optional.of(number);
        }
        BigDecimal factor = FACTORS.get(suffix);
        return Optional.of(number.multiply(factor == null ? new BigDecimal("1" + suffix) : factor));
    }

    private static Map<String, BigDecimal> factors() {
        Map<String, BigDecimal> factors = new HashMap<>();
        String[] decimal = {"n", "u", "m", "", "k", "M", "G", "T", "P", "E"};
        for (int i = 0; i < decimal.length; i++) {
            factors.put(decimal[i], BigDecimal.ONE.scaleByPowerOfTen(3 * (i - 3)));
        }
        String[] binary = {"Ki", "Mi", "Gi", "Ti", "Pi", "Ei"};
        for (int i = 0; i < binary.length; i++) {
            factors.put(binary[i], BigDecimal.valueOf(1024).pow(i + 1));
        }
        return factors;
    }
}
