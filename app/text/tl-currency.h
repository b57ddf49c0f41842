/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-text.h"

G_BEGIN_DECLS

/**
 * TlCurrencyMatch:
 * @code: ISO 4217
 * @end_token: index after the name's last token
 * @multiplier: what the name multiplies its number with: "MUSD" with a million
 * @is_ambiguous: it is also something else, and counts only beside a million or the like
 * @is_plain: it is a sign that several countries use ("$"), and a name may tell which
 *
 * A currency's sign or name in a text.
 */
typedef struct
{
  const char *code;
  guint32     end_token;
  double      multiplier;
  gboolean    is_ambiguous;
  gboolean    is_plain;
} TlCurrencyMatch;

gboolean tl_currency_match_sign  (TlText          *text,
                                  guint            token,
                                  TlCurrencyMatch *match);
gboolean tl_currency_match_glued (TlText          *text,
                                  guint            token,
                                  TlCurrencyMatch *match,
                                  guint           *n_letters);
gboolean tl_currency_match_name  (TlText          *text,
                                  guint            token,
                                  TlCurrencyMatch *match);
gboolean tl_currency_exists      (const char      *code);

G_END_DECLS
