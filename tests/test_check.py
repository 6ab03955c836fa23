"""The data folder is sound: what `ruznama check` finds is a test failure."""

from dataclasses import replace

from ruznama.check import check, examples
from ruznama.knowledge import Knowledge


def test_data_is_sound(knowledge: Knowledge) -> None:
    assert [f"{problem.place}: {problem.problem}" for problem in check(knowledge)] == []
    assert examples(knowledge) >= 28 * 4


def test_a_wrong_example_is_found(knowledge: Knowledge) -> None:
    arms = knowledge.claim_types["arms"]
    wrong = replace(arms.examples[0], claims=({**arms.examples[0].claims[0], "actors": ["FR"], "recipients": ["FR"]},))
    broken = replace(knowledge, claim_types={**knowledge.claim_types, "arms": replace(arms, examples=(wrong,))})
    assert any("wanted arms ['FR']" in problem.problem for problem in check(broken))
