package persistence

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"kumppani/model"
)

// content is the bytes of a new attachment, which go into a table of their own.
type content struct {
	id    model.ID
	bytes []byte
}

// attach settles the attachments of an agreement that is being changed: those that were there may be renamed, given
// another role, or left out; new ones come last.
func (f *File) attach(before model.Agreement, after *model.Agreement, add []model.NewAttachment) ([]content, error) {
	after.Attachments = slices.Clone(after.Attachments)
	for i := range after.Attachments {
		a := &after.Attachments[i]
		was := slices.IndexFunc(before.Attachments, func(b model.Attachment) bool { return b.ID == a.ID })
		if was < 0 {
			return nil, refusal(model.CodeNotFound, fmt.Sprintf("attachment %s was never added", a.ID))
		}
		kept := before.Attachments[was]
		kept.Role, kept.Name = a.Role, plainName(a.Name)
		*a = kept
	}
	var contents []content
	for _, n := range add {
		switch {
		case len(n.Content) == 0:
			return nil, invalid("attachments", "attachment_empty")
		case len(n.Content) > model.MaxAttachment:
			return nil, refusal(model.CodeTooLarge, fmt.Sprintf("%d bytes", len(n.Content)))
		}
		hash := sha256.Sum256(n.Content)
		a := model.Attachment{
			ID: newID(), Role: n.Role, Name: plainName(n.Name), MediaType: n.MediaType, Size: int64(len(n.Content)),
			SHA256: hex.EncodeToString(hash[:]), AddedAt: f.options.Now().UTC().Truncate(time.Second),
		}
		if a.MediaType == "" {
			a.MediaType = http.DetectContentType(n.Content)
		}
		after.Attachments = append(after.Attachments, a)
		contents = append(contents, content{a.ID, n.Content})
	}
	return contents, nil
}

// plainName is a file name without folders of any system, so that it can never lead anywhere when it is saved again.
func plainName(name string) string {
	name = strings.TrimSpace(name[strings.LastIndexAny(name, `/\`)+1:])
	if name == "" || name == "." || name == ".." {
		return "liite"
	}
	return name
}

func saveContents(ctx context.Context, q querier, contents []content) error {
	for _, c := range contents {
		_, err := q.ExecContext(ctx, "INSERT INTO attachment_content (attachment_id, content) VALUES (?, ?)", c.id, c.bytes)
		if err != nil {
			return err
		}
	}
	return nil
}

// AttachmentContent implements model.Agreements.
func (f *File) AttachmentContent(ctx context.Context, id model.ID) ([]byte, error) {
	var b []byte
	err := f.read(ctx, "read attachment", string(id), func(ctx context.Context, q querier) (err error) {
		b, err = readContent(ctx, q, id)
		return err
	})
	return b, err
}

func readContent(ctx context.Context, q querier, id model.ID) ([]byte, error) {
	var b []byte
	var want string
	err := q.QueryRowContext(ctx, `SELECT a.sha256, c.content FROM attachment a
		LEFT JOIN attachment_content c ON c.attachment_id = a.id WHERE a.id = ?`, id).Scan(&want, &b)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, notFound(id)
	}
	if err != nil {
		return nil, err
	}
	if hash := sha256.Sum256(b); hex.EncodeToString(hash[:]) != want {
		return nil, refusal(model.CodeDamaged, "the content is not what its hash says")
	}
	return b, nil
}
