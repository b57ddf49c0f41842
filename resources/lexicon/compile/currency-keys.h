/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "table-writer.h"

G_BEGIN_DECLS

/* Makes a section of rows by their keys, see TlCurrencyKey. */
typedef struct _CurrencyKeys CurrencyKeys;

CurrencyKeys *currency_keys_new    (void);
gboolean      currency_keys_has    (CurrencyKeys *self,
                                    guint32       key);
void          currency_keys_set    (CurrencyKeys *self,
                                    guint32       key,
                                    guint32       row);
void          currency_keys_finish (CurrencyKeys *self,
                                    TableWriter  *table);

G_END_DECLS
