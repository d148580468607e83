"""Users' own lists of actors: both formats, bad lines told by number, and theirs win over ours."""

import re
from pathlib import Path

import pytest

from dragoman.errors import BadUse
from dragoman.knowledge import Knowledge, KnownName, UserList, load_knowledge, read_user_list
from dragoman.knowledge.cameo import CameoCodes
from dragoman.knowledge.petrarch import spellings_of_phrase

OURS = "name\tcode\tsector\tother_sectors\tkind\tentity_id\toffice\tsince\tuntil\n"


@pytest.fixture
def listed(tmp_path: Path):
    """Write a list and return what was read of it, and the knowledge with it."""

    def write(text: str, name: str = "list.txt") -> tuple[UserList, Knowledge]:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return read_user_list(path), load_knowledge([path])

    return write


def names_in(knowledge: Knowledge, text: str) -> list[tuple[str, KnownName]]:
    hits = (*knowledge.find_names(text), *knowledge.find_persons(text))
    return [(hit.span.quote(text), name) for hit in hits for name in hit.names]


def told(problems: UserList) -> list[str]:
    return [str(problem).partition("list.txt, ")[2] for problem in problems.problems]


@pytest.mark.parametrize(
    ("code", "becomes"),
    [
        pytest.param("AZE", ("AZE", "", ()), id="a country as a whole"),
        pytest.param("AZEMIL", ("AZE", "MIL", ()), id="a role"),
        pytest.param("ISRGOVMIL", ("ISR", "GOV", ("MIL",)), id="two roles, the first leads"),
        pytest.param("IGOUNOREFHCR", ("UNO", "REF", ()), id="the United Nations have their own code"),
        pytest.param("IGOEEC", ("EUR", "", ()), id="so has the European Union"),
        pytest.param("IMGMUSALQ", ("IMG", "REB", ("REL",)), id="a group across borders bears arms"),
        pytest.param("FRAMED", ("FRA", "JRN", ()), id="CAMEO's MED is media"),
        pytest.param("FRAHLH", ("FRA", "MED", ()), id="and its HLH health"),
        pytest.param("PERINS", ("PER", "REB", ()), id="insurgents"),
        pytest.param("PERSEP", ("PER", "REB", ()), id="separatists"),
        pytest.param("VATGOVCTH", ("VAT", "GOV", ("REL",)), id="a faith stands beside"),
        pytest.param("IRQSUN", ("IRQ", "REL", ()), id="or alone"),
        pytest.param("SUNMIL", ("RUS", "MIL", ()), id="in front the same letters are a country"),
        pytest.param("ROMGOV", ("ROU", "GOV", ()), id="an old code of a country"),
        pytest.param("GRLGOV", ("DNK", "GOV", ()), id="a dependency is its state"),
        pytest.param("NGOHRI", ("NGO", "SOC", ()), id="human rights"),
        pytest.param("MNC", ("MNC", "BUS", ()), id="a firm"),
        pytest.param("REB", (None, "REB", ()), id="a role without a country"),
    ],
)
def test_codes_of_cameo_become_countries_and_sectors(code: str, becomes: tuple) -> None:
    read, unknown = CameoCodes.load().read(code)
    assert ((read.code, read.sector, read.other_sectors), unknown) == (becomes, ())


@pytest.mark.parametrize(
    ("phrase", "spellings"),
    [
        pytest.param("ABU_SAYYAF_", ("Abu Sayyaf",), id="every word with a capital"),
        pytest.param("FREE_ARMY_OF_THE_SOUTH_", ("Free Army of the South", "Free Army Of The South"), id="small words"),
        pytest.param(
            "AL-ZORBA_BRIGADE_", ("al-Zorba Brigade", "Al-Zorba Brigade", "Al-zorba Brigade"), id="an article"
        ),
        pytest.param("MIN-HO_PARK_", ("Min-Ho Park", "Min-ho Park"), id="a hyphen"),
        pytest.param("O'NEILL_", ("O'Neill", "O'neill"), id="an apostrophe behind one letter"),
        pytest.param("DA'ESH_", ("Da'esh",), id="an apostrophe behind more"),
        pytest.param("MCDUFFIE_", ("McDuffie", "Mcduffie"), id="Mc"),
        pytest.param("WHO_", ("?WHO",), id="three letters, in capitals only"),
    ],
)
def test_phrases_in_capitals_are_looked_for_as_newspapers_write_them(phrase: str, spellings: tuple[str, ...]) -> None:
    assert spellings_of_phrase(phrase) == spellings


