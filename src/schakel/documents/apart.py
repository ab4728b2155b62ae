"""For a process of its own that opens a file from outside: little memory and time, and saying what broke it.

Knows nothing of our tables and starts no Django.
"""

from __future__ import annotations

import errno
import os
import re
import zipfile

#: From this part of its memory on, what went wrong went wrong for lack of it.
NEAR = 0.8
#: What a process may know of where it runs: to find Python and its libraries, to write text; no address and no secret.
KNOWN = ("PATH", "LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT")
_FORBIDDEN = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)


def environment() -> dict[str, str]:
    """The few variables that such a process gets; it inherits no others."""
    return {name: os.environ[name] for name in KNOWN if name in os.environ}


def limit(memory_bytes: int, cpu_seconds: int) -> None:
    """Take away memory and time that reading never needs; where the system knows no such limits it goes without."""
    try:
        import resource
    except ImportError:
        return
    for what, most in ((resource.RLIMIT_AS, memory_bytes), (resource.RLIMIT_CPU, cpu_seconds)):
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):
            continue


def is_plain_xml(archive: zipfile.ZipFile) -> bool:
    """Whether no part of the file declares a document type or entities, or hides them in another encoding."""
    for name in archive.namelist():
        if not name.lower().endswith((".xml", ".rels", ".vml")):
            continue
        tail = b""
        with archive.open(name) as stream:
            while block := stream.read(1_000_000):
                if not tail and block[:2] in {b"\xff\xfe", b"\xfe\xff", b"\0<", b"<\0"}:
                    return False
                if _FORBIDDEN.search(tail + block):
                    return False
                tail = block[-16:]
    return True


def peak_bytes() -> int:
    """The most memory this process has had, as its limit counts it; 0 where the system does not tell."""
    try:
        with open("/proc/self/status", encoding="ascii") as status:
            told = re.search(r"^VmPeak:\s+(\d+) kB", status.read(), re.MULTILINE)
    except OSError:
        return 0
    return int(told[1]) * 1024 if told else 0


def why_unfit(fault: BaseException, *, peak: int, memory_bytes: int) -> str:
    """What broke the reader: an entity, too little memory, or a damaged file.

    peak: the most memory the reader had. Libraries say in many ways that there is no memory left, or nothing at all, so
    what decides is how near the limit the reader came.
    """
    if "Forbidden" in type(fault).__name__:
        return "entities"
    is_said = isinstance(fault, MemoryError) or getattr(fault, "errno", None) == errno.ENOMEM
    return "too_much" if is_said or peak > NEAR * memory_bytes else "damaged"
