package model

import "github.com/google/uuid"

// ID identifies a record for ever and in every copy of the file: a UUID of version 7 (RFC 9562, section 5.7) in its
// usual text form. The empty ID means "no record".
type ID string

// NewID makes an ID that no other record has. It panics only when the system has no source of randomness.
func NewID() ID { return ID(uuid.Must(uuid.NewV7()).String()) }