def test_an_actor_of_petrarch_is_found_by_each_spelling_in_both_cases(listed) -> None:
    _, knowledge = listed("BLORK_FRONT_ [PERREB]\n+ZORBA_BRIGADES_\n")
    found = names_in(knowledge, "The Blork Front, the ZORBA BRIGADES and Zorba Brigades; blork front")
    assert [(words, name.entity_id, name.kind, name.code, name.sector) for words, name in found] == [
        (words, "group:blork-front", "group", "PER", "REB")
        for words in ("Blork Front", "ZORBA BRIGADES", "Zorba Brigades")
    ]


DATED = """\
ANA_VARGAS_  # a comment
+VARGAS_ ; another
<!-- an old
OTTO_KLEIN_ [DEUGOV]
-->
\t[PERGOV 010728-060727]
\t[PERELI >060728]
\t[PEROPP <010728]
"""


@pytest.mark.parametrize(
    ("day", "sector"),
    [
        pytest.param("2001-07-27", "OPP", id="the day before: <"),
        pytest.param("2001-07-28", "GOV", id="the first day"),
        pytest.param("2006-07-27", "GOV", id="the last day"),
        pytest.param("2006-07-28", "ELI", id="from then on: >"),
    ],
)
def test_dated_codes_hold_on_their_days(listed, day: str, sector: str) -> None:
    read, knowledge = listed(DATED)
    assert read.problems == ()
    names = [name for _, name in names_in(knowledge, "Ana Vargas")]
    assert [(name.sector, name.kind) for name in names if name.holds_on(day)] == [(sector, "person")]


def test_a_code_without_days_is_for_all_other_days(listed) -> None:
    _, knowledge = listed("ANA_VARGAS_ [PERELI]\n\t[PERGOV 790101-19851231]\n")
    names = [name for _, name in names_in(knowledge, "Ana Vargas")]
    assert [(name.sector, name.since, name.until) for name in names] == [
        ("GOV", "1979-01-01", "1985-12-31"),
        ("ELI", None, None),
    ]


def test_agent_nouns_of_petrarch_are_found_in_both_numbers(listed) -> None:
    text = "!PERSON! = MAN, WOMAN\nZORB_!PERSON! {ZORB_MEN} [~COP]\nGUILD_OF_ZORBS {GUILDS_OF_ZORBS} [BUS~]\n"
    read, knowledge = listed(text)
    assert read.problems == ()
    for words, sector in (
        ("zorb woman", "COP"),
        ("zorb men", "COP"),
        ("guilds of zorbs", "BUS"),
        ("guild of zorbs", "BUS"),
    ):
        agent = knowledge.find_agent(words.split())
        assert agent is not None
        assert agent.sector == sector


def test_our_own_format_gives_every_field(listed) -> None:
    rows = (
        "Blork Front | =BloF\tPER\tREB\tPTY\tgroup\tgroup:blork\t\t\t\n"
        "Ana Vargas\tPER\tGOV\t\t\t\tPrefect\t2001-07\t2006\n"
        "zorb warden\t\tCOP\t\toffice\n"
    )
    read, knowledge = listed(f"# mine\n{OURS}{rows}")
    assert read.problems == ()
    (words, group), (_, person) = names_in(knowledge, "BloF met Ana Vargas")
    assert (words, group.entity_id, group.sector, group.other_sectors) == ("BloF", "group:blork", "REB", ("PTY",))
    assert group.source.endswith("list.txt, line 3")
    assert (person.kind, person.office, person.since, person.until) == ("person", "Prefect", "2001-07-01", "2006-12-31")
    assert person.precision == "year"
    agent = knowledge.find_agent(["zorb", "wardens"])
    assert agent is not None
    assert (agent.kind, agent.sector) == ("office", "COP")


