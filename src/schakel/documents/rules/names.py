"""The name of a file as we keep it: what people meant, without what could mislead or break."""

from __future__ import annotations

import re
import unicodedata

#: With the ending; what is longer is cut in the middle of the name, never in the ending.
LONGEST_NAME = 120
#: Control signs, signs that are not seen and signs that turn the direction of text around.
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
#: Signs that Windows refuses in a name.
_RESERVED = re.compile(r'[<>:"|?*]')
#: Names that are devices on Windows.
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def clean_name(given: str) -> str:
    """Return the name of a file as it is kept: its last part only, without unseen signs, at most 120 long.

    >>> clean_name("..\\\\..\\\\verslag\\r\\n maart.pdf"), clean_name("fdp.\\u202egalsrev.docx")
    ('verslag maart.pdf', 'fdp.galsrev.docx')
    """
    name = _SURROGATE.sub("", str(given)).replace("\\", "/").rstrip("/").rpartition("/")[2]
    name = unicodedata.normalize("NFC", re.sub(r"[\t\r\n\x0b\x0c]+", " ", name))
    name = _RESERVED.sub("-", _UNSEEN.sub("", name))
    name = " ".join(name.split()).strip(". ")
    if _DEVICES.fullmatch(name):
        name = f"bestand-{name}"
    stem, dot, ending = name.rpartition(".")
    if not dot:
        return name[:LONGEST_NAME].strip() or "document"
    ending = ending.lower()[:10].rstrip(" .")
    return f"{stem[: LONGEST_NAME - len(ending) - 1].strip(' .') or 'document'}.{ending}"
