"""Which columns of a table fit a terminal, and how wide each is."""

from collections.abc import Mapping, Sequence

from rich.cells import cell_len

_WORD = 14  # cells up to which the longest word of a column stays whole; of one that can be spared, any word
_LINES, _PASSAGE = 8, 24  # a long text takes about so many lines, or at least so many cells a line
_GAP = 1  # cells between columns


def fitted(
    headers: Sequence[str], cells: Sequence[Sequence[str]], width: int, spare: Sequence[str], twins: Mapping[str, str]
) -> dict[int, int]:
    """Return the widths of the columns that are shown, by their places; no header is cut.

    Left out are columns that are empty, those of `spare` that hold nothing but 0, those that tell the same as their
    twin, and then as many of `spare`, from its start, as the width asks for. The rest share the width such that the
    text with the most lines has as few as can be; they are wider than `width` only where the headers alone are.
    """
    columns = {place: [row[place] for row in cells] for place in range(len(headers))}
    places = {header: place for place, header in enumerate(headers)}
    needless = {one for one, other in twins.items() if columns[places[one]] == columns[places[other]]}
    shown = [
        place
        for place, column in columns.items()
        if not cells or (any(text not in (("", "0") if headers[place] in spare else ("",)) for text in column))
    ]
    shown = [place for place in shown if headers[place] not in needless] or list(columns)
    natural = {place: max(map(cell_len, (headers[place], *columns[place]))) for place in shown}
    widths = {
        place: _least(headers[place], columns[place], natural[place] if headers[place] in spare else _WORD)
        for place in shown
    }
    for header in spare:
        if _total(widths) > width and len(widths) > 1:
            widths.pop(places[header], None)
    while _total(widths) > width:
        slack, widest = max((least - cell_len(headers[place]), place) for place, least in widths.items())
        if slack <= 0:
            break
        widths[widest] -= 1
    for _ in range(width - _total(widths)):
        lines, longest = max((natural[place] / own, -place) for place, own in widths.items())
        if lines <= 1:
            break
        widths[-longest] += 1
    return widths


def _least(header: str, column: Sequence[str], most: int) -> int:
    word = max((cell_len(word) for text in column for word in text.split()), default=0)
    longest = max(map(cell_len, column), default=0)
    return max(1, cell_len(header), min(word, most), min(longest // _LINES, _PASSAGE))


def _total(widths: Mapping[int, int]) -> int:
    return sum(widths.values()) + _GAP * (len(widths) - 1)
