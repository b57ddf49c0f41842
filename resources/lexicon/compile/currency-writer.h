/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "phrase-writer.h"

G_BEGIN_DECLS

/* Makes the sections of the currencies, see tl-currency-layout.h. */
typedef struct _CurrencyWriter CurrencyWriter;

CurrencyWriter *currency_writer_new    (StringPool     *strings);
void            currency_writer_add    (CurrencyWriter *self,
                                        const char     *row);
void            currency_writer_finish (CurrencyWriter *self,
                                        TableWriter    *table);

G_END_DECLS
