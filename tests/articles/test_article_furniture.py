import pytest

from dragoman.articles.furniture import is_furniture, is_prose, is_time_line, list_opened_by


@pytest.mark.parametrize(
    "line",
    [
        "Read more:",
        "Read also: Guides demand better pay on Everest",
        "READ MORE: Latvia orders new radars",
        "Subscribe to our Telegram channel",
        "Sign up for our morning newsletter",
        "Continue reading the main story",
        "Continue reading...",
        "Follow us on Facebook",
        "Advertisement",
        "(END)",
        "___",
        "desk@harbourpost.example",
        "FILE PHOTO: A tanker leaves the port of Basra, Iraq, 3 June 2021. Port Authority/Handout via REUTERS",
        "File photo of the president (Reuters)",
        "Photo: AFP",
        "Soldiers wait at the bridge in Mosul. (AP Photo/John Doe)",
        "(Reporting by Ann Smith; Editing by Bob Jones)",
        "Ann Smith in Nairobi contributed to this report.",
        "Copyright 2023 Gulf Ledger. All rights reserved.",
        "The post Flood in Kano appeared first on Kano Times.",
        "We use cookies to make our pages better. You can change your settings at any time.",
        "January 18, 2020",
        "Updated: 22.03.2023 15:44",
        "3 hours ago",
        "— Foreign Ministry (@ministry) May 9, 2023",
        "Tags: Iran, Iraq, oil",
    ],
)
def test_lines_of_the_page_are_dropped(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Send us more shells, the commander told his allies on Monday.",
        "Copyright law divided the two governments for years.",
        "The attack was first reported by Reuters.",
        "On 22 March 2023 at 15:44 the two presidents spoke by telephone.",
        "Follow the rules or leave, the minister said.",
        'He answered: "Read more before you speak."',
        "Watch towers were built along the border last year.",
        "Latest figures show that trade between the two countries fell.",
        "Photographs of the meeting were shown on state television.",
        "The minister said that our privacy policy was a matter of national security.",
        "Sea cables first",
    ],
)
def test_lines_of_the_article_are_kept(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Read also", "related"),
        ("Related stories:", "related"),
        ("You might also like", "related"),
        ("Latest news", "latest"),
        ("MOST READ", "latest"),
        ("More news", "latest"),
        ("Top stories »", "latest"),
        ("Latest talks end without result", None),
        ("Related violence killed four people in Kivu", None),
        ("Politics", None),
    ],
)
def test_headings_of_lists_are_told_from_headlines(line: str, kind: str | None) -> None:
    assert list_opened_by(line) == kind


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Both sides agreed.", False),
        ("Both sides agreed to meet again.", True),
        ("Home World Business Sport", False),
        (" ".join(["Menu"] * 200) + ".", False),
        ("“We are ready to talk about it,” she said.", True),
    ],
    ids=["three words", "sentence", "menu", "menu in one line", "quotation"],
)
def test_running_text_is_told_from_labels(line: str, expected: bool) -> None:
    assert is_prose(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("22 March 2023 - 15:44", True),
        ("19:29", True),
        ("Yesterday, 10:15", True),
        ("Talks of 22 March 2023 fail", False),
        ("1973", False),
    ],
)
def test_a_time_line_holds_nothing_else(line: str, expected: bool) -> None:
    assert is_time_line(line) is expected
