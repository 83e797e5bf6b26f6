"""Measure medcopy against what it is built on and against other linters: python benchmarks/bench.py [PART]...

Parts: start, terms, throughput, workers, growth, memory; without one, all. Everything that is compared is run in turn in one
go, and the least time of each counts, so that the ratios hold on a busy machine too. Nothing fails for being slow.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import generate

from lint.documents import parse
from lint.language.extractor import Extractor
from lint.packs import load
from lint.terms import load as load_terms

ROOT = Path(__file__).parent.parent
REAL = ROOT.parent / "shared" / "dev" / "nih-bulk"
"""Real articles, where somebody has put them beside this repository; MEDCOPY_BENCH_TEXTS names another folder."""
MEDCOPY = (sys.executable, "-m", "lint")
SPACY = """\
import pathlib, sys, spacy
nlp = spacy.blank("en")
nlp.add_pipe("sentencizer")
nlp.max_length = 10**9
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    list(nlp(path.read_text(encoding="utf-8", errors="replace")).sents)
"""
Run = Callable[[], object]


def command(*arguments: object, cwd: Path | None = None, cache: Path | None = None) -> Run:
    """Return what runs a command, silently; findings of a linter are no failure, anything else is."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    env["PYTHONPATH"] = str(ROOT)
    if cache:
        env["MEDCOPY_CACHE_DIR"] = str(cache)

    def run() -> None:
        done = subprocess.run(
            [str(a) for a in arguments],
            cwd=cwd,
            env=env,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            check=False,
        )
        if done.returncode not in (0, 1):
            raise SystemExit(f"{arguments[0]} failed: {done.stderr.decode()[-500:]}")

    return run


def least(runs: Mapping[str, Run], rounds: int, before: Callable[[], object] = lambda: None) -> dict[str, float]:
    """Return the least seconds of each, all run in turn, so many times."""
    best = dict.fromkeys(runs, float("inf"))
    for _ in range(rounds):
        for name, run in runs.items():
            before()
            start = time.perf_counter()
            run()
            best[name] = min(best[name], time.perf_counter() - start)
    return best


def row(what: str, value: float, unit: str, against: str = "", goal: str = "") -> None:
    """Print a line of the table."""
    print(f"| {what} | {value:.2f} {unit} | {against} | {goal} |", flush=True)


def start(work: Path) -> None:
    """A hook on one article of 200: cold, warm, and with nothing medical in it."""
    generate.corpus(work, 200)
    shutil.copy(ROOT / "claims.yml", work)
    cache, one = work / "cache", work / "pages" / "page000007.md"
    check = (*MEDCOPY, "check", "--format", "jsonl")
    command(*check, cwd=work, cache=cache)()
    text, numbers = one.read_text(), iter(range(10, 10**6))
    quiet = work / "pages" / "page000008.md"

    def edited() -> None:
        one.write_text(f"{text}\nMetastatic breast cancer cannot be cured, as {next(numbers)} women were told.\n")
        command(*check, one, cwd=work, cache=cache)()

    def unmedical() -> None:
        quiet.write_text(f"{generate.quiet()}\nVisit number {next(numbers)} is over.\n")
        command(*check, quiet, cwd=work, cache=cache)()

    unchanged = work / "pages" / "page000009.md"
    runs = {
        "spacy": command(sys.executable, "-c", "import spacy; spacy.blank('en')"),
        "imports": command(sys.executable, "-c", "import click, yaml"),
        "cold": edited,
        "warm": command(*check, unchanged, cwd=work, cache=cache),
        "quiet": unmedical,
        "corpus": command(*MEDCOPY, "check", "--no-cache", "corpus", cwd=ROOT),
    }
    runs["warm"]()
    got = least(runs, 7)
    row(
        "the repository's corpus, nothing remembered",
        got["corpus"] / got["spacy"],
        "×",
        'import spacy; spacy.blank("en")',
        "≤ 2",
    )
    row("one changed article, 200 cached", got["cold"] / got["spacy"], "×", 'import spacy; spacy.blank("en")', "≤ 1.2")
    row("article unchanged", got["warm"] / got["imports"], "×", "import click, yaml", "≤ 4")
    row("changed article with nothing medical", got["quiet"] / got["imports"], "×", "import click, yaml", "≤ 4")


