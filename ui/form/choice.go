package form

import (
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// Choice makes a select whose empty choice is the zero value.
func Choice[T comparable](b Binder, name string, options []kit.Option[T], value *T) *kit.Field {
	s := kit.NewSelect(options)
	var none T
	if *value != none {
		s.SetValue(*value)
	}
	return b.Field(name, chosen(b, s, value))
}

// OneOf makes a select in which one of the options has to be chosen; the zero value is one of them if it is offered.
func OneOf[T comparable](b Binder, name string, options []kit.Option[T], value *T) *kit.Field {
	s := kit.NewSelect(options)
	s.Required = true
	var none T
	offered := false
	for _, o := range options {
		offered = offered || o.Value == *value
	}
	if offered || *value != none {
		s.SetValue(*value)
	}
	return Required(b.Field(name, chosen(b, s, value)))
}

func chosen[T comparable](b Binder, s *kit.Select[T], value *T) *kit.Select[T] {
	s.OnChanged = func() {
		*value, _ = s.Value()
		b.Changed()
	}
	return s
}

// Choices makes a field of several choices.
func Choices[T comparable](b Binder, name string, options []kit.Option[T], value *[]T) *kit.Field {
	m := kit.NewMultiSelect(options)
	m.SetValues(*value)
	m.OnChanged = func() {
		*value = m.Values()
		b.Changed()
	}
	return b.Field(name, m)
}

// Offered offers a closed set with the words of the window: Offered("leader.kind", model.LeaderKinds()).
func Offered[C ~string](set string, all []C) []kit.Option[C] {
	out := make([]kit.Option[C], len(all))
	for i, c := range all {
		out[i] = kit.Option[C]{Value: c, Label: words.Capital(words.Code(words.In(words.Current()), set, c))}
	}
	return out
}
