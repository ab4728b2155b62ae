"""Event logs from the shell: what is shown, what is kept, and what is said about a bad file."""

from __future__ import annotations

import doctest
import io
import json
import signal
import subprocess
import sys

import pytest

from schakel.methods.eventlog import making
from schakel.methods.eventlog.log import open_log
from schakel.site import commandline
from schakel.site.chain import STOPS, progress

DUTCH = """Zaak;Stap;Begin;Organisatie;Bedrag
Z1;aanmelding;28-03-2026 10:00;Huisarts;1
Z1;intake;29-03-2026 02:30;ggz;2
Z2;aanmelding;30-03-2026;\x1b[31mrood;3
"""


@pytest.fixture
def schakel(capsys):
    """Run a command; returns the code, what was printed and what was complained."""

    def run(*words: object) -> tuple[int, str, str]:
        code = commandline.main([str(word) for word in words])
        out, err = capsys.readouterr()
        return code, out, err

    return run


@pytest.fixture
def source(tmp_path):
    """A file with events in the hour that did not exist."""
    path = tmp_path / "zorg.csv"
    path.write_text(DUTCH, encoding="utf-8")
    return path


def test_preparing_shows_the_columns_and_what_became_of_each_row(schakel, source, tmp_path):
    code, out, err = schakel("chain", "prepare", source, "-o", tmp_path / "log")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[2].split() == ["zaak", "Zaak", "Z1", "geraden"]
    assert "Niet gebruikt: Bedrag." in lines
    assert "Gelezen 3 = gebruikt 2 + afgewezen 1." in lines
    assert "  1 keer: dit tijdstip bestaat niet: die nacht ging de klok een uur vooruit." in lines
    assert f"Welke regels dat zijn, staat in {tmp_path / 'log' / 'rejected.csv'}." in lines
    assert open_log(tmp_path / "log").n_events == 2
    again = schakel("chain", "prepare", source, "-o", tmp_path / "log")
    assert (again[0], "is er al" in again[2]) == (2, True)
    assert schakel("chain", "prepare", source, "-o", tmp_path / "log", "--replace")[0] == 0


def test_without_a_place_only_the_columns_are_shown_and_kept_as_a_profile(schakel, source, tmp_path):
    code, out, _ = schakel("chain", "prepare", source, "--save-map", tmp_path / "zorg.toml")
    assert (code, "Klopt dit?" in out) == (0, True)
    kept = (tmp_path / "zorg.toml").read_text(encoding="utf-8")
    (tmp_path / "zorg.toml").write_text(
        kept.replace('"Organisatie"\n', '"Organisatie"\nattributes = ["Bedrag"]\n')
    )
    code, out, _ = schakel(
        "chain", "prepare", source, "--map", tmp_path / "zorg.toml", "-o", tmp_path / "log"
    )
    assert (code, "geraden" in out, "kenmerk Bedrag" in out) == (0, False, True)
    assert open_log(tmp_path / "log").attributes == ["Bedrag"]


def test_what_is_told_about_rows_that_are_joined_or_double(schakel, tmp_path):
    rows = [
        "a,x,start,2026-01-01",
        "a,x,complete,2026-01-02",
        "a,y,complete,2026-01-03",
        "a,y,complete,2026-01-03",
    ]
    (tmp_path / "x.csv").write_text("case,activity,lifecycle,time\n" + "\n".join(rows))
    out = schakel("chain", "prepare", tmp_path / "x.csv", "-o", tmp_path / "log")[1]
    assert "1 keer werden begin en einde samen één stap; 0 keer was er geen einde, 2 keer geen begin." in out
    assert "1 regel zegt hetzelfde als een eerdere regel." in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nergens.csv"], "Het bestand nergens.csv is er niet."),
        (["{source}", "--map", "nergens.toml"], "Het profiel nergens.toml is er niet."),
        (["{source}", "--map", "{folder}"], "Het profiel {folder} is niet te lezen."),
        (["{source}", "--save-map", "{folder}"], "{folder} is niet te schrijven."),
    ],
)
def test_what_is_wrong_is_told_in_one_line(schakel, source, tmp_path, words, said):
    names = {"source": source, "folder": tmp_path}
    code, _, err = schakel("chain", "prepare", *(word.format(**names) for word in words))
    assert (code, err.strip()) == (2, said.format(**names))


@pytest.mark.parametrize("how", [signal.SIGINT, *STOPS])
def test_however_a_command_is_ended_nothing_half_done_stays(schakel, source, tmp_path, monkeypatch, how):
    monkeypatch.setattr(making, "counted", lambda *_: signal.raise_signal(how))
    # Coverage hears some of them itself while it measures.
    before = [signal.signal(one, signal.SIG_DFL) for one in STOPS]
    try:
        assert schakel("chain", "prepare", source, "-o", tmp_path / "log")[0] == 130
        assert [signal.getsignal(one) for one in STOPS] == [signal.SIG_DFL] * len(STOPS)
    finally:
        for one, deed in zip(STOPS, before, strict=True):
            signal.signal(one, deed)
    assert [path.name for path in tmp_path.iterdir()] == [source.name]


