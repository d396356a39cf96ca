package model

import (
	"context"
	"time"
)

// Form is how an agreement was made: the report the program grew from found oral ones as common as written ones
// (PERHE report, section 6.2), so an oral agreement is a full record.
type Form string

// The forms.
const (
	Written    Form = "written"
	Oral       Form = "oral"
	Structural Form = "structural" // agreed in municipal structures, by decision
)

// Forms lists them in the order in which they are offered.
func Forms() []Form { return []Form{Written, Oral, Structural} }

// AgreementKind is what an agreement is about.
type AgreementKind string

// The kinds of agreements.
const (
	Framework         AgreementKind = "framework"
	Partnership       AgreementKind = "partnership"
	Cooperation       AgreementKind = "cooperation"
	PremisesAgreement AgreementKind = "premises"
	TrainingAgreement AgreementKind = "training"
	LetterOfIntent    AgreementKind = "letter_of_intent"
	OtherAgreement    AgreementKind = "other"
)

// AgreementKinds lists them in the order in which they are offered.
func AgreementKinds() []AgreementKind {
	return []AgreementKind{
		Partnership, Framework, Cooperation, PremisesAgreement, TrainingAgreement, LetterOfIntent, OtherAgreement,
	}
}

// MinParties and MaxParties bound how many parties an agreement that is out for signature has.
const (
	MinParties = 2
	MaxParties = 50
)

// AgreementSummary is what a register line, the state and every list need of an agreement, without its texts.
type AgreementSummary struct {
	ID            ID
	Number        string     // running per year, "2026-004"; unique
	Title         Text       // required in one language
	Languages     []Language // one or two; the first is the main one
	Form          Form
	Kind          AgreementKind
	Area          Text
	ParentID      ID // the framework agreement above it
	PredecessorID ID // the agreement it continues
	Parties       []Party
	AgreedOn      Date // oral and structural: when it was agreed
	ValidFrom     Date
	ValidUntil    Date // last day in force; zero = until further notice
	NoticeMonths  Count
	ReviewOn      Date // the next review
	Notice        Notice
}

// Agreement is an agreement with everything that is kept of it.
type Agreement struct {
	AgreementSummary
	Place           Text // where the activities take place
	Clauses         []Clause
	Tasks           []Task
	Contributions   []Contribution
	WrittenInto     []WrittenInto
	Reviews         []Review
	MeetingsPerYear Count
	Court           Text // ready inflected: "Suvannon käräjäoikeudessa", "Suvanto tingsrätt"
	SignedAt        Text // place and date of signature when known beforehand, ready inflected
	OralTerms       OralTerms
	Attachments     []Attachment
	Amendments      []Amendment
	Notes           string // for the office; never printed
}

// Party is one of the equal parties of an agreement; their order is the order in the list.
type Party struct {
	ID              ID
	OrganisationID  ID     // required
	Role            string // the party's role in the agreement, free text
	CoreTask        string // the core task that the agreement serves
	Services        []Service
	ContactID       ID // a contact of the organisation
	DeputyID        ID
	Signatory       string
	SignatoryTitle  string
	Signing         Signing
	DecisionBody    string // e.g. "Sivistyslautakunta"
	DecisionOn      Date
	DecisionSection string // the §, as written: "42"
}

// Signing is the way of one copy through one party's hands.
type Signing struct {
	SentOn     Date
	SignedOn   Date
	ReturnedOn Date
	CopyOn     Date // the party's own signed copy given
	Electronic bool // signed electronically; the program itself does not sign
}

// Notice is notice of termination given by a party. It is zero until notice is given.
type Notice struct {
	By      ID // the party that gave it
	GivenOn Date
	EndsOn  Date // last day in force
}

// OralTerms is what the memo of an oral agreement says.
type OralTerms struct {
	Where      string
	Present    string
	Content    Text
	NotedBy    string
	MemoSentTo string
	MemoSentOn Date
}

