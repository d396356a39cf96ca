package model

// Municipality names a municipality as a record knows it. Code is its three-digit code of Statistics Finland, or empty
// for a name that was typed: one that no longer exists, or one in another country. Name is what was chosen or typed.
type Municipality struct {
	Code string `json:"code,omitempty"`
	Name string `json:"name,omitempty"`
}

// IsZero reports whether no municipality is known.
func (m Municipality) IsZero() bool { return m == Municipality{} }
