"""Every file that is not what it seems is refused, with the sentence that fits it."""

import pytest

from program.files.enums import Kind
from program.files.judging import Limits, Refused, judge
from program.files.judging.refusals import SENTENCES
from tests.factories.files import uploaded
from tests.factories.hostile import HOSTILE

LIMITS = Limits(frozenset(Kind), max_pages=4)


@pytest.mark.parametrize("hostile", HOSTILE, ids=str)
def test_is_refused_with_its_own_reason(hostile):
    with pytest.raises(Refused) as refusal:
        judge(uploaded(hostile.make(), hostile.name), LIMITS)
    assert refusal.value.code == hostile.verdict


def test_every_reason_is_met_by_a_file():
    asked_elsewhere = {"infected", "not_checked"}
    assert {hostile.verdict for hostile in HOSTILE} == set(SENTENCES) - asked_elsewhere
