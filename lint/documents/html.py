"""HTML: tags to structure, hidden text left out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from lint.documents.builder import Builder
from lint.documents.decode import Decoded
from lint.documents.document import Document
from lint.documents.html_tokens import Token, text_pieces, tokens, value
from lint.documents.html_tree import Tree, wanted

_Map = Callable[[int], int]


def parse(decoded: Decoded, shown: str) -> Document:
    """Read an HTML page."""
    builder = Builder()
    tree = Tree(builder)
    Feeder(tree, builder).feed(decoded.text, [(0, 0)])
    tree.finish(len(decoded.text))
    return builder.finish(shown, decoded.text, decoded.encoding, decoded.bom)


class Feeder:
    """Feeds stretches of HTML to a tree; a stretch need not be balanced."""

    def __init__(self, tree: Tree, builder: Builder) -> None:
        self._tree = tree
        self._builder = builder
        self._described = False

    def feed(self, source: str, places: Sequence[tuple[int, int]]) -> None:
        """Feed a stretch; ``places`` are pairs (offset in the stretch, offset in the file), the first at 0."""
        starts = [start for start, _ in places]

        def at(offset: int) -> int:
            start, there = places[bisect_right(starts, offset) - 1]
            return there + offset - start

        def end_at(offset: int) -> int:
            return at(offset - 1) + 1 if offset else places[0][1]

        for token in tokens(source):
            start, end = at(token.start), end_at(token.end)
            if token.kind == "text":
                self._text(source, token, places, starts)
            elif token.kind == "comment":
                if source.startswith("<!--", token.start):
                    self._tree.comment(token.value, start, end)
            elif token.kind == "end":
                self._tree.end(token.value, start, end)
            else:
                if token.value == "meta":
                    self._meta(source, token, at, end_at)
                kept = {name: value(source, place) for name, place in token.attributes.items() if wanted(name)}
                self._tree.start(token.value, kept, start, end)

    def _text(self, source: str, token: Token, places: Sequence[tuple[int, int]], starts: list[int]) -> None:
        index = bisect_right(starts, token.start) - 1
        begin = token.start
        while begin < token.end:
            stop = min(token.end, places[index + 1][0] if index + 1 < len(places) else token.end)
            shift = places[index][1] - places[index][0]
            for piece, start, end in text_pieces(source, begin, stop):
                self._tree.text(piece, start + shift, end + shift)
            begin, index = stop, index + 1

    def _meta(self, source: str, token: Token, at: _Map, end_at: _Map) -> None:
        name = token.attributes.get("name") or token.attributes.get("property")
        place = token.attributes.get("content")
        if self._described or name is None or place is None or place[0] == place[1]:
            return
        if value(source, name).strip().lower() not in ("description", "og:description") or self._tree.hidden:
            return
        self._described = True
        self._builder.open("description")
        for piece, start, end in text_pieces(source, *place):
            self._builder.text(piece, at(start), end_at(end))
        self._builder.close()
