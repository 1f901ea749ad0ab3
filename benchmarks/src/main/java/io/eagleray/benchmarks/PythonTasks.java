package io.eagleray.benchmarks;

import java.nio.file.Path;

/** Writes the same tasks in Python, for flytekit and its Ray plugin. */
final class PythonTasks {
    /** The Python package that the tasks are in. */
    static final String PACKAGE = "many";

    private PythonTasks() {}

    static Sources write(Path folder, Size size) {
        Sources sources = Sources.in(folder);
        sources.write(PACKAGE + "/__init__.py", "");
        sources.write(PACKAGE + "/types.py", TYPES);
        for (int number = 0; number < size.classes(); number++) {
            String name = String.format("batch%02d", number);
            sources.write(PACKAGE + "/" + name + ".py", module(name, size.tasks()));
        }
        return sources;
    }

    private static String module(String name, int tasks) {
        StringBuilder source = new StringBuilder(IMPORTS);
        for (int number = 0; number < tasks; number++) {
            TaskShape shape = TaskShape.ALL.get(number % TaskShape.ALL.size());
            source.append(CONFIGURATION);
            source.append(FUNCTION.formatted(
                    String.format("task%03d", number),
                    shape.python().parameters(),
                    shape.python().result(),
                    "Task " + number + " of " + name,
                    shape.python().body()));
        }
        return source.toString();
    }

    private static final String IMPORTS = """
            from datetime import datetime, timedelta
            from typing import Dict, List, Optional

            from flytekit import Resources, task
            from flytekitplugins.ray import (
                AutoscalerOptionsConfig,
                HeadNodeConfig,
                RayJobConfig,
                WorkerNodeConfig,
            )

            from many.types import Level, Point, Sample, Summary, summarize
            """;

    private static final String CONFIGURATION = """


            @task(
                retries=2,
                timeout=timedelta(minutes=15),
                requests=Resources(cpu="1", mem="2Gi"),
                limits=Resources(cpu="2", mem="4Gi"),
                environment={"REGION": "eu-west-1"},
                task_config=RayJobConfig(
                    head_node_config=HeadNodeConfig(
                        ray_start_params={"num-cpus": "0"},
                        requests=Resources(cpu="1", mem="2Gi"),
                        limits=Resources(cpu="2", mem="4Gi"),
                    ),
                    worker_node_config=[
                        WorkerNodeConfig(
                            group_name="cpu-group",
                            replicas=5,
                            min_replicas=2,
                            max_replicas=10,
                            ray_start_params={"block": "true"},
                            requests=Resources(cpu="4", mem="8Gi"),
                            limits=Resources(cpu="8", mem="16Gi"),
                        ),
                        WorkerNodeConfig(
                            group_name="gpu-group",
                            replicas=1,
                            min_replicas=0,
                            max_replicas=2,
                            requests=Resources(cpu="4", mem="16Gi", gpu="1"),
                            limits=Resources(cpu="8", mem="32Gi", gpu="1"),
                        ),
                    ],
                    runtime_env={"pip": ["numpy", "pandas"], "env_vars": {"OMP_NUM_THREADS": "1"}},
                    enable_autoscaling=True,
                    autoscaler_options=AutoscalerOptionsConfig(idle_timeout_seconds=60),
                    shutdown_after_job_finishes=True,
                    ttl_seconds_after_finished=600,
                ),
            )
            """;

    private static final String FUNCTION = """
            def %s(%s) -> %s:
                \"""%s\"""
                return %s
            """;

    private static final String TYPES = """
            from dataclasses import dataclass
            from datetime import datetime
            from enum import Enum
            from typing import Dict, List


            @dataclass
            class Point:
                x: float
                y: float


            class Level(Enum):
                LOW = "LOW"
                NORMAL = "NORMAL"
                HIGH = "HIGH"


            @dataclass
            class Sample:
                at: datetime
                level: Level
                place: Point


            @dataclass
            class Summary:
                name: str
                samples: List[Sample]
                totals: Dict[str, float]


            def summarize(samples: List[Sample], since: datetime) -> Summary:
                return Summary(f"since {since}", [each for each in samples if each.at > since], {})
            """;
}
