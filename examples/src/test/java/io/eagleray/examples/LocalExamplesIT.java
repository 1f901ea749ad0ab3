package io.eagleray.examples;

final class LocalExamplesIT extends ExamplesContract {

    @Override
    String backend() {
        return "local";
    }
}
