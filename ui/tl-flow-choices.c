/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-flow-choices.h"

#include <glib/gi18n-lib.h>

#include "tl-official.h"
#include "tl-words.h"

/* In the currency that it has without rates, with what can be converted into it. */
static TlSeries *
make_series (TlFlow         flow,
             const char    *partner,
             const char    *other,
             GPtrArray     *reports,
             TlChartWishes *wishes)
{
  TlSeriesRules rules;
  g_autoptr(TlSeries) series = NULL;
  g_autoptr(TlRates) rates = NULL;

  tl_chart_wishes_init_rules (wishes, &rules);
  series = tl_series_new_by_rules (partner, other, flow, reports, &rules);
  rates = tl_chart_wishes_dup_rates (wishes, tl_series_get_currency (series));
  if (rates == NULL || tl_series_get_currencies (series)->len < 2)
    return g_steal_pointer (&series);
  rules.rates = rates;
  return tl_series_new_by_rules (partner, other, flow, reports, &rules);
}

static void
add_choice (GPtrArray     *choices,
            TlFlow         flow,
            const char    *partner,
            const char    *other,
            GPtrArray     *reports,
            TlChartWishes *wishes)
{
  g_autoptr(TlSeries) series = make_series (flow, partner, other, reports, wishes);

  if (tl_series_get_n_points (series) > 0 || flow == TL_FLOW_TURNOVER)
    g_ptr_array_add (choices, g_steal_pointer (&series));
}

/* What is reported of regions of the two, or of some goods only, is never mixed in. */
static void
add_apart (GPtrArray     *choices,
           const char    *partner,
           const char    *other,
           GPtrArray     *reports,
           TlChartWishes *wishes)
{
  g_autoptr(GPtrArray) apart = NULL;
  TlSeriesRules rules;

  tl_chart_wishes_init_rules (wishes, &rules);
  apart = tl_series_list_apart (partner, other, reports, &rules);
  g_ptr_array_extend (choices, apart, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
}

/* What no article reports is offered where countries declare it. */
static void
add_declared (GPtrArray  *choices,
              TlFlow      flow,
              TlLibrary  *library,
              const char *partner,
              const char *other,
              GPtrArray  *reports)
{
  g_autoptr(GArray) values = tl_library_get_official (library, partner, other);
  g_autoptr(GPtrArray) officials =
    tl_official_series_list ((const TlOfficialValue *) (const void *) values->data, values->len,
                             partner, other, flow);

  if (officials->len > 0)
    g_ptr_array_add (choices, tl_series_new (partner, other, flow, reports));
}

/**
 * tl_flow_choices_new:
 * @library: a library
 * @pair: two partners
 * @wishes: what is wanted of it
 *
 * Looks what can be drawn of the trade of two partners.  Turnover comes first; where there
 * is none to draw, what there is instead, and what is reported of regions or of some goods
 * comes last.  Of a pair of which no article reports anything, what
 * countries declare.
 *
 * Returns: (transfer full) (element-type TlSeries): one series at least
 */
GPtrArray *
tl_flow_choices_new (TlLibrary     *library,
                     const TlPair  *pair,
                     TlChartWishes *wishes)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func (g_object_unref);
  const char *first;
  const char *second;
  g_autoptr(GPtrArray) reports = NULL;

  g_return_val_if_fail (TL_IS_LIBRARY (library), choices);
  g_return_val_if_fail (pair != NULL, choices);

  first = pair->partners[0];
  second = pair->partners[1];
  reports = tl_library_get_reports (library, first, second);
  if (pair->n_figures == 0)
    {
      add_declared (choices, TL_FLOW_TURNOVER, library, first, second, reports);
      add_declared (choices, TL_FLOW_EXPORTS, library, first, second, reports);
      add_declared (choices, TL_FLOW_EXPORTS, library, second, first, reports);
      add_declared (choices, TL_FLOW_BALANCE, library, first, second, reports);
      if (choices->len > 0)
        return choices;
    }
  add_choice (choices, TL_FLOW_TURNOVER, first, second, reports, wishes);
  add_choice (choices, TL_FLOW_EXPORTS, first, second, reports, wishes);
  add_choice (choices, TL_FLOW_EXPORTS, second, first, reports, wishes);
  add_choice (choices, TL_FLOW_BALANCE, first, second, reports, wishes);
  add_choice (choices, TL_FLOW_BALANCE, second, first, reports, wishes);
  add_apart (choices, first, second, reports, wishes);
  if (choices->len > 1 && tl_series_get_n_points (g_ptr_array_index (choices, 0)) == 0)
    g_ptr_array_remove_index (choices, 0);
  return choices;
}

/**
 * tl_flow_choices_find:
 * @choices: (element-type TlSeries): choices
 * @series: (nullable): a series, perhaps of other figures
 *
 * Returns: the index of the choice that is the same flow, 0 when there is none
 */
guint
tl_flow_choices_find (GPtrArray *choices,
                      TlSeries  *series)
{
  g_return_val_if_fail (choices != NULL, 0);

  for (guint i = 0; i < choices->len; i++)
    if (tl_flow_choices_is_same (series, g_ptr_array_index (choices, i)))
      return i;
  return 0;
}

/**
 * tl_flow_choices_is_same:
 * @a: (nullable): a series
 * @b: (nullable): another
 *
 * Returns: whether both are of the same flow and scope between the same partners
 */
gboolean
tl_flow_choices_is_same (TlSeries *a,
                         TlSeries *b)
{
  return a != NULL && b != NULL && tl_series_get_flow (a) == tl_series_get_flow (b) &&
         tl_series_get_scope (a) == tl_series_get_scope (b) &&
         g_str_equal (tl_series_get_partner (a, 0), tl_series_get_partner (b, 0)) &&
         g_str_equal (tl_series_get_partner (a, 1), tl_series_get_partner (b, 1));
}

/**
 * tl_flow_choices_dup_name:
 * @series: one of the choices
 *
 * Returns: (transfer full): what it is among the others, "Exports to Kazakhstan, Some Goods Only"
 */
char *
tl_flow_choices_dup_name (TlSeries *series)
{
  g_autofree char *direction = NULL;
  g_autofree char *partners = NULL;
  guint n;

  g_return_val_if_fail (TL_IS_SERIES (series), NULL);

  direction = tl_words_for_direction (tl_series_get_flow (series), tl_series_get_partner (series, 0),
                                      tl_series_get_partner (series, 1));
  n = tl_series_get_n_points (series);
  switch (tl_series_get_scope (series))
    {
    case TL_SCOPE_SECTOR:
      /* Translators: a direction of trade, and how many values there are of it */
      return g_strdup_printf (C_("scope", "%s, Some Goods Only (%u)"), direction, n);
    case TL_SCOPE_REGIONAL:
      partners = tl_series_dup_scope_label (series);
      /* Translators: two partners, a direction of trade, and how many values there are of it */
      return g_strdup_printf (C_("scope", "%s: %s (%u)"), partners, direction, n);
    case TL_SCOPE_NATIONAL:
    case TL_SCOPE_BLOC:
    default:
      return g_steal_pointer (&direction);
    }
}

/**
 * tl_flow_choices_fill:
 * @choices: (element-type TlSeries): what can be chosen
 * @names: (inout): becomes their names
 */
void
tl_flow_choices_fill (GPtrArray     *choices,
                      GtkStringList *names)
{
  gtk_string_list_splice (names, 0, g_list_model_get_n_items (G_LIST_MODEL (names)), NULL);
  for (guint i = 0; i < choices->len; i++)
    gtk_string_list_take (names, tl_flow_choices_dup_name (g_ptr_array_index (choices, i)));
}
