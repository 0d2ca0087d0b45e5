"""Write the word lists that come from elsewhere: given names from Faker, nouns for what people do from WordNet.

`python training/lexicon.py DICT` writes `names-given.txt` and `names-roles.txt` of the English reader; DICT is the
folder of WordNet 3.0 with `data.noun` and `index.noun`. It needs Faker beside the project. The same releases give the
same files; the ones in the package were made with Faker 40.54.0.
"""

# ruff: noqa: T201

import argparse
import importlib
import pkgutil
import textwrap
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from coopgraph.reading.names.lexicon import fold, lexicon
from coopgraph.reading.names.places import countries, parts

DATA = Path(__file__).parent.parent / "src" / "coopgraph" / "reading" / "data" / "en"
GIVEN = ("first_names", "first_names_male", "first_names_female", "first_romanized_names")
FAMILY_FIRST = ("vi_VN", "zh_CN", "zh_TW")
# Family names that stand first and that Faker gives in other scripts or not at all.
FAMILIES = """
nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly dinh trinh doan luong truong lam mai dao ta cao
luu chau quach kieu tong ton mac nghiem khuong vuong to la quan ninh lieu chu bach ha thach lai phung diep giang
kim park choi jung kang cho yoon jang lim han shin seo kwon hwang ahn song yoo hong jeon moon bae baek nam noh jeong
ong tan teo goh koh chua ng yeo
"""
ROOTS = """
worker leader professional expert scientist official scholar creator performer communicator contestant adviser student
officeholder representative engineer politician businessperson educator health_professional administrator artist writer
employee skilled_worker manager investigator spokesperson preserver planner advocate founder owner member
military_personnel religious_person patron activist reformer
"""
# Given names that are words or places, too, and names that Faker lacks or has in other scripts.
AMBIGUOUS = """
angus anil ashok bill bob brad brent charlotte chidi christian clare dean deepak dmitry don ebrahim grant hyun isabel
jan javad jordan jun kerry khurshid kiran leon ling marie mary matt max mei min mohan nelson ngozi nur pat paul penny
rajesh rick rob rod sanjay satoshi sipho sofia stanley sue sunil suresh takeshi thabo vijay will yuko zanele
"""
COMMON = 5  # locales that make a given name of a word
# Nouns that tell of bodies as often as of people ("Mekong Harvest, a rice exporter").
EITHER = """
backer brewer broadcaster broker builder buyer carrier competitor consumer contractor creator creditor dealer debtor
developer distributor donor employer exporter farmer founder grower hauler host importer innovator insurer investor
landlord leader lender maker manufacturer member operator organiser organizer owner packer partner pioneer printer
processor producer promoter provider publisher purchaser retailer rival seller shipper sponsor stockist subscriber
supplier supporter tenant tracker trader underwriter vendor wholesaler winner
"""
WIDTH = 160
PERSONS = 18  # the number of WordNet's file of nouns for people
SHORTEST_ROLE = 4


def main() -> None:
    """Write both lists."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wordnet", type=Path, metavar="DICT")
    wordnet = parser.parse_args().wordnet
    common = set().union(*(_lemmas(wordnet, part) for part in ("noun", "verb", "adj", "adv")))
    _write(
        "names-given.txt",
        "Given names, and family names that stand first, in lower case: made by training/lexicon.py from Faker (MIT).",
        given(common),
    )
    roles = (
        {word for word in people(wordnet) if len(word) >= SHORTEST_ROLE} - _lemmas(wordnet, "adj") - set(EITHER.split())
    )
    _write(
        "names-roles.txt",
        "What people do, singular: made by training/lexicon.py from WordNet 3.0 (names-roles.LICENSE).",
        {word for word in roles if len(word) >= SHORTEST_ROLE},
    )


def given(common: set[str]) -> set[str]:
    """Return the given names in Latin script of all of Faker's locales that are neither words nor places."""
    words = lexicon()
    other = {*words.ordinary, *words.weak, *words.stop, *words.opening, *words.heads, *words.field, *words.office}
    other |= {*words.demonyms, *words.address, *words.particles, *words.kinds, *words.portfolio, *words.body_words}
    found: dict[str, set[str]] = defaultdict(set)
    for locale, module in _locales():
        attributes = (*GIVEN, *(("last_names", "last_romanized_names") if locale in FAMILY_FIRST else ()))
        for attribute in attributes:
            names = vars(module.Provider).get(attribute, ())
            for name in () if isinstance(names, property) else names:
                text = name[0] if isinstance(name, tuple) else name
                for form in {text.lower(), fold(text)}:
                    found[form].add(locale)
    kept = {name for name, where in found.items() if name not in common or len(where) >= COMMON}
    kept = {name for name in kept - other if _is_latin(name) and (len(name) > 2 or len(found[name]) > 1)}
    kept = {name for name in kept if fold(name) not in countries() and fold(name) not in parts()}
    return kept | set(FAMILIES.split()) | set(AMBIGUOUS.split())


def people(wordnet: Path) -> set[str]:
    """Return the single words whose first meaning is a kind of the roots: somebody who works, leads, teaches ..."""
    meanings: dict[str, tuple[set[str], list[str]]] = {}
    for fields in _entries(wordnet / "data.noun"):
        count = int(fields[3], 16)
        pointers = fields[5 + 2 * count :]
        above = [pointers[at + 1] for at, mark in enumerate(pointers) if mark == "@"]
        words = {fields[4 + 2 * at] for at in range(count)} if int(fields[1]) == PERSONS else set()
        meanings[fields[0]] = (words, above)
    first = {}
    for fields in _entries(wordnet / "index.noun"):
        senses = fields[-int(fields[2]) :]
        first[fields[0]] = senses[0]
        if fields[0] in ROOTS.split():
            roots = [sense for sense in senses if meanings[sense][0]]
            if roots:
                first[f"root {fields[0]}"] = roots[0]
    below: dict[str, list[str]] = defaultdict(list)
    for number, (_, above) in meanings.items():
        for each in above:
            below[each].append(number)
    reached: set[str] = set()
    waiting = [first[f"root {root}"] for root in ROOTS.split() if f"root {root}" in first]
    while waiting:
        number = waiting.pop()
        if number not in reached:
            reached.add(number)
            waiting.extend(below[number])
    return {
        word
        for number in reached
        for word in meanings[number][0]
        if word.islower() and word.replace("-", "").isalpha() and first[word] == number
    }


def _lemmas(wordnet: Path, part: str) -> set[str]:
    found: set[str] = set()
    for fields in _entries(wordnet / f"data.{part}"):
        words = (fields[4 + 2 * at].split("(")[0] for at in range(int(fields[3], 16)))
        found.update(word for word in words if word.islower())
    return found


def _entries(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("  "):
            yield line.split("|")[0].split()


def _locales() -> Iterator[tuple[str, ModuleType]]:
    package = importlib.import_module("faker.providers.person")
    for found in pkgutil.iter_modules(package.__path__):
        yield found.name, importlib.import_module(f"{package.__name__}.{found.name}")


def _is_latin(name: str) -> bool:
    return (
        len(name) > 1
        and name[0].isalpha()
        and all(character in "-'" or unicodedata.name(character, "").startswith("LATIN") for character in name)
    )


def _write(name: str, head: str, words: set[str]) -> None:
    text = textwrap.wrap(" ".join(sorted(words)), WIDTH, break_long_words=False, break_on_hyphens=False)
    (DATA / name).write_text("\n".join([f"# {head}", *text]) + "\n", encoding="utf-8")
    print(f"{name}: {len(words)} words")


if __name__ == "__main__":
    main()
