/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-chart-wishes.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "tl-currency.h"

/* What is wanted of one pair of partners. */
typedef struct
{
  int  first_year;              /* 0 for any */
  int  last_year;
  char currency[4];             /* "" for that of most reports */
} Choice;

/**
 * TlChartWishes:
 *
 * What a person wants to see in the chart: which kinds, at which rates other currencies are
 * converted, and whether only what reviewed articles report, of whatever pair; and of each pair
 * which years, and in which currency.  "rates" is what is remembered of the rates:
 * "EUR/USD 1.1 2026-11-23", with the day when it was typed.
 */
struct _TlChartWishes
{
  GObject       parent_instance;

  TlChartKinds *kinds;          /* owned */
  GHashTable   *choices;        /* pair → Choice, both owned */
  char         *pair;           /* owned */
  GHashTable   *rates;          /* "EUR/USD" → "1.1 2026-11-23", both owned */
  gboolean      only_reviewed;
};

enum
{
  PROP_RATES = 1,
  PROP_ONLY_REVIEWED,
};

static GParamSpec *properties[PROP_ONLY_REVIEWED + 1];

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlChartWishes, tl_chart_wishes, G_TYPE_OBJECT)

static void
emit_changed (TlChartWishes *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static Choice *
get_choice (TlChartWishes *self)
{
  Choice *choice = g_hash_table_lookup (self->choices, self->pair);

  if (choice == NULL)
    {
      choice = g_new0 (Choice, 1);
      g_hash_table_insert (self->choices, g_strdup (self->pair), choice);
    }
  return choice;
}

/* ---- rates ---- */

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char **
dup_rate_strings (TlChartWishes *self)
{
  GPtrArray *strings = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->rates);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_ptr_array_add (strings, g_strdup_printf ("%s %s", (char *) key, (char *) value));
  g_ptr_array_sort (strings, compare_strings);
  g_ptr_array_add (strings, NULL);
  return (char **) g_ptr_array_free (strings, FALSE);
}

static gboolean
is_rate (double rate)
{
  return rate >= TL_MIN_RATE && rate <= TL_MAX_RATE;
}

/* Whatever stands in the settings: what is no rate is forgotten. */
static void
set_rate_strings (TlChartWishes      *self,
                  const char *const  *strings)
{
  g_auto(GStrv) before = dup_rate_strings (self);

  if (strings == NULL || g_strv_equal ((const char *const *) before, strings))
    return;
  g_hash_table_remove_all (self->rates);
  for (guint i = 0; strings[i] != NULL; i++)
    {
      g_auto(GStrv) words = g_strsplit (strings[i], " ", 2);

      if (g_strv_length (words) == 2 && strlen (words[0]) == 7 && words[0][3] == '/' &&
          is_rate (g_ascii_strtod (words[1], NULL)))
        g_hash_table_insert (self->rates, g_strdup (words[0]), g_strdup (words[1]));
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RATES]);
  emit_changed (self);
}

static void
set_only_reviewed (TlChartWishes *self,
                   gboolean       only_reviewed)
{
  if (self->only_reviewed == only_reviewed)
    return;
  self->only_reviewed = only_reviewed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ONLY_REVIEWED]);
  emit_changed (self);
}

/* ---- the object ---- */

static void
tl_chart_wishes_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (prop_id == PROP_RATES)
    g_value_take_boxed (value, dup_rate_strings (TL_CHART_WISHES (object)));
  else if (prop_id == PROP_ONLY_REVIEWED)
    g_value_set_boolean (value, TL_CHART_WISHES (object)->only_reviewed);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
