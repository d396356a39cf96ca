package calendar

func (s *Screen) askPrint() {}
