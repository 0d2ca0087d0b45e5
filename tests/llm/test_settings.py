"""Where the settings come from, and that a key never comes from a file."""

from pathlib import Path

import pytest

from coopgraph.errors import CoopgraphError, InputError, UsageError
from coopgraph.llm.settings import DEFAULT_URL, read_settings

KEY = "sk-very-secret-0123456789"
LOCAL = "http://localhost:11434/v1"


def _file(folder: Path, text: str) -> Path:
    (folder / "coopgraph.toml").write_text(text, encoding="utf-8")
    return folder


def test_options_then_environment_then_file(tmp_path: Path) -> None:
    """The nearer one wins, each setting by itself."""
    _file(tmp_path, '[llm]\nmodel = "filed"\nbase_url = "https://filed.example/v1"\njobs = 2\nbudget = 5000\n')
    assert read_settings({}, tmp_path).model == "filed"
    environment = {"COOPGRAPH_LLM_MODEL": "named", "COOPGRAPH_LLM_BASE_URL": "https://named.example/v1"}
    named = read_settings(environment, tmp_path)
    assert (named.model, named.base_url, named.jobs, named.budget) == ("named", "https://named.example/v1", 2, "5000")
    given = read_settings(environment, tmp_path, model="given", base_url=LOCAL + "/", jobs=7, budget="9k")
    assert (given.model, given.base_url, given.jobs, given.budget) == ("given", LOCAL, 7, "9k")


def test_how_often_is_asked(tmp_path: Path) -> None:
    """Once, unless the file, the environment or an option says more; the environment is held to the same bounds."""
    assert read_settings({}, tmp_path).asks == 1
    _file(tmp_path, "[llm]\nasks = 3\n")
    assert read_settings({}, tmp_path).asks == read_settings({"COOPGRAPH_LLM_ASKS": ""}, tmp_path).asks == 3
    assert read_settings({"COOPGRAPH_LLM_ASKS": "5"}, tmp_path).asks == 5
    assert read_settings({"COOPGRAPH_LLM_ASKS": "5"}, tmp_path, asks=7).asks == 7
    for text in ("0", "10", "-1", "many", "3.0"):
        with pytest.raises(UsageError, match="no number from 1 to 9"):
            read_settings({"COOPGRAPH_LLM_ASKS": text}, tmp_path)


def test_without_anything(tmp_path: Path) -> None:
    """There is no model then, the address is the default one, and no key."""
    settings = read_settings({}, tmp_path)
    assert (settings.model, settings.base_url, settings.key) == ("", DEFAULT_URL, None)


def test_the_general_key_goes_only_where_a_person_points(tmp_path: Path) -> None:
    """An address that merely stands in a file gets the key for this program, and never the general one."""
    general = {"OPENAI_API_KEY": KEY}
    assert read_settings(general, tmp_path).key == KEY
    assert read_settings(general, tmp_path, base_url="https://given.example/v1").key == KEY
    _file(tmp_path, '[llm]\nbase_url = "https://filed.example/v1"\n')
    assert read_settings(general, tmp_path).key is None
    assert read_settings({**general, "COOPGRAPH_LLM_KEY": "own-key-123"}, tmp_path).key == "own-key-123"


def test_an_empty_key_sends_none(tmp_path: Path) -> None:
    """Whoever sets the variable to nothing wants no key to be sent, whatever else is set."""
    assert read_settings({"OPENAI_API_KEY": KEY, "COOPGRAPH_LLM_KEY": ""}, tmp_path).key is None


def test_the_key_is_not_shown(tmp_path: Path) -> None:
    """What is printed of the settings has no key in it."""
    assert KEY not in repr(read_settings({"OPENAI_API_KEY": KEY}, tmp_path))


