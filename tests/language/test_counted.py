"""Counts of people to imagine are shares."""

from __future__ import annotations

import pytest

from lint.language.extractor import Extractor
from tests.language.reading import slots

PAGE = "# Hodgkin lymphoma\n\n"


def test_items_count_the_people_of_their_lead_in(extractor: Extractor) -> None:
    page = (
        PAGE
        + "Of every 50 tests, 3 fail.\n\nOf every 100 people with Hodgkin lymphoma:\n\n- 15 relapse\n- 5 never respond\n"
    )
    assert slots(extractor, page, "incidence", "low")[-2:] == [(15,), (5,)]


def test_those_who_live_so_long_are_alive_then(extractor: Extractor) -> None:
    page = PAGE + "Imagine 100 people with it. About 57 of them live five years."
    assert slots(extractor, page, "survival", "measure", "low") == [("5-year", 57)]


@pytest.mark.parametrize(
    "text", ["Bring 10 people along. You need 3 of them.", "In 2019, 100 people came. Of 20 rooms, 5 were full."]
)
def test_people_who_are_there_are_not_to_be_imagined(extractor: Extractor, text: str) -> None:
    assert slots(extractor, PAGE + text, "incidence", "low") == []


def test_a_second_group_of_people_is_counted_by_itself(extractor: Extractor) -> None:
    page = PAGE + "Out of 1,000 people, about 20 die.\n\nOf 100 people with it:\n\n- 40 will have died\n"
    assert slots(extractor, page, "incidence", "low") == [(2,), (40,)]


def test_what_has_risen_is_what_it_is_today(extractor: Extractor) -> None:
    page = PAGE + "Median survival has gone from 31 to 47 years."
    assert slots(extractor, page, "survival", "low", "high") == [(47, 47)]


def test_an_answer_ends_at_its_but(extractor: Extractor) -> None:
    page = PAGE + "**Can it be cured?**\n\nNo, but it can often be kept at bay."
    assert slots(extractor, page, "curability", "curable") == [("no",)]


def test_times_in_a_list_have_the_unit_of_the_last(extractor: Extractor) -> None:
    page = PAGE + "Survival at 1, 5 and 10 years is 87%, 57% and 35%."
    assert slots(extractor, page, "survival", "measure", "low") == [("1-year", 87), ("5-year", 57), ("10-year", 35)]


def test_who_die_within_a_year_do_not_survive_it(extractor: Extractor) -> None:
    page = PAGE + "Prognosis is poor: 30% die within a year."
    assert slots(extractor, page, "survival", "low") == []
    assert slots(extractor, page, "incidence", "low") == [(30,)]
