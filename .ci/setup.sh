#!/bin/sh
# Sees to it that the system packages are there that building (run), testing (test) or building for Windows (windows)
# needs. Says nothing when they are; installs them with apt on Debian and Ubuntu; elsewhere names them and stops.
set -eu

build="ca-certificates gcc libc6-dev pkg-config libgl1-mesa-dev xorg-dev libwayland-dev libxkbcommon-dev"
packages=$build
case ${1:-run} in
run) ;;
test) packages="$build xvfb xdotool openbox imagemagick x11-utils x11-xkb-utils xclip poppler-utils qpdf" ;;
windows) packages="gcc-mingw-w64-x86-64 binutils-mingw-w64-x86-64 imagemagick" ;;
*)
	echo "setup.sh: run, test or windows, not $1" >&2
	exit 2
	;;
esac

command -v go >/dev/null || {
	echo "Go is missing: install Go 1.26 or newer from https://go.dev/dl/" >&2
	exit 1
}
[ "$(uname -s)" = Linux ] || exit 0

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
	# Another Linux: the names differ, but what the compiler has to find is the same.
	libs="gl x11 xcursor xrandr xinerama xi xxf86vm wayland-client wayland-cursor wayland-egl xkbcommon"
	if command -v pkg-config >/dev/null && pkg-config --exists $libs; then
		exit 0
	fi
	echo "This program is built with some system packages that are missing here. On Debian they are called:" >&2
	echo "  $packages" >&2
	echo "Install what your system calls them, so that pkg-config finds: $libs" >&2
	exit 1
fi

missing=
for p in $packages; do
	dpkg-query -W -f '${db:Status-Status}\n' "$p" 2>/dev/null | grep -qx installed || missing="$missing $p"
done
[ -n "$missing" ] || exit 0

root=
if [ "$(id -u)" != 0 ]; then
	root=sudo
	command -v sudo >/dev/null || {
		echo "System packages are missing, and installing them takes root. As root, type:" >&2
		echo "  apt-get install$missing" >&2
		exit 1
	}
fi
echo "Installing system packages:$missing"
mkdir -p build
{
	$root apt-get update -q &&
		$root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing
} >build/setup.log 2>&1 || {
	tail -n 20 build/setup.log >&2
	echo "The system packages could not be installed; build/setup.log has all that apt said." >&2
	exit 1
}