def test_theirs_win_over_ours_and_what_we_know_of_the_kind_stays(listed) -> None:
    _, knowledge = listed("HAMAS_ [PSEGOV]\nHAMID_KARZAI_ [AFGOPP]\nKANDAHAR_ [AFG]\n")
    found = dict(names_in(knowledge, "Hamas, Hamid Karzai and Kandahar"))
    assert (found["Hamas"].entity_id, found["Hamas"].kind, found["Hamas"].sector) == ("group:hamas", "group", "GOV")
    assert (found["Hamid Karzai"].kind, found["Hamid Karzai"].sector) == ("person", "OPP")
    assert found["Kandahar"].kind == "region"


def test_what_they_do_not_name_stays_ours(listed) -> None:
    _, knowledge = listed("BLORK_FRONT_ [PERREB]\n")
    assert [name.code for _, name in names_in(knowledge, "Norway")] == ["NOR"]


def test_the_last_list_wins(tmp_path: Path) -> None:
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text("BLORK_FRONT_ [PERREB]\n", encoding="utf-8")
    second.write_text("BLORK_FRONT_ [BOLPTY]\n", encoding="utf-8")
    ((_, name),) = names_in(load_knowledge([first, second]), "Blork Front")
    assert (name.code, name.sector) == ("BOL", "PTY")


def test_a_phrase_coded_as_nobody_is_read_past(listed) -> None:
    _, knowledge = listed("NORWAY_SPRUCE_ [---]\n")
    assert names_in(knowledge, "a Norway Spruce") == []


