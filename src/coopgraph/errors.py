"""The errors that reach a user: one line that names the place and the next step, with the exit code it ends in."""


class CoopgraphError(Exception):
    """An error that the user can do something about; its text is the whole message."""

    exit_code = 3


class NothingFoundError(CoopgraphError):
    """A name or a query that matches nothing."""

    exit_code = 1


class UsageError(CoopgraphError):
    """Wrong use: a malformed query, an unknown parameter, contradicting options."""

    exit_code = 2


class InputError(CoopgraphError):
    """A file or a source that can't be read or written."""

    exit_code = 3


def one_line(message: object, limit: int = 200) -> str:
    """Return what is readable of a message, on one line of at most `limit` characters."""
    text = " ".join("".join(c if c.isprintable() else " " for c in str(message)).split())
    return text if len(text) <= limit else text[: limit - 1] + "…"
