package io.eagleray.wire;

import io.eagleray.call.ValueType;
import java.math.BigInteger;

/** BigInteger: a JSON number as far as every reader of JSON can hold it, else text. */
final class BigIntegerCodec extends KeyCodec {
    private static final Layout LAYOUT = Layout.of(Kind.BIG_INTEGER);

    BigIntegerCodec() {
        super(ValueType.of(BigInteger.class));
    }

    @Override
    Layout layout() {
        return LAYOUT;
    }

    @Override
    void write(ByteWriter out, Object value) {
        byte[] bytes = checked(value).toByteArray();
        out.array(bytes, bytes.length, 1);
    }

    @Override
    Object read(ByteReader in) {
        byte[] bytes = (byte[]) in.array(Kind.BYTES, 1);
        if (bytes.length == 0) {
            throw in.damaged("a number without digits");
        }
        return new BigInteger(bytes);
    }

    @Override
    void write(JsonWriter out, Object value) {
        BigInteger number = checked(value);
        if (number.bitLength() < Long.SIZE) {
            out.integer(number.longValue());
        } else {
            out.text(number.toString());
        }
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
        if (!text.matches("-?\\d+")) {
            throw new Mismatch("expected an integer, given " + Quoted.of(text));
        }
        return new BigInteger(text);
    }

    private BigInteger checked(Object value) {
        if (value instanceof BigInteger number) {
            return number;
        }
        throw misfit(value);
    }
}
