/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-chart-comparison.h"

#include <string.h>

#include "tl-chart-entries.h"

/**
 * TlChartComparison:
 *
 * What a person compares with the trade of the pair that is chosen: further pairs, by their keys
 * ("BY,RU"), together or apart, and what is reported in other currencies.
 *
 * Actions: "arrangement" ("together" or "apart"), "other-currencies", and "remove" with a key.
 * Signal: "changed" when anything of it is another.
 */
struct _TlChartComparison
{
  GObject             parent_instance;

  GSimpleActionGroup *actions;  /* owned */
  GStrv               pairs;    /* owned */
  TlChartArrangement  arrangement;
  gboolean            other_currencies;
};

enum
{
  PROP_PAIRS = 1,
  PROP_ARRANGEMENT,
  PROP_OTHER_CURRENCIES,
};

static GParamSpec *properties[PROP_OTHER_CURRENCIES + 1];

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlChartComparison, tl_chart_comparison, G_TYPE_OBJECT)

/* ---- what is set ---- */

static void
notify (TlChartComparison *self,
        guint              property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
set_state (TlChartComparison *self,
           const char        *name,
           GVariant          *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
}

static void
set_pairs (TlChartComparison *self,
           const char *const *pairs)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  guint n = 0;

  /* One place is the chosen pair's. */
  for (guint i = 0; pairs != NULL && pairs[i] != NULL && n < TL_CHART_MAX_SERIES - 1; i++, n++)
    g_strv_builder_add (builder, pairs[i]);
  g_strfreev (self->pairs);
  self->pairs = g_strv_builder_end (builder);
  notify (self, PROP_PAIRS);
}

static void
set_arrangement (TlChartComparison *self,
                 const char        *name)
{
  TlChartArrangement arrangement;

  if (!tl_chart_arrangement_from_string (name, &arrangement) || arrangement == self->arrangement)
    return;
  self->arrangement = arrangement;
  set_state (self, "arrangement", g_variant_new_string (name));
  notify (self, PROP_ARRANGEMENT);
}

static void
set_other_currencies (TlChartComparison *self,
                      gboolean           other_currencies)
{
  if (self->other_currencies == other_currencies)
    return;
  self->other_currencies = other_currencies;
  set_state (self, "other-currencies", g_variant_new_boolean (other_currencies));
  notify (self, PROP_OTHER_CURRENCIES);
}

/* ---- actions ---- */

static void
arrangement_cb (TlChartComparison *self,
                GVariant          *state)
{
  set_arrangement (self, g_variant_get_string (state, NULL));
}

static void
other_currencies_cb (TlChartComparison *self,
                     GVariant          *state)
{
  set_other_currencies (self, g_variant_get_boolean (state));
}

static void
remove_cb (TlChartComparison *self,
           GVariant          *parameter)
{
  const char *pair = g_variant_get_string (parameter, NULL);
  g_autoptr(GPtrArray) left = g_ptr_array_new ();

  for (guint i = 0; self->pairs[i] != NULL; i++)
    if (!g_str_equal (self->pairs[i], pair))
      g_ptr_array_add (left, self->pairs[i]);
  g_ptr_array_add (left, NULL);
  {
    g_auto(GStrv) pairs = g_strdupv ((char **) left->pdata);

    set_pairs (self, (const char *const *) pairs);
  }
}

