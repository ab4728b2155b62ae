"""A calculation from the shell, on a text that stands in a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from schakel.site import commandline


@pytest.fixture
def schakel(tmp_path, capsys):
    """Run a calculation on a text (or bytes) and give the code, what was printed and what was complained."""

    def run(command: str, content: str | bytes | Path, *options: str) -> tuple[int, str, str]:
        path = tmp_path / "in.csv"
        if isinstance(content, Path):
            path = content
        else:
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        code = commandline.main([command, str(path), *options])
        out, err = capsys.readouterr()
        return code, out, err

    return run
