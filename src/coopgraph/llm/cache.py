"""Answers kept beside the dataset, so that no question is paid for twice."""

import hashlib
from contextlib import suppress
from pathlib import Path

import msgspec

from coopgraph.errors import InputError
from coopgraph.files import write_whole
from coopgraph.llm.answering import Answer
from coopgraph.llm.prompt import Prompt, version

FOLDER = "answers"


class AnswerCache:
    """A folder of answers, one JSON file each, found by the prompt, its version, and what else an answer depends on.

    What is kept is the answer as it came: it is grounded in the text afresh each time. Nothing is ever removed here,
    for an answer costs more than its place. Without a folder nothing is kept.
    """

    def __init__(self, folder: Path | None, options: str) -> None:
        self._folder = folder
        self._options = options

    def _path(self, folder: Path, prompt: Prompt) -> Path:
        key = hashlib.sha256("\0".join((version(), prompt.digest, self._options)).encode()).hexdigest()
        return folder / key[:2] / f"{key}.json"

    def get(self, prompt: Prompt) -> Answer | None:
        """Return the kept answer, or None where there is none that can be used."""
        if self._folder is None:
            return None
        try:
            return msgspec.json.decode(self._path(self._folder, prompt).read_bytes(), type=Answer)
        except (OSError, msgspec.MsgspecError, ValueError):
            return None

    def put(self, prompt: Prompt, answer: Answer) -> None:
        """Keep the answer. Where the folder can't be written it isn't kept, and a later build asks anew."""
        if self._folder is not None:
            with suppress(InputError):
                write_whole(self._path(self._folder, prompt), msgspec.json.encode(answer))