static void
add_actions (TlChartComparison *self)
{
  g_autoptr(GSimpleAction) arrangement =
    g_simple_action_new_stateful ("arrangement", G_VARIANT_TYPE_STRING, g_variant_new_string ("together"));
  g_autoptr(GSimpleAction) currencies =
    g_simple_action_new_stateful ("other-currencies", NULL, g_variant_new_boolean (FALSE));
  g_autoptr(GSimpleAction) to_remove = g_simple_action_new ("remove", G_VARIANT_TYPE_STRING);

  g_signal_connect_object (arrangement, "change-state", G_CALLBACK (arrangement_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (currencies, "change-state", G_CALLBACK (other_currencies_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (to_remove, "activate", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (arrangement));
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (currencies));
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (to_remove));
}

/* ---- the object ---- */

static void
tl_chart_comparison_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  TlChartComparison *self = TL_CHART_COMPARISON (object);

  if (prop_id == PROP_PAIRS)
    g_value_set_boxed (value, self->pairs);
  else if (prop_id == PROP_ARRANGEMENT)
    g_value_set_string (value, tl_chart_arrangement_to_string (self->arrangement));
  else if (prop_id == PROP_OTHER_CURRENCIES)
    g_value_set_boolean (value, self->other_currencies);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
tl_chart_comparison_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  TlChartComparison *self = TL_CHART_COMPARISON (object);

  if (prop_id == PROP_PAIRS)
    set_pairs (self, g_value_get_boxed (value));
  else if (prop_id == PROP_ARRANGEMENT)
    set_arrangement (self, g_value_get_string (value));
  else if (prop_id == PROP_OTHER_CURRENCIES)
    set_other_currencies (self, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
tl_chart_comparison_finalize (GObject *object)
{
  TlChartComparison *self = TL_CHART_COMPARISON (object);

  g_clear_object (&self->actions);
  g_clear_pointer (&self->pairs, g_strfreev);

  G_OBJECT_CLASS (tl_chart_comparison_parent_class)->finalize (object);
}

static void
tl_chart_comparison_class_init (TlChartComparisonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tl_chart_comparison_get_property;
  object_class->set_property = tl_chart_comparison_set_property;
  object_class->finalize = tl_chart_comparison_finalize;

  properties[PROP_PAIRS] = g_param_spec_boxed ("pairs", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_ARRANGEMENT] = g_param_spec_string ("arrangement", NULL, NULL, "together", flags);
  properties[PROP_OTHER_CURRENCIES] =
    g_param_spec_boolean ("other-currencies", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
tl_chart_comparison_init (TlChartComparison *self)
{
  self->pairs = g_new0 (char *, 1);
  self->actions = g_simple_action_group_new ();
  add_actions (self);
}

/**
 * tl_chart_comparison_new:
 *
 * Returns: (transfer full): a comparison with nothing
 */
TlChartComparison *
tl_chart_comparison_new (void)
{
  return g_object_new (TL_TYPE_CHART_COMPARISON, NULL);
}

/**
 * tl_chart_comparison_get_actions:
 * @self: a comparison
 *
 * Returns: (transfer none): its actions
 */
GActionGroup *
tl_chart_comparison_get_actions (TlChartComparison *self)
{
  g_return_val_if_fail (TL_IS_CHART_COMPARISON (self), NULL);

  return G_ACTION_GROUP (self->actions);
}

/**
 * tl_chart_comparison_add:
 * @self: a comparison
 * @pair: the key of a pair, "BY,RU"
 *
 * Adds a pair.
 *
 * Returns: whether it was not there yet, and there was room for it
 */
gboolean
tl_chart_comparison_add (TlChartComparison *self,
                         const char        *pair)
{
  g_autoptr(GStrvBuilder) builder = NULL;
  g_auto(GStrv) pairs = NULL;

  g_return_val_if_fail (TL_IS_CHART_COMPARISON (self), FALSE);
  g_return_val_if_fail (pair != NULL, FALSE);

  if (g_strv_contains ((const char *const *) self->pairs, pair) ||
      g_strv_length (self->pairs) >= TL_CHART_MAX_SERIES - 1)
    return FALSE;
  builder = g_strv_builder_new ();
  g_strv_builder_addv (builder, (const char **) self->pairs);
  g_strv_builder_add (builder, pair);
  pairs = g_strv_builder_end (builder);
  set_pairs (self, (const char *const *) pairs);
  return TRUE;
}

/**
 * tl_chart_comparison_get_pairs:
 * @self: a comparison
 *
 * Returns: (transfer none): the keys of the further pairs
 */
const char *const *
tl_chart_comparison_get_pairs (TlChartComparison *self)
{
  g_return_val_if_fail (TL_IS_CHART_COMPARISON (self), NULL);

  return (const char *const *) self->pairs;
}

/* ---- the chart ---- */

static gboolean
is_of_pair (TlSeries    *series,
            char *const *partners)
{
  const char *first = tl_series_get_partner (series, 0);
  const char *second = tl_series_get_partner (series, 1);

  return (g_str_equal (first, partners[0]) && g_str_equal (second, partners[1])) ||
         (g_str_equal (first, partners[1]) && g_str_equal (second, partners[0]));
}

/**
 * tl_chart_comparison_dup_shown:
 * @self: a comparison
 * @series: (nullable): the series that is chosen
 *
 * Returns: (transfer full): the keys of the further pairs that are other than the one chosen
 */
GStrv
tl_chart_comparison_dup_shown (TlChartComparison *self,
                               TlSeries          *series)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (TL_IS_CHART_COMPARISON (self), NULL);

  for (guint i = 0; self->pairs[i] != NULL; i++)
    {
      g_auto(GStrv) partners = g_strsplit (self->pairs[i], ",", 2);

      if (g_strv_length (partners) == 2 && (series == NULL || !is_of_pair (series, partners)))
        g_strv_builder_add (builder, self->pairs[i]);
    }
  return g_strv_builder_end (builder);
}

/* With what countries declare of the same flow behind what articles report, and with what is
 * reported in other currencies beside it. */
static void
add_entry (TlChartComparison *self,
           TlLibrary         *library,
           TlSeries          *series,
           GArray            *entries)
{
  const char *partner = tl_series_get_partner (series, 0);
  const char *other = tl_series_get_partner (series, 1);
  g_autoptr(GArray) values = tl_library_get_official (library, partner, other);
  g_autoptr(GPtrArray) officials =
    tl_official_series_list ((const TlOfficialValue *) (const void *) values->data, values->len,
                             partner, other, tl_series_get_flow (series));

  tl_chart_entries_add (entries, series, officials);
  if (self->other_currencies && tl_series_get_currencies (series)->len > 1)
    {
      g_autoptr(GPtrArray) reports = tl_library_get_reports (library, partner, other);

      tl_chart_entries_add_currencies (entries, series, reports, tl_series_get_rules (series));
    }
}

/* The same flow of a further pair, in the direction in which it can be compared: from the country
 * that the first is from, or to that which it goes to. */
static TlSeries *
make_series (TlLibrary   *library,
             TlSeries    *like,
             char *const *partners)
{
  g_autoptr(GPtrArray) reports = tl_library_get_reports (library, partners[0], partners[1]);
  gboolean is_reversed = g_str_equal (partners[1], tl_series_get_partner (like, 0)) ||
                         g_str_equal (partners[0], tl_series_get_partner (like, 1));

  return tl_series_new_by_rules (partners[is_reversed], partners[!is_reversed],
                                 tl_series_get_flow (like), reports, tl_series_get_rules (like));
}

/**
 * tl_chart_comparison_make_chart:
 * @self: a comparison
 * @library: a library
 * @series: the series that is chosen
 *
 * Makes a chart of the series with those that it is compared with: the same flow of the further
 * pairs, and what is reported of each in other currencies, as many as a chart shows.
 *
 * Returns: (transfer full): a chart
 */
TlChart *
tl_chart_comparison_make_chart (TlChartComparison *self,
                                TlLibrary         *library,
                                TlSeries          *series)
{
  g_autoptr(GArray) entries = tl_chart_entries_new ();

  g_return_val_if_fail (TL_IS_CHART_COMPARISON (self), NULL);
  g_return_val_if_fail (TL_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (TL_IS_SERIES (series), NULL);

  add_entry (self, library, series, entries);
  for (guint i = 0; self->pairs[i] != NULL; i++)
    {
      g_auto(GStrv) partners = g_strsplit (self->pairs[i], ",", 2);
      g_autoptr(TlSeries) other = NULL;

      if (g_strv_length (partners) != 2 || is_of_pair (series, partners))
        continue;
      other = make_series (library, series, partners);
      add_entry (self, library, other, entries);
    }
  return tl_chart_new_for_entries ((const TlChartEntry *) (const void *) entries->data,
                                   MIN (entries->len, TL_CHART_MAX_SERIES), self->arrangement);
}
