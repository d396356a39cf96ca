package assets

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"sync"
)

//go:embed templates/requirements.json
var requirements []byte

// Requirement is something that is asked of leaders, as it is built in. Its codes are those of the model.
type Requirement struct {
	ID            string            `json:"id"` // the same in every data file
	Kind          string            `json:"kind"`
	Name          TemplateText      `json:"name"`
	Tasks         []string          `json:"tasks"`
	Professionals bool              `json:"professionals"`
	Weight        string            `json:"weight"`
	ValidMonths   int               `json:"valid_months"` // 0 = for ever
	GraceDays     int               `json:"grace_days"`
	Texts         []RequirementText `json:"texts"`
}

// RequirementText is a version of a text that is signed.
type RequirementText struct {
	ID      string       `json:"id"`
	Version string       `json:"version"`
	From    string       `json:"from"` // ISO 8601, empty = from the beginning
	Body    TemplateText `json:"body"`
}

// Requirements returns the built-in set, in its order. It belongs to the program: copy it, do not change it.
var Requirements = sync.OnceValue(func() []Requirement {
	var all []Requirement
	if err := json.Unmarshal(requirements, &all); err != nil {
		panic(fmt.Errorf("templates/requirements.json: %w", err)) // a fault of the build: the first test meets it
	}
	return all
})
