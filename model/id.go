package model

// ID identifies a record for ever and in every copy of the file: a UUID of version 7 (RFC 9562, section 5.7) in its
// usual text form, made by package ids. The empty ID means "no record".
type ID string
