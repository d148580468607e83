"""Times as containers write them."""

import pytest

from dragoman.documents.times import iso_from_iso, iso_from_mail


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-05-14", "2024-05-14"),
        (" 2024-05-14 ", "2024-05-14"),
        ("20240514", "2024-05-14"),
        ("2024-05-14T09:30", "2024-05-14T09:30"),
        ("2024-05-14 09:30", "2024-05-14T09:30"),
        ("2024-05-14T09:30:15", "2024-05-14T09:30:15"),
        ("2024-05-14T09:30:15.250Z", "2024-05-14T09:30:15+00:00"),
        ("2024-05-14T01:30:00+04:00", "2024-05-14T01:30:00+04:00"),
        ("20240514T093015Z", "2024-05-14T09:30:15+00:00"),
        ("2024-02-30", None),
        ("2024-13-01T00:00", None),
        ("14/05/2024", None),
        ("2024", None),
        ("2024-W20", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_iso_time_is_kept_as_exact_as_written(text: str, expected: str | None) -> None:
    assert iso_from_iso(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tue, 14 May 2024 09:30:00 +0200", "2024-05-14T09:30:00+02:00"),
        ("14 May 24 09:30 GMT", "2024-05-14T09:30:00+00:00"),
        ("Tue, 14 May 2024 09:30:00 -0000", "2024-05-14T09:30:00+00:00"),
        ("Tue, 14 May 2024 09:30:00 EST", "2024-05-14T09:30:00-05:00"),
        ("Tue, 14 May 2024 09:30:00", "2024-05-14T09:30:00"),
        ("Tue, 44 May 2024 09:30:00 +0200", None),
        ("soon", None),
        ("", None),
    ],
)
def test_mail_time_keeps_the_zone_of_the_writer(text: str, expected: str | None) -> None:
    assert iso_from_mail(text) == expected
