"""How much and of what: the people killed, hurt or arrested by an act, and the goods or money that it is about.

A draft in, a Measured out, with the words that prove each figure.  Only figures that the words give to this act
count: those of its own verb, and of killing and hurting that hang together with it ("attacked a post, killing 11
and wounding 20").  "Dozens", "up to 12" and "10 to 15" are no numbers.  To add a word of harm, see `HARM`.
"""

from dataclasses import dataclass

from dragoman.events.drafts import Draft
from dragoman.events.figures import Figure, figure_before, figure_of_all
from dragoman.events.scene import Scene, code_of, sector_of
from dragoman.records import Predication, Size, Span, Token

DEAD = frozenset("kill murder massacre slay slaughter execute behead assassinate lynch martyr".split())
INJURED = frozenset("wound injure hurt maim".split())
ARRESTED = frozenset("arrest detain jail imprison round_up apprehend".split())
HARM = {**dict.fromkeys(DEAD, "dead"), **dict.fromkeys(INJURED, "injured"), **dict.fromkeys(ARRESTED, "arrested")}
STATES = {"dead": "dead", "wounded": "injured", "injured": "injured", "hurt": "injured", "killed": "dead"}
DYING = frozenset("die perish".split())
DEEDS = {"death": "dead", "fatality": "dead", "killing": "dead", "execution": "dead", "murder": "dead"}
DEEDS |= {"injury": "injured", "wounding": "injured", "arrest": "arrested", "detention": "arrested"}
FIELDS = {"ASSAULT": ("dead", "injured"), "PROTEST": ("dead", "injured", "arrested")}
LEAVING = frozenset("leave shoot gun beat stab burn hack bludgeon find claim take cost".split())
TAKING = frozenset("claim take cost".split())
THROUGH = frozenset("cause result_in lead".split())
GOODS_OF = frozenset({"AID", "AGREE", "COERCE", "COOPERATE", "REJECT", "REQUEST", "SANCTION", "SUPPORT"})
