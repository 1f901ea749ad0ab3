package io.eagleray.benchmarks;

import java.util.List;

/**
 * One signature with a body, in both languages: what is compared are the same tasks.
 *
 * @param java the function in Java
 * @param python the function in Python
 */
record TaskShape(Function java, Function python) {

    /**
     * A function without its name.
     *
     * @param parameters its parameters, as in the language
     * @param result the type of its result
     * @param body the expression that it returns
     */
    record Function(String parameters, String result, String body) {}

    /** Varied parameters and results: numbers, texts, collections, arrays, times, and records with lists of records. */
    static final List<TaskShape> ALL = List.of(
            of("int x", "int", "x * x", "x: int", "int", "x * x"),
            of(
                    "String name, boolean loud",
                    "String",
                    "loud ? name + \"!\" : name",
                    "name: str, loud: bool",
                    "str",
                    "name + \"!\" if loud else name"),
            of(
                    "List<Integer> values, int factor",
                    "List<Integer>",
                    "values.stream().map(each -> each * factor).toList()",
                    "values: List[int], factor: int",
                    "List[int]",
                    "[each * factor for each in values]"),
            of(
                    "Map<String, Double> weights",
                    "Map<String, Double>",
                    "new TreeMap<>(weights)",
                    "weights: Dict[str, float]",
                    "Dict[str, float]",
                    "dict(sorted(weights.items()))"),
            of(
                    "Point from, double distance",
                    "Point",
                    "new Point(from.x() + distance, from.y())",
                    "origin: Point, distance: float",
                    "Point",
                    "Point(origin.x + distance, origin.y)"),
            of(
                    "List<Sample> samples, Instant since",
                    "Summary",
                    "Summary.of(samples, since)",
                    "samples: List[Sample], since: datetime",
                    "Summary",
                    "summarize(samples, since)"),
            of(
                    "Optional<String> title, long count",
                    "Optional<Long>",
                    "title.map(each -> count)",
                    "title: Optional[str], count: int",
                    "Optional[int]",
                    "count if title else None"),
            of(
                    "double[] values, Duration window",
                    "double[]",
                    "Arrays.copyOf(values, (int) window.toSeconds())",
                    "values: List[float], window: timedelta",
                    "List[float]",
                    "values[: window.seconds]"),
            of(
                    "Sample sample, Level level",
                    "Sample",
                    "new Sample(sample.at(), level, sample.place())",
                    "sample: Sample, level: Level",
                    "Sample",
                    "Sample(sample.at, level, sample.place)"),
            of(
                    "List<Summary> summaries",
                    "Map<String, Summary>",
                    "Summary.byName(summaries)",
                    "summaries: List[Summary]",
                    "Dict[str, Summary]",
                    "{each.name: each for each in summaries}"));

    private static TaskShape of(
            String javaParameters,
            String javaResult,
            String javaBody,
            String pythonParameters,
            String pythonResult,
            String pythonBody) {
        return new TaskShape(
                new Function(javaParameters, javaResult, javaBody),
                new Function(pythonParameters, pythonResult, pythonBody));
    }
}
