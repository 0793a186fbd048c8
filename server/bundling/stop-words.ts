/** Words that say nothing of the subject: of the language, and of what every need is written with. */
const nl = `aan achter af al alle alleen als altijd ander andere beter bij binnen boven buiten daar daarbij dan dat de deze die
dit doel door doorlopend drie duizend een eigen elk elke en enkele er ervan extra gaan gaat geen gewone goed graag groot grote
haar had heb hebben heeft heel het hier hij hoe hun iemand ieder iedere in inclusief is jaar jaren je kan klein kleine komen
komt kort kunnen laat laten lang langer langs later maar maken maakt maand maanden meer mee meest men met minder minimaal
mogelijk moet moeten mogen na naar naast nemen niet niets nieuw nieuwe nodig nog nu of om onder ons onze ook op open over
partij per plaats plek ruim ruimte samen snel sneller sommige steeds te ten terug tijd tijdens tijdelijk toe tot tussen twaalf
twee uit uur vaak vaste van vanaf veel verder vier vijf voldoende volgens voor vooral vooraf voordat waar waarmee wanneer want
was wat week wel welke weer wie wij wil willen wordt worden zelf zes zeven zich zien zij zijn zo zoals zodat zoeken zonder
zouden zullen
aanbesteding aanbod aanpak aanschaf afname afnemen bestaande beheer bieden biedt dienst diensten dienstverlening doen doet
eis eisen gebruik gebruiken gemeente gemeentelijk gemeentelijke gezocht gevraagd inkoop inzet inzetten krijgen krijgt landelijk
levering leveren leverancier ministerie omvat onderdeel ontwerp opdracht opdrachtnemer overeenkomst perceel project programma
provincie provinciaal provinciale raamcontract raamovereenkomst realiseren rijk rijksbreed uitvoeren uitvoering verbeteren
vernieuwen vervangen vervanging verwachten vragen vraagt werk werken werkzaamheden zorgen producten diverse aanverwante
aanbrengen aangeboden aangesloten aansluiten aantal acht actief activiteiten afgelopen afhankelijk afspraken algemeen algemene avond
bedoeld begin beginnen begint beginnend beginnende behoefte bekend belang belangrijk beperkt betere betreft betreffende betrokken
bijvoorbeeld binnenkort bijdrage blijft blijken blijkt blijven breed brede brengen brengt bruikbaar circa compleet complete daarnaast
daarvan dag dagelijks dagelijkse dagen deel delen deelnemen denken dertig direct doorgaan draagt draait dragen droge duidelijk
eenmalig eenvoudig eerder eerst eerste eind einde elders elf elkaar enige erbij ervaring erop even fase flexibel functie gebeurt
gebeuren gebruikt gedurende gehele geheel gelijk geldt genoeg geregeld geschikt geschikte geven geeft gevolg gewenst gewenste
goede grotere halen half hebt hoge hoger hoog honderd honderden hoort horen huidig huidige inschakelen instellingen
jaarlijks jaarlijkse kant keer kern kiezen klaar komende kosten kracht krachten laag lage lager laatste leeg
leiden leren levert leverbaar liefst lokatie lopen loopt maatregelen maandelijks manier materiaal materialen
meerdere meeste meteen middelen moment nacht natuurlijk negen negentig niveau norm normen ongeveer onderdelen ongeveer opgeleverd
oplossing oplossingen opnieuw orde oude ouder overal overige periode periodiek personen persoon plannen plan plaatse plaatsen
plaatsing plekke plekken praktijk recent rekening richten rond ruime samenwerken samenwerking slim slimme soms soort soorten staan
staat start starten stand ste steun stuks tachtig team teams technisch technische tegen tegelijk ter thuis tien
tijdig toekomst toepassen tonen totaal twintig type uiterlijk uiteindelijk uitgevoerd uitvoert uren vanuit veertig vel verdeeld
verschillend verschillende verwacht vervolgens verzorgt via vijftig voldoen voldoet volledig volledige voorkeur voorzien voorziening
voorzieningen vrij vrije waarbij waarin waarop waarvan waarvoor week weekend wekelijks wel weinig wensen werkt werken weten wijze
wisselen zaken zelfstandig zestig zeventig zodra zorgt zorgen zowel zwaar zware
installeren uitrusting organiseren systemen systeem apparatuur pakket pakketten helpen helpt hulp schade stellen`;
const en = `a about above after again all also an and any are as at available be because been before being below best between
both but by can could day days do does during each eighty every first for four from further had has have he her here how if in
including inside into is it its itself just least less like long look made make many may more most must need needs new night no
nor not of off on one only open or other our out over own part per place preferred quick same several she should small so some
staff such take than that the their them then there these they this those three through to together too two under until up
upon use used user users using very want was we well were what when where which while who whose will with within without would
year years yes you your
agreement buyer centre contract contractor delivery deliver design framework governmental government install installed
installing lot ministry nationwide operation order procurement programme project provide provision service services servicing
suppliers supplier supply support tender work works equip equipped equips products miscellaneous related various
able about across activities add added additional allow allows already always amount annual another anyone apply
approx approximately area areas around based become begin both bring brings broad call-off capacity carry clear come
comes complete containing covering current currently daily dedicated different direct done due eight either eleven end
ensure entire etc even existing expected experience extra few fifty find five follow following forty full fully general
give given gives goal good group half hand hands hard help high higher hold hours hundred hundreds immediate important improve
improved include included includes individual initial intended join keep kind known large larger last later least left let level
light-touch limited line lines little low lower main make making manage managed management materials means member
members middle modern month monthly months move multi multiple near next nine number often old once ongoing option options ordinary
particular parties party people per period persons phase plan planned plans please point points possible practical preferably
prefer preferred present previous primary provided purpose quickly range ready real reach receive regular regularly
relevant rest result results right run running same second see seek seeks sent set seven several short simple since single
six sixty size solution solutions sort special specific standard start still stay take taken
takes team teams ten term terms thirty thousand time times today together total twelve twenty type types various via want wants
way ways week weekly weeks well whole whose wide within worldwide yearly years
equipment package packages system systems organisation organise help helps`;

export const STOP_WORDS = { nl: setOf(nl), en: setOf(en) } as const;

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}
