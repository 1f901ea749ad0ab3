package io.eagleray.wire;

import io.eagleray.call.ValueType;
import java.math.BigDecimal;
import java.math.BigInteger;

/** BigDecimal: text in JSON, so that no reader loses digits or the scale; a number is read too. */
final class BigDecimalCodec extends KeyCodec {
    private static final Layout LAYOUT = Layout.of(Kind.BIG_DECIMAL);

    BigDecimalCodec() {
        super(ValueType.of(BigDecimal.class));
    }

    @Override
    Layout layout() {
        return LAYOUT;
    }

    @Override
    void write(ByteWriter out, Object value) {
        BigDecimal number = checked(value);
        byte[] unscaled = number.unscaledValue().toByteArray();
        out.integer(number.scale());
        out.array(unscaled, unscaled.length, 1);
    }

    @Override
    Object read(ByteReader in) {
        int scale = in.intValue();
        byte[] unscaled = (byte[]) in.array(Kind.BYTES, 1);
        if (unscaled.length == 0) {
            throw in.damaged("a number without digits");
        }
        return new BigDecimal(new BigInteger(unscaled), scale);
    }

    @Override
    void write(JsonWriter out, Object value) {
        out.text(text(value));
    }

    @Override
    Object read(JsonReader in) {
        return parse(in.digits(type()));
    }

    @Override
    String text(Object value) {
        return checked(value).toString();
    }

    @Override
    Object parse(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException exception) {
            throw new Mismatch("expected a decimal number, given " + Quoted.of(text), exception);
        }
    }

    private BigDecimal checked(Object value) {
        if (value instanceof BigDecimal number) {
            return number;
        }
        throw misfit(value);
    }
}
