package assets

import _ "embed"

// Icon is the icon of the program, a PNG of 512 × 512 pixels drawn from icon.svg.
//
//go:embed icon.png
var Icon []byte

// WindowIcon is the icon in the 128 × 128 pixels in which a window shows it: decoding the large one takes longer than
// drawing the window.
//
//go:embed icon-window.png
var WindowIcon []byte
