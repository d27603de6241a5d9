"""Words that headers use, in Dutch and English, and what a column under them is likely to hold."""

from __future__ import annotations

from functools import cache

from graph.schema.words import normalise

NAMING: dict[str, str] = {
    "recipient": "ontvanger|ontvangende organisatie|aanvrager|begunstigde|gesubsidieerde|subsidieontvanger|recipient|"
    "grantee|beneficiary|applicant|recipient org name|recipient organisation|naam ontvanger|instelling ontvanger|aan",
    "funder": "overheid|financier|subsidieverstrekker|verstrekker|subsidiegever|fonds|funder|funding organisation|"
    "funding org name|donor|grantmaker|geldgever|betaald door|gefinancierd door|ministerie|subsidient",
    "programme": "regeling|subsidieregeling|programma|programme|program|scheme|grant programme|fund name|aanpak|"
    "beleidsprogramma|tender|potje",
    "initiative": "initiatief|initiatieven|bewonersinitiatief|burgerinitiatief|buurtinitiatief|naam initiatief|"
    "initiative|project|projectnaam|naam project|activiteit naam|bewonersgroep|community initiative|group name|"
    "naam van het initiatief|groep|zorginitiatief|wijkinitiatief|titel project|project title",
    "partner": "partner|partners|samenwerkingspartner|samenwerkingspartners|werkt samen met|samen met|partnership with|"
    "works with|samenwerking|samenwerking met|betrokken partijen|betrokken organisaties|partijen",
    "organisation": "organisatie|instelling|organisation|organization|organisatienaam|naam organisatie|bedrijf|"
    "aanbieder|zorgaanbieder|stichting|vereniging|company|institution|agency|provider|naam instelling|werkgever|"
    "organisatie naam|penvoerder|trekker organisatie|charity name|uitvoerder",
    "meeting": "bijeenkomst|vergadering|overleg|evenement|meeting|event|sessie|naam bijeenkomst|gesprek|agenda|summary of event",
    "person": "contactpersoon|persoon|contact|naam contactpersoon|trekker|initiatiefnemer|contact person|person|"
    "aanspreekpunt|voornaam|achternaam|voorzitter|coordinator|kartrekker|eigenaar|lead|owner|full name|deelnemer|"
    "medewerker|projectleider|wie|surname|first name|last name|wethouder|vrijwilliger naam",
    "area": "gebied|plaats|woonplaats|locatie|plaatsnaam|area|place|location|region|regio|werkgebied|town|city|stad|ward",
    "area:municipality": "gemeente|gemeentenaam|gemeente naam|municipality|local authority|gemeentes|gemeenten",
    "area:borough": "stadsdeel|stadsdeelnaam|deelgemeente|borough|district city",
    "area:district": "wijk|wijknaam|district|wijken|naam wijk|wijk naam",
    "area:neighbourhood": "buurt|buurtnaam|neighbourhood|neighborhood|naam buurt|buurten|buurt naam",
    "theme": "thema|themas|onderwerp|onderwerpen|theme|themes|topic|topics|category|categorie|tags|trefwoorden|"
    "keywords|domein|categorieen|labels|focus area|subject",
    "activity": "activiteit|activiteiten|activity|activities|aanbod activiteiten|wat doen ze",
    "target_group": "doelgroep|doelgroepen|target group|voor wie|beneficiaries|audience|clientgroep|target audience",
    "needs": "zoekt|nodig|behoefte|behoeften|hulpvraag|vraag|needs|need|looking for|gezocht|wat is nodig",
    "offers": "biedt|aanbod|offers|offer|te bieden|diensten|services|heeft te bieden",
}
"""Roles of columns that name something, with their header words."""

