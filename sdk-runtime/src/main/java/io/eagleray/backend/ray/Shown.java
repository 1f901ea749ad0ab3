package io.eagleray.backend.ray;

/** Text from a server, for people: no control characters, and not too long. */
final class Shown {
    private Shown() {}

    static String of(String text, int most) {
        String plain = text.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ");
        return plain.length() <= most ? plain : plain.substring(0, most) + "…";
    }
}
