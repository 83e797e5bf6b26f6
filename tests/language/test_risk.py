"""What raises, lowers or leaves alone a risk: in prose, in lists, by ellipsis, as a myth; and what is no such claim."""

from __future__ import annotations

import pytest

from lint.documents import parse
from lint.language import wording
from lint.language.extractor import Extractor
from tests.language.reading import claims, slots

KIND = "risk-factor"


def risks(extractor: Extractor, text: str) -> list[tuple[object, ...]]:
    return slots(extractor, text, KIND, "factor", "direction")


@pytest.mark.parametrize(
    ("text", "factor", "direction"),
    [
        ("Studies show that working nights raises the risk of stroke.", "working nights", "increases"),
        ("Women who have never had children have a higher risk of breast cancer.", "never had children", "increases"),
        ("Smoking damages the lungs and raises the risk of stroke.", "Smoking", "increases"),
        ("High blood pressure, which is common, raises the risk of stroke.", "High blood pressure", "increases"),
        ("The longer you smoke, the higher your risk of lung cancer.", "you smoke", "increases"),
        ("Regular walking may help to prevent heart attacks.", "Regular walking", "decreases"),
        ("People who walk daily are 30% less likely to develop dementia.", "walk daily", "decreases"),
        ("Some strokes can be prevented by treating high blood pressure.", "treating high blood pressure", "decreases"),
        ("Wearing a bra, underwired or not, has never been shown to cause breast cancer.", "Wearing a bra", "none"),
        ("A cold does not affect your risk of asthma.", "cold", "none"),
        ("There is no link between phones and brain cancer.", "phones", "none"),
        ("The surest way to prevent lung cancer is never to smoke.", "never to smoke", "decreases"),
        ("The best way to avoid a stroke is not smoking.", "not smoking", "decreases"),
        ("Women who walk daily cut their risk of stroke by about 20%.", "walk daily", "decreases"),
        ("Dirty hands alone do not cause asthma.", "Dirty hands alone", "none"),
        ("Scabies is a skin disease caused by tiny, eight-legged mites.", "tiny, eight-legged mites", "increases"),
        ("Gout (GT 4) is caused by beer.", "beer", "increases"),
        ("Gangrene is a result of diabetes and a frequent cause of amputation.", "diabetes", "increases"),
        ("Sprays are of no help when the cause of asthma is dust.", "dust", "increases"),
        ("No diet has been shown to prevent asthma.", "diet", "none"),
        ("Smoking, not coffee, raises the risk of stroke.", "Smoking", "increases"),
        ("Coffee is no longer thought to cause strokes.", "Coffee", "none"),
        ("It is unlikely that stress causes strokes.", "stress", "none"),
        ("No one gene is known to cause gout.", "one gene", "none"),
        ("No smoking is the best way to prevent a stroke.", "No smoking", "decreases"),
        ("If it is not treated gout can lead to kidney stones.", "gout", "increases"),
        ("Most strokes are not inherited and result from high blood pressure.", "high blood pressure", "increases"),
    ],
)
def test_factor_and_direction(extractor: Extractor, text: str, factor: str, direction: str) -> None:
    assert risks(extractor, text) == [(factor, direction)]


@pytest.mark.parametrize(
    "text",
    [
        "Many things can raise the risk of asthma.",
        "Take these steps to lower your risk of stroke.",
        "Can stress cause breast cancer?",
        "Researchers are studying whether tea lowers the risk of stroke.",
        "Migraine is a disorder that causes throbbing pain.",
        "Heart disease is the leading cause of death.",
        "The pictures are made by a computer linked to an x-ray machine.",
        "It used to be thought that stress caused ulcers.",
        "The medicine can cause nausea and hair loss.",
        "People with high blood pressure can lower their risk of stroke.",
        "People who smoke can lower their risk of stroke if they stop.",
        "People with a long gene may or may not develop gout.",
        "Gout is characterized by the death of tissue due to pressure.",
    ],
)
def test_no_claim(extractor: Extractor, text: str) -> None:
    assert risks(extractor, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Nearly half of all cases of gout are caused by beer.",
        "About one in ten gout cases are caused by beer.",
        "Some cases of gout are triggered by beer.",
        "Most gout is caused by beer.",
    ],
)
def test_the_outcome_of_a_share_of_cases_is_the_disease(extractor: Extractor, text: str) -> None:
    found = slots(extractor, text, KIND, "factor", "outcome")
    assert [(factor, str(outcome).split()[0]) for factor, outcome in found] == [("beer", "gout")]


