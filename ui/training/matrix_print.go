package training

import (
	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/lists"
	"kumppani/ui/paper"
	"kumppani/ui/words"
)

// Print prints the matrix as it is filtered, as of its day.
func (v *matrixView) Print() { v.s.print(v.document) }

func (v *matrixView) document(o paper.Office) paper.Document {
	leaders := make([]model.Leader, len(v.shown))
	for i, row := range v.shown {
		leaders[i] = *v.all.rows[row].leader
	}
	o.Today = v.asOf()
	return o.Matrix(leaders, v.all.programmes, v.s.records.record, words.Current(), v.filterText())
}

// List gives the matrix as it is filtered, as of its day; on paper it is the one that Print prints.
func (v *matrixView) List() {
	programmes := make([]string, len(v.all.programmes))
	for i, p := range v.all.programmes {
		programmes[i] = p.Name.Best(words.Current())
	}
	rows := make([]lists.Trained, len(v.shown))
	for i, at := range v.shown {
		r := v.all.rows[at]
		rows[i] = lists.Trained{Leader: r.leader.Name, Municipality: r.municipality}
		for _, s := range r.standings {
			rows[i].Standings = append(rows[i].Standings, standingSentence(s))
		}
	}
	about := v.s.desk.About(v.filterText())
	about.Day = v.asOf()
	v.s.desk.GiveAs(about.Matrix(programmes, rows), func() (desk.Sheet, error) { return paper.Render(v.document(v.s.office())) })
}

// filterText says whom the matrix shows, for the head of the paper.
func (v *matrixView) filterText() string {
	status := words.T("training.matrix.not_ended")
	if v.choice.state != "" {
		status = leaderStateWord(v.choice.state)
	}
	task := ""
	if v.choice.task != "" {
		task = taskWord(v.choice.task)
	}
	return words.Joined(v.choice.municipality, task, status)
}
