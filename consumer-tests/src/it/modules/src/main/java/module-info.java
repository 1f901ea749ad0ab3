/** Tasks in a module: workers find generated code, and build records, by name, so their package is exported. */
module com.example.squares {
  requires io.eagleray.annotations;
  requires io.eagleray.runtime;

  exports com.example;
}
