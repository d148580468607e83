"""`relate`: with both sides given, what one does to the other is always told, and told by what governs the sides."""

import re

import pytest

from dragoman.records import Span
from dragoman.runs.batch import shared_stages
from dragoman.runs.relating import relate_sides

# The type, and a sentence of our own with the <actor> and the {recipient} marked.
CASES = """
ACCUSE    <Benin> accused {Niger} of closing the river.
ACCUSE    <The union> is suing {the airline}.
ACCUSE    <Tunis> summoned the ambassador of {Rome}.
ACCUSE    <The press> poured scorn on {the cabinet}.
ACCUSE    <Chad> expressed concern over {Libya}'s drones.
ACCUSE    <Prosecutors> opened an investigation into {the mayor}.
ACCUSE    <The opposition> is furious with {the premier}.
ACCUSE    <Guyana> said {Venezuela} had attacked its surveyors.
ACCUSE    <The auditors> filed a complaint against {the ministry}.
ACCUSE    <Bhutan> lodged a protest with {China}.
ACCUSE    <Cairo> called {Addis Ababa}'s dam a provocation.
ACCUSE    <The tribunal> indicted {the warlord}.
ACCUSE    <Lagos> blames {the oil firm} for the spill.
ACCUSE    <Hungary> was critical of {Brussels}.
ACCUSE    <Activists> took {the brewery} to court.
ACCUSE    <The senator> lashed out at {the general}.
ACCUSE    {The banker} was put on trial by <the state>.
ACCUSE    <Moscow> handed {Riga} a note of protest.
ACCUSE    <Inspectors> are looking into {the bakery}.
ACCUSE    <Kiev> said that {Minsk} was responsible for the balloons.
AGREE     <Nairobi> has offered to build {Kampala} a second railway bridge.
AGREE     <Estonia> and {Latvia} hammered out a deal on cod quotas.
AGREE     <Peru> will send a trade delegation to {Chile} in spring.
AGREE     <Fiji> is prepared to lend {Tonga} two patrol boats.
AGREE     <Oman's minister> said he would visit {Qatar} soon.
AGREE     <Kenya> promised not to attack {Uganda}.
AGREE     A loan for {Malawi} was promised by <the bank>.
AGREE     <Denmark> accepted an invitation from {Greenland}.
AGREE     <Ghana> and {Togo} are due to hold talks on Monday.
AGREE     <Laos> expressed its readiness to cooperate with {Vietnam}.
AGREE     <Bosnia> and {Croatia} have agreed in principle to share a power plant.
AGREE     <Tunisia> plans to open a consulate in {Libya}.
AGREE     <The lender> is likely to approve a loan for {Zambia}.
AGREE     <Mexico> proposed a summit with {Cuba}.
AGREE     <Seoul> hopes to strengthen its ties with {Hanoi}.
AGREE     "We will help {Estonia}," <Finland>'s premier said.
AID       <Canada> airlifted tents to {Haiti}.
AID       <The fund> granted {Ghana} a loan of $40 million.
AID       <Sweden> took in {Syrian families}.
AID       <Rwanda> sent peacekeepers to {Mozambique}.
AID       <Germany> gave {Tonga} three ambulances.
AID       <Cuba> is training {Angola}'s nurses.
AID       <Taiwan> wrote off {Belize}'s debt.
AID       <Ecuador> granted asylum to {the dissident}.
AID       <Italian soldiers> were deployed to {Albania} after the earthquake to help.
AID       <France> delivered radars to {Armenia}.
AID       <Rescuers> evacuated {the villagers}.
AID       <The agency> distributed food to {refugees}.
AID       <Norway> provided {Malawi} with 200,000 doses.
AID       <Kuwait> donated $5 million to {Somalia}.
AID       <Brazil>'s navy shipped rice to {Lebanon}.
AID       <Monks> sheltered {orphans} in their cloister.
AID       <Poland> sent fourteen tanks to {Ukraine}.
AID       <The council> bailed out {the theatre}.
ASSAULT   <Gunmen> ambushed {a convoy of the UN}.
ASSAULT   <Ethiopia> launched air strikes on {Eritrea}.
ASSAULT   Fighting between <the army> and {the rebels} continued.
ASSAULT   <A bomber> blew himself up in {the market}.
ASSAULT   <The militia> took {three engineers} hostage.
ASSAULT   <Soldiers> opened fire on {demonstrators}.
ASSAULT   {The inmates} were beaten by <the guards>.
ASSAULT   <Israel> carried out a raid on {Syria}.
ASSAULT   <The fleet> shelled {the island}.
ASSAULT   <Clansmen> clashed with {herders}.
ASSAULT   Eleven people were killed when <the army> attacked {the village}.
ASSAULT   <Two snipers> fired on {the patrol}.
ASSAULT   <Drones> struck {the depot}.
ASSAULT   <Insurgents> abducted {the mayor}.
ASSAULT   <Israel>'s bombing of {Lebanon} went on.
ASSAULT   <Police> used tear gas against {the crowd}.
ASSAULT   <Jihadists> set fire to {a church}.
ASSAULT   <The rebels> overran {the garrison}.
ASSAULT   {A migrant} was beaten to death by <a mob>.
ASSAULT   <Eritrean troops> are at war with {Tigray}.
COERCE    <Police> arrested {nine reporters}.
COERCE    <Turkey> blocked {the site}.
COERCE    <The junta> imposed a curfew on {the capital}.
COERCE    <Malta> deported {the migrants}.
COERCE    <Iran> seized {a Greek tanker}.
COERCE    <Hackers> broke into the computers of {the ministry}.
COERCE    <The governor> ordered the closure of {the party}'s offices.
COERCE    <The court> placed {the editor} under house arrest.
COERCE    <The mayor> banned {the paper}.
COERCE    <The police> raided {the printer}'s shop.
COERCE    <The ministry> shut down {the channel}.
COERCE    <Agents> detained {the bishop} at the airport.
COERCE    <The army> imposed martial law on {the town}.
COERCE    <Customs officers> impounded {the trawler}.
COERCE    <China> cracked down on {the exiles}.
COERCE    <The city> evicted {squatters} from the mill.
COERCE    <Myanmar> restricted the movements of {aid groups}.
COERCE    <Russian hackers> carried out a cyber attack on {Estonian banks}.
CONCEDE   <Belgium> apologised to {Congo}.
CONCEDE   <Thailand> lifted its ban on fruit from {Laos}.
CONCEDE   <The president> pardoned {the rebels}.
CONCEDE   <Eritrea> agreed to withdraw its troops from {Ethiopia}.
CONCEDE   <The junta> bowed to the demands of {the miners}.
CONCEDE   <The guerrillas> declared a ceasefire with {the army}.
CONCEDE   <The ministry> will release {the students}.
CONCEDE   <The court> dropped the charges against {the editor}.
CONCEDE   <Panama> eased visa rules for {Colombia}.
CONCEDE   <The regime> gave in to {the unions}.
CONCEDE   <Togo> promised amnesty to {the exiles}.
CONCEDE   <Spain> granted more autonomy to {Catalonia}.
CONCEDE   <Qatar> dropped its lawsuit against {Egypt}.
CONCEDE   <The judge> acquitted {the poet}.
CONCEDE   <The board> met the demands of {the nurses}.
CONCEDE   <The airline> offered {passengers} an apology.
CONSULT   <Norway's premier> had lunch with {Sweden's king}.
CONSULT   <Bolivian envoys> flew to {Paraguay} for a round of talks.
CONSULT   Talks between <Cyprus> and {Malta} resumed on Friday.
CONSULT   <Zambia's president> telephoned {his Namibian counterpart}.
CONSULT   <The cardinal> is mediating between {the rebels} and the army.
CONSULT   <The chancellor> paid a two-day visit to {the sultan}.
CONSULT   <The two sides> received {the envoy} in the capital.
CONSULT   <Iceland> discussed herring with {Ireland}.
CONSULT   <Togo's minister> travelled to {Benin} to discuss cotton.
CONSULT   <Iran> is in talks with {the agency} about cameras.
CONSULT   <Swiss diplomats> brokered talks between {both factions}.
CONSULT   <The pope> met with {the patriarch} in Havana.
CONSULT   Leaders of <Madagascar> and {Mauritius} gathered for a summit.
CONSULT   <The general> briefed {the governor} on the flood.
COOPERATE <Spain> shared intelligence on smugglers with {Morocco}.
COOPERATE <Japan> and {Palau} held joint naval exercises.
COOPERATE <Turkey> sold {Georgia} forty buses.
COOPERATE <Finnish divers> and {Estonian divers} searched the wreck together.
COOPERATE <Chile> extradited a forger to {Argentina}.
COOPERATE <Gabon> deepened its ties with {Congo}.
COOPERATE <Lithuania> bought gas from {Poland}.
COOPERATE <The coast guards> are drilling with {India} off the cape.
COOPERATE <Kenya> upgraded its relations with {Somaliland}.
COOPERATE <Sri Lanka> and {the Maldives} exchanged data on tuna.
COOPERATE <Bahrain> conducts joint patrols with {Kuwait}.
COOPERATE <Peru> is working with {Ecuador} to clear mines.
COOPERATE <Angola> exports diamonds to {Namibia}.
COOPERATE <Malaysian police> handed {Thai police} the evidence.
MOBILIZE  <Chile> deployed troops on its border with {Bolivia}.
MOBILIZE  <Taiwan> put its army on alert against {China}.
MOBILIZE  <North Korea> test-fired a missile into the sea off {Japan}.
MOBILIZE  <Greece> sent a frigate to shadow ships of {Turkey}.
MOBILIZE  <Belarus> held drills near {Poland}.
MOBILIZE  <Police> stepped up patrols around {the stadium}.
MOBILIZE  <Kenya> reinforced its garrison near {Ethiopia}.
MOBILIZE  <Iran> tested a missile that can reach {Israel}.
MOBILIZE  <The king> called up reservists against {the tribe}.
MOBILIZE  <Armenia> massed tanks along the line with {Azerbaijan}.
MOBILIZE  <Pakistan>'s air force is on high alert over {India}.
MOBILIZE  <Riot police> were deployed to {the square}.
PROTEST   <Thousands of farmers> marched against {the government}.
PROTEST   <The nurses> went on strike against {the hospital}.
PROTEST   <Students> staged a sit-in against {the rector}.
PROTEST   <Truckers> blocked the road to {the tax office}.
PROTEST   <Two prisoners> began a hunger strike against {the warden}.
PROTEST   <The crowd> burned flags outside {the embassy}.
PROTEST   <Teachers> rallied outside {the ministry}.
PROTEST   <Monks> protested against {the junta}.
PROTEST   <Dockers> walked out in a dispute with {the operator}.
PROTEST   Demonstrations by <residents> against {the dam} went on.
PROTEST   <Young men> rioted in front of {the garrison}.
PROTEST   <Shoppers> are boycotting {the chain}.
REJECT    <Iran> refused to sell water to {Iraq}.
REJECT    <Vienna> will not take part in talks with {Budapest}.
REJECT    <Hungary> vetoed a loan to {Ukraine}.
REJECT    <The rebels> turned down {the mediator}'s offer.
REJECT    <Jamaica> is unwilling to meet {Cuba}.
REJECT    <Kiev> denied any role in {Minsk}.
REJECT    <The king>'s refusal to receive {the parliament} angered many.
REJECT    <Samoa> called off a visit to {Tonga}.
REJECT    <Egypt> has no plans to help {Sudan}.
REJECT    <Burma> denied {the envoy} entry.
REJECT    <Cyprus> dismissed a proposal by {Turkey}.
REJECT    <The airline> refuses to talk to {the pilots}.
REJECT    <Tirana> failed to reach an agreement with {Belgrade}.
REJECT    <Samoa> barred {the fleet} from entering its port.
REJECT    <The rebels> violated their agreement with {the clan}.
REJECT    <Norway> voted against joining {the union}.
REJECT    <Nepal> did not attend the talks with {China}.
REJECT    <Laos> said it would not lift the ban on {Thailand}.
REQUEST   <Malta> urged {Libya} to open its ports.
REQUEST   <Togo> asked {the EU} for vaccines.
REQUEST   {Turkey} must leave the strait, <Greece> said.
REQUEST   <The families> demand an apology from {the government}.
REQUEST   <Mali> called on {Senegal} to reopen the road.
REQUEST   <The governor> ordered {the miners} to go back to work.
REQUEST   <Nepal> wants {India} to share the water.
REQUEST   <Lebanon> is seeking the extradition of a banker from {Cyprus}.
REQUEST   <Kosovo>'s appeal to {Serbia} for talks was printed in full.
REQUEST   <Iraq> demanded that {Turkey} withdraw.
REQUEST   <Bolivia> said {Chile} should open a port.
REQUEST   <Doctors> appealed to {the minister} for masks.
REQUEST   <The pilots> insisted that {the union} negotiate.
REQUEST   <The envoy> pleaded with {the clans} to stop fighting.
REQUEST   <Villagers> submitted a petition to {the governor}.
REQUEST   <Washington> pressed {Ottawa} to raise its spending.
REQUEST   <Burundi> requested the return of a general from {Rwanda}.
RETREAT   <The militia> set free {two nurses}.
RETREAT   <Sudan> pulled back its soldiers from the border with {Chad}.
RETREAT   <The fighters> laid down their arms before {the UN}.
RETREAT   <Iran> let {the inspectors} in.
RETREAT   <Yemen> returned the remains of four sailors to {Oman}.
RETREAT   <Armenia> has stopped shelling {Azerbaijan}.
RETREAT   <The dockers> ended their strike at {the port}.
RETREAT   <The armies> have begun to withdraw from {the valley}.
RETREAT   <The kidnappers> freed {the priest}.
RETREAT   <Libya> and {Malta} exchanged prisoners.
RETREAT   <The premier> handed his resignation to {parliament}.
RETREAT   <France> pulled its troops out of {Niger}.
RETREAT   <Ankara> returned three icons to {Athens}.
RETREAT   <Farmers> lifted their blockade of {the ministry}.
RETREAT   <The separatists> surrendered to {Manila}.
RETREAT   <Sudan> allowed {the monitors} to enter the camps.
SANCTION  <Canada> imposed sanctions on {Belarus}.
SANCTION  <Poland> expelled three attachés of {Russia}.
SANCTION  <Mali> broke off relations with {France}.
SANCTION  <Japan> cut aid to {Burma}.
SANCTION  <Kenya> recalled its ambassador from {Somalia}.
SANCTION  <A court in Riga> convicted {the banker} of fraud.
SANCTION  <Spain> withdrew from the treaty with {Algeria}.
SANCTION  <The union> has suspended {Niger}'s membership.
SANCTION  <Lithuania> froze all trade with {Belarus}.
SANCTION  <Panama> suspended flights to {Cuba}.
SANCTION  <The bloc> slapped new sanctions on {the generals}.
SANCTION  <Seoul> halted talks with {Pyongyang}.
SANCTION  <Judges> sentenced {the trader} to six years.
SANCTION  <London> withdrew its ambassador from {Harare}.
SANCTION  <The committee> expelled {the federation}.
SUPPORT   <Portugal> praised {Angola} for its census.
SUPPORT   <Serbia> signed a customs treaty with {Montenegro}.
SUPPORT   <Cuba> voiced its solidarity with {Haiti}.
SUPPORT   <The senate> is grateful to {the premier}.
SUPPORT   <Nepal> opened an embassy in {Bhutan}.
SUPPORT   <Brazil> recognised {Uruguay}'s claim to the islet.
SUPPORT   <The bishops> stood by {the strikers}.
SUPPORT   <Kuwait> called {Jordan}'s king to congratulate him.
SUPPORT   <Austria> sent a message of condolence to {Slovenia}.
SUPPORT   <Lima> came out in support of {Quito}.
SUPPORT   <The mayor> thanked {the firefighters}.
SUPPORT   <Jordan> welcomed the election of a new president in {Iraq}.
SUPPORT   <Lawmakers> ratified {the pact with Fiji}.
SUPPORT   <The academy> awarded {the physicist} a medal.
SUPPORT   <Oman> expressed its condolences to {Yemen}.
THREATEN  <Rwanda> warned {Congo} of consequences.
THREATEN  <Algeria> threatened to expel diplomats of {France}.
THREATEN  <The colonel> gave {the strikers} two days to leave.
THREATEN  <Uganda> vowed to attack {Kenya}.
THREATEN  <The EU> is considering sanctions against {Belarus}.
THREATEN  <Honduras> will close its border with {Nicaragua}.
THREATEN  <Syria> did not rule out an attack on {Israel}.
THREATEN  <The admiral> issued an ultimatum to {the pirates}.
THREATEN  <Sudan> warned that {Egypt} would pay a price.
THREATEN  <The junta> threatened {the monks} with prison.
THREATEN  <Japan> could cut aid to {Palau}.
THREATEN  <Guinea> may seize the mines of {the company}.
THREATEN  <The union> set {the railway} a deadline.
THREATEN  <Venezuela>'s threats against {Guyana} grew louder.
THREATEN  <The militia> promised to kill {the mayor}.
"""

