"""Does what standard input asks, a line each, until it ends."""
import sys


def serve(answer, failure):
    """Prints an answer to each, or the failure that it ended with."""
    for line in sys.stdin:
        try:
            print(answer(*line.split()), flush=True)
        except failure as e:
            print(e, flush=True)
