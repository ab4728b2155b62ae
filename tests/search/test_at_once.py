"""Two who write the first words of one thing at the same moment: the index has the words of both."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.utils import timezone

from schakel.initiatives.models import EmbeddingPlan, Report
from schakel.initiatives.rules import Stage
from schakel.search.models import FindableText
from schakel.search.rules import Kind
from tests.factories.governance import as_platform
from tests.factories.initiatives import make_initiative, make_scene
from tests.together import begun

pytestmark = pytest.mark.slow


def test_two_who_write_the_first_words_of_one_embedding_at_once_are_both_found(committed):
    scene = make_scene()
    pilot = make_initiative(scene, Stage.PILOT)
    own = {"network": scene.network, "initiative": pilot}

    def write_a_report() -> None:
        with as_platform(scene.network):
            Report.objects.create(kind="pilot", result="De das graaft.", written_at=timezone.now(), **own)

    with ThreadPoolExecutor(1) as pool:
        with as_platform(scene.network):
            EmbeddingPlan.objects.create(training="De lynx leert het.", **own)
            second = begun(pool, write_a_report)
        second.result(timeout=20)
    with as_platform(scene.network):
        text = FindableText.objects.get(kind=Kind.EMBEDDING, subject_id=pilot.pk)
        assert "lynx" in text.body
        assert "das" in text.body
