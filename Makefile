# make run starts the program, make test checks everything that CI checks. Both install what is missing first.

TAGS   := migrated_fynedo
TOOLS  := build/tools
# Where the program's own Go files are; build/ may hold others.
TREES  := main.go house_test.go start_test.go assets model persistence ui
# The parts that need neither a window nor a C compiler; they are checked for Windows too.
PLAIN  := ./model/... ./assets/... ./persistence/... ./ui/paper/... ./ui/icalendar/... ./ui/region/... ./ui/words/... \
         ./ui/commands/... ./ui/table/... ./ui/report/... ./ui/lists/... ./ui/spreadsheet/... ./ui/importing/... ./ui/records/...

.PHONY: run build test lint journey bench windows fmt clean

run: build
	build/kumppani

build:
	@.ci/setup.sh run
	go build -tags $(TAGS) -o build/kumppani .

test:
	@.ci/setup.sh test
	@$(MAKE) --no-print-directory lint
	go test -race -timeout 30m -tags $(TAGS) ./...
	go test -timeout 30m -run 'DiskFails|PowerCut' ./persistence
	@$(MAKE) --no-print-directory journey

lint: $(TOOLS)/.made
	@echo gofumpt; bad=$$($(TOOLS)/gofumpt -l $(TREES)); [ -z "$$bad" ] || { echo "$$bad"; echo 'Not formatted: make fmt'; exit 1; }
	go vet -tags $(TAGS),journey ./...
	$(TOOLS)/staticcheck -tags $(TAGS),journey ./...
	CGO_ENABLED=0 GOOS=windows go vet $(PLAIN)

# The way of a coordinator through the program, in a real window on a screen of its own (pictures are left in
# build/journey), and what the program says where no window can be opened.
journey:
	go test -count=1 -tags $(TAGS),journey -run NoWindow .
	go test -count=1 -v -timeout 20m -tags $(TAGS),journey ./ui/journey/...

# The figures, with the start of the program against that of an empty window. The first run makes a large data file.
bench:
	@.ci/setup.sh test
	go test -run '^$$' -bench . -benchmem -timeout 30m -tags $(TAGS),journey ./...

windows:
	@.ci/setup.sh windows
	.ci/windows.sh

fmt: $(TOOLS)/.made
	$(TOOLS)/gofumpt -w $(TREES)

clean:
	rm -rf build kumppani_windows_amd64.syso

# The versions of the checkers stand in .ci/tools/go.mod, apart from those of the program.
$(TOOLS)/.made: .ci/tools/go.mod .ci/tools/go.sum
	go build -C .ci/tools -o "$(CURDIR)/$(TOOLS)/" tool
	@touch $@
