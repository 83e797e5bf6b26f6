"""Conditions: the disease state that a claim is about, put together from stage, subtype, disease and site."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Condition:
    """A disease state. Empty parts are not stated: a sentence's condition takes them from what went before.

    Its name is written [stage] [subtype] disease [in a site or group | at an event | of a kind that goes by no name]. The stage "any" is the disease at no
    particular stage, said on purpose.
    """

    disease: str = ""
    stage: str = ""
    subtypes: tuple[str, ...] = ()
    within: str = ""
    either: tuple[str, ...] = ()
    """Subtypes that are named as alternatives ("X-positive or Y-negative disease"): a claim holds for each."""

    @property
    def name(self) -> str:
        """The name in the words of a canon: "metastatic <subtype> <disease> in the <site>"."""
        stage = "" if self.stage == "any" else self.stage
        parts = [stage, *self.subtypes, self.disease]
        within = self.within if self.within.startswith(("at ", "of ")) or not self.within else f"in {self.within}"
        return " ".join(part for part in (*parts, within) if part)

    def over(self, other: Condition) -> Condition:
        """Return this condition, with the parts that it leaves out taken from another of the same disease."""
        if self.disease and other.disease and self.disease != other.disease:
            return self
        return Condition(
            self.disease or other.disease,
            self.stage or other.stage,
            self.subtypes or other.subtypes,
            self.within or other.within,
            self.either,
        )

    def plain(self) -> Condition:
        """Return the disease alone."""
        return Condition(self.disease)

    def staged(self, stage: str) -> Condition:
        """Return the condition at another stage."""
        return replace(self, stage=stage)

    def __bool__(self) -> bool:
        return bool(self.disease or self.stage or self.subtypes or self.within)


NOWHERE = Condition()
