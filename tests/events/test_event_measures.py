"""How many an act killed, hurt or arrested, and what it gives, withholds or backs."""

import pytest

from dragoman.events.figures import numbers_in

# (sentence, type of the event that is looked at, dead, injured, arrested)
SIZES = [
    ("Rebels killed three Malian soldiers and wounded five others near Gao.", "ASSAULT", (3, 5, None)),
    ("Gunmen kill 14 soldiers in northern Burkina Faso.", "ASSAULT", (14, None, None)),
    ("Gunmen attacked a Malian army post, killing 14 soldiers and two volunteers.", "ASSAULT", (16, None, None)),
    ("At least 12 people were killed when Sudanese jets bombed a market in Nyala.", "ASSAULT", (12, None, None)),
    ("A suicide bomber killed two dozen Pakistani policemen in Quetta.", "ASSAULT", (24, None, None)),
    ("Rebels killed half a dozen Chadian soldiers.", "ASSAULT", (6, None, None)),
    ("Twenty-one Sudanese police officers were killed by rebels.", "ASSAULT", (21, None, None)),
    ("Two thousand three hundred villagers were massacred by Sudanese militias.", "ASSAULT", (2300, None, None)),
    ("Israeli forces have killed more than 33,000 Palestinians since October.", "ASSAULT", (33000, None, None)),
    ("Militants stormed a Nigerian barracks, leaving four soldiers dead and 11 wounded.", "ASSAULT", (4, 11, None)),
    ("Saudi jets bombed a wedding in Yemen in a raid that claimed 12 lives.", "ASSAULT", (12, None, None)),
    ("Gunmen shot dead two Kenyan policemen and a teacher in Garissa.", "ASSAULT", (3, None, None)),
    ("Ethiopian soldiers executed 21 farmers in Amhara, residents said.", "ASSAULT", (21, None, None)),
    ("Rebels killed the Congolese colonel Jean Mbuyu and two guards on Friday.", "ASSAULT", (3, None, None)),
    ("Gunmen killed a 12-year-old boy in Iraq.", "ASSAULT", (1, None, None)),
    ("Turkish police arrested 30 protesters in Ankara.", "COERCE", (None, None, 30)),
    ("More than 200 demonstrators were detained by Belarusian police in Minsk.", "COERCE", (None, None, 200)),
    ("Iranian forces rounded up 45 activists in Shiraz.", "COERCE", (None, None, 45)),
    # only one side of it is told in numbers
    (
        "Ukrainian drones struck a Russian depot, but nobody was killed and three workers were hurt.",
        "ASSAULT",
        (None, 3, None),
    ),
    # the harm of another deed, another time, or none
    (
        "The Pakistani army attacked militants in Waziristan, and the Taliban killed five soldiers in Swat.",
        "ASSAULT",
        None,
    ),
    ("Rebels attacked a town in Chad where ten people had died in a fire in 1990.", "ASSAULT", None),
    ("Rebels abducted 12 schoolgirls in Nigeria.", "ASSAULT", None),
    # no numbers
    ("Sudanese soldiers killed hundreds of civilians in El Fasher.", "ASSAULT", None),
    ("The Syrian government arrested a few dozen activists.", "COERCE", None),
    ("India's army killed up to 12 militants in Kashmir.", "ASSAULT", None),
    ("Russian missiles hit Kharkiv, killing between 10 and 15 people.", "ASSAULT", None),
    ("Gunmen killed a family in Iraq.", "ASSAULT", None),
    ("Gunmen killed two Iraqi policemen and several passers-by.", "ASSAULT", None),
]


@pytest.mark.parametrize(("sentence", "kind", "size"), SIZES, ids=[case[0] for case in SIZES])
def test_size_counts_whom_the_act_itself_harmed(events_of, sentence, kind, size):
    event = next(event for event in events_of(sentence) if event.event == (kind,))
    found = (event.size.dead, event.size.injured, event.size.arrested) if event.size else None
    assert found == size


# (sentence, type of the event that is looked at, its object)
OBJECTS = [
    ("Japan gave Tonga $12 million in field hospitals on Tuesday.", "AID", "$12 million in field hospitals"),
    ("Turkey sent tents, blankets and medicine to Morocco.", "AID", "tents, blankets and medicine"),
    ("India provided Mauritius with patrol boats worth $30 million.", "AID", "patrol boats worth $30 million"),
    ("Nepal received two million doses of vaccine from India.", "AID", "two million doses of vaccine"),
    ("Norwegian deliveries of wheat to Yemen resumed.", "AID", "wheat"),
    ("Brazil lent Argentina $2bn.", "AID", "$2bn"),
    ("The World Bank approved a $300 million loan for Laos.", "AID", "$300 million loan"),
    ("Germany pledged 50 million euros to Moldova for schools.", "AGREE", "50 million euros"),
    (
        "Germany promised to send Ukraine two air-defence systems and 40 tanks next month.",
        "AGREE",
        "two air-defence systems and 40 tanks",
    ),
    ("Qatar will deliver 40 tonnes of food to Sudan this week.", "AGREE", "40 tonnes of food"),
    ("Norway suspended $30 million in aid to Uganda.", "SANCTION", "$30 million in aid"),
    ("Russia cut off gas supplies to Poland on Wednesday.", "SANCTION", "gas supplies"),
    ("Armenia asked France for air-defence systems.", "REQUEST", "air-defence systems"),
    ("Switzerland refused to sell ammunition to Ukraine.", "REJECT", "ammunition"),
    ("Peru bought 20 tanks from Brazil.", "COOPERATE", "20 tanks"),
    ("Canada backed Ukraine's territorial integrity.", "SUPPORT", "Ukraine's territorial integrity"),
    # nothing changes hands
    ("Jordan recalled its ambassador from Denmark.", "SANCTION", None),
    ("Norway severed ties with Belarus.", "SANCTION", None),
    ("Italy trained 300 Libyan soldiers.", "AID", None),
    ("Tunisia rejected the accusation by Libya.", "REJECT", None),
]


@pytest.mark.parametrize(("sentence", "kind", "thing"), OBJECTS, ids=[case[0] for case in OBJECTS])
def test_object_is_what_is_given_withheld_or_backed(events_of, sentence, kind, thing):
    assert [event.object for event in events_of(sentence) if event.event == (kind,)] == [thing]


def test_figures_and_goods_are_proved_by_their_words(events_of):
    text = "Rebels killed at least 12 Malian soldiers. Turkey sent tents to Morocco."
    proved = {
        (item.field, text[item.start : item.end])
        for event in events_of(text)
        for item in event.text_info.evidence
        if item.field in ("size", "object")
    }
    assert proved == {("size", "12"), ("object", "tents")}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        pytest.param("killing 14 soldiers and two volunteers", {14, 2}, id="digits and words"),
        pytest.param("some 1,200 men, 30 of them Kenyans", {1200, 30}, id="with commas"),
        pytest.param("dozens of people", set(), id="none"),
        pytest.param("", set(), id="nothing"),
    ],
)
def test_numbers_in_a_text_are_found(text, numbers):
    assert numbers_in(text) == numbers
