"""How fast documents are read, whether memory stays flat, and whether hostile text takes linear time.

    python benchmarks/reading.py [FOLDER] [--articles N] [--characters N]

FOLDER, by default the articles of training/, is read by the rules and by the default reader: articles of 4 kB a second,
on one core. Then it is read by the rules again and again, up to so many articles. The last table shows texts made to
take long, each at half and at the whole of so many characters: twice the text should take about twice the time.
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from itertools import cycle, islice
from pathlib import Path

from coopgraph import documents
from coopgraph.model import Document
from coopgraph.reading import Reader, read

ARTICLES = Path(__file__).parents[1] / "training" / "articles"
SIZE = 4000  # characters of an article, for a figure that doesn't depend on how long those of a folder are
STEPS = 5  # times that the memory is looked at
SAMPLE = 120  # documents that the default reader reads
TIED = "Danar University signed an agreement with Kelor University"
HOSTILE: dict[str, Callable[[int], str]] = {
    "one line": lambda size: f"{TIED} and " * (size // 63),
    "sentences": lambda size: f"{TIED}. " * (size // 60),
    "nested brackets": lambda size: "(" * (size // 2) + ")" * (size // 2),
    "one word in capitals": lambda size: "Kelor " * (size // 6),
    "many words in capitals": lambda size: " ".join(_word(number) for number in range(size // 7)),
    "University of …": lambda size: "University of " * (size // 14),
    "zero width and right to left": lambda size: (
        "Da\u200bnar University \u202eagreement\u202c with Kelor\ufeff. " * (size // 48)
    ),
    "quotation marks": lambda size: "\"'" * (size // 2),
    "digits": lambda size: "1" * size,
    "white space": lambda size: " " * size + "x",
}


def _word(number: int) -> str:
    """Return a word of its own for each number."""
    letters = []
    for _ in range(5):
        number, rest = divmod(number, 26)
        letters.append(chr(ord("a") + rest))
    return "K" + "".join(letters)


def document(text: str) -> Document:
    """Return a plain document with this text."""
    return Document("news.txt", text, text, "0" * 64, "txt", language="en")


def seconds(texts: Sequence[Document], reader: Reader) -> float:
    """Return the processor time that reading takes."""
    start = time.process_time()
    for one in texts:
        read(one, reader)
    return time.process_time() - start


def speed(texts: Sequence[Document], reader: Reader) -> None:
    """Print articles a second."""
    seconds(texts[:3], reader)  # word lists and models are loaded
    spent = seconds(texts, reader)
    rate = sum(len(one.text) for one in texts) / SIZE / spent
    print(f"{reader:8} {rate:7.1f} articles of {SIZE / 1000:g} kB a second ({len(texts) / spent:.1f} documents)")


def memory(texts: Sequence[Document], articles: int) -> None:
    """Print the most memory that the process had after each part of so many articles, by the rules."""
    try:
        import resource
    except ImportError:
        print("memory isn't measured on Windows")
        return
    unit = 1e6 if sys.platform == "darwin" else 1e3
    for step in range(1, STEPS + 1):
        for one in islice(cycle(texts), articles // STEPS):
            read(one, "rules")
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
        print(f"after {step * (articles // STEPS):6} articles at most {most:6.1f} MB")


def growth(characters: int) -> None:
    """Print how the time grows with hostile text."""
    for name, make in HOSTILE.items():
        half, whole = (seconds([document(make(size))], "rules") for size in (characters // 2, characters))
        print(f"{name:28} {half:7.2f} s {whole:7.2f} s  × {whole / half:.2f}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?", default=ARTICLES)
    parser.add_argument("--articles", type=int, default=1500)
    parser.add_argument("--characters", type=int, default=200_000)
    arguments = parser.parse_args()
    found = documents.discover([arguments.folder])[0]
    texts = [documents.read(one.path, one.name) for one in found]
    if not texts:
        return
    speed(texts, "rules")
    speed(texts[:SAMPLE], "offline")
    memory(texts, arguments.articles)
    growth(arguments.characters)


if __name__ == "__main__":
    main()
