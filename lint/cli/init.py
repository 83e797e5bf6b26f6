"""``medcopy init``: the first files of a content repository."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click


@click.command("init", short_help="Write the first files of a content repository.")
@click.option(
    "--corpus", multiple=True, metavar="DIR", help="A folder of articles. Repeatable. Default: those that hold some."
)
@click.option("--hook-repo", metavar="URL", help="The git repository from which pre-commit installs medcopy.")
@click.option("--hook-rev", metavar="REV", help="A tag or commit of that repository.")
def command(corpus: tuple[str, ...], hook_repo: str | None, hook_rev: str | None) -> None:
    """Write medcopy.yml, a first claims.yml and the configuration of the pre-commit hook into the current folder.

    Nothing is asked, and no file that is there is touched.
    """
    from lint import atomic, starter
    from lint.errors import UsageError

    cwd = Path.cwd()
    if bool(hook_repo) != bool(hook_rev):
        raise UsageError("--hook-repo and --hook-rev go together: an address, and a tag or commit there")
    for folder in corpus:
        if not (cwd / folder).is_dir():
            raise UsageError(f"--corpus: there is no folder {folder}")
    origin = starter.Origin(hook_repo, hook_rev) if hook_repo and hook_rev else starter.installed_from()
    made = starter.files(corpus or articles_in(cwd), origin)
    for name, text in made.items():
        if (cwd / name).exists():
            click.echo(f"{name} is there already, and was left as it is")
            if name == starter.HOOKS:
                click.echo(f"  to have medcopy as a hook, add to it:\n\n{text}")
            continue
        try:
            atomic.write(cwd / name, text.encode())
        except OSError as error:
            raise UsageError(f"{name} cannot be written: {error.strerror}") from error
        click.echo(f"wrote {name}")
    click.echo("next: medcopy check, then pre-commit install")


def articles_in(folder: Path) -> Sequence[str]:
    """Return the folders just below this one that hold articles; the folder itself where there are none.

    A file such as a read-me beside them does not count: it is for those who work on the articles.
    """
    from lint.errors import MedcopyError
    from lint.files import discover
    from lint.project import Project

    found = []
    for below in sorted(folder.iterdir()):
        if below.is_dir() and not below.is_symlink() and not below.name.startswith("."):
            try:
                discover([below.name], Project(folder), folder, corpus=False, in_corpus=True)
            except MedcopyError:
                continue
            found.append(below.name)
    return found or ["."]