@pytest.mark.parametrize(
    "text",
    [
        f'[llm]\nkey = "{KEY}"\n',
        f'[llm]\napi_key = "{KEY}"\n',
        f'[llm]\nOPENAI_API_KEY = "{KEY}"\n',
        '[llm]\ntoken = "another"\n',
        f'# my key: {KEY}\n[llm]\nmodel = "a"\n',
        "[llm]\ncolour = 3\n",
        '[llm]\njobs = "many"\n',
        "[llm\n",
        "llm = 3\n",
        "[llm]\nprices = 3\n",
    ],
)
def test_a_file_that_is_refused(tmp_path: Path, text: str) -> None:
    """A key in the file, a setting that is none, no TOML: one line that names the file and shows no key."""
    with pytest.raises(InputError) as refused:
        read_settings({"COOPGRAPH_LLM_KEY": KEY}, _file(tmp_path, text))
    assert "coopgraph.toml: " in str(refused.value)
    assert "\n" not in str(refused.value)
    assert KEY not in str(refused.value)


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("localhost:11434", None),
        ("ftp://localhost/v1", None),
        ("https://", None),
        ("https://host:port/v1", None),
        (f"https://me:{KEY}@host.example/v1", None),
        (f"https://host.example/v1?key={KEY}", None),
        ("http://host.example/v1", KEY),
        ("http://localhost.evil.example/v1", KEY),
        ("http://[::1", KEY),
        ("http://a..b/v1", None),
        (f"http://{'a' * 70}.com/v1", None),
        (f"http://localhost/{'a' * 9_000}", None),
        ("http://local host/v1", None),
        ("http://localhost/v1\n", None),
        ("http://localhost/\udcff", None),
        ("https://host.example/v1", "two\nlines"),
    ],
)
def test_an_address_or_a_key_that_is_refused(tmp_path: Path, url: str, key: str | None) -> None:
    """No address, one with a secret in it, one that would carry the key in the clear: one line, no key."""
    with pytest.raises(UsageError) as refused:
        read_settings({"COOPGRAPH_LLM_KEY": key} if key else {}, tmp_path, base_url=url)
    assert "\n" not in str(refused.value)
    assert KEY not in str(refused.value)


@pytest.mark.parametrize("host", ["localhost:8080", "127.0.0.1", "[::1]:8080"])
def test_this_machine_needs_no_encryption(tmp_path: Path, host: str) -> None:
    """A key may go to a server on this machine."""
    assert read_settings({"COOPGRAPH_LLM_KEY": KEY}, tmp_path, base_url=f"http://{host}/v1").key == KEY


@pytest.mark.parametrize("option", ["model", "base_url", "budget"])
def test_an_empty_option_is_no_option(tmp_path: Path, option: str) -> None:
    """It would mean another model, another place for the documents, or no end of the spending."""
    with pytest.raises(UsageError, match="is a variable of the shell unset"):
        read_settings({}, tmp_path, **{option: " "})  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["a\nb", "\x1b[31m", "\udcff", "m" * 2_000])
def test_a_name_that_no_model_has(tmp_path: Path, name: str) -> None:
    """What can't be printed can neither be sent nor written; spaces and other scripts can."""
    with pytest.raises(UsageError, match="name of the model"):
        read_settings({}, tmp_path, model=name)
    assert read_settings({}, tmp_path, model=" 大 model ").model == "大 model"


def test_a_word_in_the_place_of_a_key(tmp_path: Path) -> None:
    """Some servers want any word as a key; that it stands in the file gives nothing away."""
    _file(tmp_path, '[llm]\nmodel = "ollama/tiny"\n')
    assert read_settings({"OPENAI_API_KEY": "ollama"}, tmp_path).model == "ollama/tiny"


@pytest.mark.parametrize(
    "line",
    [
        "prices = {input = inf, output = 1}",
        "jobs = 0",
        "asks = 0",
        "asks = 10",
        "timeout = 0",
        "timeout = -1",
        "answer = 0",
        "piece = 10",
    ],
)
def test_numbers_that_cannot_be(tmp_path: Path, line: str) -> None:
    """They are refused in one line."""
    with pytest.raises(CoopgraphError, match=r"coopgraph\.toml"):
        read_settings({}, _file(tmp_path, f"[llm]\n{line}\n"))
