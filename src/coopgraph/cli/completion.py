"""coopgraph completion: the script that teaches a shell to complete commands and options."""

import click
from click.shell_completion import get_completion_class


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the completion script of a shell.

    \b
    bash: coopgraph completion bash > ~/.local/share/bash-completion/completions/coopgraph
    zsh:  coopgraph completion zsh > "${fpath[1]}/_coopgraph"
    fish: coopgraph completion fish > ~/.config/fish/completions/coopgraph.fish
    """
    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"click knows no completion for {shell}")
    click.echo(kind(ctx.find_root().command, {}, "coopgraph", "_COOPGRAPH_COMPLETE").source())
