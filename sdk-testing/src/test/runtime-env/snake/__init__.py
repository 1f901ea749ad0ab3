import os

import six


def speak(variable):
    """What is there for Python: a package, a variable and a file of the working directory."""
    with open("deep/read.txt") as file:
        return " ".join((six.__version__, os.environ[variable], file.read().strip()))
