"""The text of each agreement becomes articles: split at its numbered headings where those are clear, else one article.

The text itself stays as it was. What is written here stands on its own and never changes with the rules of the product.
"""

import re

from django.db import migrations

NAMED = re.compile(
    r"(?:artikel|art\.)\s+(\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?)\s*[.:)]?\s*[-–—:]?\s*(.*)", re.IGNORECASE
)
NUMBERED = re.compile(r"(\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?)\s*[.:)]?\s+(\S.*)")


def beginnings(lines, pattern):
    """The lines that begin an article, with number and heading: short, no sentence, and numbers that count up."""
    found, last = [], ()
    for at, line in enumerate(lines):
        told = pattern.fullmatch(line.strip()) if len(line.strip()) <= 120 else None
        if told is None or told[2].rstrip().endswith((".", ";", ",", ":")):
            continue
        if pattern is NUMBERED and not told[2][0].isupper():
            continue
        order = tuple((int(n), letter) for n, letter in re.findall(r"(\d+)([a-z]?)", told[1].lower()))
        if order > last:
            found.append((at, told[1], told[2].strip()))
            last = order
    if pattern is NUMBERED and (len(found) < 2 or not found[0][1].startswith("1")):
        return []
    return found


def take_apart(apps, schema_editor):
    """Make the articles of every agreement that has a text and no articles yet."""
    agreements = apps.get_model("network", "Agreement").objects
    articles = apps.get_model("network", "Article").objects
    for agreement in agreements.exclude(text="").filter(articles=None):
        lines = [line.rstrip() for line in agreement.text.strip().splitlines()]
        begins = beginnings(lines, NAMED) or beginnings(lines, NUMBERED) or [(-1, "", "")]
        ends = [*(at for at, _number, _heading in begins[1:]), len(lines)]
        rows = [
            {"number": number, "heading": heading, "text": "\n".join(lines[at + 1 : end]).strip()}
            for (at, number, heading), end in zip(begins, ends, strict=True)
        ]
        rows = [row for row in rows if any(row.values())]
        for row in rows:
            if not (row["heading"] or row["text"]):
                row["heading"] = "–"
        for mark, row in enumerate(rows, start=1):
            articles.create(
                network_id=agreement.network_id, agreement=agreement, mark=mark, position=mark, **row
            )
        before = "\n".join(lines[: max(begins[0][0], 0)]).strip()
        agreements.filter(pk=agreement.pk).update(preamble=before, last_mark=len(rows))


def put_back(apps, schema_editor):
    """The text was never touched; only the articles go."""
    apps.get_model("network", "Article").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("network", "0011_articles_of_agreements")]
    operations = [migrations.RunPython(take_apart, put_back)]
