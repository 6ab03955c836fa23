"""The whole reading of a page: the promises that hold for every claim, and the article that motivates the project."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from ruznama.evaluate import judge, score_claims, score_times
from ruznama.knowledge import Knowledge, load
from ruznama.model import Analysis
from ruznama.pipeline import analyse
from ruznama.reading import document, read

EXAMPLES = Path(__file__).parent.parent / "examples"


def promises(analysis: Analysis) -> None:
    text = analysis.document.text
    for claim in analysis.claims:
        assert text[claim.start : claim.end] == claim.quote
        assert claim.why
        assert text[: claim.start].endswith(claim.prefix)
        assert text[claim.end :].startswith(claim.suffix)
        for part in (*claim.actors, *claim.recipients, *claim.sources, *claim.amounts):
            assert text[part.start : part.end] == part.text
    for when in analysis.whens:
        assert text[when.start : when.end] == when.text
        if when.earliest is not None and when.latest is not None:
            assert when.earliest <= when.latest


def test_examples_keep_the_promises(knowledge: Knowledge) -> None:
    documents = list(read(EXAMPLES, knowledge))
    assert len(documents) >= 8
    for page in documents:
        analysis = analyse(page, knowledge)
        promises(analysis)
        assert analysis.claims, page.id
        assert analyse(page, knowledge) == analysis


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet=st.sampled_from(list("قصفت إسرائيل سوريا وقال، «في» 2012.\n_: abc T'")), max_size=200),
    st.sampled_from(["ar", "en"]),
)
def test_any_text_keeps_the_promises(text: str, lang: str) -> None:
    promises(analyse(document("page", text, lang, load()), load()))


def test_seed(knowledge: Knowledge, shared: Path) -> None:
    (page,) = read(shared / "seed" / "azerbaijan-israel.ar.txt", knowledge)
    analysis = analyse(page, knowledge)
    promises(analysis)
    said = {(claim.type, claim.when.edtf if claim.when else None): claim for claim in analysis.claims}
    line = said["deploy", "2012"]
    assert (str(line.status), [source.text for source in line.sources]) == ("possible", ["مجلة فورين بوليسي"])
    assert any("العام نفسه" in reason and "2012" in reason for reason in line.why)
    cable = next(claim for claim in analysis.claims if len(claim.sources) == 2)
    assert ["ويكيليكس" in cable.sources[0].text, "مذكرة" in cable.sources[1].text] == [True, True]
    accusation = said["accuse", "2012-02/.."]
    assert ([actor.code for actor in accusation.actors], [actor.code for actor in accusation.recipients]) == (["IR"], ["AZ"])
    assert not [claim for claim in analysis.claims if claim.type == "spy" and claim.start >= accusation.start]


def test_seed_scores(knowledge: Knowledge, shared: Path, tmp_path: Path) -> None:
    """The floors of the first issue for the seed article, by the project's own evaluation."""
    gold = tmp_path / "seed.jsonl"
    with (shared / "gold" / "dev.jsonl").open(encoding="utf-8") as lines:
        gold.write_text(next(lines), encoding="utf-8")
    judged = judge(str(gold), knowledge)
    claims, times = score_claims(judged), score_times(judged)
    assert claims["type"].f1 >= 0.80
    assert claims["claim"].f1 >= 0.65
    assert times["found"].f1 >= 0.95
    assert times["value"].f1 >= 0.95
