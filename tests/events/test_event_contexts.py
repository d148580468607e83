"""Which of PLOVER's contexts an act is given: by the words of its own clause, its parties, and the kind of act."""

import pytest

from dragoman.knowledge.contexts import load_contexts
from dragoman.ontology import load_ontology

# (sentence, type of the event that is looked at, its contexts, best first)
CASES = [
    ("Norway's defence minister visited Finland on Monday.", "CONSULT", "military"),
    ("Peru and Chile held naval exercises off Arica.", "COOPERATE", "military"),
    ("Peru bought 20 tanks from Brazil.", "COOPERATE", "military"),
    ("Armenia asked France for air-defence systems.", "REQUEST", "military"),
    ("Switzerland refused to sell ammunition to Ukraine.", "REJECT", "military"),
    ("Poland expelled a Russian spy.", "SANCTION", "diplomatic intelligence"),
    ("Ugandan intelligence agents arrested a blogger in Kampala.", "COERCE", "intelligence"),
    ("Protesters in Tunis demanded the resignation of the cabinet.", "PROTEST", "executive"),
    ("Kenya's parliament condemned Ethiopia over the border killings.", "ACCUSE", "legislative"),
    ("The Iraqi parliament condemned Turkey for the shelling of Dohuk.", "ACCUSE", "military legislative"),
    ("The European Union called on Georgia to hold new elections.", "REQUEST", "election"),
    ("Canada urged Haiti to hold a referendum on a new constitution.", "REQUEST", "election political_institutions"),
    ("Ghana condemned the coup in Niger.", "ACCUSE", "pro_autocracy"),
    ("Brazil praised Bolivia for its return to democracy.", "SUPPORT", "pro_democracy"),
    ("Canada called on Mali to return to civilian rule.", "REQUEST", "pro_democracy"),
    ("The United States imposed tariffs on Indian steel.", "COERCE", "economic"),
    ("Mexico and Peru signed a free trade agreement.", "SUPPORT", "economic"),
    ("Workers at a Chilean copper mine went on strike over pay.", "PROTEST", "economic natural_resource"),
    ("China's chief trade negotiator telephoned his American counterpart.", "CONSULT", "economic"),
    ("A Kenyan court sentenced two Somali men to life in prison.", "SANCTION", "legal"),
    ("Chile sued Bolivia at the International Court of Justice.", "ACCUSE", "legal"),
    ("Greece demanded reparations from Germany for the occupation.", "REQUEST", "reparations"),
    ("Namibia demanded reparations from Germany.", "REQUEST", "reparations"),
    ("Denmark accused Syria of torture.", "ACCUSE", "human_rights"),
    ("The United Nations condemned Myanmar for crimes against humanity.", "ACCUSE", "human_rights"),
    ("India accused Pakistan of persecuting Hindus.", "ACCUSE", "human_rights religion_ethnicity"),
    ("Turkey arrested three journalists in Ankara.", "COERCE", "rights_freedoms"),
    ("Canada condemned Nicaragua's attacks on press freedom.", "ACCUSE", "rights_freedoms"),
    ("Iran shut down an independent newspaper on Sunday.", "COERCE", "rights_freedoms repression"),
    ("Belarusian police arrested dozens of dissidents.", "COERCE", "repression"),
    ("Qatar sent food aid to Sudan.", "AID", "human_security"),
    ("Turkey sent tents, blankets and medicine to Morocco.", "AID", "human_security health"),
    ("Thousands of women marched in Tehran against the headscarf law.", "PROTEST", "gender"),
    ("Ugandan police arrested 12 gay activists.", "COERCE", "lgbt"),
    ("Gunmen attacked a church in northern Nigeria.", "ASSAULT", "religion_ethnicity"),
    ("Landless farmers in Paraguay marched on the capital against inequality.", "PROTEST", "inequality"),
    ("Jordan's foreign minister met his Turkish counterpart in Amman.", "CONSULT", "diplomatic"),
    ("The president of Chile met the president of Peru in Lima.", "CONSULT", "diplomatic"),
    ("Saudi Arabia and Iran restored diplomatic relations.", "SUPPORT", "diplomatic"),
    ("Switzerland offered to mediate between Armenia and Azerbaijan.", "AGREE", "diplomatic"),
    ("Jordan recalled its ambassador from Denmark.", "SANCTION", "diplomatic"),
    ("Somalia accused Ethiopia of violating its sovereignty.", "ACCUSE", "territory"),
    ("China rejected Philippine claims to the disputed reef.", "REJECT", "territory"),
    ("Rebels killed three Bangladeshi peacekeepers in Mali.", "ASSAULT", "peacekeeping military"),
    ("Cuba sent doctors to Angola to fight cholera.", "AID", "health"),
    ("China sent vaccines to Zimbabwe.", "AID", "health"),
    ("Mexico granted asylum to three Nicaraguan lawmakers.", "AID", "asylum legislative"),
    ("Algeria deported 300 Malian migrants.", "COERCE", "migration"),
    ("Greece sent tents to Turkey after the earthquake.", "AID", "human_security disasters"),
    ("Ethiopia and Kenya signed an agreement on hydropower.", "SUPPORT", "natural_resource"),
    ("Egypt asked Ethiopia to release more water from the dam.", "REQUEST", "natural_resource"),
    ("Spain condemned Morocco over fishing rights.", "ACCUSE", "natural_resource"),
    ("Iraq's oil minister visited Iran.", "CONSULT", "natural_resource"),
    ("Norway and Brazil agreed to cut carbon emissions.", "AGREE", "environment"),
    ("India and France agreed to build a satellite together.", "AGREE", "technology"),
    ("A suicide bomber killed eight people at a Somali hotel.", "ASSAULT", "terrorism"),
    ("France accused Iran of enriching uranium.", "ACCUSE", "cbrn"),
    ("Estonia accused Russia of a cyberattack on its ministries.", "ACCUSE", "cyber"),
    ("Moldova accused Russia of spreading fake news.", "ACCUSE", "misinformation"),
    ("Ecuadorian soldiers arrested nine gang members in Guayaquil.", "COERCE", "crime military"),
    ("Spain accused a Venezuelan minister of bribery.", "ACCUSE", "corruption"),
    ("Colombia extradited a drug lord to the United States.", "COOPERATE", "legal illegal_drugs"),
    ("Thai police arrested two men for human trafficking.", "COERCE", "trafficking"),
    # nothing is told of what field it belongs to
    ("Zambia praised Norway for its think tank.", "SUPPORT", ""),
    ("Japan lent Laos $200 million for a railway.", "AID", ""),
    ("Gunmen killed a farmer in Kenya.", "ASSAULT", ""),
    ("China backed Pakistan's plan for a canal.", "SUPPORT", ""),
    # what the clause beside it speaks of is no matter of the act, where it has one of its own
    ("Cuba sent doctors to Angola, which held elections in May.", "AID", "health"),
    ("Denmark, whose navy has new frigates, accused Syria of torture.", "ACCUSE", "human_rights"),
]


