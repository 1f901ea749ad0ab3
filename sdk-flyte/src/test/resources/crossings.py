"""The types of Crossings.java as flytekit's users write them, and what flytekit makes of their values.

Run with a folder that Java has written `java.json` to; writes `python.json`. Values are told as Eagleray's JSON, so that
either side can say which value it has; literals and types are told as the bytes of their messages.
"""
import base64
import dataclasses
import datetime
import decimal
import enum
import functools
import json
import math
import random
import sys
import typing
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, List, Optional, Set, Union

from flyteidl.core import literals_pb2
from flytekit.core.context_manager import FlyteContextManager
from flytekit.core.type_engine import TypeEngine
from flytekit.models.literals import Literal

CONTEXT = FlyteContextManager.current_context()


class Color(enum.Enum):
    RED = "RED"
    GREEN = "GREEN"


@dataclass
class Point:
    x: int
    y: float


@dataclass
class Pair:
    first: int
    second: str


@dataclass
class Node:
    value: int
    next: Optional["Node"]


@dataclass
class Nothing:
    pass


@dataclass
class Circle:
    radius: float


@dataclass
class Box:
    width: float
    height: float


@dataclass
class Meters:
    value: float


@dataclass
class Feet:
    value: float


InFeet, InMeters = Feet, Meters  # a field hides the class of its name


@dataclass
class Size:
    Feet: Optional[InFeet] = None
    Meters: Optional[InMeters] = None


@dataclass
class All:
    small: int
    large: int
    single: float
    twice: float
    flag: bool
    letter: str
    text: str
    time: datetime.datetime
    duration: datetime.timedelta
    bytes: bytes
    decimal: decimal.Decimal
    big: str
    uuid: uuid.UUID
    uri: str
    date: datetime.date
    clock: datetime.time
    local: datetime.datetime
    offset: datetime.datetime
    list: List[int]
    set: Set[str]
    array: List[int]
    map: Dict[str, float]
    numbered: Dict[int, str]
    colored: Dict[Color, bool]
    dated: Dict[datetime.date, Point]
    some: Optional[int]
    number: Optional[float]
    color: Color
    point: Point
    points: List[Point]
    place: Optional[Point]
    pair: Pair
    shape: Union[Box, Circle]
    other: Optional[Union[Box, Circle]]
    size: Size


TYPES = {
    "integer": int,
    "floating": float,
    "truth": bool,
    "text": str,
    "time": datetime.datetime,
    "duration": datetime.timedelta,
    "date": datetime.date,
    "uuid": str,
    "decimal": str,
    "color": Color,
    "list": List[Optional[int]],
    "matrix": List[List[float]],
    "map": Dict[str, List[Point]],
    "numbered": Dict[int, Point],
    "colored": Dict[Color, str],
    "optional": Optional[int],
    "optionalColor": Optional[Color],
    "optionalList": Optional[List[Point]],
    "point": Point,
    "node": Node,
    "nothing": Nothing,
    "shape": Union[Box, Circle],
    "optionalShape": Union[Box, Circle, None],
    "size": Size,
    "all": All,
}


