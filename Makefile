# SPDX-License-Identifier: GPL-3.0-or-later
# Wraps Meson, nothing more: `make`, `make run`, `make test`, `make fuzz`, `make analyze`, `make sanitize`, `make bench`, `make install`, `make deb`, `make clean`.

BUILD   := build
PREFIX  ?= /usr/local
DESTDIR ?=
SETUP   := $(if $(CI),-Dwerror=true)

.PHONY: all run test fuzz analyze sanitize bench install deb deb-check clean

all: $(BUILD)/build.ninja
	@meson compile -C $(BUILD)

$(BUILD)/build.ninja:
	@scripts/need build run nice
	@meson setup $(BUILD) $(SETUP)

run:
	@scripts/need build run nice
	@$(MAKE) --no-print-directory all
	@scripts/run $(BUILD)

test:
	@scripts/need build run nice test
	@scripts/need wish || echo 'Some tests are passed over.' >&2
	@$(MAKE) --no-print-directory all
	@scripts/test $(BUILD)

# Half an hour for each target: SECONDS=60 for a quick one, TARGETS="document archive" for some.
fuzz:
	@scripts/need build test fuzz
	@tests/fuzz/run build-fuzz $(or $(SECONDS),1800) $(TARGETS)

# gcc -fanalyzer and cppcheck; what is no fault stands in scripts/cppcheck.supp, with why.
analyze:
	@scripts/need build analyze
	@$(MAKE) --no-print-directory all
	@scripts/analyze $(BUILD)

# All tests under Address, UndefinedBehaviour and LeakSanitizer, in a build of their own.
sanitize:
	@scripts/need build run nice test
	@scripts/sanitize build-sanitize

# Beside what people would use instead; ARTICLES=100000 ROUNDS=5 ONLY=reading,start.
bench:
	@scripts/need build run nice test
	@scripts/need wish bench || echo 'Some peers are passed over.' >&2
	@$(MAKE) --no-print-directory all
	@tests/speed/bench $(BUILD) $(PREFIX) --articles $(or $(ARTICLES),20000) --rounds $(or $(ROUNDS),5) \
	  $(if $(ONLY),--only $(ONLY)) --json $(BUILD)/bench.json

install: $(BUILD)/build.ninja
	@meson configure $(BUILD) -Dprefix=$(PREFIX)
	@DESTDIR='$(DESTDIR)' meson install -C $(BUILD)

deb:
	@scripts/need build deb
	@scripts/deb $(BUILD)-deb

deb-check:
	@tests/package/deb-check

clean:
	rm -rf $(BUILD) $(BUILD)-deb
