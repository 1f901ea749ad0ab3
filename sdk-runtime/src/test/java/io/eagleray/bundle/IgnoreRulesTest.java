package io.eagleray.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IgnoreRulesTest {

    @ParameterizedTest(name = "{0} leaves out {1}")
    @CsvSource({
        "*.tmp, a.tmp",
        "*.tmp, deep/down/a.tmp",
        "/a.tmp, a.tmp",
        "data/*.csv, data/a.csv",
        "**/cache/x, a/b/cache/x",
        "**/cache/x, cache/x",
        "a/**/z, a/z",
        "a/**/z, a/b/c/z",
        "logs/**, logs/a/b",
        "a?c, abc",
        "[a-c].txt, b.txt",
        "[!a-c].txt, d.txt",
        "'\\#a', '#a'",
        "'\\!a', '!a'",
        "'a\\*', a*",
        "[ab, [ab",
        "[z-a], [z-a]",
        "[]a], ]",
        "'[&&]', &",
        "'[\\^]', ^",
        "'a.txt   ', a.txt",
        "(x+)$, (x+)$",
    })
    void leavesOut(String line, String path) {
        assertThat(new IgnoreRules(List.of(line)).ignore(path, false)).isTrue();
    }

    @ParameterizedTest(name = "{0} keeps {1}")
    @CsvSource({
        "/a.tmp, deep/a.tmp",
        "data/*.csv, data/more/a.csv",
        "data/*.csv, old/data/a.csv",
        "a?c, a/c",
        "[!a], /",
        "logs/**, logs",
        "'# a', a",
        "'', a",
        "/, a",
        "!a, a",
        "build/, build",
        "aXb, a.b",
    })
    void keeps(String line, String path) {
        assertThat(new IgnoreRules(List.of(line)).ignore(path, false)).isFalse();
    }

    @Test
    void aSlashAtTheEndMeansFolders() {
        IgnoreRules rules = new IgnoreRules(List.of("build/"));
        assertThat(rules.ignore("build", true)).isTrue();
        assertThat(rules.ignore("a/build", true)).isTrue();
    }

    @Test
    void theLastLineThatMatchesDecides() {
        IgnoreRules rules = new IgnoreRules(List.of("*.txt", "!keep.txt", "secret/keep.txt"));
        assertThat(rules.ignore("a.txt", false)).isTrue();
        assertThat(rules.ignore("keep.txt", false)).isFalse();
        assertThat(rules.ignore("secret/keep.txt", false)).isTrue();
    }
}
