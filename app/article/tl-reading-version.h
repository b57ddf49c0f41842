/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/**
 * TL_READING_VERSION:
 *
 * The version of all that reads a text: rules, word lists, gazetteer and model.  A library
 * keeps it with each reading, and reads again what an older one has read.  It is raised
 * whenever something is read otherwise than before; tests/corpus/test-version notices.
 */
#define TL_READING_VERSION 3
