package training

import (
	"kumppani/model"
	"kumppani/ui/paper"
	"kumppani/ui/words"
)

// Print prints the matrix as it is filtered, as of its day.
func (v *matrixView) Print() {
	leaders := make([]model.Leader, len(v.shown))
	for i, row := range v.shown {
		leaders[i] = *v.all.rows[row].leader
	}
	v.s.print(func(o paper.Office) paper.Document {
		o.Today = v.asOf()
		return o.Matrix(leaders, v.all.programmes, v.s.records.record, words.Current(), v.filterText())
	})
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