MARK = re.compile(r"[<>{}]")


def relate(marked):
    """Relate the sides that are marked in a sentence."""
    spans = {"<": [], "{": []}
    text, start, opened = "", 0, None
    for mark in MARK.finditer(marked):
        text += marked[start : mark.start()]
        start = mark.end()
        if mark[0] in spans:
            opened = (mark[0], len(text))
        else:
            spans[opened[0]].append(Span(opened[1], len(text)))
    text += marked[start:]
    return relate_sides(shared_stages(), text, spans["<"], spans["{"])


def rows_of(table):
    return [pytest.param(*line.split(maxsplit=1), id=MARK.sub("", line)) for line in table.strip().splitlines()]


@pytest.mark.parametrize(("event", "marked"), rows_of(CASES))
def test_what_passes_between_the_sides_is_told(event, marked):
    assert relate(marked).event == (event,)


@pytest.mark.parametrize(
    ("event", "marked"),
    rows_of("""
AGREE     <Togo> will help {Benin}.
AID       <Togo> helped {Benin}.
REJECT    <Togo> will not help {Benin}.
REJECT    <Togo> did not help {Benin}.
REJECT    <Togo> refused to help {Benin}.
REJECT    <Togo> failed to help {Benin}.
AGREE     <Togo> wants to help {Benin}.
REQUEST   <Togo> wants {Benin} to help.
REQUEST   <Togo> said {Benin} must help.
THREATEN  <Togo> will attack {Benin}.
THREATEN  <Togo> may attack {Benin}.
ASSAULT   <Togo> may have attacked {Benin}.
AGREE     <Togo> promised not to attack {Benin}.
THREATEN  <Togo> threatened to attack {Benin}.
REQUEST   <Togo> asked {Benin} not to attack.
RETREAT   <Togo> stopped attacking {Benin}.
SANCTION  <Togo> stopped helping {Benin}.
ASSAULT   <Togo> began to attack {Benin}.
ASSAULT   <Togo> said it had attacked {Benin}.
ACCUSE    <Togo> said {Benin} had attacked its villages.
THREATEN  <Togo> would not rule out an attack on {Benin}.
CONCEDE   <Togo> will withdraw its soldiers from {Benin}.
CONCEDE   <Togo> agreed to release the fishermen from {Benin}.
REJECT    <Togo> will not withdraw its soldiers from {Benin}.
SANCTION  <Togo> decided to expel the ambassador of {Benin}.
COERCE    <Togo> ordered the arrest of nine men from {Benin}.
REQUEST   <Togo> ordered {Benin} to pay.
COERCE    <Togo> ordered the families from {Benin} to leave the country.
ACCUSE    <Togo> is not satisfied with {Benin}.
REJECT    <Togo> decided against help for {Benin}.
"""),
)
def test_what_is_around_an_act_makes_it_another(event, marked):
    assert relate(marked).event == (event,)


