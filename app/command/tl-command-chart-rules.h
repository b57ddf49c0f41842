/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-series-rules.h"

G_BEGIN_DECLS

/* What was given for the options, and the rules that it makes. */
typedef struct
{
  char         *from;
  char         *to;
  char         *currency;
  char        **rates;
  char         *kinds;
  char         *scope;

  TlSeriesRules rules;
  char          read_currency[4];
  TlRates      *read_rates;     /* owned, or NULL */
} TlCommandRules;

void     tl_command_rules_clear       (TlCommandRules       *self);
void     tl_command_rules_add_entries (TlCommandRules       *self,
                                       GOptionContext       *context);
gboolean tl_command_rules_is_given    (const TlCommandRules *self);
gboolean tl_command_rules_parse       (TlCommandRules       *self);

G_END_DECLS