def terms(work: Path) -> None:
    """The checks of words against the tokenizing of the same texts, both with the words met before."""
    import spacy

    generate.corpus(work, 300)
    checks, tokenize = load_terms(), spacy.blank("en").tokenizer
    texts = {"generated": work / "pages", "real": Path(os.environ.get("MEDCOPY_BENCH_TEXTS", REAL))}
    for name, folder in texts.items():
        if not folder.is_dir():
            continue
        documents = [parse(path.read_bytes(), path.name) for path in sorted(folder.iterdir())]
        took = []
        for run in (lambda document: tokenize(document.text), checks.claims):
            best = [float("inf")] * len(documents)
            for _ in range(8):
                for at, document in enumerate(documents):
                    began = time.perf_counter()
                    run(document)
                    best[at] = min(best[at], time.perf_counter() - began)
            took.append(sum(best))
        row(f"the checks of words, {name}", took[1] / took[0], "×", 'the tokenizer of spacy.blank("en")', "≤ 0.3")


def throughput(work: Path) -> None:
    """Everything together, one process, over the same files."""
    generate.corpus(work, 300)
    shutil.copy(ROOT / "claims.yml", work)
    texts = {"generated": work / "pages"}
    real = Path(os.environ.get("MEDCOPY_BENCH_TEXTS", REAL))
    if real.is_dir():
        (work / "real").mkdir()
        for path in sorted(real.iterdir())[:1500]:
            shutil.copy(path, work / "real")
        texts["real"] = work / "real"
    for name, folder in texts.items():
        (work / "medcopy.yml").write_text(f"corpus: [{folder.name}]\nclaims: [claims.yml]\n")
        files = sorted(folder.iterdir())
        words = sum(len(path.read_text(encoding="utf-8", errors="replace").split()) for path in files)
        check = (*MEDCOPY, "check", "--no-cache", "--jobs", "1", "--fail-on", "never", "--format", "jsonl")
        runs = {"medcopy": command(*check, cwd=work), "spacy": command(sys.executable, "-c", SPACY, folder)}
        runs |= others(files)
        got = least(runs, 3)
        row(f"words a second, {name}", words / got["medcopy"], "", "", "")
        row(f"speed, {name}", got["spacy"] / got["medcopy"], "×", 'spacy.blank("en") and a sentencizer', "≥ 0.6")
        for other in ("proselint", "textlint", "alex"):
            if other in got:
                row(f"speed, {name}", got[other] / got["medcopy"], "×", other, "≥ 2")
            else:
                print(f"| speed, {name} | not measured | {other}, not installed | ≥ 2 |")


def others(files: Sequence[Path]) -> dict[str, Run]:
    """Return the other linters over the same files: those that ``make bench-tools`` has installed, or on the path."""
    folders = (Path(sys.executable).parent, ROOT / "benchmarks" / "node_modules" / ".bin", os.environ.get("PATH", ""))
    path = os.pathsep.join(map(str, folders))
    rules = ("--rule", "max-comma", "--rule", "terminology", "--rule", "write-good")
    options: Mapping[str, Sequence[str]] = {"proselint": ("check",), "textlint": rules, "alex": ("--quiet",)}
    found = {name: shutil.which(name, path=path) for name in options}
    return {name: lenient(program, *options[name], *files) for name, program in found.items() if program}


def lenient(*arguments: object) -> Run:
    """Return what runs a foreign linter, whose exit status says something else with each."""
    words = [str(argument) for argument in arguments]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return lambda: subprocess.run(words, cwd=ROOT / "benchmarks", check=False, **quiet)  # type: ignore[call-overload]


