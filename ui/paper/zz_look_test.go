package paper
import ("testing";"os";"kumppani/model")
func TestZLook(t *testing.T) {
	for _, l := range []model.Language{"fi","sv"} {
		o := testOffice()
		os.WriteFile("/tmp/briefE-"+string(l)+".pdf", mustRender(t, o.Report(testReport(l))).PDF, 0o600)
	}
}
