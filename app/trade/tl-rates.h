/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlRates:
 *
 * What other currencies are worth in one, as a person says; no rate is known by itself.
 */
typedef struct _TlRates TlRates;

/**
 * TL_MIN_RATE:
 *
 * A unit of no currency is worth less of another, by far.
 */
#define TL_MIN_RATE 1e-7

/**
 * TL_MAX_RATE:
 *
 * A unit of no currency is worth more of another, by far.
 */
#define TL_MAX_RATE 1e7

TlRates    *tl_rates_new          (const char    *currency);
TlRates    *tl_rates_copy         (const TlRates *self);
void        tl_rates_free         (TlRates       *self);
const char *tl_rates_get_currency (const TlRates *self);
gboolean    tl_rates_set          (TlRates       *self,
                                   const char    *currency,
                                   double         rate);
double      tl_rates_get          (const TlRates *self,
                                   const char    *currency);
GPtrArray  *tl_rates_list         (const TlRates *self);
char       *tl_rates_dup_label    (double         rate);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlRates, tl_rates_free)

G_END_DECLS
