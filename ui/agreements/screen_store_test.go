package agreements

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"testing"

	"kumppani/model"
	"kumppani/ui/ids"
	"kumppani/ui/stage"
)

// cabinet is the shelf with what the pages ask for besides; it tells when something was written, as the data file does.
type cabinet struct {
	*shelf
	wrote    func()
	contents map[model.ID][]byte
	uses     []model.Use // of every agreement
}

func (c *cabinet) Centre(context.Context) (model.Centre, error) {
	return model.Centre{Language: c.language, LeadDays: 30}, nil
}

func (c *cabinet) Agreement(_ context.Context, id model.ID) (model.Agreement, error) {
	for _, a := range c.agreements {
		if a.ID == id {
			return a, nil
		}
	}
	return model.Agreement{}, &model.Error{Code: model.CodeNotFound, Op: "read agreement", Record: string(id)}
}

func (c *cabinet) CreateAgreement(ctx context.Context, a model.Agreement) (model.Agreement, error) {
	a, err := c.shelf.CreateAgreement(ctx, a)
	if err == nil {
		c.wrote()
	}
	return a, err
}

func (c *cabinet) UpdateAgreement(
	ctx context.Context, id model.ID, change func(*model.Agreement) error, add ...model.NewAttachment,
) (model.Agreement, error) {
	a, err := c.shelf.UpdateAgreement(ctx, id, func(a *model.Agreement) error {
		if err := change(a); err != nil {
			return err
		}
		for _, n := range add {
			hash := sha256.Sum256(n.Content)
			n.Attachment.ID, n.Size, n.SHA256 = ids.New(), int64(len(n.Content)), hex.EncodeToString(hash[:])
			a.Attachments = append(slices.Clone(a.Attachments), n.Attachment)
			c.contents[n.Attachment.ID] = n.Content
		}
		return nil
	}, add...)
	if err == nil {
		c.wrote()
	}
	return a, err
}

func (c *cabinet) DeleteAgreement(_ context.Context, id model.ID) error {
	if c.fails != nil {
		return c.fails
	}
	if len(c.uses) > 0 {
		return &model.Error{Code: model.CodeInUse, Op: "delete agreement", Uses: c.uses}
	}
	c.agreements = slices.DeleteFunc(c.agreements, func(a model.Agreement) bool { return a.ID == id })
	c.wrote()
	return nil
}

func (c *cabinet) AttachmentContent(_ context.Context, id model.ID) ([]byte, error) {
	content, ok := c.contents[id]
	if !ok {
		return nil, &model.Error{Code: model.CodeDamaged, Op: "read attachment", Record: string(id)}
	}
	return content, nil
}

func (c *cabinet) kept(id model.ID) model.Agreement {
	a, _ := c.Agreement(context.Background(), id)
	return a
}

// signed is sarka as all parties signed it on a day.
func signed(on string) model.Agreement {
	a := sarka()
	for i := range a.Parties {
		a.Parties[i].Signing = model.Signing{SentOn: model.MustDate(on).AddDays(-14), SignedOn: model.MustDate(on)}
	}
	return a
}

// table is a window with the screen in it and everything that a test looks at.
type table struct {
	*Screen
	*stage.Stage
	store *cabinet
}

// show opens the register with these agreements, and the page of the first.
func show(t testing.TB, l model.Language, agreements ...model.Agreement) *table {
	t.Helper()
	store := &cabinet{shelf: newShelf(), contents: map[model.ID][]byte{}, wrote: func() {}}
	store.agreements = agreements
	x := &table{Stage: stage.New(t, l, today), store: store}
	x.Screen = New(x.Desk, store)
	store.wrote = x.Reload
	x.Put(x.Content(), func() any { return x.Screen })
	if len(agreements) > 0 {
		x.Open(agreements[0].ID)
	}
	return x
}

// shown is the page of an agreement, for what can be done on it.
func (x *table) shown(id model.ID) *page {
	x.T.Helper()
	p, err := x.read(id)
	if err != nil {
		x.T.Fatal(err)
	}
	return p
}
