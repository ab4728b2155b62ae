"""Make the reference pages that follow from the code, or check that they are current.

python docs/make.py            write them
python docs/make.py --check    say which differ, and end with an error
"""

from __future__ import annotations

import difflib
import importlib.util
import sys
from pathlib import Path

DOCS = Path(__file__).resolve().parent


def main() -> int:
    """Write or check every page that a module in docs/makers describes."""
    is_check = "--check" in sys.argv[1:]
    differs = False
    for maker in sorted((DOCS / "makers").glob("*.py")):
        for name, text in pages_of(maker).items():
            path = DOCS / name
            known = path.read_text(encoding="utf-8") if path.exists() else ""
            if known == text:
                continue
            if is_check:
                differs = True
                told = difflib.unified_diff(
                    known.splitlines(), text.splitlines(), f"docs/{name}", "the code", n=1
                )
                print("\n".join(list(told)[:40]))
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
                print(f"docs/{name}")
    if differs:
        print("Run `make docs` and keep what it makes.")
    return 1 if differs else 0


def pages_of(maker: Path) -> dict[str, str]:
    """The pages one module makes: path below docs/ and text."""
    specification = importlib.util.spec_from_file_location(maker.stem, maker)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module.pages()


if __name__ == "__main__":
    sys.exit(main())
