"""Every store: the search language means the same on each, newest first, with the places of the words."""

import dataclasses

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented import RUN, headline, make_article, make_event, make_outcome, recode, save

from dragoman.errors import BadUse
from dragoman.records import EventFilter, article_key
from dragoman.stores.asking import find_hits, read_search

TEXTS = {
    "tents": "Norway sent 200 tents to Chile, the Foreign Ministry said.",
    "talks": "The foreign minister of Chile met Norway's premier in São Paulo.",
    "strike": "U.S. troops struck a non-state group; nobody was hurt.",
    "naïve": "ÅNGSTRÖM called the Straße NAÏVE_plan “co\u00adoperative”.",
    "other": "В Осло встретились министры. 北京で会談。",
}
ARTICLES = {
    name: make_article(name.title(), f"2024-05-{day}", paragraphs=(text,), outlet=None)
    for day, (name, text) in enumerate(TEXTS.items(), start=11)
}
NAMES = {article_key(article): name for name, article in ARTICLES.items()}

CASES = [
    ("chile", ["talks", "tents"]),
    ("CHILE Norway", ["talks", "tents"]),
    ("chile -tents", ["talks"]),
    ('"foreign ministry"', ["tents"]),
    ('"ministry foreign"', []),
    ('"foreign minister" chile', ["talks"]),
    ("minist*", ["talks", "tents"]),
    ("minister*", ["talks"]),
    ("foreign -minister*", ["tents"]),
    ('chile -"foreign minister"', ["tents"]),
    ('chile -"minister foreign"', ["talks", "tents"]),
    ("sao paulo", ["talks"]),
    ("São", ["talks"]),
    ("norway's", ["talks"]),
    ("u.s.", ["strike"]),
    ("us", []),
    ("non-state", ["strike"]),
    ("state-non", []),
    ("non-sta*", ["strike"]),
    ("group nobody -chile", ["strike"]),
    ("angstrom", ["naïve"]),
    ("strasse", ["naïve"]),
    ("naive", ["naïve"]),
    ("naive_plan", ["naïve"]),
    ("plan", ["naïve"]),
    ("cooperative", ["naïve"]),
    ("осло", ["other"]),
    ("МИНИСТР*", ["other"]),
    ("北京*", ["other"]),
    ("200", ["tents"]),
    ("2*", ["tents"]),
    ("nowhere", []),
    ("talks", ["talks"]),
    ("or", []),
    ("chile AND tents", []),
    ("chile' OR '1'='1", []),
    ("ten*s", []),
    ("NEAR(chile)", []),
    ("the", ["naïve", "talks", "tents"]),
]


@pytest.fixture(scope="module")
def library(shared_store):
    save(shared_store, *(make_outcome(article, make_event(article)) for article in ARTICLES.values()))
    return shared_store


@pytest.mark.parametrize(("words", "found"), CASES, ids=[words for words, _ in CASES])
def test_search_in_articles(library, words, found):
    hits = library.search(words)
    assert [NAMES[hit.article] for hit in hits] == found
    assert all(hit.hits for hit in hits)


@pytest.mark.parametrize(("words", "found"), CASES, ids=[words for words, _ in CASES])
def test_search_in_sentences(library, words, found):
    """As in articles, but for the titles."""
    assert [NAMES[hit.article] for hit in library.search(words, where="sentences")] == [
        name for name in found if find_hits(read_search(words), TEXTS[name]) is not None
    ]


def test_hits_are_places_in_the_text_itself(library):
    (hit,) = library.search('strasse naive "plan cooperative"', where="sentences")
    assert [hit.text[start:end] for start, end in hit.hits] == ["Straße", "NAÏVE", "plan “co\u00adoperative"]
    assert hit.text == TEXTS["naïve"]


def test_a_found_sentence_names_its_events(library):
    (hit,) = library.search("tents", where="sentences")
    assert hit.event_keys == (make_event(ARTICLES["tents"]).key,)
    assert (hit.title, hit.outlet, hit.published) == ("Tents", None, "2024-05-11")


def test_a_found_article_has_title_deck_and_paragraphs(store):
    article = make_article(deck="By sea.", paragraphs=("One.", "Two."), related=(headline("Hidden"),))
    save(store, make_outcome(article))
    (hit,) = store.search("aid two")
    assert hit.text == "Aid for Chile\n\nBy sea.\n\nOne.\n\nTwo."
    assert article.text.startswith(hit.text)
    assert store.search("hidden") == ()


def test_the_newest_come_first_and_no_more_than_asked(library):
    assert [NAMES[hit.article] for hit in library.search("the", limit=2)] == ["naïve", "talks"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("", "no word"),
        ("   ", "no word"),
        ("!? *", "no word"),
        ("-chile", "must not be there"),
        ('-"foreign minister" -a', "must not be there"),
        ('"foreign', "not closed"),
        ('chile "', "not closed"),
        (" ".join(f"w{number}" for number in range(60)), "fewer"),
    ],
    ids=["empty", "blank", "signs", "without", "withouts", "open", "open at end", "many"],
)
def test_what_is_no_search_is_bad_use_with_a_hint(library, words, says):
    with pytest.raises(BadUse, match=says):
        library.search(words)
    with pytest.raises(BadUse, match=says):
        library.count_events(EventFilter(words=words))


