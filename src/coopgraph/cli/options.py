"""The options that several commands share, as decorators."""

from collections.abc import Callable
from typing import Any

import click

from coopgraph.cli.days import last_day
from coopgraph.errors import UsageError
from coopgraph.model import EntityType

DEFAULT_DATASET = "graphs/cooperation.trig"

Command = Callable[..., Any]


class Day(click.ParamType[str]):
    """A date as precise as it is given: YYYY, YYYY-MM or YYYY-MM-DD."""

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the text unchanged once it is known to be a date; fails with a usage error otherwise."""
        try:
            last_day(value)
        except UsageError as error:
            self.fail(str(error), param, ctx)
        return value


def dataset(command: Command) -> Command:
    """Add -g: the dataset that is asked."""
    return click.option(
        "-g",
        "--graph",
        "location",
        default=DEFAULT_DATASET,
        show_default=True,
        metavar="DATASET",
        help="A dataset file, a store folder, or the URL of a SPARQL endpoint.",
    )(command)


def output_format(*formats: str) -> Callable[[Command], Command]:
    """Add --format with these choices, the first being the default."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(formats, case_sensitive=False),
        default=formats[0],
        show_default=True,
        help="How to print.",
    )


def types(command: Command) -> Command:
    """Add --type, which may be given several times."""
    return click.option(
        "--type",
        "types",
        multiple=True,
        type=click.Choice([member.value for member in EntityType], case_sensitive=False),
        help="Only things of this type; may be given several times.",
    )(command)


def reader(command: Command) -> Command:
    """Add --reader for the readers that need no language model."""
    return click.option(
        "--reader",
        type=click.Choice(["rules", "offline"]),
        default="offline",
        show_default=True,
        help="Who reads relations: the rules alone (faster, more often right), or the trained encoder beside them.",
    )(command)


def any_reader(command: Command) -> Command:
    """Add --reader for every reader, and what a language model needs: --model, --base-url, --asks, --show-dropped."""
    for option in (
        click.option("--show-dropped", is_flag=True, help="List what a model said that the text doesn't bear out."),
        click.option(
            "--asks",
            type=click.IntRange(1, 9),
            help="How often the language model is asked about each document, by default once: of several answers what"
            " most of them say is kept, at as many times the cost.",
        ),
        click.option(
            "--base-url",
            metavar="URL",
            help="Where the language model is, like http://localhost:11434/v1; by default https://api.openai.com/v1.",
        ),
        click.option("--model", metavar="NAME", help="The language model of --reader llm and both."),
        click.option(
            "--reader",
            type=click.Choice(["rules", "offline", "llm", "both"]),
            default="offline",
            show_default=True,
            help="Who reads: the rules alone (faster, more often right), the rules and the trained encoder, a language"
            " model that you have, or this one and the offline reader together.",
        ),
    ):
        command = option(command)
    return command


def name_finder(command: Command) -> Command:
    """Add --names."""
    return click.option(
        "--names",
        "finder",
        metavar="FINDER",
        help="Another recogniser that proposes names beside the grammar: spacy:MODEL, gliner:MODEL, or a plug-in's.",
    )(command)


def confidence(command: Command) -> Command:
    """Add --min-confidence."""
    return click.option(
        "--min-confidence",
        type=click.FloatRange(0, 1),
        default=0.0,
        show_default=True,
        help="Leave out facts that are less sure than this.",
    )(command)
