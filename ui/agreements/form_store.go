package agreements

import "kumppani/model"

// Store is what the screen of agreements needs kept.
type Store interface {
	model.Agreements
	model.Organisations
	model.Templates
	model.Centres
}
