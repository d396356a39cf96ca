package ui

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/theme"

	"kumppani/assets"
	"kumppani/model"
	"kumppani/ui/home"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// Store is everything the window keeps.
type Store interface {
	model.Centres
	model.Organisations
	model.Agreements
	model.Templates
	model.Leaders
	model.Requirements
	model.Trainings
	model.MeetingPlaces
	model.Groups
	model.Closures
	model.Seasons
	model.Sessions
	model.PartnerCalendars
	model.MeetingPolicies
	model.PrintedCalendars
	model.FollowUps
	model.Deferrals
	model.Networks
	model.Surveys
	model.Years
	model.Imports
	model.Backups
	// Subscribe tells which kinds of records a write has changed, on the goroutine that wrote.
	Subscribe(changed func(kinds []model.Kind)) (cancel func())
}

// Options says what the window opens with.
type Options struct {
	Store    Store
	Today    func() model.Date
	TodaySet bool           // the day was set by hand, and is shown
	Sample   bool           // the store holds the sample region
	Language model.Language // asked for by hand; empty for the centre's or, failing that, System
	System   model.Language // of the computer; empty when it is none of ours
	// OpenSample opens the sample region in a window of its own, in the language.
	OpenSample     func(model.Language) error
	Version        string
	Risk           string // why the folder of the file is a risky place, empty when it is not; key "shell.risk.<code>"
	ExitWhenUsable bool   // close at once when the first picture is drawn: for measuring the start
}

// NoWindow is the error of Run when the computer cannot show a window. Its text is the sentence for the person.
type NoWindow struct{ Sentence string }

// Error is the sentence.
func (e *NoWindow) Error() string { return e.Sentence }

// Say is the sentence too, in the language that the window would have had.
func (e *NoWindow) Say(words.In) string { return e.Sentence }

// Run shows the window until it is closed. It must be called on the main goroutine.
func Run(o Options) error {
	debug.SetGCPercent(startingGC)
	var ahead home.Ahead
	if o.Store != nil {
		ahead = home.ReadAhead(o.Store, o.Today())
	}
	a := newApp()
	warm := warmUp()
	err := checkDisplay()
	<-warm
	if err != nil {
		words.Use(startLanguage(o.Language, o.System))
		return &NoWindow{words.T(err.Error())}
	}
	sweepPrinted()
	printed, err := os.MkdirTemp("", printedPrefix)
	if err != nil {
		return fmt.Errorf("make a folder for printed documents: %w", err)
	}
	defer os.RemoveAll(printed) // what was printed names people: it does not outlive the window
	s := newShell(o, a, printed)
	s.ahead = ahead
	if err := s.start(); err != nil {
		return err
	}
	a.Lifecycle().SetOnStarted(func() {
		afterFirstPicture(func() {
			if o.ExitWhenUsable { // what comes after is not part of the start
				_ = os.RemoveAll(printed)
				os.Exit(0)
			}
			go settle()
		})
	})
	s.window.ShowAndRun()
	return nil
}

// printedPrefix begins the name of the folder for printed documents.
const printedPrefix = "kumppani-printed-"

// sweepPrinted removes the printed documents of a program that was killed: they name people. One that is still running is
// younger than a week.
func sweepPrinted() {
	left, _ := filepath.Glob(filepath.Join(os.TempDir(), printedPrefix+"*"))
	for _, folder := range left {
		if info, err := os.Stat(folder); err == nil && time.Since(info.ModTime()) > 7*24*time.Hour {
			_ = os.RemoveAll(folder)
		}
	}
}

// startingGC lets the heap grow while the program starts: what is read then is kept, and looking through it again and
// again takes time from the first picture. settle goes back to the usual percentage.
const startingGC = 400

// settle gives back to the computer what only the start needed.
func settle() {
	debug.SetGCPercent(100)
	debug.FreeOSMemory()
}

// newApp makes Fyne's application, with our icon and look. In a new home there is no folder for caches yet, of which Fyne
// would complain on the terminal.
func newApp() fyne.App {
	if folder, err := os.UserCacheDir(); err == nil {
		_ = os.MkdirAll(folder, 0o700)
	}
	a := app.NewWithID(appID)
	a.SetIcon(fyne.NewStaticResource("icon.png", assets.WindowIcon))
	a.Settings().SetTheme(kit.Theme{Appearance: kit.Appearance(a.Preferences().String(prefAppearance))})
	return a
}

// warmUp loads what every screen needs, fonts and words, while the computer looks for its screen. Nothing else of Fyne may
// be used until the channel is closed.
func warmUp() <-chan struct{} {
	done := make(chan struct{})
	go func() {
		defer close(done)
		for _, style := range []fyne.TextStyle{{}, {Bold: true}} {
			fyne.MeasureText(words.T("shell.home"), theme.TextSize(), style)
		}
	}()
	return done
}

// afterFirstPicture does what it is told when the window has been drawn: Fyne steps animations once for each picture.
func afterFirstPicture(do func()) {
	pictures := 0
	var wait *fyne.Animation
	wait = fyne.NewAnimation(time.Minute, func(float32) {
		if pictures++; pictures == 3 {
			wait.Stop()
			do()
		}
	})
	wait.Start()
}

// appID names the program to the system; FyneApp.toml has the same.
const appID = "fi.kumppani.app"

// prefAppearance is where the light or dark appearance is remembered. It belongs to the computer, not to the data file.
const prefAppearance = "appearance"

// view opens a file in the system's own program.
func view(a fyne.App) func(path string) error {
	return func(path string) error {
		return a.OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(path)})
	}
}
