#!/bin/sh
# Cross-builds build/kumppani.exe for Windows, 64 bits, without a console window and with the icon and the version of
# FyneApp.toml in its properties.
set -eu

version=$(sed -n 's/^Version = "\(.*\)"$/\1/p' FyneApp.toml)
numbers=$(echo "$version.0" | tr . ,)
mkdir -p build/windows
convert assets/icon.png -define icon:auto-resize=256,64,48,32,24,16 build/windows/kumppani.ico
cat >build/windows/kumppani.rc <<RC
1 ICON "kumppani.ico"
1 VERSIONINFO
FILEVERSION $numbers
PRODUCTVERSION $numbers
FILEOS 0x40004
FILETYPE 1
{
  BLOCK "StringFileInfo" {
    BLOCK "040904B0" {
      VALUE "FileDescription", "Kumppani"
      VALUE "FileVersion", "$version"
      VALUE "ProductName", "Kumppani"
      VALUE "ProductVersion", "$version"
      VALUE "OriginalFilename", "kumppani.exe"
      VALUE "LegalCopyright", "MIT"
    }
  }
  BLOCK "VarFileInfo" {
    VALUE "Translation", 0x0409, 0x04B0
  }
}
RC
# The Go linker takes resources from a file of this name beside main.go; it goes away again afterwards.
resource=kumppani_windows_amd64.syso
trap 'rm -f "$resource"' EXIT
trap 'exit 1' HUP INT TERM
(cd build/windows && x86_64-w64-mingw32-windres -O coff kumppani.rc "../../$resource")
CGO_ENABLED=1 GOOS=windows GOARCH=amd64 CC=x86_64-w64-mingw32-gcc \
	go build -tags migrated_fynedo,accessibility -trimpath -ldflags '-H=windowsgui -s -w' -o build/kumppani.exe .
