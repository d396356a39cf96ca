package assets

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"sync"
)

//go:embed templates/agreement.json
var agreementTemplate []byte

// AgreementTemplate is the built-in text of partnership agreements. It is a starting point for the reader's own lawyer.
type AgreementTemplate struct {
	Clauses []TemplateClause `json:"clauses"` // in the order of the agreement
	Memo    TemplateClause   `json:"memo"`    // memo of an oral agreement
}

// TemplateClause is one clause. Its body has placeholders, {{osapuolet}}, which are filled when it is shown or printed.
type TemplateClause struct {
	Key     string       `json:"key"` // stable, in English
	Heading TemplateText `json:"heading"`
	Body    TemplateText `json:"body"`
}

// TemplateText is a text in the three languages.
type TemplateText struct {
	Fi string `json:"fi"`
	Sv string `json:"sv"`
	En string `json:"en"`
}

// Template returns the built-in agreement text. It belongs to the program: copy it, do not change it.
var Template = sync.OnceValue(func() AgreementTemplate {
	var t AgreementTemplate
	if err := json.Unmarshal(agreementTemplate, &t); err != nil {
		panic(fmt.Errorf("templates/agreement.json: %w", err)) // a fault of the build: the first test meets it
	}
	return t
})
