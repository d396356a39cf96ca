package importing

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"kumppani/model"
	"kumppani/ui/spreadsheet"
	"kumppani/ui/words"
)

// headWords are the words above columns in Finnish, Swedish and English, folded, besides those of the fields themselves.
// They are understood, never shown, so they are not translations.
var headWords = map[Field]string{
	NameFi: "nimi,nimi suomeksi,nimi fi,organisaatio,organisaation nimi,jarjesto,yhdistys,kumppani,yhteiso,toimija,paikka,paikan nimi,kohtaamispaikka,ryhma,ryhman nimi," +
		"namn,namn pa finska,organisation,forening,partner,plats,motesplats,grupp,gruppens namn,name,organization,association,group,meeting place,place",
	NameSv:           "nimi ruotsiksi,nimi sv,ruotsinkielinen nimi,namn pa svenska,svenskt namn,name in swedish",
	NameEn:           "nimi englanniksi,nimi en,englanninkielinen nimi,namn pa engelska,name in english",
	SectorField:      "sektori,ala,tyyppi,organisaatiotyyppi,sektor,typ,sector,type",
	BusinessID:       "y-tunnus,ytunnus,y tunnus,fo-nummer,fo nummer,fonummer,business id",
	Municipality:     "kunta,kotikunta,paikkakunta,ort,kommun,hemkommun,hemort,municipality",
	Street:           "osoite,katuosoite,lahiosoite,kaynti osoite,kayntiosoite,adress,gatuadress,besoksadress,address,street address,street",
	PostalCode:       "postinumero,postinro,pnro,postnummer,postnr,post code,postcode,postal code,zip",
	Town:             "postitoimipaikka,toimipaikka,kaupunki,postort,postanstalt,stad,town,city,post office",
	CoreTask:         "ydintehtava,tehtava,toiminta,karnuppgift,uppgift,verksamhet,core task,mission",
	Language:         "kieli,asiointikieli,sprak,kontaktsprak,language",
	EndedOn:          "paattynyt,lakannut,lopetettu,upphort,avslutad,ended",
	Notes:            "huomautus,huomautuksia,huom,lisatiedot,lisatietoja,muistiinpanot,muuta,kommentti,anmarkning,anmarkningar,anteckningar,ovrigt,kommentar,notes,note,remarks,comment,comments",
	OrganisationName: "organisaatio,organisaation nimi,jarjesto,yhdistys,kumppani,yhteiso,tyonantaja,taustaorganisaatio,organisation,forening,arbetsgivare,partner,organization,employer",
	ContactName:      "yhteyshenkilo,yhteyshlo,yhdyshenkilo,vastuuhenkilo,kontaktihenkilo,nimi,kontaktperson,kontakt,ansvarig,namn,contact person,contact,name,avainten haltija,varaukset",
	ContactTitle:     "nimike,titteli,tehtava,tehtavanimike,asema,rooli,titel,befattning,roll,title,role,position",
	ContactPhone:     "puh,puhelin,puhelinnumero,puhnro,puh nro,gsm,matkapuhelin,kannykka,tel,telefon,telefonnummer,mobil,tfn,phone,phone number,telephone,mobile",
	ContactEmail:     "sahkoposti,sahkopostiosoite,s-posti,sposti,email,e-mail,meili,e-post,epost,e-postadress,email address",
	ContactLanguage:  "yhteyshenkilon kieli,kontaktpersonens sprak,contact language,kieli,sprak,language",
	ContactFrom:      "alkaen,tehtavassa alkaen,fran,sedan,from,since",
	ContactUntil:     "asti,tehtavassa asti,saakka,till,until,left on",
	Name: "nimi,koko nimi,vapaaehtoinen,vapaaehtoisen nimi,ohjaaja,ohjaajan nimi,osallistuja,henkilo,henkilon nimi,sukunimi ja etunimi,etunimi ja sukunimi,sukunimi etunimi,etunimi sukunimi," +
		"namn,hela namnet,frivillig,ledare,deltagare,person,efternamn och fornamn,fornamn och efternamn,name,full name,volunteer,leader,participant",
	FirstName:        "etunimi,etunimet,kutsumanimi,fornamn,tilltalsnamn,first name,given name",
	LastName:         "sukunimi,efternamn,slaktnamn,last name,surname,family name",
	LeaderKind:       "laji,ohjaajan laji,vapaaehtoinen/ammattilainen,tyyppi,rooli,slag,typ,roll,kind,type",
	HomeOrganisation: "kotiorganisaatio,taustayhteiso,organisaatio,jarjesto,yhdistys,tyonantaja,taustaorganisaatio,hemorganisation,organisation,forening,arbetsgivare,home organisation,organization,employer",
	JobTitle:         "nimike,ammatti,ammattinimike,tyonimike,titel,yrke,befattning,job title,title,occupation",
	Languages:        "kielet,kieli,kielitaito,puhutut kielet,sprak,sprakkunskaper,languages,language,spoken languages",
	Audiences:        "kohderyhma,kohderyhmat,kenelle,malgrupp,malgrupper,audience,target group",
	Skills:           "osaaminen,taidot,vahvuudet,erityisosaaminen,kunnande,fardigheter,kompetens,skills",
	BirthYear:        "syntymavuosi,synt vuosi,svuosi,syntynyt,syntymaaika,fodelsear,fodd,birth year,year of birth,born",
	StartedOn:        "aloittanut,aloitus,aloituspaiva,aloitti,alkaen,toiminnassa alkaen,startdatum,borjat,borjade,inledde,started,start date,since",
	State:            "tila,tilanne,status,lage,state",
	Programme:        "koulutus,koulutuksen nimi,kurssi,koulutusohjelma,ohjelma,utbildning,kurs,utbildningsprogram,program,training,course,programme",
	CompletedOn:      "suoritettu,suorituspaiva,pvm,paivamaara,paiva,koulutuspaiva,suoritus pvm,koulutuksen pvm,slutford,datum,utbildningsdag,dag,completed,completed on,date",
	Where:            "jarjestaja,kouluttaja,paikka,missa,suorituspaikka,arrangor,utbildare,plats,var,organiser,place,where,provider",
	Hours:            "tunnit,tuntia,tuntimaara,kesto,h,timmar,antal timmar,langd,hours,duration",
	PlaceKind:        "laji,paikan laji,tyyppi,slag,typ,kind,type",
	VillageFi:        "kyla,kylan nimi,kaupunginosa,alue,by,stadsdel,village,district",
	VillageSv:        "kyla ruotsiksi,by pa svenska",
	Host:             "yllapitaja,jarjestaja,toiminnan jarjestaja,vastuutaho,vard,arrangor,uppratthallare,host,organiser",
	Owner:            "omistaja,tilan omistaja,agare,lokalens agare,owner",
	Capacity:         "paikkoja,paikkamaara,kapasiteetti,henkilomaara,max,antal platser,platser,kapacitet,capacity,seats",
	StepFree:         "esteeton,esteettomyys,kynnykseton,tillganglig,tillganglighet,utan trosklar,accessible,step free",
	Toilet:           "inva-wc,invawc,esteeton wc,handikapptoalett,rwc,accessible toilet",
	ChangingTable:    "hoitopoyta,vaipanvaihto,skotbord,changing table",
	Parking:          "pysakointi,parkkipaikka,parkering,parking",
	PramSpace:        "vaunutila,vaunupaikka,barnvagnsplats,pram space",
	Equipment:        "varusteet,varustus,kalusteet,utrustning,equipment",
	Keys:             "avaimet,avain,nycklar,nyckel,keys",
	GroupType:        "ryhman laji,avoin vai suljettu,laji,tyyppi,slag,typ,type",
	PlaceName:        "paikka,kohtaamispaikka,toimipaikka,missa,plats,motesplats,var,place,meeting place,venue,where",
	Organisers:       "jarjestaja,jarjestajat,arrangor,arrangorer,organiser,organisers",
	GroupLeaders:     "ohjaaja,ohjaajat,vetaja,vetajat,ledare,leader,leaders",
	GroupLanguages:   "kieli,kielet,sprak,language,languages",
	Minimum:          "vahintaan,vahimmaismaara,min,minst,minimum",
	Weekday:          "viikonpaiva,paiva,veckodag,dag,weekday,day",
	Rhythm:           "rytmi,toistuvuus,kuinka usein,rytm,hur ofta,rhythm,how often",
	From:             "klo,kello,aika,kellonaika,alkaa,alkaa klo,alkamisaika,kl,klockan,tid,borjar,borjar kl,time,starts,start time,start",
	Until:            "paattyy,paattyy klo,loppuu,loppumisaika,slutar,slutar kl,ends,end time,end",
	RunsFrom:         "alkaen,alkupvm,ensimmainen kerta,fran,startdatum,from date,first day",
	RunsUntil:        "asti,loppupvm,viimeinen kerta,till,slutdatum,until date,last day",
	Public:           "julkinen,kalenterissa,offentlig,i kalendern,public",
	DescriptionFi:    "kuvaus,esittely,beskrivning,description",
	DescriptionSv:    "kuvaus ruotsiksi,beskrivning pa svenska,description in swedish",
	SessionID:        "tunniste,id,beteckning",
	On:               "pvm,paivamaara,paiva,kerta,datum,dag,date,day",
	GroupName:        "ryhma,ryhman nimi,toiminta,kerho,kahvila,grupp,gruppens namn,verksamhet,klubb,group,activity",
	Adults:           "aikuiset,aikuisia,aik,vanhempia,vuxna,antal vuxna,foraldrar,adults,parents",
	Children:         "lapset,lapsia,lap,barn,antal barn,children,kids",
	New:              "uudet,uusia,uusia aikuisia,ensikertalaisia,nya,nya vuxna,forsta gangen,new,new adults,first time",
	Men:              "miehia,miehet,isia,isat,joista miehia,man,varav man,pappor,fader,men,of whom men,fathers",
	NotHeld:          "ei pidetty,peruttu,peruutettu,perui,ingen traff,inte hallits,holls inte,installd,not held,cancelled",
	Reason:           "syy,peruutuksen syy,orsak,skal,reason",
}

