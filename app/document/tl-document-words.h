/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlDocumentWords:
 *
 * The groups of resources/lexicon/document.ini, but for those of languages.
 */
typedef enum
{
  TL_DOCUMENT_PAGE_CONTROLS,
  TL_DOCUMENT_PAGE_FOLDERS,
  TL_DOCUMENT_PAGE_OPENINGS,
  TL_DOCUMENT_SMALL_PRINT,
  TL_DOCUMENT_CAPTION_ENDS,
  TL_DOCUMENT_CAPTION_MARKS,
  TL_DOCUMENT_NAME_PARTICLES,
  TL_DOCUMENT_LINE_ABBREVIATIONS,
  TL_DOCUMENT_DATE_LABELS,
} TlDocumentWords;

#define TL_N_DOCUMENT_WORDS (TL_DOCUMENT_DATE_LABELS + 1)

/**
 * TlDocumentLanguage:
 * @code: ISO 639-1
 * @words: its commonest words, %NULL-terminated
 */
typedef struct
{
  const char *code;
  char      **words;
} TlDocumentLanguage;

const char *const        *tl_document_words     (TlDocumentWords  group);
const TlDocumentLanguage *tl_document_languages (guint           *n_languages);

G_END_DECLS