def test_what_goes_on_behind_nohup_is_not_ended_by_closing_the_window(schakel, source, tmp_path, monkeypatch):
    monkeypatch.setattr(making, "counted", hang_up(making.counted))
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        assert schakel("chain", "prepare", source, "-o", tmp_path / "log")[0] == 0
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)
    assert open_log(tmp_path / "log")


def hang_up(deed):
    """The same deed, while the window is closed."""

    def closing(*given):
        signal.raise_signal(signal.SIGHUP)
        return deed(*given)

    return closing


def test_signs_that_would_move_the_cursor_are_not_printed(schakel, source):
    source.write_text(DUTCH.replace("Huisarts", "\x1b[2Jweg"), encoding="utf-8")
    out = schakel("chain", "prepare", source)[1]
    assert "\x1b" not in out
    assert "·[2Jweg" in out


def test_the_bar_says_how_long_it_still_takes_and_goes_away():
    assert doctest.testmod(progress).failed == 0
    seconds = iter([10.0, 10.1, 14.0, 16.0])
    terminal = io.StringIO()
    terminal.isatty = lambda: True  # type: ignore[method-assign]
    with progress.shown(terminal, lambda: next(seconds)) as tell:
        tell("lezen", 0.0)
        tell("lezen", 0.01)
        tell("lezen", 0.5)
        tell("lezen", 1.0)
    drawn = terminal.getvalue().split("\r\x1b[K")
    assert len(drawn) == 5
    assert drawn[2].endswith("50 %  nog 0:04")
    assert drawn[-1] == ""
    silent = io.StringIO()
    with progress.shown(silent) as tell:
        tell("lezen", 0.5)
    assert silent.getvalue() == ""


@pytest.fixture
def log(schakel, tmp_path):
    """A prepared log: from a GP to mental health care, with an attribute and an overlap."""
    rows = ["a;aanmelding;01-03-2026;;Huis<arts>;Noord", "a;intake;03-03-2026;;ggz;Noord"]
    rows += [
        "b;aanmelding;01-03-2026 10:00;01-03-2026 12:00;Huis<arts>;Zuid",
        "b;intake;01-03-2026 11:00;;ggz;Zuid",
    ]
    rows += [
        "c;aanmelding;10-03-2026;;Huis<arts>;Zuid",
        "c;intake;20-04-2026;;ggz;Zuid",
        "c;bloed;20-04-2026;;;Zuid",
    ]
    rows += ["c;fout;gisteren;;;Zuid"]
    (tmp_path / "zorg.csv").write_text("zaak;stap;start;einde;organisatie;gebied\n" + "\n".join(rows))
    assert schakel("chain", "prepare", tmp_path / "zorg.csv", "-o", tmp_path / "log")[0] == 0
    return tmp_path / "log"


def test_a_report_says_where_people_wait_and_what_to_know_of_it(schakel, log):
    code, out, err = schakel("chain", "report", log, "--norm", "ggz", "--cut-off", "2026-03-31")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "5 gebeurtenissen van 3 zaken, 2 stappen bij 2 organisaties; 2 verschillende paden."
    assert lines[5].split() == ["Huis<arts>", "ggz", "2", "2,0", "dagen", "2,0", "dagen", "2,0", "dagen"]
    assert "Op 2026-03-31 wachten 1 zaken, de langste 22,0 dagen." in out
    assert "1 keer begon een stap voor de vorige klaar was." in out
    assert "Van 8 regels zijn er 1 niet gebruikt" in out
    assert [line.split()[:2] for line in lines if line.startswith(("A ", "B ", "T "))] == [
        ["A", "2"],
        ["B", "0"],
        ["T", "0"],
    ]


def test_a_report_as_json_and_as_a_page(schakel, log, tmp_path):
    code, out, _ = schakel(
        "chain", "report", log, "--json", tmp_path / "a.json", "--html", tmp_path / "a.html", "--norm", "ggz"
    )
    assert code == 0
    assert f"Geschreven: {tmp_path / 'a.html'}" in out
    told = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    printed = json.loads(schakel("chain", "report", log, "--json", "-", "--norm", "ggz")[1])
    assert told == printed
    assert (told["events"], told["handovers"], told["handovers_unknown"], told["overlaps"]) == (7, 3, 1, 1)
    text = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "Huis&lt;arts&gt;" in text
    assert "<arts>" not in text
    assert "<script" not in text
    assert "Tegen de norm" in text
    waiting = schakel("chain", "report", log, "--cut-off", "2026-03-31", "--html", tmp_path / "b.html")
    assert waiting[0] == 0
    assert "Wacht nu" in (tmp_path / "b.html").read_text(encoding="utf-8")


