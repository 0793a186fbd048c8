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
equipment package packages system systems organisation organise help helps`;

export const STOP_WORDS = { nl: setOf(nl), en: setOf(en) } as const;

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}
