"""What the tests of the readers share."""

from collections.abc import Callable
from pathlib import Path

import pytest

from coopgraph.documents import read
from coopgraph.errors import InputError
from coopgraph.model import Document

Reader = Callable[[str, bytes | str], Document]


@pytest.fixture
def read_bytes(tmp_path: Path) -> Reader:
    """Write content to a file of the given name, and read that."""

    def reader(name: str, content: bytes | str) -> Document:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read(path, name)

    return reader


@pytest.fixture
def refusal(read_bytes: Reader) -> Callable[[str, bytes | str], str]:
    """Read content that can't be read, and return the message of the error, which is one line."""

    def refused(name: str, content: bytes | str) -> str:
        with pytest.raises(InputError) as caught:
            read_bytes(name, content)
        message = str(caught.value)
        assert message.startswith(f"{name}: ")
        assert "\n" not in message
        assert "; " in message
        return message

    return refused
