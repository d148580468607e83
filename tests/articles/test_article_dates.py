import pytest

from dragoman.articles.dates import find_moment, iso_from_text


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("22 March 2023 - 15:44", "2023-03-22T15:44"),
        ("2023-03-22 15:44", "2023-03-22T15:44"),
        ("March 22, 2023", "2023-03-22"),
        ("22.03.2023 15:44", "2023-03-22T15:44"),
        ("Mon, 22 Mar 2023 15:44 GMT", "2023-03-22T15:44+00:00"),
        ("2017-11-16T14:15+0000", "2017-11-16T14:15+00:00"),
        ("2026-01-06 13:55:27 +01:00", "2026-01-06T13:55:27+01:00"),
        ("2019-11-18T17:26:45.726Z", "2019-11-18T17:26:45+00:00"),
        ("2024-08-08T08:00Z", "2024-08-08T08:00+00:00"),
        ("17:41 JST, October 13, 2024", "2024-10-13T17:41+09:00"),
        ("Published: March 22, 2023 3:44 PM", "2023-03-22T15:44"),
        ("Sept. 3rd, 2021 at 12:05 a.m.", "2021-09-03T00:05"),
        ("20170113", "2017-01-13"),
        ("WORLD  02 February 2023 - 13:55", "2023-02-02T13:55"),
        ("06/01/2026 - 13:55 GMT+1", "2026-01-06T13:55+01:00"),
        ("03/04/2023 9:15 am", "2023-03-04T09:15"),
        ("03/04/2023 9:15", "2023-04-03T09:15"),
        ("12/25/2022", "2022-12-25"),
        ("9 October 2019, 11:05 IST", "2019-10-09T11:05"),
    ],
)
def test_a_printed_time_becomes_iso(line: str, iso: str) -> None:
    assert iso_from_text(line) == iso


@pytest.mark.parametrize(
    "line",
    [
        "",
        "31 February 2023",
        "0001-01-01",
        "Resolution 2231",
        "15:44",
        "12.5 million",
        "2 hours ago",
        "version 20.13.2023",
    ],
)
def test_what_is_no_date_yields_none(line: str) -> None:
    assert find_moment(line) is None


def test_a_moment_knows_where_it_stands() -> None:
    line = "ANALYSIS  22 March 2023 - 15:44 | Baku"
    moment = find_moment(line)
    assert moment is not None
    assert line[moment.start : moment.end] == "22 March 2023 - 15:44"
