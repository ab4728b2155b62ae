"""Where PostgreSQL comes from: the address first, then the wheel, then the machine; never a broken one."""

from __future__ import annotations

from pathlib import Path

import pytest

from schakel.site.postgres import sources
from schakel.site.postgres.environment import database_of_address, environment_of_address
from schakel.site.postgres.sources import NoPostgres, Source, find_source, find_sources


def test_an_address_comes_first(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://admin@db.example.org/zorg")
    assert find_source() == Source("address", address="postgresql://admin@db.example.org/zorg")
    assert str(find_source()) == "the server in DATABASE_URL"


def test_then_the_wheel_and_then_the_machine(monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    kinds = [source.kind for source in find_sources()]
    assert kinds == sorted(kinds, key=["wheel", "machine"].index)
    assert find_source() == find_sources()[0]
    assert f"PostgreSQL {find_source().major}." in str(find_source())


def test_nothing_at_all_says_what_to_install(monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setattr(sources, "wheel_folders", list)
    monkeypatch.setattr(sources, "machine_folders", list)
    with pytest.raises(NoPostgres, match="apt-get install postgresql"):
        find_source()


@pytest.mark.parametrize(
    ("version", "extensions", "serves"),
    [
        ("postgres (PostgreSQL) 16.2", ["pg_trgm", "unaccent", "btree_gist"], True),
        ("postgres (PostgreSQL) 14.11", ["pg_trgm", "unaccent", "btree_gist"], False),
        ("postgres (PostgreSQL) 16.2", ["pg_trgm"], False),
        ("something else", ["pg_trgm", "unaccent", "btree_gist"], False),
    ],
)
def test_programs_that_are_old_incomplete_or_strange_are_passed_over(
    tmp_path: Path, version, extensions, serves
):
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in sources.NEEDED_PROGRAMS:
        (programs / name).write_text(f"#!/bin/sh\necho '{version}'\n")
        (programs / name).chmod(0o755)
    (tmp_path / "share" / "extension").mkdir(parents=True)
    for name in extensions:
        (tmp_path / "share" / "extension" / f"{name}.control").touch()
    assert sources.serves(Source("machine", programs=programs)) is serves


def test_programs_built_for_another_machine_are_passed_over(tmp_path: Path):
    for name in sources.NEEDED_PROGRAMS:
        (tmp_path / name).write_bytes(b"\x7fELF nonsense")
        (tmp_path / name).chmod(0o755)
    assert not sources.serves(Source("wheel", programs=tmp_path))


def test_an_address_becomes_settings(tmp_path: Path):
    address = "postgresql://admin:p%40ss@db.example.org:6432/zorg%20net?sslmode=verify-full"
    values = environment_of_address(address, tmp_path, mode="production", base_url="https://zorg.example.org")
    assert values["SCHAKEL_DATABASE_HOST"] == "db.example.org"
    assert values["SCHAKEL_DATABASE_PORT"] == "6432"
    assert values["SCHAKEL_DATABASE_NAME"] == "zorg net"
    assert values["SCHAKEL_DATABASE_ROLE"] == "runtime"
    assert values["SCHAKEL_MODE"] == "production"
    assert values["PGSSLMODE"] == "verify-full"
    assert len(bytes.fromhex(values["SCHAKEL_CONTEXT_KEY"])) == 32
    assert "p@ss" not in values.values()
    assert values == environment_of_address(
        address, tmp_path, mode="production", base_url="https://zorg.example.org"
    )


def test_an_address_may_name_a_socket_and_no_database(tmp_path: Path):
    values = environment_of_address("postgresql:///?host=/run/postgresql&port=5433", tmp_path)
    assert (values["SCHAKEL_DATABASE_HOST"], values["SCHAKEL_DATABASE_PORT"]) == ("/run/postgresql", "5433")
    assert database_of_address("postgresql://db.example.org") == "schakel"
