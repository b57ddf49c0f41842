/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-text.h"

G_BEGIN_DECLS

/**
 * TL_CURRENCY_UNKNOWN:
 *
 * Stands for the code where the text does not tell whose money it is: "3 billion pesos".
 */
#define TL_CURRENCY_UNKNOWN "---"

/**
 * TlCurrencyMatch:
 * @code: ISO 4217, or %TL_CURRENCY_UNKNOWN
 * @end_token: index after the name's last token
 * @multiplier: what the name multiplies its number with: "MUSD" with a million, "cents" with 0.01
 * @unit: number of the unit that is shared with other countries, see tl_currency_resolve(); else 0
 * @is_ambiguous: it is also something else, and counts only beside a million or the like
 * @is_large: likewise, but it counts beside a hundred or more, too
 * @is_plain: it is a sign that several countries use ("$"), and a name may tell which
 *
 * A currency's sign or name in a text.
 */
typedef struct
{
  const char *code;
  guint32     end_token;
  double      multiplier;
  guint       unit;
  gboolean    is_ambiguous;
  gboolean    is_large;
  gboolean    is_plain;
} TlCurrencyMatch;

gboolean    tl_currency_match_sign     (TlText          *text,
                                        guint            token,
                                        TlCurrencyMatch *match);
gboolean    tl_currency_match_glued    (TlText          *text,
                                        guint            token,
                                        TlCurrencyMatch *match,
                                        guint           *n_letters);
gboolean    tl_currency_match_name     (TlText          *text,
                                        guint            token,
                                        TlCurrencyMatch *match);
gboolean    tl_currency_match_subunit  (TlText          *text,
                                        guint            token,
                                        const char      *code,
                                        TlCurrencyMatch *match);
gboolean    tl_currency_exists         (const char      *code);

GArray     *tl_currency_find_countries (TlText          *text);
const char *tl_currency_resolve        (GArray          *countries,
                                        guint            token,
                                        guint32          sentence,
                                        guint            unit,
                                        const char      *code);

G_END_DECLS
