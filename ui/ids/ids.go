// Package ids makes the IDs of what a form or a page adds before it is kept. It stands apart from model because making one
// needs the clock and the system's randomness, and the rules of model need neither.
//
// What does not live here: what an ID is (model.ID), and which records have one. A new record as a whole gets its ID from the data file.
package ids

import (
	"github.com/google/uuid"

	"kumppani/model"
)

// New makes an ID that no other record has: a UUID of version 7 (RFC 9562, section 5.7) in its usual text form. It panics
// only when the system has no source of randomness.
func New() model.ID { return model.ID(uuid.Must(uuid.NewV7()).String()) }
