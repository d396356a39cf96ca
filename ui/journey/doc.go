// Package journey drives the real program in a real window on a virtual screen, by keyboard and mouse, the way a
// coordinator would, and leaves pictures of what was seen in build/journey. The tests carry the build tag "journey",
// because they need Xvfb, xdotool, openbox, xclip and ImageMagick, which make test installs.
//
// What does not live here: tests of single screens, which use Fyne's own test driver.
package journey
