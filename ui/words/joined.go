package words

import (
	"slices"
	"strings"
)

// Joined sets what is not empty side by side: "Sarkajärvi · kunta".
func Joined(parts ...string) string {
	said := slices.DeleteFunc(slices.Clone(parts), func(s string) bool { return s == "" })
	return strings.Join(said, " · ")
}