@pytest.mark.parametrize(("sentence", "kind", "contexts"), CASES, ids=[case[0] for case in CASES])
def test_act_has_the_contexts_of_its_own_words(events_of, sentence, kind, contexts):
    found = [event.context for event in events_of(sentence) if event.event == (kind,)]
    assert tuple(contexts.split()) in found


def test_no_act_has_more_than_three_contexts(events_of):
    text = (
        "Thai soldiers arrested a corrupt judge, two drug smugglers, a bishop and a hacker over the election, an oil"
        " deal, a nuclear plant and a vaccine."
    )
    contexts = [event.context for event in events_of(text)]
    assert contexts
    assert all(len(found) <= 3 for found in contexts)


@pytest.mark.parametrize("row", load_contexts().rows, ids=lambda row: row.context)
def test_example_of_a_context_carries_it(events_of, row):
    assert any(row.context in event.context for event in events_of(row.example))


def test_every_context_of_the_ontology_has_a_row_and_no_other():
    assert sorted(row.context for row in load_contexts().rows) == sorted(load_ontology().contexts)


def test_rows_name_sectors_types_and_modes_that_there_are():
    ontology = load_ontology()
    for row in load_contexts().rows:
        assert all(ontology.is_sector(sector) for sector in row.sectors)
        assert all(event in ontology.event_types for event in row.between_states)
        for act in row.acts:
            event, _, mode = act.partition("/")
            assert event in ontology.event_types, act
            assert not mode or mode in ontology.modes(event), act
