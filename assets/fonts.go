package assets

import _ "embed"

// RegularFont and BoldFont are the typeface of paper, Noto Sans, as TrueType files; fonts/README.md says how they were
// made. They are shared: nobody writes into them.
var (
	//go:embed fonts/NotoSans-Regular.ttf
	RegularFont []byte
	//go:embed fonts/NotoSans-Bold.ttf
	BoldFont []byte
)

// SRGBProfile is the ICC profile of the sRGB colour space, which a PDF/A file carries with it.
//
//go:embed icc/sRGB.icc
var SRGBProfile []byte
