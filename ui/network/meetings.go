package network

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/lists"
	"kumppani/ui/words"
)

// Meetings is the register of the bodies of the network, each with its meetings.
type Meetings struct {
	desk     *desk.Desk
	store    Store
	register *kit.RegisterView[bodyEntry]
	records  bodyRecords
	allYears bool // the page shows the meetings of every year
}

// bodyRecords is what the view is made of, as it was last read. None of it may be changed.
type bodyRecords struct {
	organisations
	bodies   []model.Body
	meetings []model.NetworkMeeting // the latest first
}

// NewMeetings makes the view.
func NewMeetings(d *desk.Desk, store Store) *Meetings {
	v := &Meetings{desk: d, store: store}
	v.register = kit.Register[bodyEntry]{
		Rows:     v.rows,
		Open:     v.page,
		New:      func() { v.openBody(model.Body{Kind: model.AreaGroup}, true, "") },
		NewLabel: words.T("network.body.new"),
		Empty:    words.T("network.body.empty"),
		Search:   words.T("network.body.search"),
		Filters:  bodyFilters(),
		Sorts:    bodySorts(),
		Fold:     model.Fold,
		List:     v.list,
		Failed:   func(err error) { d.Fail(err, nil) },
	}.View(d.Dialogs)
	return v
}

// Content is the view on the screen.
func (v *Meetings) Content() fyne.CanvasObject { return v.register }

// Reload reads the records again; an open form is left alone.
func (v *Meetings) Reload() { v.register.Reload() }

// FocusSearch gives the keyboard to the search.
func (v *Meetings) FocusSearch() { v.register.FocusSearch() }

// New begins a new body.
func (v *Meetings) New() { v.register.New() }

// Edit opens the form of the body whose page is shown.
func (v *Meetings) Edit() { v.register.Edit() }

// Save saves the open form.
func (v *Meetings) Save() { v.register.Save() }

// Print prints the invitation to the next meeting of the body whose page is shown, or the memo of the last.
func (v *Meetings) Print() { v.register.Print() }

// List prints or saves the list of bodies as it is shown.
func (v *Meetings) List() { v.register.List() }

// list gives the bodies as the list shows them.
func (v *Meetings) list() {
	r, in := &v.records, words.In(words.Current())
	year := model.YearPeriod(r.today.Year())
	rows := kit.Shown(v.register, func(e bodyEntry) lists.Body {
		return lists.Body{
			Of: e.of, HowOften: words.Capital(howOften(*e.of)), Next: e.next.On, State: words.Capital(words.Code(in, "network.timing", e.timing)),
			Members: r.names(e.of.Members), Held: e.of.MeetingsHeld(r.meetings, year, r.today),
		}
	})
	v.desk.Give(v.desk.About(v.register.Narrowed()).Bodies(rows))
}

// Leave closes the open form, or goes back to the list.
func (v *Meetings) Leave() { v.register.Leave() }

// Step opens the page of the body before (−1) or after (+1) in the list.
func (v *Meetings) Step(delta int) { v.register.Step(delta) }

// FormOpen reports whether a form is open.
func (v *Meetings) FormOpen() bool { return v.register.FormOpen() }

// FocusPage gives the keyboard to the page of the body.
func (v *Meetings) FocusPage() { v.register.FocusPage() }

// MayLeave does then, after asking what is to become of unsaved changes.
func (v *Meetings) MayLeave(then func()) { v.register.Away(then) }

// Open shows the page of a body, or that of the body to which a meeting belongs.
func (v *Meetings) Open(id model.ID) {
	for _, m := range v.records.meetings {
		if m.ID == id {
			id = m.BodyID
		}
	}
	v.register.Select(string(id))
}

func (v *Meetings) read() error {
	ctx := context.Background()
	read, err := readOrganisations(ctx, v.store, v.desk.Today())
	if err != nil {
		return err
	}
	r := bodyRecords{organisations: read}
	if r.bodies, err = v.store.Bodies(ctx); err != nil {
		return err
	}
	if r.meetings, err = v.store.NetworkMeetings(ctx); err != nil {
		return err
	}
	v.records = r
	return nil
}

// body is a kept body, and false when it is gone.
func (r *bodyRecords) body(id model.ID) (model.Body, bool) {
	i := slices.IndexFunc(r.bodies, func(b model.Body) bool { return b.ID == id })
	if i < 0 {
		return model.Body{}, false
	}
	return r.bodies[i], true
}

// of are the meetings of a body, the latest first.
func (r *bodyRecords) of(id model.ID) []model.NetworkMeeting {
	var out []model.NetworkMeeting
	for _, m := range r.meetings {
		if m.BodyID == id {
			out = append(out, m)
		}
	}
	return out
}
