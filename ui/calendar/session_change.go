package calendar

import (
	"context"
	"errors"
	"maps"
	"reflect"
	"slices"

	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// sessionChange is a session before and after a change.
type sessionChange struct{ before, after model.Session }

// changeSessions changes sessions, all or none, and says so with a button that takes it back.
func (s *Screen) changeSessions(which []model.ID, said string, do func(*model.Session)) error {
	before := make(map[model.ID]model.Session, len(which))
	changed, err := s.store.UpdateSessions(context.Background(), which, func(kept *model.Session) error {
		before[kept.ID] = copyOfSession(*kept)
		do(kept)
		return nil
	})
	if err != nil {
		return err
	}
	done := make(map[model.ID]sessionChange, len(which))
	for _, after := range changed {
		done[after.ID] = sessionChange{before[after.ID], after}
	}
	s.sayUndoable(said, func() error { return s.restore(which, done) })
	return nil
}

// sayUndoable says what was done, with a button that takes it back.
func (s *Screen) sayUndoable(said string, undo func() error) {
	s.undo = func() {
		switch err := undo(); {
		case errors.Is(err, errChangedSince):
			s.desk.Messages.Warn(words.T("calendar.session.changed_since"))
		case err != nil:
			s.desk.Fail(err, nil)
		default:
			s.desk.Say(words.T("calendar.session.undone"))
		}
	}
	s.desk.Messages.Say(said, kit.Action{Label: words.T("calendar.session.undo"), Icon: theme.ContentUndoIcon(), Do: s.Undo})
}

// Undo takes back the last change of a session, once.
func (s *Screen) Undo() {
	if undo := s.undo; undo != nil {
		s.undo = nil
		undo()
	}
}

// errChangedSince says that something is not taken back, because what was done later would be lost.
var errChangedSince = errors.New("the session has been changed since")

// restore puts sessions back to what they were before a change, all or none: not when any was changed again.
func (s *Screen) restore(which []model.ID, done map[model.ID]sessionChange) error {
	_, err := s.store.UpdateSessions(context.Background(), which, func(kept *model.Session) error {
		c := done[kept.ID]
		if !reflect.DeepEqual(withoutEmpty(*kept), withoutEmpty(c.after)) {
			return errChangedSince
		}
		*kept = copyOfSession(c.before)
		return nil
	})
	return err
}

// copyOfSession copies what could be changed in place.
func copyOfSession(x model.Session) model.Session {
	x.Leaders, x.Counts.Own = slices.Clone(x.Leaders), maps.Clone(x.Counts.Own)
	return x
}

// withoutEmpty makes an empty list and none the same.
func withoutEmpty(x model.Session) model.Session {
	if len(x.Leaders) == 0 {
		x.Leaders = nil
	}
	if len(x.Counts.Own) == 0 {
		x.Counts.Own = nil
	}
	return x
}

// sessionBinder makes fields of a session for a dialog.
func (s *Screen) sessionBinder() form.Binder {
	return form.Bind("calendar.session.field.", "calendar.session.hint.", s.desk.Today, nil)
}

// askCancel asks why the session is not held; the reason is shown wherever the session is.
func (p *panel) askCancel() {
	reason := ""
	fields := kit.NewFields()
	b := p.s.sessionBinder()
	fields.Add(kit.NewText(words.T("calendar.session.cancel.text", "group", p.s.records.GroupName(p.x.of.GroupID), "when", sessionWhen(p.x.of))))
	fields.Row(form.Required(b.Hinted(b.Area("reason", &reason))))
	cancelled := func(x *model.Session) {
		x.State, x.Reason, x.ClosedBy = model.SessionCancelled, tidy(reason), ""
	}
	form.Question{
		Title: words.T("calendar.session.cancel.title"), Verb: words.T("calendar.session.cancel.verb"), Back: words.T("calendar.session.cancel.back"), Fields: fields,
		Problems: func() []kit.Problem {
			after := copyOfSession(p.x.of)
			cancelled(&after)
			found := form.Fresh(p.x.of.Check(), after.Check())
			for i := range found {
				found[i].Field = "reason" // the only field here
			}
			if after.Reason == "" {
				found = append(found, model.Problem{Severity: model.Refusal, Field: "reason", Code: "required"})
			}
			return form.Said(found)
		},
		Write: func(context.Context) (string, error) {
			return "", p.s.changeSessions([]model.ID{p.id}, words.T("calendar.session.cancelled", "when", sessionWhen(p.x.of)), cancelled)
		},
		Then: p.afterDialog,
	}.Ask(p.s.desk)
}

// afterDialog shows what a dialog has changed.
func (p *panel) afterDialog() {
	p.Reload()
	p.FocusPage()
}

// uncancel plans the session again.
func (p *panel) uncancel() {
	err := p.s.changeSessions([]model.ID{p.id}, words.T("calendar.session.uncancelled", "when", sessionWhen(p.x.of)), func(x *model.Session) {
		x.State, x.Reason, x.ClosedBy = model.SessionPlanned, "", ""
	})
	if err != nil {
		p.s.desk.Fail(err, nil)
		return
	}
	p.afterDialog()
}

// askDelete asks before a session that somebody added is removed.
func (p *panel) askDelete() {
	gone := p.x.of
	p.s.desk.Dialogs.Confirm(words.T("calendar.session.delete.title"),
		words.T("calendar.session.delete.text", "group", p.s.records.GroupName(gone.GroupID), "when", sessionWhen(gone)),
		words.T("calendar.session.delete.verb"), true, func() {
			if err := p.s.store.DeleteSession(context.Background(), gone.ID); err != nil {
				p.s.desk.Fail(err, nil)
				return
			}
			p.s.sayUndoable(words.T("calendar.session.deleted", "when", sessionWhen(gone)), func() error {
				_, err := p.s.store.CreateSession(context.Background(), gone)
				return err
			})
			p.done()
		})
}
