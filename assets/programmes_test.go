package assets_test

import (
	"slices"
	"testing"

	"kumppani/assets"
	"kumppani/model"
)

func TestProgrammes(t *testing.T) {
	var kinds []model.ProgrammeKind
	for _, p := range assets.Programmes() {
		kinds = append(kinds, model.ProgrammeKind(p.Kind))
		made := model.Programme{Kind: model.ProgrammeKind(p.Kind), Name: model.Text(p.Name)}
		for _, task := range p.Tasks {
			if !slices.Contains(model.TaskKinds(), model.TaskKind(task)) {
				t.Errorf("%s: there is no task %q", p.Kind, task)
			}
		}
		if problems := made.Check(); len(problems) > 0 || p.Name.Fi == "" || p.Name.Sv == "" || p.Name.En == "" {
			t.Errorf("%s: %+v, %+v", p.Kind, p.Name, problems)
		}
	}
	every := slices.DeleteFunc(model.ProgrammeKinds(), func(k model.ProgrammeKind) bool { return k == model.OwnProgramme })
	if !slices.Equal(kinds, every) {
		t.Errorf("kinds %v, want %v", kinds, every)
	}
}
