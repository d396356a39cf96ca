package network

import (
	"cmp"
	"slices"
	"strings"

	"kumppani/model"
)

// yearDraft is a year while it is edited: a place for every answer, so that fields can write into it.
type yearDraft struct {
	year        int
	resources   map[model.ResourceKind]*model.Resource
	services    map[model.Service]*model.ServicePart
	cooperation map[model.Sector]*model.SectorCooperation
	quality     map[model.QualityTopic]*qualityDraft
	practices   []model.PracticeEntry
	notes       string
}

// qualityDraft is a mark whose step is 0 while nobody has given it.
type qualityDraft struct {
	step int
	note string
}

func draftOf(y model.YearRecord) *yearDraft {
	d := &yearDraft{
		year: y.Year, notes: y.Notes, practices: slices.Clone(y.Practices), resources: map[model.ResourceKind]*model.Resource{},
		services: map[model.Service]*model.ServicePart{}, cooperation: map[model.Sector]*model.SectorCooperation{},
		quality: map[model.QualityTopic]*qualityDraft{},
	}
	for _, k := range model.ResourceKinds() {
		r := y.Resources[k]
		d.resources[k] = &r
	}
	for _, s := range model.Services() {
		part := y.Services[s]
		d.services[s] = &part
	}
	for _, s := range model.Sectors() {
		how := y.Cooperation[s]
		d.cooperation[s] = &how
	}
	for _, t := range model.QualityTopics() {
		m := y.Quality[t]
		d.quality[t] = &qualityDraft{m.Step.N, m.Note}
	}
	return d
}

// record is the draft as it is kept: only what was said, and practices in one order.
func (d *yearDraft) record() model.YearRecord {
	y := model.NewYearRecord(d.year)
	y.Notes = strings.TrimSpace(d.notes)
	for k, r := range d.resources {
		if kept := (model.Resource{Given: r.Given, Amount: r.Amount, Note: strings.TrimSpace(r.Note)}); kept != (model.Resource{}) {
			y.Resources[k] = kept
		}
	}
	for s, part := range d.services {
		if *part != "" {
			y.Services[s] = *part
		}
	}
	for s, how := range d.cooperation {
		if *how != "" {
			y.Cooperation[s] = *how
		}
	}
	for t, m := range d.quality {
		mark := model.QualityMark{Note: strings.TrimSpace(m.note)}
		if m.step > 0 {
			mark.Step = model.CountOf(m.step)
		}
		if mark != (model.QualityMark{}) {
			y.Quality[t] = mark
		}
	}
	for _, e := range d.practices {
		if e.Detail = strings.TrimSpace(e.Detail); e.Stage != "" || e.Detail != "" {
			y.Practices = append(y.Practices, e)
		}
	}
	slices.SortStableFunc(y.Practices, func(a, b model.PracticeEntry) int {
		return cmp.Or(cmp.Compare(a.Practice, b.Practice), cmp.Compare(model.MunicipalityKey(a.Municipality), model.MunicipalityKey(b.Municipality)))
	})
	return y
}

// entry is what is entered of a practice in a municipality; nothing when nothing is.
func (d *yearDraft) entry(m model.Municipality, p model.Practice) model.PracticeEntry {
	for _, e := range d.practices {
		if e.Practice == p && e.Municipality.Same(m) {
			return e
		}
	}
	return model.PracticeEntry{Municipality: m, Practice: p}
}

// enter puts an entry in the place of the one of the same practice and municipality.
func (d *yearDraft) enter(e model.PracticeEntry) {
	d.practices = slices.DeleteFunc(d.practices, func(o model.PracticeEntry) bool {
		return o.Practice == e.Practice && o.Municipality.Same(e.Municipality)
	})
	if e.Stage != "" || e.Detail != "" {
		d.practices = append(d.practices, e)
	}
}
