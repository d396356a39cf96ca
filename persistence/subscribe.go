package persistence

import (
	"slices"
	"sync"

	"kumppani/model"
)

// subscribers are told which kinds of records changed.
type subscribers struct {
	mu  sync.Mutex
	all []*func([]model.Kind)
}

// Subscribe has told called after every change with the kinds of records that changed, on the goroutine that made the
// change and before the changing method returns. cancel ends it.
func (f *File) Subscribe(told func([]model.Kind)) (cancel func()) {
	s := &f.subscribers
	s.mu.Lock()
	defer s.mu.Unlock()
	s.all = append(s.all, &told)
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.all = slices.DeleteFunc(s.all, func(other *func([]model.Kind)) bool { return other == &told })
	}
}

// tell calls the subscribers outside the lock: one of them may read, subscribe or cancel.
func (s *subscribers) tell(kinds []model.Kind) {
	s.mu.Lock()
	all := slices.Clone(s.all)
	s.mu.Unlock()
	for _, told := range all {
		(*told)(slices.Clone(kinds))
	}
}
