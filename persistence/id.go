package persistence

import (
	"github.com/google/uuid"

	"kumppani/model"
)

// newID makes the ID of a new record: a UUID of version 7 (RFC 9562, section 5.7), so that new rows stand at the end of
// their table. It panics only when the system has no source of randomness.
func newID() model.ID { return model.ID(uuid.Must(uuid.NewV7()).String()) }
