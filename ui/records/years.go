package records

import (
	"strconv"

	"kumppani/model"
	"kumppani/ui/words"
)

// yearRecord is what is entered of a year, but for its practices, which are a list of their own: there are hundreds.
func yearRecord(in words.In, y model.YearRecord) Record {
	r := &Record{in: in, main: model.Language(in)}
	r.number("year", int64(y.Year))
	nested(r, "resources", entered(model.ResourceKinds(), y.Resources), func(r *Record, k model.ResourceKind) string {
		x := y.Resources[k]
		code(r, "kind", "resource.kind", k)
		code(r, "given", "answer", x.Given)
		r.amount("amount", x.Amount)
		code(r, "unit", "resource.unit", k.Unit())
		r.text("note", x.Note)
		amount := ""
		if x.Amount.Known {
			amount = in.Number(x.Amount.Hundredths) + " " + words.Code(in, "resource.unit", k.Unit())
		}
		return Said(words.Code(in, "resource.kind", k), words.Code(in, "answer", x.Given), amount, x.Note)
	})
	nested(r, "services", entered(model.Services(), y.Services), func(r *Record, s model.Service) string {
		code(r, "service", "service", s)
		code(r, "part", "service.part", y.Services[s])
		return Said(words.Code(in, "service", s), words.Code(in, "service.part", y.Services[s]))
	})
	nested(r, "cooperation", entered(model.Sectors(), y.Cooperation), func(r *Record, s model.Sector) string {
		code(r, "sector", "sector", s)
		code(r, "goes", "cooperation", y.Cooperation[s])
		return Said(words.Code(in, "sector", s), words.Code(in, "cooperation", y.Cooperation[s]))
	})
	nested(r, "quality", entered(model.QualityTopics(), y.Quality), func(r *Record, t model.QualityTopic) string {
		x := y.Quality[t]
		step := ""
		if x.Step.Known {
			step = in.T("quality.step." + strconv.Itoa(x.Step.N))
		}
		code(r, "topic", "quality.topic", t)
		r.count("step", x.Step)
		r.text("note", x.Note)
		return Said(words.Code(in, "quality.topic", t), step, x.Note)
	})
	r.number("practices", int64(len(y.Practices)))
	r.text("notes", y.Notes)
	return *r
}

// entered are those of the codes of which something was said, in their order.
func entered[C comparable, V any](codes []C, said map[C]V) []C {
	var out []C
	for _, c := range codes {
		if _, there := said[c]; there {
			out = append(out, c)
		}
	}
	return out
}

// practiceRecord is what was entered of one practice in one municipality.
func practiceRecord(in words.In, year int, e model.PracticeEntry) Record {
	r := &Record{in: in, main: model.Language(in)}
	r.number("year", int64(year))
	r.text("municipality", e.Municipality.Name)
	r.name("municipality_code", e.Municipality.Code)
	r.add("practice", string(e.Practice), in.Practice(e.Practice))
	code(r, "stage", "practice.stage", e.Stage)
	r.text("detail", e.Detail)
	return *r
}
