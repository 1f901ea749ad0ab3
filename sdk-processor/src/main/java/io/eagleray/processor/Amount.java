package io.eagleray.processor;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How much of a resource.
 *
 * @param name the name of the resource
 * @param text the quantity as it is written
 * @param quantity the quantity; empty where the text is none
 */
record Amount(Setting<String> name, Setting<String> text, Optional<BigDecimal> quantity) {

    static Amount of(Setting<String> name, Setting<String> text) {
        return new Amount(name, text, Quantities.parse(text.value()));
    }

    /** Whether both are quantities, and this is the greater one. */
    boolean isMoreThan(Amount other) {
        return quantity.isPresent()
                && other.quantity.isPresent()
                && quantity.get().compareTo(other.quantity.get()) > 0;
    }
}
