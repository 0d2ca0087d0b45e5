"""The YAML header of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgraph.documents.header import MAX_HEADER, find


def test_a_header_gives_its_fields_in_any_case() -> None:
    """The keys that are known are taken, whatever their case; the text goes on behind the closing line."""
    text = (
        '---\nTITLE: "One: two"\nDate: 2014-11-05\nsource-url: https://x.org/a\nAuthor: M. Curie\nlang: fr\n---\nText'
    )
    header = find(text)
    assert header.fields == {
        "title": "One: two",
        "date": "2014-11-05",
        "source": "https://x.org/a",
        "author": "M. Curie",
        "language": "fr",
    }
    assert text[header.stop :] == "Text"


def test_a_web_address_comes_before_the_name_of_a_source() -> None:
    """Of several keys for one field, the one that leads to the document counts."""
    assert find("---\nsource: A newspaper\nurl: https://x.org\n---\n").fields["source"] == "https://x.org"
    assert find("---\nsource: A newspaper\n---\n").fields["source"] == "A newspaper"


def test_lists_are_joined_and_what_is_empty_is_left_out() -> None:
    """Several authors are one line; null and nested values are nothing."""
    header = find("---\nauthors: [A, B]\ntitle:\ndate: ~\nsource: {a: b}\nlanguage: null\n---\nText")
    assert header.fields == {"author": "A, B"}


@pytest.mark.parametrize("body", ["title: One: two", "title: 'One: two\ndate: [", "title: One: two\n- a"])
def test_broken_yaml_is_read_line_by_line(body: str) -> None:
    """A colon too many doesn't cost the title."""
    assert find(f"---\n{body}\n---\nText").fields["title"] == "One: two"


def test_an_alias_bomb_is_harmless() -> None:
    """Aliases and merge keys are never expanded."""
    bomb = "a: &a [x, x]\n" + "".join(
        f"{two}: &{two} [{', '.join([f'*{one}'] * 9)}]\n" for one, two in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert find(f"---\n{bomb}title: Safe\n<<: [*i, *i]\n---\n").fields == {"title": "Safe"}


@pytest.mark.parametrize(
    "text",
    [
        "Text",
        "--- Text\n---\n",
        "---\n- a\n- b\n---\nText",
        "---\nJust a sentence.\n---\nText",
        "---\ntitle: x\nText",
        "----\n",
    ],
)
def test_rules_and_lists_are_no_header(text: str) -> None:
    """Hyphens that hold no keys, or that nothing closes, are text."""
    assert find(text).stop == 0


def test_a_header_has_an_end() -> None:
    """What isn't closed within the limit is text."""
    assert find("---\ntitle: x\n" + "a: b\n" * MAX_HEADER + "---\n").stop == 0


def test_deep_nesting_is_no_error() -> None:
    """A header that nests too deep for the YAML reader is read line by line."""
    assert find("---\ntitle: x\na: " + "[" * 8000 + "\n---\n").fields == {"title": "x"}


@given(st.text(alphabet="abt:i-le &*<[]{}'\"#|>\n\t%@!~é", max_size=60))
def test_any_header_is_read_without_an_error(body: str) -> None:
    """Whatever stands between the lines, there are fields or none, and the end lies in the text."""
    text = f"---\n{body}\n---\n"
    header = find(text)
    assert 0 <= header.stop <= len(text)
    assert all(header.fields.values())