def test_a_report_holds_links_against_their_norm_in_the_days_it_says(schakel, log, tmp_path):
    """On 1 March to 3 March 2026 are two calendar days and two working days; 10 March to 20 April 41 and 27."""
    norms = tmp_path / "normen.csv"
    norms.write_text(
        "from;to;norm;unit;percent\nHuis<arts>;ggz;27;workdays;80\nHuis<arts>;ggz;27;days;80\n"
        "Huis<arts>;ggz;48,5;hours;50\nHuis<arts>;ggz;1;workhours;50\n"
    )
    code, out, _ = schakel("chain", "report", log, "--link-norms", norms, "--html", tmp_path / "a.html")
    assert code == 0
    rows = [line.split() for line in out.splitlines() if "haalt de norm" in line]
    assert [(row[2:4], " ".join(row[-3:])) for row in rows] == [
        (["27", "werkdagen,"], "haalt de norm"),
        (["27", "kalenderdagen,"], "de norm niet"),
        (["48,5", "uur,"], "haalt de norm"),
        (["1", "uur"], "de norm niet"),
    ]
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "27 werkdagen, 80 %" in page
    assert "1 uur op werkdagen, 50 %" in page
    assert "Huis&lt;arts&gt;" in page
    told = json.loads(schakel("chain", "report", log, "--link-norms", norms, "--json", "-")[1])["link_norms"]
    assert [(one["unit"], one["waits"], one["within_n"], one["n"]) for one in told] == [
        ("workdays", 2, 2, 3),
        ("days", 2, 1, 3),
        ("hours", 2, 1, 3),
        ("workhours", 2, 0, 3),
    ]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Elders,ggz,4,days,80", "Regel 2: ‘Elders’ is geen organisatie in dit logboek."),
        (",ggz,4,weeks,80", "Regel 2: ‘weeks’ is geen eenheid. Kies days, workdays, hours of workhours."),
        (",ggz,4,days,800", "Regel 2: meer dan 100 van de honderd kan niet."),
        (",ggz,-4,days,80", "Regel 2: ‘norm’ is -4; dat kan niet lager zijn dan 0."),
        (",,4,days,80", "Regel 2: ‘to’ is leeg. Vul die kolom in."),
    ],
)
def test_what_is_wrong_with_a_norm_of_a_link_is_told_with_its_line(schakel, log, tmp_path, row, said):
    (tmp_path / "normen.csv").write_text(f"from,to,norm,unit,percent\n{row}\n")
    code, _, err = schakel("chain", "report", log, "--link-norms", tmp_path / "normen.csv")
    assert (code, err.strip()) == (2, said)


def test_a_report_about_some_cases(schakel, log):
    def n_cases(*words):
        return json.loads(schakel("chain", "report", log, "--json", "-", *words)[1])["cases"]

    assert n_cases("--variant", "aanmelding, intake,bloed") == 1
    assert n_cases("--variant", '"aanmelding, intake",bloed') == 0
    assert n_cases("--where", "area=Zuid") == 2
    assert n_cases("--passes", "intake,bloed", "--organisation", "ggz", "--since", "2026-03-02") == 1
    assert n_cases("--until", "2026-03-01", "--engine", "frames", "--closed-by", "intake") == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--norm", "nergens"], "De normen ‘nergens’ ken ik niet; er zijn: ggz."),
        (["--where", "area"], "--where schrijft u als NAAM=WAARDE."),
        (["--passes", "a,"], "--passes schrijft u als STAP,STAP."),
        (["--where", "leeftijd=3"], "Het kenmerk 'leeftijd' staat niet in dit logboek; er zijn: area."),
        (["--json", "/nergens/a.json"], "/nergens/a.json is niet te schrijven."),
    ],
)
def test_what_is_wrong_with_a_question_is_told(schakel, log, words, said):
    code, _, err = schakel("chain", "report", log, *words)
    assert (code, err.strip()) == (2, said)


def test_what_is_no_log_is_told(schakel, tmp_path):
    code, _, err = schakel("chain", "report", tmp_path)
    assert (code, "is geen klaargezet logboek" in err) == (2, True)


def test_a_log_without_organisations_tells_of_steps(schakel, tmp_path):
    rows = [f"a,s{n:02},2026-01-{n + 1:02}" for n in range(20)]
    (tmp_path / "x.csv").write_text("case,activity,time\n" + "\n".join(rows))
    schakel("chain", "prepare", tmp_path / "x.csv", "-o", tmp_path / "log")
    code, out, _ = schakel("chain", "report", tmp_path / "log", "--html", tmp_path / "x.html")
    assert (code, "En nog 7; alle staan in --json en --html." in out) == (0, True)
    assert "Overdrachten tussen stappen" in (tmp_path / "x.html").read_text(encoding="utf-8")