SAYING: dict[str, str] = {
    "name": "naam|name|titel|title|omschrijving kort|benaming|label|name of|naam van",
    "key": "nr|id|nummer|volgnummer|projectnummer|code|identifier|number|no|dossiernummer|zaaknummer|kenmerk|reference|"
    "subsidienummer|aanvraagnummer|grant id|beschikkingsnummer|initiatiefnummer|uid|record id|ref",
    "summary": "omschrijving|beschrijving|toelichting|samenvatting|description|summary|doel|doelstelling|over|about|"
    "inhoud|korte omschrijving|opmerkingen|opmerking|notes|remarks|wat|project omschrijving|purpose",
    "phase": "fase|status|stand|stadium|phase|stage|stand van zaken|voortgang|state",
    "legal_form": "rechtsvorm|legal form|juridische vorm|organisatievorm|legal status",
    "members": "leden|aantal leden|members|ledenaantal|deelnemers|aantal deelnemers|number of members|participants",
    "volunteers": "vrijwilligers|aantal vrijwilligers|volunteers|number of volunteers",
    "started_on": "start|startdatum|begindatum|begonnen|sinds|gestart|opgericht|oprichting|oprichtingsdatum|start date|"
    "started|since|founded|startjaar|begin|jaar van oprichting|founding year|opgericht in|datum start|gestart op",
    "ended_on": "einde|einddatum|gestopt|end date|ended|eind|tot|datum einde|loopt tot",
    "website": "website|site|url|webadres|web|homepage|link|webpagina|webpage|internet|www",
    "kvk_number": "kvk|kvk nummer|kvknummer|kamer van koophandel|dossiernummer kvk|company number|chamber of commerce",
    "rsin": "rsin|rsin nummer|fiscaal nummer",
    "charity_number": "anbi nummer|charity number|registered charity|charity no|recipient org charity number",
    "cbs_code": "cbs|cbs code|cbscode|gemeentecode|wijkcode|buurtcode|gm code|gwb code|regiocode|area code|gebiedscode|"
    "statcode|gemeente code|wijk code|buurt code",
    "population": "inwoners|inwonertal|aantal inwoners|inwoneraantal|population|inhabitants|bevolking|residents",
    "amount": "bedrag|subsidiebedrag|toegekend bedrag|verleend bedrag|realisatie|budget|subsidie|verleend|vastgesteld|"
    "toegekend|amount|amount awarded|grant amount|value|bedrag in euro|bedrag euro|award amount|totaal|uitgaven|kosten|"
    "aangevraagd bedrag|gevraagd bedrag|begroot|begroting",
    "currency": "valuta|munt|currency|munteenheid",
    "date": "datum|date|dag|wanneer|datum besluit|besluitdatum|toekenningsdatum|award date|beschikkingsdatum|when|"
    "datum bijeenkomst|vergaderdatum|held on|datum toekenning|datum beschikking|gehouden op|verleend op",
    "year": "jaar|jaartal|year|boekjaar|subsidiejaar|financial year|begrotingsjaar|kalenderjaar",
    "centroid": "centroid|middelpunt",
    "boundary": "boundary|grens|geometrie",
    "sector": "sector|branche|industry|type of organisation|soort instelling|type instelling|kind of organisation|type|soort|"
    "type organisatie|soort organisatie|organisation type",
    "role": "rol|functie|role|function|job title|hoedanigheid|titel functie|position",
    "venue": "zaal|adres bijeenkomst|venue|waar|vergaderlocatie|room",
    "attendance": "aanwezigen|aantal aanwezigen|attendance|opkomst|number of attendees",
    "stated_on": "peildatum|stand per|laatst bijgewerkt|bijgewerkt|last updated|updated|datum wijziging|gewijzigd op",
    "email": "email|e mail|mail|e mailadres|mailadres|emailadres|email address|contact email",
    "phone": "telefoon|tel|telefoonnummer|mobiel|phone|telephone|mobile|06|gsm|phone number",
    "iban": "iban|rekeningnummer|bankrekening|bank account|rekening|banknummer",
    "citizen": "bsn|burgerservicenummer|sofinummer|citizen number|social security number|geboortedatum|date of birth",
    "address": "adres|straat|huisnummer|postcode|address|street|postal code|zip|postadres|bezoekadres|straatnaam|"
    "postcode en plaats|zip code|house number|toevoeging",
    "coordinate": "lat|lon|lng|latitude|longitude|breedtegraad|lengtegraad|x coordinaat|y coordinaat|geometry|rd x|rd y",
}
"""Roles of columns that say something of what a row names, with their header words."""

_SHORTEST_PART = 5  # letters of a word that is looked for inside another: of fewer, chance finds many

_SORTS = ("type", "soort", "kind", "sort")

_PRIVATE = ("email", "phone", "iban", "citizen", "address")  # of whom it is matters less than that it is kept out

EXACT, WITHIN, COMPOUND = 3, 2, 1
"""How well a header fits a role: it is that word, holds it, or is a compound with it."""


@cache
def _phrases() -> dict[str, str]:
    found: dict[str, str] = {}
    for role, words in {**NAMING, **SAYING}.items():
        for word in words.split("|"):
            found.setdefault(normalise(word), role)
    return found


def roles_of(header: str) -> list[tuple[int, str, str]]:
    """Return what a header may stand for, best first: how well it fits, the role, and the word that fits.

    Examples
    --------
    >>> roles_of("Naam initiatief")[0][:2], roles_of("Toegekend bedrag (EUR)")[0][:2], roles_of("Wijknaam")[0][1]
    ((3, 'initiative'), (2, 'amount'), 'area:district')
    """
    whole = normalise(header)
    if whole in _phrases():
        return [(EXACT, _phrases()[whole], whole)]
    first = whole.partition(" ")[0]
    if first in _SORTS:  # the sort of a thing is not its name
        return [(WITHIN, "sector", first)]
    words = f" {whole} "
    found = [
        (WITHIN, role, phrase) for phrase, role in _phrases().items() if f" {phrase} " in words and len(phrase) > 2
    ]
    if not found:
        found = [(COMPOUND, role, phrase) for phrase, role in _phrases().items()
                 if len(phrase) >= _SHORTEST_PART and phrase in whole]  # fmt: skip
    return sorted(found, key=lambda one: (-one[0], one[1] not in _PRIVATE, -len(one[2]), one[1]))
