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
  TL_DOCUMENT_ACCOUNT_NAMES,
  TL_DOCUMENT_LINE_ABBREVIATIONS,
  TL_DOCUMENT_DATE_LABELS,
  TL_DOCUMENT_BYLINE_OPENINGS,
  TL_DOCUMENT_BYLINE_ENDINGS,
  TL_DOCUMENT_BYLINE_JOINERS,
  TL_DOCUMENT_BYLINE_PLACES,
  TL_DOCUMENT_BYLINE_PREPOSITIONS,
  TL_DOCUMENT_OFFICE_ENDINGS,
  TL_DOCUMENT_OFFICE_WORDS,
  TL_DOCUMENT_NO_AUTHORS,
  TL_DOCUMENT_WRITER_ROLES,
  TL_DOCUMENT_OTHER_HANDS,
  TL_DOCUMENT_ROLE_FIELDS,
  TL_DOCUMENT_DAY_PREPOSITIONS,
  TL_DOCUMENT_WEEKDAYS,
  TL_DOCUMENT_BYLINE_SINGLE,
  TL_DOCUMENT_AGENCY_WORDS,
  TL_DOCUMENT_AGENCIES,
  TL_DOCUMENT_UPDATE_LABELS,
  TL_DOCUMENT_PUBLISH_LABELS,
  TL_DOCUMENT_OTHER_DAYS,
  TL_DOCUMENT_DATE_PARTICLES,
  TL_DOCUMENT_SOURCE_LABELS,
  TL_DOCUMENT_FIELD_LABELS,
  TL_DOCUMENT_AUTHOR_LABELS,
  TL_DOCUMENT_TITLE_LABELS,
  TL_DOCUMENT_MAIL_PREFIXES,
  TL_DOCUMENT_MAIL_FROM,
  TL_DOCUMENT_MAIL_DATE,
  TL_DOCUMENT_MAIL_SUBJECT,
  TL_DOCUMENT_MAIL_TO,
  TL_DOCUMENT_MAIL_FORWARDED,
  TL_DOCUMENT_MAIL_WROTE,
  TL_DOCUMENT_MAIL_SENDERS,
  TL_DOCUMENT_MAIL_FOOTERS,
} TlDocumentWords;

#define TL_N_DOCUMENT_WORDS (TL_DOCUMENT_MAIL_FOOTERS + 1)

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
gboolean                  tl_document_has_word  (TlDocumentWords  group,
                                                 const char      *folded);
const char               *tl_document_skip_word (TlDocumentWords  group,
                                                 const char      *text);
const TlDocumentLanguage *tl_document_languages (guint           *n_languages);

G_END_DECLS