def test_what_a_share_is_caused_by_belongs_to_what_it_is_a_share_of(extractor: Extractor) -> None:
    text = "About 60% of strokes are caused by a clot. About 10% of strokes are caused by a bleed."
    assert slots(extractor, text, "incidence", "outcome", "low") == [
        ("caused by a clot", 60),
        ("caused by a bleed", 10),
    ]


def test_neither_of_two_is_denied_of_both(extractor: Extractor) -> None:
    assert risks(extractor, "Neither beer nor tea prevents gout.") == [("beer", "none"), ("tea", "none")]


def test_what_is_caused_by_something_is_not_its_cause(extractor: Extractor) -> None:
    # "by" was passed over: the ailment was read as the cause of what it is caused by.
    assert risks(extractor, "Anaemia can be caused by an infection.") == [("infection", "increases")]


def test_lists_take_their_direction_from_the_lead_in(extractor: Extractor) -> None:
    text = (
        "# Gout\n\nThese raise the risk:\n\n- beer\n- red meat, maybe\n\nAnd these lower it:\n\n- if you lose weight\n"
    )
    assert slots(extractor, text, KIND, "factor", "direction", "certainty") == [
        ("beer", "increases", "definite"),
        ("red meat", "increases", "possible"),
        ("you lose weight", "decreases", "definite"),
    ]


@pytest.mark.parametrize(
    ("text", "factors"),
    [
        ("Gout is more common in men and is often caused by beer.", ["men", "beer"]),
        ("Gout is often caused by beer and is more common in men.", ["beer", "men"]),
        ("Gout is more common in men and increases with age.", ["men"]),
        ("Gout is commoner in people older than 60 and is often caused by beer.", ["people older than 60", "beer"]),
    ],
)
def test_two_things_are_said_of_one_disease(extractor: Extractor, text: str, factors: list[str]) -> None:
    assert [factor for factor, _ in risks(extractor, text)] == factors


def test_two_verbs_have_one_object(extractor: Extractor) -> None:
    told = "You can help prevent or delay gout by walking every day."
    assert slots(extractor, told, KIND, "factor", "outcome") == [("walking every day", "gout")]


def test_what_is_said_to_be_a_disease_is_the_disease(extractor: Extractor) -> None:
    told = "Gout is a rare chromosome condition caused by the presence of an extra copy of chromosome 2."
    assert slots(extractor, told, KIND, "outcome") == [("Gout",)]


def test_a_long_list_is_read_to_its_end(extractor: Extractor) -> None:
    first = ["beer and wine", "crash diets", "sugary drinks", "raw oysters and mussels", "water tablets"]
    more = [
        "heavy meals late at night",
        "old age",
        "a family history of the disease",
        "kidney trouble",
        "lead in the water",
    ]
    factors = [*first, *more]
    told = f"Attacks of gout can be caused by {', '.join(factors[:-1])}, or {factors[-1]}."
    assert {factor for factor, _ in risks(extractor, told)} >= set(factors[1:])
    told = f"{', '.join(factors[:-1]).capitalize()}, and {factors[-1]} all raise the risk of gout."
    assert {factor for factor, _ in risks(extractor, told)} >= set(factors[1:])


@pytest.mark.parametrize(
    ("text", "factors"),
    [
        ("Gout may be due to drugs that prevent clotting, or to beer.", ["drugs that prevent clotting", "beer"]),
        (
            "Gout is most common in men, people who eat much meat, and adults whose kidneys are weak.",
            ["men", "people who eat much meat", "adults whose kidneys are weak"],
        ),
        (
            "Risk factors for gout include beer; meat, such as liver; being male; and having a parent with gout.",
            ["beer", "meat, such as liver", "being male", "having a parent with gout"],
        ),
        ("Gout is caused by beer; it hurts; and it may last.", ["beer"]),
    ],
)
def test_items_of_a_list_in_a_sentence(extractor: Extractor, text: str, factors: list[str]) -> None:
    assert [factor for factor, _ in risks(extractor, text)] == factors


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "In time, beer fills the joints with crystals, causing arthritis.",
            [("beer fills the joints with crystals", "arthritis")],
        ),
        ("Gout causes swelling, which can lead to infection.", [("swelling", "infection")]),
        (
            "Gout can cause kidney stones, which can lead to sepsis.",
            [("Gout", "kidney stones"), ("kidney stones", "sepsis")],
        ),
    ],
)
def test_what_leads_on_to_what(extractor: Extractor, text: str, claims: list[tuple[str, str]]) -> None:
    assert slots(extractor, "# Gout\n\n" + text, KIND, "factor", "outcome") == claims