def workers(work: Path) -> None:
    """Two processes against one, for many files and for few."""
    for files, rounds, goal in ((2000, 2, "≥ 1.7"), (200, 3, "≥ 1"), (40, 3, "≥ 1")):
        folder = work / str(files)
        generate.corpus(folder, files)
        check = (*MEDCOPY, "check", "--no-cache", "--fail-on", "never", "--format", "jsonl", "--jobs")
        two = ("2",) if files >= 200 else ("1",)
        runs = {"one": command(*check, "1", cwd=folder), "two": command(*check, *two, cwd=folder)}
        if files == 40:  # what medcopy chooses by itself
            runs["two"] = command(*check[:-1], cwd=folder)
        got = least(runs, rounds)
        row(f"two workers, {files} files", got["one"] / got["two"], "×", "one", goal)


def growth(work: Path) -> None:
    """Ten times as much of everything."""
    check = (*MEDCOPY, "check", "--no-cache", "--jobs", "1", "--fail-on", "never", "--format", "jsonl")
    for number in (1, 300, 3000):
        generate.corpus(work / f"pages{number}", number, 200)
    got = least({folder.name: command(*check, cwd=folder) for folder in sorted(work.iterdir())}, 2)
    base = got["pages1"]
    row("10 times the pages", (got["pages3000"] - base) / (got["pages300"] - base), "×", "a tenth", "≤ 11")
    # One page is read within this process: what starting takes would hide the time of the smaller one.
    shapes: Mapping[str, tuple[Callable[[int], str], int]] = {
        "words of a page": (lambda n: generate.page(1, n), 80_000),
        "items of a list": (generate.listing, 10_000),
        "rows of a table": (generate.table, 5_000),
    }
    extractor, terms = Extractor(load()), load_terms()
    for name, (make, size) in shapes.items():
        times = []
        for part in (size // 10, size // 10, size):  # the first time warms
            document = parse(make(part).encode(), "page.md")
            began = time.process_time()
            extractor.claims(document)
            terms.claims(document)
            times.append(time.process_time() - began)
        row(f"10 times the {name}: {size:,}", times[2] / times[1], "×", "a tenth", "≤ 11")


def memory(work: Path) -> None:
    """Peak memory for two numbers of pages, and the line through the two."""
    peak = {}
    code = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=-3, stderr=-3); "
    code += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    for pages in (1000, 4000):
        folder = work / str(pages)
        generate.corpus(folder, pages)
        check = (*MEDCOPY, "check", "--no-cache", "--jobs", "1", "--fail-on", "never", "--format", "jsonl")
        env = os.environ | {"PYTHONPATH": str(ROOT)}
        told = subprocess.run(
            [sys.executable, "-c", code, *check], cwd=folder, env=env, capture_output=True, check=True
        )
        peak[pages] = int(told.stdout) / (1024 * 1024 if sys.platform == "darwin" else 1024)
        row(f"peak memory, {pages:,} pages of 500 words", peak[pages], "MiB")
    slope = (peak[4000] - peak[1000]) / 3000
    row("extrapolated to 100,000 pages", peak[4000] + slope * 96_000, "MiB", "", "≤ 1024")


PARTS: Mapping[str, Callable[[Path], None]] = {
    "start": start,
    "terms": terms,
    "throughput": throughput,
    "workers": workers,
    "growth": growth,
    "memory": memory,
}


def main() -> None:
    """Run the parts that are asked for."""
    wanted = sys.argv[1:] or list(PARTS)
    if unknown := [name for name in wanted if name not in PARTS]:
        raise SystemExit(f"there is no part {unknown[0]!r}; the parts are: {', '.join(PARTS)}")
    print("| what | measured | against | goal |\n|---|---|---|---|")
    for name in wanted:
        with tempfile.TemporaryDirectory(prefix="medcopy-bench-") as folder:
            PARTS[name](Path(folder))


if __name__ == "__main__":
    main()
