from __future__ import annotations

import pytest

from lint.documents.english import is_english

FOREIGN = {
    "German": (
        "Das Knie ist ein Gelenk, und wer eine Woche mit einem schlechten gegangen ist, der kennt alle seine "
        "Teile. Es wird oft nicht beachtet, bis es schmerzt, und dann ist für viele der Weg zu dem Arzt nicht "
        "weit."
    ),
    "French": (
        "Le genou est une articulation, et ceux qui ont marché avec un mauvais genou dans la semaine les "
        "connaissent. Il est souvent oublié dans les livres, mais pas par les patients qui souffrent et qui "
        "vont au cabinet."
    ),
    "Spanish": (
        "La rodilla es una articulación, y los que han caminado con una mala por una semana conocen todas sus "
        "partes. No se presta atención en la mayoría de los casos, pero para muchos es el origen del dolor "
        "que no se va."
    ),
    "Italian": (
        "Il ginocchio è una articolazione che non si nota fino a quando non fa male, e per molti questo è il "
        "motivo della visita dal medico. Come si cura? Con il riposo, con la pazienza e anche con gli "
        "esercizi."
    ),
    "Dutch": (
        "De knie is een gewricht en wie er een week mee heeft gelopen kent het van alle kanten. Het wordt "
        "niet vaak gezien, maar voor veel mensen is het de reden om naar de dokter te gaan, ook als het niet "
        "nodig is."
    ),
    "Polish": (
        "Kolano jest stawem, o którym nie myśli się na co dzień, a jak zaczyna boleć, to nie da się o nim "
        "zapomnieć. Może to być przeciążenie lub uraz, i przez to na wizytę w poradni czeka się oraz się "
        "leczy w domu od dawna."
    ),
    "Russian": ("Колено это сустав, и тот, кто ходил с больным неделю, знает все его части наизусть."),
    "Japanese": (
        "膝は多くの部分からなる関節であり、一週間悪い膝で歩いた人はそのすべての名前を知っています。"
        "痛みが続く場合は医師に相談してください。"
    ),
}


@pytest.mark.parametrize("language", FOREIGN)
def test_pages_in_other_languages_are_told(language: str) -> None:
    assert not is_english(FOREIGN[language])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "70%",
        "Das Knie ist rund.",  # too short to say
        "Knee. Hip. Elbow. Wrist. Shoulder. Ankle. Toe. Thumb. Spine. Jaw. Rib. Skull. " * 6,
        "Letrozole\n2.5 mg\ntablet\nanastrozole\n1 mg\ntablet\nexemestane\n25 mg\ntablet\n" * 8,
        "The knee is a joint of many parts, and whoever has walked on a bad one for a week knows them all by name.",
        "Professor Jean de la Croix and Dr María del Carmen de los Santos (Hôpital de la Pitié, Paris) wrote this "
        "sheet for Knee Week: rest, ice, exercise. No running, no football, no tennis, no dancing until seen by us.",
        "La Leche League, El Camino Hospital, Des Moines: clinic times Monday Tuesday Thursday, walk-in Friday, "
        "weekend closed, phone ahead, bring notes, bring scans, bring tablets, bring glasses, bring snacks.",
    ],
)
def test_english_pages_however_short_or_odd_are_english(text: str) -> None:
    assert is_english(text)
