package model

import "testing"

func TestIdentityCodesAreRecognised(t *testing.T) {
	for text, want := range map[string]bool{
		"131052-308T": true, "131052-308t": true, "hetu 131052-308T, soita": true, "131052A308T": true, "010594Y9021": true,
		"131052–308T": true, "131052\u2011308T": true, "131052\u2212308T": true, "131052\u00ad308T": true,
		"131052 -308T": true, "131052 - 308T": true, "131052-\n308T": true, "１３１０５２-３０８T": true, "131052-\u200b308T": true,
		"hetu131052-308T": true, "hetu_131052-308T": true, "131052-308Tx": true, "131052308T": true,
		"1: 010125-0205 ja 131052-308T": true, "131052-308Z ja 131052-308T": true,

		"": false, "01a20131052a308f": false, "1310520308": false, "131052308U": false, "0131052-308T": false, "131052-3080": true,
		"131052 - 3080": false, "131352-308T": false, "321052-308T": false, "1234567-8": false, "+358 40 123 4567": false,
		"040-1234567": false, "1.1.2025-2.5.2025": false, "010125-311225": false, "FI21 1234 5600 0007 85": false,
	} {
		if got := HasIdentityCode(text); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