def test_there_are_three_places_to_search_in(library):
    with pytest.raises(BadUse, match=r"'titles'.*articles, sentences, entities"):
        library.search("chile", where="titles")


def test_only_the_newest_body_is_searched(store):
    article = ARTICLES["tents"]
    save(store, make_outcome(article))
    save(store, make_outcome(dataclasses.replace(article, paragraphs=("It sent blankets.",)), content="2"))
    assert store.search("norway") == ()
    assert len(store.search("blankets")) == 1


def test_withdrawn_articles_and_retracted_sentences_are_not_found(store):
    tents, talks = ARTICLES["tents"], ARTICLES["talks"]
    save(store, make_outcome(tents, make_event(tents)), make_outcome(talks, make_event(talks)))
    recode(store, tents)
    assert [NAMES[hit.article] for hit in store.search("chile", where="sentences")] == ["talks"]
    with store.writing() as writer:
        writer.withdraw(article_key(talks), reason="invented", run=1)
    assert store.search("chile", where="sentences") == ()
    assert [NAMES[hit.article] for hit in store.search("chile")] == ["tents"]


def test_entities_are_found_by_name(store):
    older, newer = ARTICLES["tents"], ARTICLES["talks"]
    save(
        store,
        make_outcome(older, make_event(older, actor=("NOR GOV person:ola Ola Nordmann",))),
        make_outcome(newer, make_event(newer, recipient=("CHL GOV person:olaf Olaf Nord", "CHL"))),
    )
    hits = store.search("ola*", where="entities")
    assert [(hit.text, hit.title, hit.published) for hit in hits] == [
        ("Olaf Nord", "person:olaf CHL GOV", "2024-05-12"),
        ("Ola Nordmann", "person:ola NOR GOV", "2024-05-11"),
    ]
    assert [hit.text for hit in store.search("ola", where="entities")] == ["Ola Nordmann"]


def test_phrases_are_found_far_back_in_long_articles(store):
    """PostgreSQL counts words no further than 16,383, and keeps 256 places of one word."""
    words = ["the filler"] * 9_000
    long = make_article("Long", paragraphs=(" ".join([*words, "at the very end"]),))
    save(store, make_outcome(long))
    assert len(store.search('"the very end"')) == 1
    assert store.search('"very the end"') == ()
    assert len(store.search('filler -"end very"')) == 1
    assert store.search('filler -"very end"') == ()


def test_an_article_of_very_many_words_is_kept(store):
    text = " ".join(f"{number:x}word{number}" for number in range(120_000))
    save(store, make_outcome(make_article("Huge", paragraphs=(text,))))
    assert len(store.search("5word5")) == 1


LETTERS = st.sampled_from(
    [
        "a",
        "b",
        "ab",
        "B",
        "é",
        "ß",
        "İ",
        "ǅ",
        "_",
        "-",
        ".",
        " ",
        "'",
        "1",
        "²",
        "ж",
        "中",
        "\u0301",
        "\u00ad",
        "ﬁ",
        "𝔘",
        "\x00",
    ]
)
SOME_TEXT = st.lists(LETTERS, max_size=30).map("".join)
TERM = st.tuples(st.sampled_from(["", "-"]), SOME_TEXT, st.sampled_from(["{}", "{}*", '"{}"'])).map(
    lambda parts: parts[0] + parts[2].format(parts[1])
)


@pytest.fixture
def shelf(store):
    """A store with one article, whose body each example sets anew."""
    save(store, make_outcome(make_article("Shelf", paragraphs=("first",))))
    return store


@settings(max_examples=settings.default.max_examples, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=SOME_TEXT | st.text(max_size=30), terms=st.lists(TERM, min_size=1, max_size=3))
def test_the_index_finds_what_the_language_means(shelf, text, terms):
    words = " ".join(terms)
    article = make_article("Shelf", paragraphs=(f"{text} end",))
    event = make_event(article, f"{text} end")
    with shelf.writing() as writer:
        number = writer.begin_run(RUN)
        writer.save(make_outcome(article, content=text), run=number)
        writer.save_recoded(article_key(article), (event,), run=number)
    try:
        asked = read_search(words)
    except BadUse:
        with pytest.raises(BadUse):
            shelf.search(words)
        return
    kept = shelf.article(article_key(article)).article
    is_hit = find_hits(asked, f"Shelf\n\n{kept.paragraphs[0]}") is not None
    assert bool(shelf.search(words)) is is_hit
    told = shelf.event(event.key)
    assert bool(shelf.count_events(EventFilter(words=words))) is (find_hits(asked, told.event.text) is not None)
