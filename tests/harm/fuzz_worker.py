"""A process that reads whatever it is given, for test_fuzz_readers: it may hang or die without harm to the tests.

On standard input come a name and bytes, each after its length in eight digits; on standard output goes, the same way, an
empty answer or what is wrong with how the bytes were read.
"""

import sys
import traceback
from typing import Any

from edu_pipeline import guard
from edu_pipeline.extract import extract_document
from edu_pipeline.reading.limits import LimitExceeded, Limits

LIMITS = Limits(max_bytes=4 << 20, max_expanded_bytes=64 << 20, max_seconds=20, max_memory_bytes=600 << 20)


def complaint(data: bytes, name: str) -> str:
    try:
        with guard.one_document(LIMITS):
            rows = extract_document(data, name, None, limits=LIMITS)
    except LimitExceeded as error:
        # a limit of time or memory is no answer to a file of a few kilobytes
        return str(error)
    except BaseException:
        return traceback.format_exc()
    return unsound(rows)


def unsound(rows: dict[str, list[dict[str, Any]]]) -> str:
    document = rows["documents"][0]
    if document["status"] == "failed":
        return "" if document["error"] and document.get("text") is None else f"failed without a reason: {document}"
    text, end = document["text"], 0
    try:
        text.encode()
    except UnicodeEncodeError:
        return "the text cannot be written as UTF-8"
    for article in rows["articles"]:
        if article["start"] != end:
            return f"articles do not cover the text: {article}"
        end = article["end"]
    if end != len(text):
        return "articles do not reach the end of the text"
    reached = 0
    for quantity in rows["quantities"]:
        if quantity["start"] < reached or text[quantity["start"] : quantity["end"]] != quantity["text"]:
            return f"a quantity overlaps, or is not where it says: {quantity}"
        reached = quantity["end"]
    return ""


def main() -> None:
    guard.begin_worker()
    given, answers = sys.stdin.buffer, sys.stdout.buffer
    while head := given.read(8):
        name = given.read(int(head)).decode()
        answer = complaint(given.read(int(given.read(8))), name).encode()
        answers.write(b"%08d" % len(answer) + answer)
        answers.flush()


if __name__ == "__main__":
    main()
