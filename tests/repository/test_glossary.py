"""Every model is in the glossary under its English and its Dutch name."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.apps import apps

GLOSSARY = (Path(__file__).resolve().parents[2] / "docs" / "reference" / "glossary.md").read_text()
MODELS = [
    model
    for model in apps.get_models()
    if model.__module__.startswith("schakel.")
    and not any(field.name == "pgh_id" for field in model._meta.fields)
]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_model_is_in_the_glossary_with_its_dutch_name(model):
    assert f"| {model.__name__} | {model._meta.verbose_name} |" in GLOSSARY
