package assets

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"sync"
)

//go:embed templates/programmes.json
var programmes []byte

// Programme is one of the nine usual training programmes. Its codes are those of the model.
type Programme struct {
	Kind  string       `json:"kind"`
	Name  TemplateText `json:"name"`
	Tasks []string     `json:"tasks"` // for which its very name says that it is meant
}

// Programmes returns the nine, in their order. It belongs to the program: copy it, do not change it.
var Programmes = sync.OnceValue(func() []Programme {
	var all []Programme
	if err := json.Unmarshal(programmes, &all); err != nil {
		panic(fmt.Errorf("templates/programmes.json: %w", err)) // a fault of the build: the first test meets it
	}
	return all
})