@pytest.mark.parametrize(
    "factor",
    [
        "Treating high blood pressure and diabetes",
        "Controlling high blood pressure, diabetes and obesity",
        "Control of blood pressure, diabetes and cholesterol",
        "Quitting smoking and drinking",
        "Less salt and alcohol",
    ],
)
def test_what_is_kept_down_together_does_no_good_alone(extractor: Extractor, factor: str) -> None:
    assert risks(extractor, f"{factor} can lower the risk of stroke.") == [(factor, "decreases")]


def test_what_stands_beside_what_is_kept_down_is_a_thing_of_its_own(extractor: Extractor) -> None:
    told = "Avoiding alcohol, eating well and walking daily lower the risk of stroke."
    assert [factor for factor, _ in risks(extractor, told)] == ["Avoiding alcohol", "eating well", "walking daily"]


def test_adjectives_of_one_head_are_no_list(extractor: Extractor) -> None:
    told = "Gout results from a mix of genetic, dietary, and hormonal factors."
    assert [factor for factor, _ in risks(extractor, told)] == ["mix of genetic, dietary, and hormonal factors"]


def test_a_question_answered_by_a_list(extractor: Extractor) -> None:
    text = "# Gout\n\n## What raises the risk?\n\n- beer\n- age\n"
    assert risks(extractor, text) == [("beer", "increases"), ("age", "increases")]


def test_an_item_that_is_a_statement_is_one_claim(extractor: Extractor) -> None:
    text = "# Gallstones\n\nRisk factors include:\n\n- Obesity raises the risk of gallstones.\n"
    assert risks(extractor, text) == [("Obesity", "increases")]


def test_ellipsis_and_pronouns(extractor: Extractor) -> None:
    text = "# Stroke\n\nFat raises the risk. So does age. Exercise cuts it. Tea makes no difference. Nor does milk.\n"
    assert risks(extractor, text) == [
        ("Fat", "increases"),
        ("age", "increases"),
        ("Exercise", "decreases"),
        ("Tea", "none"),
        ("milk", "none"),
    ]


def test_a_pronoun_stands_for_what_the_sentence_begins_with(extractor: Extractor) -> None:
    assert risks(extractor, "Alcohol raises the risk of gout. As for coffee, it may lower the risk.")[1] == (
        "coffee",
        "decreases",
    )


def test_a_quoted_myth_is_denied_and_its_correction_is_not(extractor: Extractor) -> None:
    text = '# Myths about breast cancer\n\n## "Bras cause breast cancer."\n\nNo. Bras do not cause breast cancer.\n'
    assert slots(extractor, text, KIND, "direction", "polarity") == [("increases", "negated"), ("none", "affirmed")]


def test_an_aside_in_brackets_is_read_over(extractor: Extractor) -> None:
    text = "A close relative (a parent or a child) with gout raises your risk of gout."
    assert [direction for _, direction in risks(extractor, text)] == ["increases"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Tea is, if anything, linked to a lower risk of gout.", "decreases"),
        ("Tea does, of course, not raise the risk of gout.", "none"),
        ("Tea, though, does raise the risk of gout.", "increases"),
        ("Drugs that thin this fluid have been tied to gout.", "increases"),
    ],
)
def test_an_aside_between_commas_and_a_pronoun_within_are_read_over(
    extractor: Extractor, text: str, wanted: str
) -> None:
    assert [direction for _, direction in risks(extractor, text)] == [wanted]


@pytest.mark.parametrize(
    ("words", "items"),
    [
        ("smoking, alcohol and age", ["smoking", "alcohol", "age"]),
        ("bacterial, viral or parasitic infection", ["bacterial, viral or parasitic infection"]),
        ("mutations in the FOO, BAR or BAZ gene", ["mutations in the FOO, BAR or BAZ gene"]),
        ("diseases of the kidney, such as lupus or gout", ["lupus", "gout"]),
        ("brisk exercise, such as dancing and rowing", ["brisk exercise, such as dancing and rowing"]),
        ("White and Asian women", ["White and Asian women"]),
        ("a diet low in iron and vitamin D", ["a diet low in iron and vitamin D"]),
    ],
)
def test_what_is_named_under_one_head_is_one_thing(words: str, items: list[str]) -> None:
    assert wording.things(words) == items


@pytest.mark.parametrize(
    ("answer", "wanted"),
    [
        ("Partly.", "increases"),
        ("In the long run, yes.", "increases"),
        ("It can, in some people.", "increases"),
        ("Yes, in about one in ten.", "increases"),
        ("Almost certainly not.", "none"),
        ("Sadly, the studies say no.", "none"),
        ("There's nothing in it.", "none"),
    ],
)
def test_short_answers_to_a_question(extractor: Extractor, answer: str, wanted: str) -> None:
    assert [direction for _, direction in risks(extractor, f"Does tea cause gout?\n\n{answer}")] == [wanted]


