package persistence

import (
	"context"
	"encoding/csv"
	"fmt"
	"math"
	"strconv"
	"strings"

	"kumppani/assets"
	"kumppani/model"
)

// LoadSample fills a new data file with the sample region: the centre, organisations with their contacts, agreements and
// contributions, leaders, training, meeting places with three seasons that are over and two that are planned, and what is
// kept of the network and of years. It goes through the stores like everything else, so what it loads is what a person
// could enter. A file that has a centre already is left as it is.
func LoadSample(ctx context.Context, f *File) error {
	if centre, err := f.Centre(ctx); err != nil || !centre.Name.IsZero() {
		return err
	}
	s := sample{
		f: f, municipalities: map[string]record{}, organisations: map[string]model.Organisation{},
		programmes: map[string]model.ID{}, leaders: map[string]model.ID{}, agreements: map[string]model.ID{},
		places: map[string]model.MeetingPlace{}, groups: map[string]model.Group{},
	}
	for _, load := range []func(context.Context) error{
		s.loadCentre, s.loadOrganisations, s.loadAgreements, s.loadProgrammes, s.loadLeaders, s.loadEvents, s.loadExtension,
		s.loadPlaces, s.loadGroups, s.loadClosures, s.loadSeasons, s.loadBodies,
		s.loadSurveys, s.loadYears, s.loadFollowUps,
	} {
		if err := load(ctx); err != nil {
			return wrap("load sample", "", err)
		}
	}
	return nil
}

// sample is what has been loaded so far, by the short IDs that connect the tables (K1, A1 …).
type sample struct {
	f              *File
	municipalities map[string]record // by code
	organisations  map[string]model.Organisation
	agreements     map[string]model.ID
	programmes     map[string]model.ID
	leaders        map[string]model.ID // volunteers by their ID, professionals by "O1:psykologi"
	places         map[string]model.MeetingPlace
	groups         map[string]model.Group
	closures       []model.Closure
}

// record is a line of a sample table by the names of its columns.
type record map[string]string

// sampleTable reads a table of the sample region.
func sampleTable(name string) ([]record, error) {
	file, err := assets.Sample.Open("sample/" + name + ".tsv")
	if err != nil {
		return nil, err
	}
	defer file.Close()
	r := csv.NewReader(file)
	r.Comma, r.LazyQuotes = '\t', true
	lines, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	var out []record
	for _, line := range lines[1:] {
		rec := record{}
		for i, column := range lines[0] {
			rec[column] = strings.TrimSpace(line[i])
		}
		out = append(out, rec)
	}
	return out, nil
}

func (s *sample) loadCentre(ctx context.Context) error {
	rows, err := sampleTable("municipalities")
	if err != nil {
		return err
	}
	c := model.Centre{
		Name:        model.Text{Fi: "Suvantomaan perhekeskus", Sv: "Suvantolands familjecenter", En: "Suvantomaa Family Centre"},
		Region:      model.Text{Fi: "Suvantomaa", Sv: "Suvantoland", En: "Suvantomaa"},
		Host:        "Suvantomaan hyvinvointialue",
		Coordinator: "Hanna Virkkala",
		Phone:       "040 000 0104",
		Email:       "yhteys05@esimerkki.example",
		Letterhead:  "Koskitie 1\n99999 Sarkajärvi",
		Language:    model.Finnish,
		LeadDays:    model.DefaultLeadDays,
	}
	for _, r := range rows {
		s.municipalities[r["code_fictional"]] = r
		c.Municipalities = append(c.Municipalities, model.RegionMunicipality{Code: r["code_fictional"], Fi: r["fi"], Sv: r["sv"]})
	}
	return s.f.SaveCentre(ctx, c)
}

// sampleSectors are the words of the table. They are the table's own, not the window's.
var sampleSectors = map[string]model.Sector{
	"kunta": model.Municipal, "hyvinvointialue": model.County, "seurakunta": model.Parish, "järjestö": model.Association,
	"oppilaitos": model.Education, "yritys": model.Company,
}

func (s *sample) loadOrganisations(ctx context.Context) error {
	rows, err := sampleTable("organisations")
	if err != nil {
		return err
	}
	for _, r := range rows {
		sector, known := sampleSectors[r["sector"]]
		if !known {
			return fmt.Errorf("organisation %s: sector %q", r["id"], r["sector"])
		}
		language := model.Language(r["lang"])
		o := model.Organisation{
			Name: model.Text{Fi: r["name_fi"], Sv: r["name_sv"]}, Sector: sector, BusinessID: r["y_tunnus"], Language: language,
			Contacts: []model.Contact{{
				Name: r["contact"], Title: r["contact_role"], Phone: r["phone"], Email: r["email"], Language: language,
			}},
		}
		o.Municipality = s.municipality(r["municipality"])
		if s.organisations[r["id"]], err = s.f.CreateOrganisation(ctx, o); err != nil {
			return err
		}
	}
	return nil
}

// municipality is a municipality of the region by its code, under its name in the language of most who live there.
func (s *sample) municipality(code string) model.Municipality {
	if code == "" {
		return model.Municipality{}
	}
	m := s.municipalities[code]
	main, _, _ := strings.Cut(m["language"], "+")
	return model.Municipality{Code: code, Name: m[main]}
}

// sampleCodes reads codes separated by semicolons.
func sampleCodes[C ~string](cell string) []C { return codesOf[C](strings.ReplaceAll(cell, ";", ",")) }

// sampleAmount reads an amount with a decimal comma; unknown when the cell is empty.
func sampleAmount(cell string) (model.Amount, error) {
	if cell == "" {
		return model.Amount{}, nil
	}
	n, err := strconv.ParseFloat(strings.Replace(cell, ",", ".", 1), 64)
	return model.AmountOf(int64(math.Round(n * 100))), err
}

// sampleCount reads a whole number; unknown when the cell is empty.
func sampleCount(cell string) (model.Count, error) {
	if cell == "" {
		return model.Count{}, nil
	}
	n, err := strconv.Atoi(cell)
	return model.CountOf(n), err
}
