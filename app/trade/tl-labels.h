/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-amount.h"
#include "tl-date.h"

G_BEGIN_DECLS

/**
 * TlLabelStyle:
 * @TL_LABEL_STYLE_WORDS: "almost $1 billion", for lists and descriptions
 * @TL_LABEL_STYLE_SIGNS: "≈ $500 million", for marks of a chart that show bounds by an arrow
 * @TL_LABEL_STYLE_COMPACT: "≈$500m", where there is little room
 */
typedef enum
{
  TL_LABEL_STYLE_WORDS,
  TL_LABEL_STYLE_SIGNS,
  TL_LABEL_STYLE_COMPACT,
} TlLabelStyle;

char *tl_label_for_amount   (double        value,
                             double        high,
                             const char   *currency,
                             TlPrecision   precision,
                             TlLabelStyle  style);
char *tl_label_for_rate     (const char   *currency,
                             double        rate,
                             const char   *other);
char *tl_label_for_percent  (double        percent);
char *tl_label_for_period   (TlDate        start,
                             TlDate        end);
char *tl_label_for_months   (TlDate        start,
                             TlDate        end);
char *tl_label_for_date     (TlDate        date);
char *tl_label_for_carriers (guint         n_carriers);

G_END_DECLS
