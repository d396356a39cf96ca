package records

import (
	"fmt"
	"reflect"
	"strings"
	"time"

	"kumppani/model"
)

// fill gives every field of a model value a value that no other field has, so that it can be found again.
func fill(v reflect.Value, n int) int {
	n++
	switch x := v.Addr().Interface().(type) {
	case *model.Date:
		*x = model.MustDate("1900-01-01").AddDays(n)
		return n
	case *time.Time:
		*x = time.Date(1800, 1, 1, 0, 0, n, 0, time.UTC)
		return n
	case *model.Count:
		*x = model.CountOf(700_000 + n)
		return n
	case *model.Amount:
		*x = model.AmountOf(int64(80_000_000 + 100*n))
		return n
	case *model.Language:
		*x = model.Swedish
		return n
	case *model.Availability:
		*x = x.With(time.Tuesday, model.Evening, true)
		return n
	case *model.Recurrence: // nothing but a rule that there is gives a day
		*x = model.Recurrence{
			Rhythm: model.EveryNWeeks, Weekday: time.Tuesday, Every: 39, Dates: []model.Date{model.MustDate("1901-02-03")},
			Without: []model.Date{model.MustDate("1901-03-04")},
		}
		return n
	case *map[model.ID]int:
		*x = map[model.ID]int{"own": 500_000 + n}
		return n
	case *model.Clock:
		*x, _ = model.NewClock(n/60%24, n%60)
		return n
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(fmt.Sprintf("text%04d", n))
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(600_000 + n))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		n = fill(v.Index(0), n)
	case reflect.Struct:
		for i := range v.NumField() {
			n = fill(v.Field(i), n)
		}
	}
	return n
}

// unseen names the fields whose value is not in the text.
func unseen(v reflect.Value, text string) []string {
	want := ""
	switch x := v.Interface().(type) {
	case model.Date:
		want = x.String()
	case time.Time:
		want = x.UTC().Format(time.RFC3339)
	case model.Count:
		want = x.String()
	case model.Amount:
		want = fmt.Sprint(x.Hundredths / 100)
	case bool, model.Language, map[model.ID]bool:
		return nil // not to be told from others; their keys are tested
	case model.Availability:
		want = x.Codes()[0]
	case model.Clock:
		want = x.String()
	case model.Recurrence:
		for _, part := range []string{x.RRULE(), x.Dates[0].String(), x.Without[0].String()} {
			if !strings.Contains(text, part) {
				return []string{part}
			}
		}
		return nil
	case map[model.ID]int:
		want = fmt.Sprint(x["own"])
	default:
		var out []string
		switch v.Kind() {
		case reflect.Slice:
			return unseen(v.Index(0), text)
		case reflect.Struct:
			for i := range v.NumField() {
				for _, f := range unseen(v.Field(i), text) {
					out = append(out, v.Type().Field(i).Name+"."+f)
				}
			}
			return out
		}
		want = fmt.Sprint(v.Interface())
	}
	if strings.Contains(text, want) {
		return nil
	}
	return []string{want}
}
