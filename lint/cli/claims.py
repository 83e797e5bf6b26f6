"""``medcopy claims check``: the approved statements and the rules are right, and the examples in them hold."""

from __future__ import annotations

from pathlib import Path

import click

from lint.cli import options


@click.group("claims")
def command() -> None:
    """Look after the approved statements and the rules."""


@command.command("check")
@options.claims
@options.rules
@options.config
def check(claims: tuple[Path, ...], rules: tuple[Path, ...], config: Path | None) -> None:
    """Validate claims.yml and the rules, and run the examples in them."""
    from lint import knowledge, project
    from lint.errors import Problems

    configured = project.load(Path.cwd(), config, claims, rules)
    known = knowledge.load(configured)
    proofs = [*knowledge.prove_packs(known), *knowledge.prove_canon(known)]
    errors = [error for proof in proofs for error in proof.errors]
    if errors:
        raise Problems(errors)
    packs = known.reader.packs
    click.echo(f"{len(packs.directories)} packs: {', '.join(folder.name for folder in packs.directories)}")
    click.echo(f"{len(packs.patterns)} patterns of {len(packs.kinds)} kinds of claim")
    if known.canon is None:
        click.echo("no claims.yml was found: there are no approved statements to look at")
    else:
        click.echo(f"{len(known.canon.claims)} approved statements from {len(known.canon.sources)} sources")
    for proof in proofs:
        click.echo(f"{proof.examples} {proof.what} {'example holds' if proof.examples == 1 else 'examples hold'}")
