package io.eagleray.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonTasksTest {
    private static final Size SMALL = new Size(2, TaskShape.ALL.size() + 1);

    @TempDir
    private Path folder;

    /** That flytekit takes them is seen by each run of the benchmark, which installs it and counts the tasks. */
    @Test
    void areTheSameNumberOfPythonFunctions() throws Exception {
        Sources sources = PythonTasks.write(folder.resolve("python"), SMALL);
        Command count = Command.of(sources.folder(), folder.resolve("count")).and("python3", "-c", """
                        import ast, pathlib
                        trees = [ast.parse(file.read_text()) for file in pathlib.Path("many").glob("batch*.py")]
                        print(len(trees), sum(isinstance(node, ast.FunctionDef) for tree in trees for node in tree.body))
                        """);
        count.time();
        assertThat(Files.readString(count.output()).strip()).isEqualTo(SMALL.classes() + " " + SMALL.total());
    }

    @Test
    void haveTheNamesAndTypesOfTheirTwins() {
        Sources sources = PythonTasks.write(folder.resolve("python"), SMALL);
        assertThat(sources.folder().resolve("many/batch01.py"))
                .content()
                .contains("def task000(x: int) -> int:\n    \"\"\"Task 0 of batch01\"\"\"\n    return x * x\n")
                .contains("def task010(x: int) -> int:");
    }
}