def test_who_reads_along_may_stop_reading(tmp_path, log):
    words = [sys.executable, "-m", "schakel", "chain", "report", str(log), "--json", "-"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_an_invented_region_as_a_log_and_as_csv(schakel, tmp_path):
    words = ("chain", "generate", "--events", "2000", "--seed", "4")
    code, out, _ = schakel(*words, "-o", tmp_path / "log")
    assert (code, '"times_longer": 4.0' in out) == (0, True)
    truth = open_log(tmp_path / "log").manifest["source"]["truth"]
    assert truth["bottleneck"]["from"] in out
    assert schakel(*words, "-o", tmp_path / "zorg.csv")[0] == 0
    assert schakel("chain", "prepare", tmp_path / "zorg.csv", "-o", tmp_path / "log2")[0] == 0
    one, other = open_log(tmp_path / "log"), open_log(tmp_path / "log2")
    assert one.start.tolist() == other.start.tolist()
    assert one.case_names() == other.case_names()
    assert schakel("chain", "generate", "--events", "0", "-o", tmp_path / "x")[0] == 2
    assert schakel(*words, "-o", tmp_path / "nergens" / "x.csv")[0] == 2


@pytest.fixture
def key(tmp_path):
    """A strong key that only its owner can read."""
    path = tmp_path / "sleutel"
    path.write_bytes(bytes((7 * n + 3) % 256 for n in range(40)))
    path.chmod(0o600)
    return path


PEOPLE = (
    "zaak;stap;datum;bsn;naam\n111222333;a;2026-01-01;123456782;=Jan\n111222333;b;2026-01-02;;Piet\nkort\n"
)


def test_pseudonyms_take_the_place_of_people_and_of_every_bsn(schakel, tmp_path, key):
    (tmp_path / "in.csv").write_text(PEOPLE)
    words = ("chain", "pseudonymise", tmp_path / "in.csv", "-o", tmp_path / "uit.csv", "--key-file", key)
    code, out, _ = schakel(*words, "--column", "naam")
    assert code == 0
    assert "2 regels staan in" in out
    assert "Vervangen: zaak, naam, bsn." in out
    assert "In bsn stonden burgerservicenummers" in out
    assert "1 regels zijn weggelaten, want ze zijn niet te lezen: regel 4." in out
    written = (tmp_path / "uit.csv").read_text().splitlines()
    rows = [line.split(",") for line in written[1:]]
    assert written[0] == "zaak,stap,datum,bsn,naam"
    assert rows[0][0] == rows[1][0] != "111222333"
    assert rows[1][3] == ""
    assert not {"111222333", "123456782", "Jan", "Piet"} & {cell for row in rows for cell in row}
    assert (tmp_path / "uit.csv").stat().st_mode & 0o077 == 0
    assert "is er al" in schakel(*words)[2]


@pytest.mark.parametrize(
    ("content", "mode", "said"),
    [
        (b"geheim", 0o600, "De sleutel is korter dan 32 bytes."),
        (
            b"een lange zin die iemand ooit heeft bedacht",
            0o600,
            "De sleutel is een tekst die iemand bedacht.",
        ),
        (b"\x00\x01" * 40, 0o600, "De sleutel herhaalt zichzelf"),
        (b"", 0o644, "Anderen kunnen de sleutel"),
    ],
)
def test_without_a_strong_key_nothing_is_written(schakel, tmp_path, key, content, mode, said):
    (tmp_path / "in.csv").write_text(PEOPLE)
    key.write_bytes(content)
    key.chmod(mode)
    code, _, err = schakel(
        "chain", "pseudonymise", tmp_path / "in.csv", "-o", tmp_path / "uit.csv", "--key-file", key
    )
    assert (code, err.startswith(said)) == (2, True)
    assert not (tmp_path / "uit.csv").exists()


def test_a_key_or_a_column_that_is_not_there_is_told(schakel, tmp_path, key):
    (tmp_path / "in.csv").write_text(PEOPLE)
    words = ("chain", "pseudonymise", tmp_path / "in.csv", "-o", tmp_path / "uit.csv", "--key-file")
    assert "is niet te lezen" in schakel(*words, tmp_path / "nergens")[2]
    assert "‘leeftijd’ staat niet in het bestand" in schakel(*words, key, "--column", "leeftijd")[2]
    (tmp_path / "p.toml").write_text('[columns]\ncase = "naam"\n')
    code, out, _ = schakel(*words, key, "--map", tmp_path / "p.toml")
    assert (code, "Vervangen: naam, zaak, bsn." in out) == (0, True)
