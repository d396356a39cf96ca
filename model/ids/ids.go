// Package ids makes the IDs of new records. It stands apart from model because making one needs the clock and the
// system's randomness, and the rules of model need neither.
//
// What does not live here: what an ID is (model.ID), and which records have one.
package ids

import (
	"github.com/google/uuid"

	"kumppani/model"
)

// New makes an ID that no other record has: a UUID of version 7 (RFC 9562, section 5.7) in its usual text form. It panics
// only when the system has no source of randomness.
func New() model.ID { return model.ID(uuid.Must(uuid.NewV7()).String()) }