PROBLEMS = {
    "no code": ("ANA_VARGAS_\n", ["line 1: 'ANA_VARGAS_' has no code; write one behind it, as in [AZEMIL]"]),
    "an open bracket": (
        "ANA_VARGAS_ [PER\n",
        ["line 1: 'ANA_VARGAS_ [PER' is no entry; write PHRASE_ [CODE], and close every bracket"],
    ),
    "no such country": (
        "ANA_VARGAS_ [QQQGOV]\n",
        ["line 1: [QQQGOV] opens with QQQ, which is no code of a country or kind of actor"],
    ),
    "a role with a typing error": (
        "ANA_VARGAS_ [PERGVO]\n",
        ["line 1: [PERGVO]: nobody knows GVO, and without it this is no actor"],
    ),
    "small letters": (
        "ANA_VARGAS_ [pergov]\n",
        ["line 1: [pergov] is no CAMEO code; write groups of three capital letters, as in AZEMIL"],
    ),
    "no such day": (
        "ANA_VARGAS_ [PERGOV 20011345-060101]\n",
        ["line 1: '2001-13-45' is no day of the calendar"],
    ),
    "days of another form": (
        "ANA_VARGAS_ [PERGOV since 2001]\n",
        ["line 1: 'since 2001' are no days; write 791227-861124, <791227 or >861124"],
    ),
    "days reversed": (
        "ANA_VARGAS_ [PERGOV 060101-010101]\n",
        ["line 1: '060101-010101': the first day comes after the last"],
    ),
    "a code without an actor": (
        "\t[PERGOV]\n",
        ["line 1: a code stands in the line of an actor or below it, and there is no actor above"],
    ),
    "a spelling without an actor": (
        "+VARGAS_\n",
        ["line 1: a line with + tells another spelling of the actor above it, and there is none"],
    ),
    "a set that is nowhere": (
        "ZORB_!FOLK! [~COP]\n",
        ["line 1: there is no set !FOLK!; write a line !FOLK! = WORD, WORD"],
    ),
    "an agent without a role": (
        "ZORB [~PER]\n",
        ["line 1: [~PER] tells no sector; an agent's code is a role, as in [~BUS]"],
    ),
    "two codes for one name": (
        "ANA_VARGAS_ [PERGOV]\nANA_VARGAS_ [PERMIL]\n",
        ["line 2: 'Ana Vargas' has another code in line 1, which counts; keep one of them"],
    ),
    "one letter": ("A_ [PER]\n", ["line 1: 'A_' names nobody: a name has two letters at least"]),
    "nothing at all": ("# a comment\n", ["line 1: the file names no actor; docs/actors.md tells how to write one"]),
    "a sector that is none": (
        f"{OURS}Blork\tPER\tXYZ\n",
        ["line 2: 'XYZ' is no sector; PLOVER has COP, GOV, JUD, LEG, MIL, PRM, PTY, REB, SPY, UAF, UNK, AGR, BUS, CRM, "
         "CVL, EDU, ELI, JRN, LAB, MED, REF, OPP, PRE, REL, SOC"],
    ),
    "a code that is none": (
        f"{OURS}Blork\tPERU\tREB\n",
        ["line 2: 'PERU' is no code; codes are ISO 3166 alpha-3 (AZE), or UNO, EUR, IGO, NGO, ISM, IMG, MNC"],
    ),
    "a kind that is none": (
        f"{OURS}Blork\tPER\tREB\t\tarmy\n",
        ["line 2: 'army' is no kind; the kinds are state, adjective, capital, house, organisation, group, outlet, "
         "person, region, office, body, people"],
    ),
    "too many cells": (f"{OURS}Blork\tPER\tREB" + "\t" * 9 + "\n", ["line 2: it has 12 cells where 9 belong"]),
    "a strange column": (
        "name\tcode\tsector\tcolour\nBlork\tPER\tREB\tred\n",
        ["line 1: nobody knows the column colour; the columns are name, code, sector, other_sectors, kind, entity_id, "
         "office, since, until, source"],
    ),
    "a column that is lacking": (
        "name\tcode\nBlork\tPER\n",
        ["line 1: the first line names no column sector; nothing is read without it"],
    ),
    "no name": (f"{OURS}\tPER\tREB\n", ["line 2: the cell `name` holds no name of two letters or more"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "problems"), PROBLEMS.values(), ids=PROBLEMS.keys())
def test_a_bad_line_is_told_with_file_and_number(listed, text: str, problems: list[str]) -> None:
    assert told(listed(text)[0]) == problems


def test_the_rest_of_a_list_loads(listed) -> None:
    read, knowledge = listed("BROKEN_ [PER\nBLORK_FRONT_ [PERREB]\n\t[QQQ]\nZORB_PARTY_ [BOLPTY]\n")
    assert [problem.line for problem in read.problems] == [1, 3]
    assert [name.code for _, name in names_in(knowledge, "Blork Front, Zorb Party")] == ["PER", "BOL"]


def test_an_unknown_detail_is_told_and_the_rest_of_the_code_counts(listed) -> None:
    read, knowledge = listed("BLORK_FRONT_ [PERREBZQX]\n")
    assert told(read) == ["line 1: [PERREBZQX]: nobody knows ZQX; the rest of the code counts"]
    assert [(name.code, name.sector) for _, name in names_in(knowledge, "Blork Front")] == [("PER", "REB")]


def test_a_line_in_another_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_bytes("NU\xd1EZ_ [PERGOV]\n".encode("latin-1") + b"BLORK_FRONT_ [PERREB]\n")
    read = read_user_list(path)
    assert told(read) == ["line 1: it is not in UTF-8; save the file as UTF-8"]
    assert len(read.entries) == 1


def test_a_file_that_cannot_be_read_is_bad_use(tmp_path: Path) -> None:
    with pytest.raises(BadUse, match=r"the list of actors .*gone\.txt cannot be read"):
        load_knowledge([tmp_path / "gone.txt"])


GUIDE = Path(__file__).parents[2] / "docs" / "actors.md"


@pytest.mark.parametrize("language", ["tsv", "petrarch"])
def test_the_examples_of_the_guide_load_whole(listed, language: str) -> None:
    (example,) = re.findall(rf"```{language}\n(.*?)```", GUIDE.read_text(encoding="utf-8"), flags=re.DOTALL)
    read, knowledge = listed(example)
    assert read.problems == ()
    assert {name.entity_id for _, name in names_in(knowledge, "Blork Front, Ana Vargas")} == {
        "group:blork-front",
        "person:ana-vargas",
    }