def test_a_doubt_before_a_statement_is_no_answer(extractor: Extractor) -> None:
    assert risks(extractor, "Does tea cause gout?\n\nUsually it is drunk hot.") == []


def test_an_item_that_is_a_label_and_its_statement_is_one_claim(extractor: Extractor) -> None:
    text = "Risk factors for gout include:\n\n- Drink. Beer raises the risk of gout.\n"
    assert len(risks(extractor, text)) == 1


def test_what_an_aside_denies_or_doubts_is_not_the_statement(extractor: Extractor) -> None:
    text = "Men who drink, or who go without water, are more likely to get gout."
    assert [direction for _, direction in risks(extractor, text)] == ["increases"]


def test_a_letter_ends_the_name_of_a_disease(extractor: Extractor) -> None:
    text = "Sharing needles raises the risk of hepatitis B."
    assert slots(extractor, text, KIND, "outcome") == [("hepatitis B",)]


def test_a_comma_behind_a_list_cuts_nothing_off_its_head(extractor: Extractor) -> None:
    text = "# Lung cancer\n\nLaws against dusts, such as asbestos, silica, and soot, may lower the risk of lung cancer."
    (factor,) = [str(found) for (found,) in slots(extractor, text, "risk-factor", "factor")]
    assert factor.startswith("Laws against dusts")


def test_who_can_lower_a_risk_is_no_factor_of_it(extractor: Extractor) -> None:
    text = "# Stroke\n\nPeople with diabetes can lower their risk of stroke by walking."
    assert "diabetes" not in [factor for (factor,) in slots(extractor, text, "risk-factor", "factor")]


def test_a_short_verb_is_read_in_full(extractor: Extractor) -> None:
    text = "# Gout\n\nIt's twice as common in men.\n"
    assert risks(extractor, text) == [("men", "increases")]


def test_a_share_of_people_is_no_factor(extractor: Extractor) -> None:
    assert slots(extractor, "# Flu\n\nHalf of people with flu progress to pneumonia.", "risk-factor", "factor") == []


def test_a_cell_can_make_a_statement(extractor: Extractor) -> None:
    text = "# Gout\n\n| Thing | What is known |\n|---|---|\n| Drink | Heavy drinking raises the risk |\n"
    assert risks(extractor, text) == [("Heavy drinking", "increases")]


def test_the_past_months_are_no_belief_of_the_past(extractor: Extractor) -> None:
    text = "You are more likely to get gout if you drink, or have lost weight in the past six months."
    assert [direction for _, direction in risks(extractor, text)] == ["increases"]


def test_a_quantity_before_or_is_not_what_raises_the_risk(extractor: Extractor) -> None:
    assert risks(extractor, "Too much or too little iodine can cause gout.") == [
        ("Too much or too little iodine", "increases")
    ]


def test_what_stands_below_any_of_the_following_is_of_the_list_around_it(extractor: Extractor) -> None:
    text = "Risk factors for gout include:\n\n- age\n- eating any of the following:\n    - liver\n    - anchovies\n"
    assert risks(extractor, text) == [("age", "increases"), ("liver", "increases"), ("anchovies", "increases")]


def test_what_stands_in_brackets_parts_no_list(extractor: Extractor) -> None:
    text = "Risk factors for gout include old age, some foods (such as nuts or beer), and obesity."
    assert [factor for factor, _ in risks(extractor, text)] == [
        "old age", "some foods (such as nuts or beer)", "obesity",
    ]  # fmt: skip


def test_people_of_several_descents_are_one_factor(extractor: Extractor) -> None:
    text = "# Lupus\n\nLupus is more common in women of African, Asian or Hispanic descent."
    assert [factor for factor, _ in risks(extractor, text)] == ["women of African, Asian or Hispanic descent"]


def test_a_disease_that_no_list_names_is_told_by_what_its_page_says_it_is(extractor: Extractor) -> None:
    text = (
        "Zerbian palsy is a rare disorder of the hands. It is caused by cold water. Zerbian palsy can last for years."
    )
    assert [claim.condition for claim in claims(extractor, text, "risk-factor")] == ["zerbian palsy"]


def test_what_is_done_to_one_thing_is_one_factor(extractor: Extractor) -> None:
    text = "Asthma can be caused by breathing, touching or swallowing flour."
    assert [factor for factor, _ in risks(extractor, text)] == ["breathing, touching or swallowing flour"]


def test_a_share_that_ends_a_text_is_no_thing(extractor: Extractor) -> None:
    assert claims(extractor, 'BONE"INCREASE"0%', "risk-factor") == []


