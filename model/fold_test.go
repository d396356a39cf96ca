package model_test

import (
	"slices"
	"testing"
	"unicode/utf8"

	"kumppani/model"
)

func TestFoldIsBlindToCaseAndDiacritics(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"perhekahvila", "perhekahvila"},
		{"Ähtäri", "ahtari"},
		{"A\u0308hta\u0308ri", "ahtari"}, // decomposed, as macOS writes file names
		{"ÅBO svenska FÖRSAMLING", "abo svenska forsamling"},
		{"Čáŋalas đuođđi ŧ", "canalas duoddi t"},
		{"Šaŋŋa Žukova", "sanna zukova"},
		{"Großmann Ærø", "grossmann aero"},
		{"Etelä–Savo", "etela-savo"},
		{"Etelä\u2011Savo", "etela-savo"}, // a hyphen that does not break
		{"10\u00a0000", "10 000"},
		{"perhe\u00adkahvila", "perhekahvila"},
		{"rivi\ntoinen", "rivi toinen"},
		{"MLL:n Ähtärin", "mll:n ahtarin"},
		{" Perhe ", "perhe"},
	} {
		if got := model.Fold(c.text); got != c.want {
			t.Errorf("Fold(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

func TestSortKeyIsFinnishOrder(t *testing.T) {
	for _, want := range [][]string{
		{"", "Aalto", "Zacharias", "Åbo", "Ähtäri", "Öster"},
		{"Vaasa", "Vuokatti", "Walkeakoski", "Wasa", "Xanadu"}, // v and w are letters of their own
		{"Dahl", "Đavvi", "Deatnu", "Duodji"},                  // đ as d
		{"Nana", "Ŋavdda", "Neste"},                            // ŋ as n
		{"Tana", "Ŧavdda", "Teno"},                             // ŧ as t
		{"Sara", "Šara", "Sarb"},                               // š as s
		{"Müller", "Mylly", "Mymmeli"},                         // ü as y
		{"Ala-Kitka", "Alajärvi", "Alavus"},                    // a hyphen ends a word
		{"Keski Suomi", "Keski-Uusimaa", "Keskinen"},
		{"MLL", "MLL Ähtäri", "MLL:n paikallisyhdistys"},
		{"7 veljestä", "Aapo"},
		{"Ahlers", "ahlman", "AHLQVIST"},
		{"Ærø", "Ävä", "Äänekoski", "Östermalm", "Østfold", "Özer"},
	} {
		got := slices.Clone(want)
		slices.Reverse(got)
		slices.SortFunc(got, func(a, b string) int {
			ka, kb := model.SortKey(a), model.SortKey(b)
			switch {
			case ka < kb:
				return -1
			case ka > kb:
				return 1
			}
			return 0
		})
		if !slices.Equal(got, want) {
			t.Errorf("sorted %q, want %q", got, want)
		}
	}
}

func TestSortKeyTellsTextsApart(t *testing.T) {
	if model.SortKey("Tupa") == model.SortKey("tupa") {
		t.Error("two different names have the same key, so their order is left to chance")
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"Ähtäri", "ŊŦĐ", "ẞ", "İstanbul", "\xff", "ﬁ", "A\u0308"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := model.Fold(s)
		if utf8.ValidString(s) && !utf8.ValidString(once) {
			t.Errorf("Fold(%q) = %q is not text", s, once)
		}
		if twice := model.Fold(once); twice != once {
			t.Errorf("Fold(%q) = %q, but folded again %q", s, once, twice)
		}
		model.SortKey(s)
	})
}