def told(value, kind=None):
    """A value as Eagleray's JSON has it."""
    if isinstance(value, bool) or value is None or isinstance(value, (int, str)):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else {"inf": "Infinity", "-inf": "-Infinity"}.get(str(value), "NaN")
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, datetime.timedelta):
        micros = value // datetime.timedelta(microseconds=1)
        return f"PT{decimal.Decimal(micros).scaleb(-6):f}S"
    if isinstance(value, (datetime.datetime, datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, (decimal.Decimal, uuid.UUID)):
        return str(value)
    if isinstance(value, (list, set)):
        inner = (typing.get_args(without_none(kind)) or (None,))[0]
        return [told(each, inner) for each in value]
    if isinstance(value, dict):
        inner = (typing.get_args(without_none(kind)) or (None, None))[1]
        return {str(told(key)): told(each, inner) for key, each in value.items()}
    if isinstance(value, Size):
        return {name: told(each) for name, each in vars(value).items() if each is not None}
    hints = typing.get_type_hints(type(value), globals())
    fields = {each.name: told(getattr(value, each.name), hints[each.name]) for each in dataclasses.fields(value)}
    is_union = typing.get_origin(kind) is Union and len([t for t in typing.get_args(kind) if t is not type(None)]) > 1
    return {type(value).__name__: fields} if is_union else fields


def without_none(kind):
    if typing.get_origin(kind) is Union:
        rest = [each for each in typing.get_args(kind) if each is not type(None)]
        return rest[0] if len(rest) == 1 else kind
    return kind


class Sample:
    """Random values of a type, with a liking for those at the edges."""

    EDGES = [0, 1, -1, 2**53 - 1, 2**53 + 1, -(2**53) - 1, 2**63 - 1, -(2**63)]
    FLOATING = [0.0, -0.0, 1.0, 0.1, 1e300, 5e-324, math.nan, math.inf, -math.inf]
    TEXTS = ["", "a", "é € 🚀", '"\\\n\0', "null", "1", "x" * 300]

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.depth = 0

    def of(self, kind):
        origin, arguments = typing.get_origin(kind), typing.get_args(kind)
        if origin is Union:
            choices = [each for each in arguments if each is not type(None)]
            if type(None) in arguments and (self.depth >= 4 or self.random.random() < 0.5):
                return None
            return self.of(self.random.choice(choices))
        if origin in (list, set):
            return origin(self.many(arguments[0]))
        if origin is dict:
            return dict(zip(self.many(arguments[0]), iter(lambda: self.of(arguments[1]), self)))
        if dataclasses.is_dataclass(kind):
            return self.record(kind)
        return self.scalar(kind)

    def many(self, kind):
        self.depth += 1
        values = [self.of(kind) for _ in range(0 if self.depth > 4 else self.random.randrange(4))]
        self.depth -= 1
        return values

    def record(self, kind):
        if kind is Size:
            return Size(Feet=Feet(1.5)) if self.random.random() < 0.5 else Size(Meters=Meters(2.5))
        self.depth += 1
        hints = typing.get_type_hints(kind, globals())
        fields = {name: self.field(name, each) for name, each in hints.items()}
        self.depth -= 1
        return kind(**fields)

    def field(self, name, kind):
        """Fields whose types in Java hold less than those in Python."""
        narrow = {
            "small": lambda: self.random.randrange(-128, 128),
            "x": lambda: self.random.randrange(-(2**31), 2**31),
            "first": lambda: self.random.randrange(-(2**31), 2**31),
            "some": lambda: self.random.choice([None, self.random.randrange(-(2**31), 2**31)]),
            "array": lambda: [self.random.randrange(-(2**31), 2**31)],
            "numbered": lambda: {self.random.randrange(-(2**31), 2**31): "a"},
            "letter": lambda: self.random.choice("abcäé"),
            "single": lambda: self.random.choice([0.5, -2.25]),
            "big": lambda: str(self.random.randrange(10**40)),
            "uri": lambda: "https://example.com/a",
            "local": lambda: self.of(datetime.datetime).replace(tzinfo=None),
        }
        return narrow[name]() if name in narrow else self.of(kind)

    def scalar(self, kind):
        micros = datetime.timedelta(microseconds=self.random.randrange(-4 * 10**15, 4 * 10**15))
        time = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc) + micros
        return {
            int: lambda: self.random.choice(self.EDGES + [self.random.randrange(-(2**63), 2**63)]),
            float: lambda: self.random.choice(self.FLOATING + [self.random.gauss(0, 1)]),
            bool: lambda: self.random.random() < 0.5,
            str: lambda: self.random.choice(self.TEXTS),
            bytes: lambda: self.random.randbytes(self.random.randrange(9)),
            Color: lambda: self.random.choice(list(Color)),
            datetime.datetime: lambda: time,
            datetime.timedelta: lambda: micros,
            datetime.date: lambda: time.date(),
            datetime.time: lambda: time.time(),
            decimal.Decimal: lambda: decimal.Decimal(self.random.randrange(10**20)).scaleb(-7),
            uuid.UUID: lambda: uuid.UUID(int=self.random.getrandbits(128)),
        }[kind]()


def encoded(message):
    return base64.b64encode(message.to_flyte_idl().SerializeToString(deterministic=True)).decode()


@functools.cache
def flyte_type(name):
    return TypeEngine.to_literal_type(TYPES[name])


def literal(name, value):
    return encoded(TypeEngine.to_literal(CONTEXT, value, TYPES[name], flyte_type(name)))


def texts(name, sample):
    """Types that are texts on Flyte, and no texts in Java."""
    kind = {"uuid": uuid.UUID, "decimal": decimal.Decimal}.get(name)
    return told(sample.of(kind)) if kind else sample.of(TYPES[name])


def answered(name, bytes64):
    """What Python gets of a literal of Java's, and what it makes of that again."""
    message = literals_pb2.Literal.FromString(base64.b64decode(bytes64))
    try:
        value = TypeEngine.to_python_value(CONTEXT, Literal.from_flyte_idl(message), TYPES[name])
        return {"value": json.dumps(told(value, TYPES[name])), "literal": literal(name, value)}
    except Exception as error:  # the test shows it
        return {"error": f"{type(error).__name__}: {error}"}


def first(name, count):
    """Values of Python's own."""
    sample = Sample(name)
    for _ in range(count):
        value = texts(name, sample)
        yield {"value": json.dumps(told(value, TYPES[name])), "literal": literal(name, value)}


def main(folder):
    asked = json.loads((folder / "java.json").read_text())
    answers = {
        name: {
            "type": encoded(flyte_type(name)),
            "answers": [answered(name, each) for each in literals],
            "first": list(first(name, len(literals))),
        }
        for name, literals in asked.items()
    }
    (folder / "python.json").write_text(json.dumps(answers))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
