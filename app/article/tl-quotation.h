/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article.h"

G_BEGIN_DECLS

/**
 * TlQuotationFormat:
 * @TL_QUOTATION_PLAIN: for people
 * @TL_QUOTATION_MARKDOWN: a block of Markdown
 * @TL_QUOTATION_BIBTEX: an entry of BibTeX that holds it
 */
typedef enum
{
  TL_QUOTATION_PLAIN,
  TL_QUOTATION_MARKDOWN,
  TL_QUOTATION_BIBTEX,
} TlQuotationFormat;

gboolean tl_quotation_format_from_string (const char        *string,
                                          TlQuotationFormat *format);
TlSpan   tl_quotation_find_sentence      (TlArticle         *article,
                                          gsize              byte);
char    *tl_quotation_new                (TlArticle         *article,
                                          TlSpan             span,
                                          TlQuotationFormat  format);

G_END_DECLS