@pytest.mark.parametrize(
    ("event", "marked"),
    rows_of("""
CONSULT   <Peru> met envoys of {Chile} and praised Cuba.
SUPPORT   <Peru> met envoys of Chile and praised {Cuba}.
ACCUSE    Cuba thanked <Peru>, which had condemned {Chile}.
SUPPORT   {Cuba} was praised by <Peru>, which had condemned Chile.
ASSAULT   The attack by <Peru> on {Chile} was condemned by Cuba.
REJECT    Cuba regretted the refusal of <Peru> to meet {Chile}.
AID       In Lima, officials said that <Peru> had sent food to {Chile}.
REQUEST   According to a letter, <Peru> has asked {Chile} for tents.
"""),
)
def test_the_act_that_holds_both_sides_is_asked(event, marked):
    assert relate(marked).event == (event,)


@pytest.mark.parametrize(
    ("event", "marked"),
    rows_of("""
MOBILIZE  <Oman> held naval drills near {Yemen}.
COOPERATE <Oman> held naval drills with {Yemen}.
COOPERATE <Oman> and {Yemen} held naval drills.
MOBILIZE  <Oman> sent tanks to the border with {Yemen}.
AID       <Oman> sent tanks to {Yemen}.
AID       <Oman> sent {Yemen} tanks.
MOBILIZE  <Oman> sent soldiers to {Yemen}.
AID       <Oman> sent soldiers to {Yemen} after the flood.
ASSAULT   <Oman> fired rockets at {Yemen}.
MOBILIZE  <Oman> fired rockets into the sea off {Yemen}.
COOPERATE <Oman> and {Yemen} patrol the strait together.
RETREAT   <Oman> withdrew its troops from {Yemen}.
SANCTION  <Oman> withdrew its peacekeepers from {Yemen}.
SANCTION  <Oman> withdrew its ambassador from {Yemen}.
"""),
)
def test_circumstances_make_the_type(event, marked):
    assert relate(marked).event == (event,)


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("<Norway> praised nobody.", id="no recipient"),
        pytest.param("{Norway} was praised.", id="no actor"),
        pytest.param("Somebody praised somebody.", id="no sides"),
        pytest.param("Norway praised Chile<.>{ }", id="sides on no word"),
        pytest.param("<Norway praised Chile.>", id="the whole sentence as a side"),
        pytest.param("<Norway>{ praised} Chile.", id="the verb as a side"),
        pytest.param("<Norway>", id="a name alone"),
        pytest.param("<$>{%}", id="signs alone"),
        pytest.param("<Norway> and {Chile}.", id="no verb"),
        pytest.param("NORWAY'S <KING> LAUDS {CHILE}", id="capitals"),
        pytest.param("<Norway>\npraised\r\n{Chile}.", id="broken lines"),
        pytest.param("Oslo spoke.  <Norway> slept.  The sun shone on {Chile}.", id="sides in different sentences"),
        pytest.param("<Norway> " + "and so on " * 60 + "praised {Chile}.", id="a sentence without end"),
    ],
)
def test_something_is_always_answered(marked):
    answer = relate(marked)
    assert len(answer.event) == 1
    assert answer.rule
    assert answer.confidence > 0


