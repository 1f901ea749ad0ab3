package io.eagleray.wire;

/** Passes over values that nobody here knows: components of a newer version of a record. */
final class Skip {
    private Skip() {}

    static void value(ByteReader in, Layout layout) {
        switch (layout.kind()) {
            case SEQUENCE ->
                elements(in, layout.arguments().get(0), layout.arguments().get(0));
            case MAP ->
                elements(in, layout.arguments().get(0), layout.arguments().get(1));
            case OPTIONAL -> {
                if (in.bool()) {
                    value(in, layout.arguments().get(0));
                }
            }
            case RECORD -> record(in);
            case SEALED -> {
                in.name();
                value(in, Layout.of(SealedCodec.leafKind(in)));
            }
            default -> leaf(in, layout.kind().layout());
        }
    }

    static void record(ByteReader in) {
        in.enter();
        Shape shape = in.shape();
        int bits = in.bits(shape.parts().size());
        for (int i = 0; i < shape.parts().size(); i++) {
            if (!in.bit(bits, i)) {
                value(in, shape.parts().get(i).layout());
            }
        }
        in.exit();
    }

    private static void elements(ByteReader in, Layout even, Layout odd) {
        in.enter();
        long coded = in.count();
        int count = (int) (coded >>> 1);
        int bits = (coded & 1) == 0 ? -1 : in.bits(count);
        for (int i = 0; i < count; i++) {
            if (bits < 0 || !in.bit(bits, i)) {
                value(in, (i & 1) == 0 ? even : odd);
            }
        }
        in.exit();
    }

    private static void leaf(ByteReader in, String layout) {
        for (int i = 0; i < layout.length(); i++) {
            switch (layout.charAt(i)) {
                case 'v' -> in.varint();
                case 'b' -> in.skip(1);
                case 'f' -> in.skip(Float.BYTES);
                case 'd' -> in.skip(Double.BYTES);
                case 't' -> in.text();
                case 'n' -> in.name();
                default -> {
                    int width = layout.charAt(i) - '0';
                    in.skip((long) in.length(width) * width);
                }
            }
        }
    }
}
