/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which reports are of one trade. */

#include "tl-series-private.h"

/**
 * tl_trade_set:
 * @self: (out caller-allocates): a trade
 * @partner: the exporter, or the side with the surplus
 * @other: the other partner
 * @flow: which flow
 * @scope: whose trade
 *
 * Sets all fields.
 */
void
tl_trade_set (TlTrade    *self,
              const char *partner,
              const char *other,
              TlFlow      flow,
              TlScope     scope)
{
  g_strlcpy (self->partners[0], partner, TL_PARTNER_SIZE);
  g_strlcpy (self->partners[1], other, TL_PARTNER_SIZE);
  self->flow = flow;
  self->scope = scope;
}

/**
 * tl_partner_is_of_country:
 * @partner: a partner's code
 * @country: a country's code
 *
 * Returns: whether the partner is the country or lies in it: "BY-BR" lies in "BY"
 */
gboolean
tl_partner_is_of_country (const char *partner,
                          const char *country)
{
  gsize length = strlen (country);

  return strncmp (partner, country, length) == 0 &&
         (partner[length] == '\0' || partner[length] == '-');
}

/**
 * tl_partners_are_of_pair:
 * @data: a figure
 * @partner: a country's code
 * @other: another's
 *
 * Returns: whether the figure is of the trade of the two, or of parts of them, either way
 */
gboolean
tl_partners_are_of_pair (const TlFigureData *data,
                         const char         *partner,
                         const char         *other)
{
  const char *first = data->partners[0];
  const char *second = data->partners[1];

  return (tl_partner_is_of_country (first, partner) && tl_partner_is_of_country (second, other)) ||
         (tl_partner_is_of_country (first, other) && tl_partner_is_of_country (second, partner));
}

/**
 * tl_trade_includes:
 * @self: a trade
 * @report: a report
 *
 * Returns: whether the report is of that trade
 */
gboolean
tl_trade_includes (const TlTrade *self,
                   TlReport      *report)
{
  const TlFigureData *data = tl_figure_get_data (tl_report_get_figure (report));

  if (data->scope != self->scope || data->flow != self->flow)
    return FALSE;
  if (g_str_equal (data->partners[0], self->partners[0]) &&
      g_str_equal (data->partners[1], self->partners[1]))
    return TRUE;
  return self->flow == TL_FLOW_TURNOVER &&
         g_str_equal (data->partners[0], self->partners[1]) &&
         g_str_equal (data->partners[1], self->partners[0]);
}
