package io.eagleray.wire;

/**
 * How a value lies in the binary form. A message names the kinds of a record's components, so that a reader that does
 * not know a component can skip it, and one that expects another kind says so. A code that was given stays.
 */
enum Kind {
    NOTHING(0, "nothing", ""),
    INTEGER(1, "integer", "v"),
    BOOLEAN(2, "boolean", "b"),
    CHARACTER(3, "character", "v"),
    FLOAT(4, "float", "f"),
    DOUBLE(5, "double", "d"),
    TEXT(6, "text", "t"),
    BIG_INTEGER(7, "big integer", "1"),
    BIG_DECIMAL(8, "decimal", "v1"),
    INSTANT(9, "instant", "vv"),
    DURATION(10, "duration", "vv"),
    DATE(11, "date", "v"),
    TIME(12, "time", "v"),
    DATE_TIME(13, "date and time", "vv"),
    OFFSET_DATE_TIME(14, "date and time with offset", "vvv"),
    OFFSET_TIME(15, "time with offset", "vv"),
    ZONED_DATE_TIME(16, "date and time in a zone", "vvt"),
    PERIOD(17, "period", "vvv"),
    YEAR(18, "year", "v"),
    YEAR_MONTH(19, "year and month", "v"),
    MONTH_DAY(20, "month and day", "v"),
    ZONE(21, "time zone", "t"),
    ZONE_OFFSET(22, "zone offset", "v"),
    UUID(23, "UUID", "dd"),
    URI(24, "URI", "t"),
    ENUM(25, "enum constant", "n"),
    BYTES(26, "bytes", "1"),
    BOOLEANS(27, "array of booleans", "1"),
    SHORTS(28, "array of shorts", "2"),
    CHARACTERS(29, "array of chars", "2"),
    INTS(30, "array of ints", "4"),
    LONGS(31, "array of longs", "8"),
    FLOATS(32, "array of floats", "4"),
    DOUBLES(33, "array of doubles", "8"),
    SEQUENCE(34, "sequence", ""),
    MAP(35, "map", ""),
    OPTIONAL(36, "optional", ""),
    RECORD(37, "record", ""),
    SEALED(38, "sealed type", "");

    private static final Kind[] BY_CODE = new Kind[values().length];

    static {
        for (Kind kind : values()) {
            BY_CODE[kind.code] = kind;
        }
    }

    private final int code;
    private final String words;

    /**
     * What a leaf consists of: v a variable-length integer, b one byte, f four and d eight bytes, t text, n a name of
     * the message's table; a digit an array: its length, then so many bytes for each element.
     */
    private final String layout;

    Kind(int code, String words, String layout) {
        this.code = code;
        this.words = words;
        this.layout = layout;
    }

    int code() {
        return code;
    }

    String layout() {
        return layout;
    }

    /** How many kinds complete this one: of elements, of keys and values. */
    int arity() {
        return switch (this) {
            case SEQUENCE, OPTIONAL -> 1;
            case MAP -> 2;
            default -> 0;
        };
    }

    static Kind at(int code) {
        if (code >= BY_CODE.length) {
            throw new Mismatch("has a value of a kind that is not known here (" + code
                    + "): the bytes are damaged, or a newer Eagleray wrote them");
        }
        return BY_CODE[code];
    }

    @Override
    public String toString() {
        return words;
    }
}
