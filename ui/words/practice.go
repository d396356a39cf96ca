package words

import "kumppani/model"

// Practice names a practice: those of peer groups, meeting places and training after what they are for.
func (in In) Practice(p model.Practice) string {
	switch {
	case p.Audience() != "":
		return in.T("practice.peer", "whom", Code(in, "audience", p.Audience()))
	case p.PlaceKind() != "":
		return in.T("practice.place", "what", Code(in, "place.kind", p.PlaceKind()))
	case p.ProgrammeKind() != "":
		return in.T("practice.training", "what", Code(in, "programme.kind", p.ProgrammeKind()))
	default:
		return Code(in, "practice", p)
	}
}