tl_chart_wishes_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  if (prop_id == PROP_RATES)
    set_rate_strings (TL_CHART_WISHES (object), g_value_get_boxed (value));
  else if (prop_id == PROP_ONLY_REVIEWED)
    set_only_reviewed (TL_CHART_WISHES (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
tl_chart_wishes_finalize (GObject *object)
{
  TlChartWishes *self = TL_CHART_WISHES (object);

  g_clear_object (&self->kinds);
  g_clear_pointer (&self->choices, g_hash_table_unref);
  g_clear_pointer (&self->rates, g_hash_table_unref);
  g_clear_pointer (&self->pair, g_free);

  G_OBJECT_CLASS (tl_chart_wishes_parent_class)->finalize (object);
}

static void
tl_chart_wishes_class_init (TlChartWishesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_chart_wishes_get_property;
  object_class->set_property = tl_chart_wishes_set_property;
  object_class->finalize = tl_chart_wishes_finalize;

  properties[PROP_RATES] =
    g_param_spec_boxed ("rates", NULL, NULL, G_TYPE_STRV,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ONLY_REVIEWED] =
    g_param_spec_boolean ("only-reviewed", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tl_chart_wishes_init (TlChartWishes *self)
{
  self->kinds = tl_chart_kinds_new ();
  self->choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->rates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->pair = g_strdup ("");
  g_signal_connect_object (self->kinds, "notify::hidden", G_CALLBACK (emit_changed), self,
                           G_CONNECT_SWAPPED);
}

/**
 * tl_chart_wishes_new:
 *
 * Returns: (transfer full): nothing is left out, and nothing converted
 */
TlChartWishes *
tl_chart_wishes_new (void)
{
  return g_object_new (TL_TYPE_CHART_WISHES, NULL);
}

/**
 * tl_chart_wishes_get_kinds:
 * @self: wishes
 *
 * Returns: (transfer none): which kinds of points are wanted
 */
TlChartKinds *
tl_chart_wishes_get_kinds (TlChartWishes *self)
{
  g_return_val_if_fail (TL_IS_CHART_WISHES (self), NULL);

  return self->kinds;
}

/**
 * tl_chart_wishes_set_pair:
 * @self: wishes
 * @pair: a pair, "BY,KZ"
 *
 * Sets whose years and currency are spoken of from now on; what was wanted of another is kept.
 * Does not emit #TlChartWishes::changed.
 */
void
tl_chart_wishes_set_pair (TlChartWishes *self,
                          const char    *pair)
{
  g_return_if_fail (TL_IS_CHART_WISHES (self));
  g_return_if_fail (pair != NULL);

  g_free (self->pair);
  self->pair = g_strdup (pair);
}

/**
 * tl_chart_wishes_set_years:
 * @self: wishes
 * @first: the first year, 0 for any
 * @last: the last year, not before @first; 0 for any
 *
 * Sets which years are wanted of the pair.
 */
void
tl_chart_wishes_set_years (TlChartWishes *self,
                           int            first,
                           int            last)
{
  Choice *choice;

  g_return_if_fail (TL_IS_CHART_WISHES (self));
  g_return_if_fail (last == 0 || first <= last);

  choice = get_choice (self);
  if (choice->first_year == first && choice->last_year == last)
    return;
  choice->first_year = first;
  choice->last_year = last;
  emit_changed (self);
}

/**
 * tl_chart_wishes_get_years:
 * @self: wishes
 * @first: (out): the first year, 0 for any
 * @last: (out): the last year, 0 for any
 *
 * Looks which years are wanted of the pair.
 */
void
tl_chart_wishes_get_years (TlChartWishes *self,
                           int           *first,
                           int           *last)
{
  g_return_if_fail (TL_IS_CHART_WISHES (self));

  *first = get_choice (self)->first_year;
  *last = get_choice (self)->last_year;
}

/**
 * tl_chart_wishes_dup_years_label:
 * @self: wishes
 *
 * Returns: (transfer full): which years are wanted of the pair, for people: "From 2014"
 */
char *
tl_chart_wishes_dup_years_label (TlChartWishes *self)
{
  int from, to;

  g_return_val_if_fail (TL_IS_CHART_WISHES (self), NULL);

  tl_chart_wishes_get_years (self, &from, &to);
  if (from == 0 && to == 0)
    return g_strdup (_("All Years"));
  if (from == to)
    return g_strdup_printf ("%d", from);
  if (to == 0)
    return g_strdup_printf (_("From %d"), from);
  if (from == 0)
    return g_strdup_printf (_("To %d"), to);
  /* Translators: the first and the last year */
  return g_strdup_printf (C_("years", "%d–%d"), from, to);
}

/**
 * tl_chart_wishes_set_currency:
 * @self: wishes
 * @currency: ISO 4217, "" for that of most reports
 *
 * Sets in which currency the pair's trade is wanted.
 */
void
tl_chart_wishes_set_currency (TlChartWishes *self,
                              const char    *currency)
{
  g_return_if_fail (TL_IS_CHART_WISHES (self));
  g_return_if_fail (currency != NULL);

  if (g_str_equal (get_choice (self)->currency, currency))
    return;
  g_strlcpy (get_choice (self)->currency, currency, sizeof get_choice (self)->currency);
  emit_changed (self);
}

/**
 * tl_chart_wishes_get_currency:
 * @self: wishes
 *
 * Returns: (transfer none): in which currency the pair's trade is wanted, "" for that of most
 *   reports
 */
const char *
tl_chart_wishes_get_currency (TlChartWishes *self)
{
  g_return_val_if_fail (TL_IS_CHART_WISHES (self), "");

  return get_choice (self)->currency;
}

/**
 * tl_chart_wishes_set_rate:
 * @self: wishes
 * @currency: ISO 4217
 * @into: ISO 4217 code of another
 * @rate: how much of it one unit of @currency is, 0 for not to convert
 *
 * Sets a rate, as of today.
 *
 * Returns: whether that is a rate, or 0
 */
gboolean
tl_chart_wishes_set_rate (TlChartWishes *self,
                          const char    *currency,
                          const char    *into,
                          double         rate)
{
  g_autofree char *key = g_strdup_printf ("%s/%s", currency, into);
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  const char *before;

  g_return_val_if_fail (TL_IS_CHART_WISHES (self), FALSE);

  before = g_hash_table_lookup (self->rates, key);
  if (rate != 0 && !is_rate (rate))
    return FALSE;
  if (rate == 0 ? before == NULL : before != NULL && g_ascii_strtod (before, NULL) == rate)
    return TRUE;
  if (rate == 0)
    g_hash_table_remove (self->rates, key);
  else
    g_hash_table_replace (self->rates, g_steal_pointer (&key),
                          g_strdup_printf ("%s %s", g_ascii_dtostr (number, sizeof number, rate), day));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RATES]);
  emit_changed (self);
  return TRUE;
}

/**
 * tl_chart_wishes_get_rate:
 * @self: wishes
 * @currency: ISO 4217
 * @into: ISO 4217 code of another
 * @date: (out) (optional) (nullable): the day when it was typed
 *
 * Returns: how much of the other one unit of @currency is, 0 where nobody said
 */
double
tl_chart_wishes_get_rate (TlChartWishes *self,
                          const char    *currency,
                          const char    *into,
                          char         **date)
{
  g_autofree char *key = g_strdup_printf ("%s/%s", currency, into);
  const char *value, *space;

  g_return_val_if_fail (TL_IS_CHART_WISHES (self), 0);

  value = g_hash_table_lookup (self->rates, key);
  space = value != NULL ? strchr (value, ' ') : NULL;
  if (date != NULL)
    *date = space != NULL ? g_strdup (space + 1) : NULL;
  return value != NULL ? g_ascii_strtod (value, NULL) : 0;
}

/**
 * tl_chart_wishes_dup_rates:
 * @self: wishes
 * @into: ISO 4217
 *
 * Returns: (transfer full) (nullable): what is known of rates into a currency; %NULL for nothing
 */
TlRates *
tl_chart_wishes_dup_rates (TlChartWishes *self,
                           const char    *into)
{
  g_autoptr(TlRates) rates = tl_rates_new (into);
  GHashTableIter iter;
  gpointer key, value;
  gboolean has_any = FALSE;

  g_return_val_if_fail (TL_IS_CHART_WISHES (self), NULL);

  g_hash_table_iter_init (&iter, self->rates);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      g_autofree char *currency = g_strndup (key, 3);

      if (g_str_equal ((char *) key + 4, into) && tl_currency_exists (currency) &&
          tl_rates_set (rates, currency, g_ascii_strtod (value, NULL)))
        has_any = TRUE;
    }
  return has_any ? g_steal_pointer (&rates) : NULL;
}

/**
 * tl_chart_wishes_make_actions:
 * @self: wishes
 *
 * Returns: (transfer full): a group with "only-reviewed", whose state says whether only articles
 *   that were reviewed are wanted; it keeps @self
 */
GSimpleActionGroup *
tl_chart_wishes_make_actions (TlChartWishes *self)
{
  GSimpleActionGroup *actions = g_simple_action_group_new ();
  g_autoptr(GPropertyAction) action = NULL;

  g_return_val_if_fail (TL_IS_CHART_WISHES (self), actions);

  action = g_property_action_new ("only-reviewed", self, "only-reviewed");
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
  return actions;
}

/**
 * tl_chart_wishes_init_rules:
 * @self: wishes
 * @rules: (out caller-allocates): rules
 *
 * Sets all rules but the rates, which depend on the currency of a series.  They are good until
 * the wishes change.
 */
void
tl_chart_wishes_init_rules (TlChartWishes *self,
                            TlSeriesRules *rules)
{
  const Choice *choice;

  g_return_if_fail (TL_IS_CHART_WISHES (self));

  choice = get_choice (self);
  tl_series_rules_init (rules);
  rules->kinds = tl_chart_kinds_get_shown (self->kinds);
  rules->first_year = choice->first_year;
  rules->last_year = choice->last_year;
  rules->only_confirmed = self->only_reviewed;
  rules->currency = *choice->currency != '\0' ? choice->currency : NULL;
}

/**
 * tl_chart_wishes_leaves_out:
 * @self: wishes
 *
 * Returns: whether kinds or years are not wanted, or only articles that were reviewed are, or
 *   another currency than that of most reports
 */
gboolean
tl_chart_wishes_leaves_out (TlChartWishes *self)
{
  const Choice *choice;

  g_return_val_if_fail (TL_IS_CHART_WISHES (self), FALSE);

  choice = get_choice (self);
  return self->only_reviewed || choice->first_year != 0 || choice->last_year != 0 || *choice->currency != '\0' ||
         tl_chart_kinds_get_shown (self->kinds) != TL_ALL_POINT_KINDS;
}

/**
 * tl_chart_wishes_show_all:
 * @self: wishes
 *
 * Wants all kinds of all articles, and of the pair all years in the currency of most reports.  Rates stay: they
 * leave nothing out.
 */
void
tl_chart_wishes_show_all (TlChartWishes *self)
{
  g_return_if_fail (TL_IS_CHART_WISHES (self));

  *get_choice (self) = (Choice) { 0 };
  set_only_reviewed (self, FALSE);
  g_object_set (self->kinds, "hidden", 0u, NULL);
  emit_changed (self);
}
