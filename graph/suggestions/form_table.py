"""The table of forms of working together: in order, the first whose condition holds is the form that fits.

`graph.suggestions.form_conditions` holds the conditions, by the same codes; ``docs/advice-rules.md`` shows this table. No
document gives numbers: those of the conditions are our judgement, but for the size of an insurance collective.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.schema.words import Words


@dataclass(frozen=True, slots=True)
class FormRule:
    """A row of the table.

    Parameters
    ----------
    form
        Code of the vocabulary of forms.
    rules
        Rules of ``docs/advice-rules.md`` that it rests on; empty for what people decided.
    passages
        Passages behind those, as `graph.suggestions.passages` retells them.
    when
        The condition, in words for who reads the table.
    why
        What is known here that makes it fit, as a sentence to be filled in.
    step
        The smallest next step.
    of_group
        The step for three or more, where it differs.
    grown
        The step where all run or are rooted, where it differs: who has only begun takes smaller ones (R3).
    """

    form: str
    rules: str
    passages: tuple[str, ...]
    when: str
    why: Words
    step: Words
    of_group: Words | None = None
    grown: Words | None = None


_BID_STEP = Words(
    "Bel {party} samen: wat vraagt u precies, en aan welke eisen moeten we voldoen?",
    "Call {party} together: what do you ask exactly, and which demands must we meet?",
)
_COOPERATIVE_STEP = Words(
    "Praat één avond over wat u als leden samen wilt. Kies daarna pas een rechtsvorm.",
    "Talk one evening about what you want together as members. Choose a legal form only after that.",
)
_COOPERATIVE_GROWN = Words(
    "Zet op één vel wat u als leden samen wilt doen. Laat iemand die de regels kent meelezen.",
    "Put on one sheet what you want to do together as members. Let somebody who knows the rules read it.",
)
_INSURANCE_STEP = Words(
    "Vraag uw leden of zij dit willen. Bel daarna pas één verzekeraar voor een eerste gesprek.",
    "Ask your members whether they want this. Only then call one insurer for a first talk.",
)
_VISIT = Words("Drink samen koffie, bij {a} of bij {b}. Spreek nog niets af.",
               "Have coffee together, at {a} or at {b}. Agree on nothing yet.")  # fmt: skip
_VISIT_OF_GROUP = Words("Nodig deze {n} uit voor koffie, bij {b}. Spreek nog niets af.",
                        "Invite these {n} for coffee, at {b}. Agree on nothing yet.")  # fmt: skip

FORM_RULES: dict[str, FormRule] = {
    "elsewhere": FormRule(
        "learning", "R23", ("003:280",), "one is not of this city",
        Words("{b} werkt, voor zover bekend, niet in deze stad. Dan past alleen: van elkaar leren.",
              "{b} does not work in this city, as far as known. Then only learning from each other fits."),
        Words("Bel {b} met één vraag: wat werkte bij u, en wat niet?",
              "Call {b} with one question: what worked for you, and what did not?"),
    ),
    "put_off": FormRule(
        "not_now", "", (), "a person said “not now” of these very members, less than a year ago",
        Words("Een begeleider vond: nu niet.", "A facilitator thought: not now."),
        Words("Laat dit rusten. Kijk opnieuw als de reden voorbij is.", "Let this rest. Look again when the reason is gone."),
    ),
    "old": FormRule(
        "visit", "R4", ("000:19", "004:14"), "the newest source about one is three years old or more",
        Words("Wat we weten is oud: uit {year}.", "What we know is old: of {year}."),
        Words("Vraag of beide nog bestaan. Drink dan samen koffie: wat is er sinds {year} gebeurd?",
              "Ask whether both still exist. Then have coffee together: what has happened since {year}?"),
        of_group=Words("Vraag eerst of deze {n} nog bestaan: de bron is uit {year}. Nodig ze dan uit voor koffie.",
                       "First ask whether these {n} still exist: the source is of {year}. Then invite them for coffee."),
    ),
    "strangers": FormRule(
        "visit", "R4", ("000:19", "004:14"), "no source tells that any two know each other",
        Words("Nergens staat dat ze elkaar al kennen. Daarom eerst kennismaken.",
              "Nobody says that they know each other already. So first get to know each other."),
        _VISIT, of_group=_VISIT_OF_GROUP,
    ),
    "cooperative_on_paper": FormRule(
        "one_cooperative", "R5, R21", ("001:13", "003:21", "003:256", "004:15"),
        "an agreement of half of them or more speaks of a cooperative; phase and legal form of all are known, nobody is an "
        "idea or a company",
        Words("{who} hebben een afspraak over een coöperatie: {what}.", "{who} have an agreement on a cooperative: {what}."),
        _COOPERATIVE_STEP, grown=_COOPERATIVE_GROWN,
    ),
    "cooperative_wished": FormRule(
        "one_cooperative", "R5, R21", ("001:9", "001:13", "003:21", "003:256", "004:15"),
        "half of them or more, two at least, say they seek a cooperative; phase and legal form of all are known, nobody is an idea or a company",
        Words("{who} zoeken {what}.", "{who} seek {what}."),
        _COOPERATIVE_STEP, grown=_COOPERATIVE_GROWN,
    ),
    "insurance_wished": FormRule(
        "insurance", "R5", ("003:68", "003:265", "003:281"),
        "half of them or more, two at least, say they seek an insurance together; nobody is an idea",
        Words("{who} zoeken {what}.", "{who} seek {what}."), _INSURANCE_STEP,
    ),
    "insurance_large": FormRule(
        "insurance", "R5", ("003:68", "003:265", "003:281"),
        "all are about care, and the members that sources count are 600 or more together; nobody is an idea",
        Words("Samen hebben ze {number}, en ze zijn er allemaal voor zorg. Wie bij twee lid is, telt dubbel.",
              "Together they have {number}, and all of them are about care. Who is a member of two counts twice."),
        _INSURANCE_STEP,
    ),
    "bid_on_paper": FormRule(
        "joint_bid", "R16, R17", ("003:81", "003:83"),
        "an agreement of one of them speaks of a tender or commission; all run, and one is a legal person",
        Words("{who} heeft een afspraak over een opdracht: {what}.", "{who} has an agreement on a commission: {what}."),
        Words("Lees samen wat er is afgesproken. Schrijf op wat ieder kan doen, en hoe bewoners u kennen.",
              "Read together what was agreed. Write down what each can do, and how residents know you."),
    ),
    "bid_for_purchaser": FormRule(
        "joint_bid", "R16, R17", ("003:81", "003:83"),
        "a public body, care or welfare organisation, housing association or insurer seeks what half of them or more, "
        "two at least, do or offer; all run, and one is a legal person",
        Words("{party} zoekt {what}. {who} doen of bieden dat.", "{party} seeks {what}. {who} do or offer that."), _BID_STEP,
    ),
    "bid_wished": FormRule(
        "joint_bid", "R16, R17", ("003:81", "003:83"),
        "half of them or more, two at least, say they seek a commission; all run, and one is a legal person",
        Words("{who} zoeken {what}.", "{who} seek {what}."),
        Words("Kies samen één opdracht. Schrijf op één vel wat ieder kan doen, en hoe bewoners u kennen.",
              "Choose one commission together. Put on one sheet what each can do, and how residents know you."),
    ),
    "too_small": FormRule(
        "joining", "R14, R15", ("003:81",),
        "none is a legal person, and an organisation that one of them works with offers or seeks what half of them or more, two at least, do",
        Words("{who} doen of bieden {what}, zonder rechtsvorm. {party} biedt of zoekt dat ook en kent een van hen al.",
              "{who} do or offer {what}, without a legal form. {party} offers or seeks that too, and knows one of them already."),
        Words("Vraag {party} samen: kunnen wij meedoen, en waarover beslissen wij dan mee?",
              "Ask {party} together: can we join, and on what do we then decide with you?"),
    ),
    "space_met": FormRule(
        "shared_building", "R3, R9", ("003:112",), "one offers a space that another seeks",
        Words("{a} zoekt {what}. {b} biedt dat.", "{a} needs {what}. {b} offers that."),
        Words("Ga bij {b} kijken of het past. Probeer het één keer.", "Go and see at {b} whether it fits. Try it once."),
        of_group=Words("Ga samen kijken bij {b}. Probeer het één keer.", "Go and see together at {b}. Try it once."),
        grown=Words("Ga bij {b} kijken. Probeer het een maand, en praat daarna over geld en sleutels.",
                    "Go and see at {b}. Try it for a month, and talk about money and keys after that."),
    ),
    "knowledge_met": FormRule(
        "learning", "R3, R9", ("001:25",), "one has the knowledge or experience that another seeks",
        Words("{a} zoekt {what}. {b} biedt dat.", "{a} needs {what}. {b} offers that."),
        Words("Laat {a} één vraag opschrijven, en die bij {b} aan tafel bespreken.",
              "Let {a} write down one question, and talk it over at {b}’s table."),
    ),
    "people_met": FormRule(
        "shared_activity", "R3, R8", ("003:112",), "one offers people or attention that another seeks",
        Words("{a} zoekt {what}. {b} biedt dat.", "{a} needs {what}. {b} offers that."),
        Words("Nodig de mensen van {b} één keer uit bij {a}.", "Invite the people of {b} to {a} once."),
    ),
    "need_met": FormRule(
        "buying", "R3, R8, R10, R22", ("001:13", "003:112", "003:227"), "one offers another thing that another seeks",
        Words("{a} zoekt {what}. {b} biedt dat.", "{a} needs {what}. {b} offers that."),
        Words("{a} zoekt {what}. Vraag {b} of dat één keer kan, als proef.",
              "{a} needs {what}. Ask {b} whether that can be done once, as a trial."),
        of_group=Words("Begin klein: {b} helpt {a} één keer met {what}. De anderen kijken mee.",
                       "Start small: {b} helps {a} once with {what}. The others look along."),
    ),
    "further_ahead": FormRule(
        "learning", "R3, R23", ("003:112", "003:280"), "one is an idea or being set up, another is rooted",
        Words("{a} begint pas. {b} is al verder.", "{a} has only begun. {b} has come further."),
        Words("Laat {a} een ochtend meekijken bij {b}.", "Let {a} look along at {b} for a morning."),
    ),
    "same_topic": FormRule(
        "shared_activity", "R3, R12", ("000:15", "003:112"), "they are about the same thing",
        Words("{who} houden zich bezig met {what}.", "{who} are about {what}."),
        Words("Doe één keer iets samen rond {what}. Praat daarna over meer.",
              "Do one thing together around {what}. Talk about more afterwards."),
    ),
    "otherwise": FormRule(
        "visit", "R4", ("000:19", "004:14"), "otherwise",
        Words("Ze kennen elkaar mogelijk al. Wat ze samen kunnen doen, staat nergens.",
              "They may know each other already. What they can do together nobody says."),
        _VISIT, of_group=_VISIT_OF_GROUP,
    ),
}  # fmt: skip
"""Every row by its code, in the order in which they are tried."""

WISHED = ("cooperative_wished", "insurance_wished", "bid_wished")
"""Rows that rest on what they say they want: whether they do need not be asked then."""

FORM_QUESTIONS: dict[str, Words] = {
    "legal_form": Words(
        "Weten we niet: de rechtsvorm van {who}. Die is nodig voor: {form}.",
        "We do not know: the legal form of {who}. It is needed for: {form}.",
    ),
    "phase": Words(
        "Weten we niet: hoe het staat met {who}. Dat is nodig voor: {form}.",
        "We do not know: how far {who} have come. It is needed for: {form}.",
    ),
    "members": Words(
        "Weten we niet: hoeveel leden, van {who}. Dat is nodig voor: {form}.",
        "We do not know: how many members, of {who}. It is needed for: {form}.",
    ),
    "wish": Words("{a} zoekt {what}. Wil {who} dat ook?", "{a} seeks {what}. Does {who} want that too?"),
    "wish_of_others": Words(
        "Wie zoekt ook {what}? Bekend is het van {a}.", "Who else seeks {what}? It is known of {a}."
    ),
}
"""What one would have to ask before a form can be advised, by code."""
