package home

import (
	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// chip says how near the day is: late, today, in so many days.
func (t teller) chip(x model.AgendaItem) kit.Chip {
	if x.On.IsZero() || x.Matter == model.MatterEnded {
		return kit.Chip{Word: words.T("home.chip." + string(x.Matter)), Tone: tones[x.Matter]}
	}
	days := t.Today.DaysUntil(x.On)
	switch {
	case x.Matter == model.MatterUnsigned:
		return kit.Chip{Word: words.N("home.waited", -days), Tone: kit.Waiting}
	case days == 0 && x.Matter == model.MatterContact:
		return kit.Chip{Word: words.T("home.today"), Tone: tones[x.Matter]}
	case days < 0 && ago[x.Matter]:
		return kit.Chip{Word: words.N("home.ago", -days), Tone: tones[x.Matter]}
	case days < 0:
		return kit.Chip{Word: words.N("home.late", -days), Tone: kit.Danger}
	case days == 0:
		return kit.Chip{Word: words.T("home.today"), Tone: kit.Danger}
	default:
		return kit.Chip{Word: words.N("home.days", days), Tone: tones[x.Matter]}
	}
}

// ago are the matters whose day is one on which something happened, not one by which it had to.
var ago = map[model.Matter]bool{
	model.MatterNotCounted: true, model.MatterContact: true, model.MatterNoDecisions: true, model.MatterBackup: true,
	model.MatterRunningOut: true,
}

var tones = map[model.Matter]kit.Tone{
	model.MatterClash: kit.Danger, model.MatterClosed: kit.Danger, model.MatterNoLeader: kit.Danger,
	model.MatterContribution: kit.Danger, model.MatterFollowUpLate: kit.Danger, model.MatterReviewLate: kit.Danger,
	model.MatterDecision: kit.Attention, model.MatterReadiness: kit.Attention, model.MatterNotCounted: kit.Attention,
	model.MatterHalfPair: kit.Attention, model.MatterContact: kit.Attention, model.MatterEnding: kit.Attention,
	model.MatterUnsigned: kit.Waiting, model.MatterBackup: kit.Attention, model.MatterMeeting: kit.Attention,
	model.MatterNoDecisions: kit.Attention, model.MatterRunningOut: kit.Attention, model.MatterTheme: kit.Attention,
	model.MatterFollowUp: kit.Attention, model.MatterReview: kit.Attention, model.MatterService: kit.Attention,
	model.MatterDraft: kit.Neutral, model.MatterEnded: kit.Past,
}
