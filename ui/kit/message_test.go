package kit

import (
	"testing"

	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

func TestMessageOffersItsActionsUntilTheNext(t *testing.T) {
	test.NewTempApp(t)
	m, undone := NewMessages(), 0
	m.Say("Saved", Action{Label: "Undo", Do: func() { undone++ }})
	test.Tap(m.actions.Objects[0].(*Button))
	if m.Text() != "Saved" || undone != 1 {
		t.Errorf("the bar says %q, undone %d times; want Saved, once", m.Text(), undone)
	}
	m.Say("Printed")
	if m.Text() != "Printed" || len(m.actions.Objects) != 0 {
		t.Error("the action of an old message stays beside the new one")
	}
}

func TestAMessageIsWithdrawnUnlessAnotherCame(t *testing.T) {
	test.NewTempApp(t)
	m := NewMessages()
	m.Warn("Not saved yet")
	m.Withdraw("Printed")
	if m.Text() != "Not saved yet" {
		t.Errorf("another message took it away: %q", m.Text())
	}
	m.Withdraw("Not saved yet")
	if m.Text() != "" || m.icon.Resource != nil {
		t.Errorf("the bar still says %q", m.Text())
	}
}

func TestWorkCanBeStopped(t *testing.T) {
	test.NewTempApp(t)
	m, stopped := NewMessages(), 0
	w := m.Work("Backing up", func() { stopped++ })
	w.Set(0.5)
	if w.part.Value != 0.5 {
		t.Errorf("the bar shows %v, want 0.5", w.part.Value)
	}
	stop := w.line.Objects[len(w.line.Objects)-1].(*Button)
	test.Tap(stop)
	test.Tap(stop)
	if stopped != 1 {
		t.Errorf("two presses stopped %d times, want 1", stopped)
	}
	w.Done()
	if len(m.works.Objects) != 0 {
		t.Error("finished work stays on the bar")
	}
}

func TestFactsLeaveOutTheUnknown(t *testing.T) {
	test.NewTempApp(t)
	c := Facts(TextFact("Known", "x"), TextFact("Unknown", ""), DashFact("Missing", ""))
	labels := 0
	for _, o := range test.LaidOutObjects(c) {
		if _, ok := o.(*widget.Label); ok {
			labels++
		}
		if text, ok := o.(*Text); ok && text.Text != "x" && text.Text != "–" {
			t.Errorf("a fact reads %q", text.Text)
		}
	}
	if labels != 2 {
		t.Errorf("%d facts are shown, want 2", labels)
	}
}