def test_who_says_nothing_known_gets_the_default():
    answer = relate("<Norway> {Chile}")
    assert (answer.event, answer.rule) == (("ACCUSE",), "relate.default.v1")
    assert answer.confidence <= 0.1


def test_words_answer_where_no_parse_does():
    answer = relate("<Norway> " + "and so on " * 60 + "praised {Chile}.")
    assert (answer.event, answer.rule) == (("SUPPORT",), "relate.word.v1")


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("<Norway> praised {Chile}.", id="a verb"),
        pytest.param("<Norway> refused to sell ships to {Chile}.", id="a wrapper"),
        pytest.param("<Norway> praised {Chile} and condemned Peru for its attack on Cuba.", id="several acts"),
    ],
)
def test_scores_are_ranked_shares_and_the_first_is_the_answer(marked):
    answer = relate(marked)
    assert list(answer.scores) == sorted(answer.scores, key=lambda event: -answer.scores[event])
    assert all(0 < score <= 1 for score in answer.scores.values())
    assert answer.event == (next(iter(answer.scores)),)
    assert answer.confidence == answer.scores[answer.event[0]]


def test_two_readings_that_agree_are_surer_than_one():
    both = relate("<Norway> praised {Chile}.")
    path_alone = relate("<Norway> lauded the views of the father of {Chile}.")
    assert both.rule == "support.praise.v1"
    assert path_alone.rule == "relate.path-verb.v1"
    assert both.confidence > path_alone.confidence


@pytest.mark.parametrize(
    ("rule", "marked"),
    [
        pytest.param("relate.path-frame.v1", "<The clerks> lodged a grievance against {the mayor}.", id="frame"),
        pytest.param("relate.path-wrapper.v1", "<The clerks> managed to mock {the mayor}.", id="wrapper"),
        pytest.param("relate.path-adjective.v1", "<The clerks> are furious with {the mayor}.", id="adjective"),
        pytest.param("relate.path-verb.v1", "<The clerks> were mocking {the mayor}.", id="verb"),
        pytest.param("relate.recipient-verb.v1", "All the clerks mocked {the mayor}.", id="from the recipient"),
        pytest.param("relate.any-verb.v1", "All the clerks mocked the mayor.", id="from anywhere"),
    ],
)
def test_rule_says_how_the_type_was_told(rule, marked):
    assert relate(marked).rule == rule
