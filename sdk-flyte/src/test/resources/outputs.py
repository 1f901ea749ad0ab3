"""What flytekit makes of the outputs and of the error that a pod has stored."""
import sys
from dataclasses import dataclass

from flyteidl.core import errors_pb2, literals_pb2
from flytekit import FlyteContextManager
from flytekit.core.type_engine import TypeEngine
from flytekit.models.core.errors import ContainerError
from flytekit.models.literals import LiteralMap


@dataclass
class Sum:
    count: int
    total: int
    note: str


def read(message, file):
    with open(file, "rb") as stored:
        message.ParseFromString(stored.read())
    return message


outputs = LiteralMap.from_flyte_idl(read(literals_pb2.LiteralMap(), sys.argv[1]))
print(TypeEngine.to_python_value(FlyteContextManager.current_context(), outputs.literals["o0"], Sum))
error = ContainerError.from_flyte_idl(read(errors_pb2.ErrorDocument(), sys.argv[2]).error)
print(error.code, error.kind, error.origin, error.message.splitlines()[0])