@pytest.mark.parametrize(
    ("text", "factors"),
    [
        (
            "Asthma can be caused by dust, irritants such as fumes, cold air, or another illness.",
            ["dust", "irritants such as fumes", "cold air", "another illness"],
        ),
        (
            "You can prevent stroke by walking with friends, not smoking, and eating fruit, fish or nuts.",
            ["walking with friends", "not smoking", "eating fruit, fish or nuts"],
        ),
    ],
)
def test_lists_whose_members_have_lists_and_examples_of_their_own(
    extractor: Extractor, text: str, factors: list[str]
) -> None:
    assert [factor for factor, _ in risks(extractor, text)] == factors


def test_a_clause_that_and_joins_begins_with_its_article(extractor: Extractor) -> None:
    text = "A diet high in fat may increase the risk of stroke and a diet high in fruit and nuts may decrease the risk."
    assert risks(extractor, text) == [("diet high in fat", "increases"), ("diet high in fruit and nuts", "decreases")]


def test_of_a_long_list_each_thing_is_quoted_alone(extractor: Extractor) -> None:
    things = [
        "overwhelming responsibilities",
        "insufficient sleep (for example shift work (SW) or newborn children)",
        "uncomfortably bright photographic studio lighting",
        "concentrated strawberry flavouring",
    ]
    text = f"# Migraine\n\nMigraine can be caused by {', '.join(things)}, and missed meals.\n"
    found = slots(extractor, text, KIND, "factor", "quote")
    assert [quote for _, quote in found] == [*things, "missed meals"]


def test_of_a_label_that_only_tells_people_apart_the_statement_behind_it_is_the_claim(extractor: Extractor) -> None:
    text = "# Gout\n\nRisk factors for gout include:\n\n- Sex. Men are at higher risk.\n- Drinking. Beer is bad.\n"
    assert [factor for factor, _ in risks(extractor, text)] == ["Men", "Drinking"]


def test_after_what_the_disease_leads_to_a_cause_is_of_the_disease(extractor: Extractor) -> None:
    text = "# Gout\n\nGout can lead to kidney stones. The most common cause is heavy drinking.\n"
    assert slots(extractor, text, KIND, "outcome") == [("kidney stones",), ("gout",)]


def test_the_last_of_a_list_run_together_is_no_factor_of_all(extractor: Extractor) -> None:
    text = "# Gout\n\nSigns: - Red toe - Stiff joints - Skin lumps - Increased risk of stroke - Fever\n"
    assert risks(extractor, text) == []


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Mutations in the ZOR2 gene cause plover fructose intolerance. Plover fructose intolerance is rare.", "plover fructose intolerance"),
        ("Mutations in the ZOR2 or TUL1 gene can cause ZGSD. ZGSD is rare.", "zgsd"),
        ("Plover 8 weakness is a rare condition caused by mutations in the ZOR2 gene.", "plover 8 weakness"),
    ],
)  # fmt: skip
def test_what_changes_of_a_gene_cause_is_the_disease_of_a_page_that_begins_so(
    extractor: Extractor, text: str, condition: str
) -> None:
    found = extractor.claims(parse(text.encode("utf-8"), "page.txt"))
    assert {claim.condition for claim in found if claim.kind == KIND} == {condition}


def test_two_verbs_of_one_subject_are_two_claims(extractor: Extractor) -> None:
    text = "# Gout\n\nBeer raises the risk of gout and causes headaches. Tea lowers the risk of gout and can bring on kidney stones.\n"
    found = slots(extractor, text, "risk-factor", "factor", "outcome", "direction")
    assert ("Tea", "gout", "decreases") in found
    assert ("Tea", "kidney stones", "increases") in found
    assert ("Beer", "gout", "increases") in found


def test_groups_with_an_in_of_their_own_are_a_claim_each(extractor: Extractor) -> None:
    text = "# Gout\n\nThe risk is higher in men, in people over 65 and in those who smoke.\n"
    assert slots(extractor, text, "risk-factor", "factor") == [("men",), ("people over 65",), ("smoke",)]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("*Stress alone causes gout.* There is no solid proof of that.", "negated"),
        ("Tea causes gout. It does not: nobody has found a link.", "negated"),
        ("Beer causes gout. No one doubts it.", "affirmed"),
    ],
)
def test_what_is_denied_right_behind_below_a_heading_about_myths(
    extractor: Extractor, text: str, polarity: str
) -> None:
    found = slots(extractor, f"# Gout\n\n## Myths\n\n{text}\n", KIND, "direction", "polarity")
    assert found[0] == ("increases", polarity)
