"""The tasks of Fleet.java as flytekit's users write them."""
import datetime
from typing import List

from flytekit import PodTemplate, Resources, Secret, task
from flytekitplugins.ray import AutoscalerOptionsConfig, HeadNodeConfig, RayJobConfig, WorkerNodeConfig
from kubernetes.client import V1Container, V1EnvVar, V1PodSpec


def template(container):
    return PodTemplate(
        primary_container_name=container,
        labels={"tier": "gpu"},
        pod_spec=V1PodSpec(
            containers=[
                V1Container(name=container, env=[V1EnvVar(name="NCCL_DEBUG", value="INFO")]),
                V1Container(name="exporter", image="exporter:1"),
            ],
            node_selector={"accelerator": "a100"},
        ),
    )


@task(
    container_image="img:1",
    task_config=RayJobConfig(
        head_node_config=HeadNodeConfig(
            ray_start_params={"block": "true"},
            requests=Resources(cpu="1"),
            limits=Resources(cpu="2", mem="3Gi"),
        ),
        worker_node_config=[
            WorkerNodeConfig(
                group_name="small", replicas=5, min_replicas=2, max_replicas=10, ray_start_params={"num-cpus": "1"}
            ),
            WorkerNodeConfig(group_name="gpu", replicas=1, requests=Resources(gpu="2")),
            WorkerNodeConfig(group_name="template", replicas=0, pod_template=template("ray-worker")),
        ],
        runtime_env={"pip": ["numpy"], "env_vars": {"C": "d"}, "config": {"setup_timeout_seconds": 90}},
        enable_autoscaling=True,
        autoscaler_options=AutoscalerOptionsConfig(
            upscaling_mode=AutoscalerOptionsConfig.UpscalingMode.AGGRESSIVE, idle_timeout_seconds=60
        ),
        ttl_seconds_after_finished=60,
        shutdown_after_job_finishes=True,
    ),
    retries=3,
    timeout=datetime.timedelta(minutes=3),
    cache=True,
    cache_version="1",
    interruptible=True,
    environment={"A": "b"},
    requests=Resources(cpu="1", mem="2Gi", gpu="1", ephemeral_storage="1Gi"),
    limits=Resources(cpu="2"),
    secret_requests=[
        Secret(group="db", key="password", env_var="DB_PASSWORD", mount_requirement=Secret.MountType.ENV_VAR)
    ],
)
def everything(n: int) -> List[int]:
    """Says everything."""
    return [n]


@task(
    container_image="img:1",
    task_config=RayJobConfig(worker_node_config=[WorkerNodeConfig(group_name="ray-group", replicas=1)]),
)
def least():
    pass


@task(container_image="img:1", requests=Resources(cpu="500m"), cache=True, cache_version="v1")
def plain(n: int) -> int:
    return n


@task(
    container_image="img:1",
    task_config=RayJobConfig(
        head_node_config=HeadNodeConfig(pod_template=template("ray-head")),
        worker_node_config=[WorkerNodeConfig(group_name="limited", replicas=2, limits=Resources(mem="1Gi"))],
        runtime_env={
            "conda": "base",
            "py_modules": ["s3://bucket/module.zip"],
            "working_dir": "s3://bucket/folder.zip",
            "excludes": ["*.log"],
        },
        enable_autoscaling=True,
        autoscaler_options=AutoscalerOptionsConfig(
            upscaling_mode=AutoscalerOptionsConfig.UpscalingMode.CONSERVATIVE
        ),
        shutdown_after_job_finishes=True,
    ),
)
def environment():
    pass