func init() {
	headWords[Phone], headWords[Email] = headWords[ContactPhone], headWords[ContactEmail]
}

// ownCodes are the columns of the files that this program writes of everything in a register, besides those that are called
// as the field is. Of the others, what is computed and what would say less than the register has (a rhythm without its weeks) is
// not taken.
var ownCodes = map[Kind]map[string]Field{
	Leaders: {"kind": LeaderKind},
	Places: {
		"kind": PlaceKind, "accessible_toilet": Toilet, "booking_name": ContactName, "booking_title": ContactTitle,
		"booking_phone": ContactPhone, "booking_email": ContactEmail,
	},
	Groups: {"type": GroupType, "leaders": GroupLeaders, "languages": GroupLanguages, "rhythm": ""},
	Counts: {"id": SessionID},
}

var codeForm = regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)*$`)

// ownColumns are the fields of a row of heads that this program wrote itself; false when it is no such row. Nobody else has
// codes alone above the columns, and those of a record and of its municipality among them.
func (f *Facts) ownColumns(k Kind, row spreadsheet.Row) (map[int]Field, bool) {
	codes := make([]string, len(row.Cells))
	for i, c := range row.Cells {
		codes[i] = clean(c.Text)
		if codes[i] != "" && !codeForm.MatchString(codes[i]) {
			return nil, false
		}
	}
	if !slices.Contains(codes, "id") || !slices.Contains(codes, "municipality_code") {
		return nil, false
	}
	out := map[int]Field{}
	for i, code := range codes {
		field, other := ownCodes[k][code]
		if !other && slices.Contains(fieldsOf[k], Field(code)) {
			field = Field(code)
		}
		if field != "" {
			out[i] = field
		}
	}
	return out, true
}

// headers finds fields by the words above their columns.
type headers map[string][]Field

// headersOf gathers the words of the fields of a kind, theirs in the three languages first.
func (f *Facts) headersOf(k Kind) headers {
	if h := f.heads[k]; h != nil {
		return h
	}
	h := headers{}
	f.heads[k] = h
	add := func(word string, field Field) {
		if word = headKey(word); word != "" && !slices.Contains(h[word], field) {
			h[word] = append(h[word], field)
		}
	}
	for _, field := range f.Fields(k) {
		for _, l := range model.Languages() {
			add(f.word(words.In(l), field), field)
		}
	}
	for _, field := range f.Fields(k) {
		for word := range strings.SplitSeq(headWords[field], ",") {
			add(word, field)
		}
		add(string(field), field)
	}
	for code, field := range ownCodes[k] {
		if field != "" {
			add(code, field)
		}
	}
	return h
}

// headKey is what stands above a column as it is compared: folded, without what is in parentheses and without marks.
func headKey(text string) string {
	s := model.Fold(clean(text))
	if open := strings.IndexByte(s, '('); open > 0 {
		s = s[:open]
	}
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' || r == '/':
			return r
		default:
			return ' '
		}
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// of lists what the text above a column may mean, the likeliest first: the whole of it, a part of a head in two languages,
// or else a word of it. It is empty for a text that means nothing.
func (h headers) of(text string) []Field {
	key := headKey(text)
	if fields := h[key]; len(fields) > 0 || key == "" || len(key) > 60 {
		return fields
	}
	var out []Field
	add := func(word string) {
		for _, field := range h[strings.TrimSpace(word)] {
			if !slices.Contains(out, field) {
				out = append(out, field)
			}
		}
	}
	for part := range strings.SplitSeq(key, "/") {
		add(part)
	}
	parts := strings.Fields(strings.ReplaceAll(key, "/", " "))
	if len(out) == 0 && len(parts) <= 4 {
		for n := len(parts) - 1; n > 0; n-- {
			for i := 0; i+n <= len(parts); i++ {
				if word := strings.Join(parts[i:i+n], " "); len(word) > 3 {
					add(word)
				}
			}
		}
	}
	return out
}