// Task is one task in the division of work and the parties that see to it.
type Task struct {
	ID          ID
	Description Text // required
	PartyIDs    []ID // parties of the agreement
}

// WrittenInto records that a party has taken the partnership into a plan or strategy of its own (PERHE report, 8.1).
type WrittenInto struct {
	ID       ID
	PartyID  ID
	Document string // required: welfare strategy, early-education plan, parish action plan …
	Year     int    // 0 when not said
}

// Review is a review that was held. Recording one moves AgreementSummary.ReviewOn to the next.
type Review struct {
	ID      ID
	HeldOn  Date // required
	Present string
	Notes   string
}

// Amendment is a numbered change (muutosliite) to a signed agreement, signed by all its parties.
type Amendment struct {
	ID         ID
	Number     int // 1, 2 … in the order made
	Title      Text
	Body       Text // required
	ValidFrom  Date
	Signatures []AmendmentSignature
}

// AmendmentSignature is one party's signing of an amendment.
type AmendmentSignature struct {
	PartyID ID
	Signing Signing
}

// AttachmentRole is why a file is kept with an agreement.
type AttachmentRole string

// The roles of attachments.
const (
	Annex      AttachmentRole = "annex"       // belongs to the agreement and is listed on paper
	SignedText AttachmentRole = "signed_text" // the PDF as it was when the first party signed; made by the program
	Scan       AttachmentRole = "scan"        // the signed paper, scanned
	OtherFile  AttachmentRole = "other"
)

// AttachmentRoles lists those that a person can choose, in the order in which they are offered.
func AttachmentRoles() []AttachmentRole { return []AttachmentRole{Annex, Scan, OtherFile} }

// MaxAttachment is the largest attachment that is kept, in bytes.
const MaxAttachment = 25 << 20

// Attachment describes a file kept in the data file; its content is read with AttachmentContent.
type Attachment struct {
	ID        ID
	Role      AttachmentRole
	Name      string // file name without folders
	MediaType string // found from the content, e.g. "application/pdf"
	Size      int64  // bytes
	SHA256    string // of the content, hexadecimal
	AddedAt   time.Time
}

// NewAttachment is a file to be kept: only Role, Name and MediaType are read from its description.
type NewAttachment struct {
	Attachment
	Content []byte
}

// AgreementContribution is a contribution together with its agreement.
type AgreementContribution struct {
	AgreementID  ID
	Contribution Contribution
}

// Agreements keeps the register of agreements. Every method is one transaction.
type Agreements interface {
	// Agreements returns all agreements without their texts, in order of number.
	Agreements(ctx context.Context) ([]AgreementSummary, error)
	// Agreement returns one whole, CodeNotFound when there is none.
	Agreement(ctx context.Context, id ID) (Agreement, error)
	// NextAgreementNumber proposes the next number of the year.
	NextAgreementNumber(ctx context.Context, year int) (string, error)
	// CreateAgreement keeps a new one; empty IDs are made. CodeInvalid when Check refuses it, CodeNumberTaken when the
	// number is in use.
	CreateAgreement(ctx context.Context, a Agreement) (Agreement, error)
	// UpdateAgreement changes one and keeps the new attachments with it. CodeFrozen when a signed text would change; an
	// error of change is returned as it is; in either case nothing is written. Attachments that change leaves out are
	// removed with their content.
	UpdateAgreement(ctx context.Context, id ID, change func(*Agreement) error, add ...NewAttachment) (Agreement, error)
	// DeleteAgreement removes one that was never signed and that nothing uses; CodeFrozen or CodeInUse otherwise.
	DeleteAgreement(ctx context.Context, id ID) error
	// AttachmentContent returns a kept file; CodeDamaged when it is no longer what its hash says.
	AttachmentContent(ctx context.Context, id ID) ([]byte, error)
	// DueContributions returns every contribution that has a due day and is not done.
	DueContributions(ctx context.Context) ([]AgreementContribution, error)
	// Contributions returns every contribution of every agreement.
	Contributions(ctx context.Context) ([]AgreementContribution, error)
}
