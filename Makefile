# SPDX-License-Identifier: GPL-3.0-or-later
# Wraps Meson, nothing more: `make`, `make run`, `make test`, `make install`, `make clean`.

BUILD   := build
PREFIX  ?= /usr/local
DESTDIR ?=
SETUP   := $(if $(CI),-Dwerror=true)

.PHONY: all run test install clean

all: $(BUILD)/build.ninja
	@meson compile -C $(BUILD)

$(BUILD)/build.ninja:
	@scripts/need build
	@meson setup $(BUILD) $(SETUP)

run:
	@scripts/need build
	@$(MAKE) --no-print-directory all
	@scripts/run $(BUILD)

test:
	@scripts/need build test
	@scripts/need wish || echo 'Some tests are passed over.' >&2
	@$(MAKE) --no-print-directory all
	@scripts/test $(BUILD)

install: $(BUILD)/build.ninja
	@meson configure $(BUILD) -Dprefix=$(PREFIX)
	@DESTDIR='$(DESTDIR)' meson install -C $(BUILD)

clean:
	rm -rf $(BUILD)
