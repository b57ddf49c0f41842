/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-official.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-gazetteer.h"

/* Which values make which series:
 *
 * - Each side's declarations to one publisher are a series of their own: exports of A to B,
 *   declared by A, and imports of B from A, declared by B, are normally not equal (freight,
 *   re-exports, times), see ESCAP/ARTNeT working paper 156.
 * - Turnover and balance come from both flows of one reporter, and only for years in which it
 *   declares both.
 * - BACI has reconciled the two sides, so it makes one series. */
struct _TlOfficialSeries
{
  GObject          parent_instance;

  TlOfficialSource source;
  char             reporter[4];         /* "" of reconciled data */
  char             partners[2][4];
  TlFlow           flow;
  GArray          *years;               /* of TlOfficialYear, ordered */
};

G_DEFINE_FINAL_TYPE (TlOfficialSeries, tl_official_series, G_TYPE_OBJECT)

static void
tl_official_series_finalize (GObject *object)
{
  TlOfficialSeries *self = TL_OFFICIAL_SERIES (object);

  g_clear_pointer (&self->years, g_array_unref);

  G_OBJECT_CLASS (tl_official_series_parent_class)->finalize (object);
}

static void
tl_official_series_class_init (TlOfficialSeriesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_official_series_finalize;
}

static void
tl_official_series_init (TlOfficialSeries *self)
{
  self->years = g_array_new (FALSE, FALSE, sizeof (TlOfficialYear));
}

/* ---- from values ---- */

/* What was declared of one year: that which leaves the first partner, and what comes to it. */
typedef struct
{
  double forth, back;
  gboolean has_forth, has_back;
} Declared;

static gboolean
is_between (const TlOfficialValue *value,
            const char            *a,
            const char            *b)
{
  return g_str_equal (value->reporter, a) && g_str_equal (value->partner, b);
}

/* Reconciled data are nobody's own: its values belong to either reporter. */
static gboolean
is_declared_by (const TlOfficialValue *value,
                const char            *reporter,
                const char            *partner,
                const char            *other)
{
  if (value->source == TL_OFFICIAL_BACI)
    return is_between (value, partner, other) || is_between (value, other, partner);
  return is_between (value, reporter, g_str_equal (reporter, partner) ? other : partner);
}

static void
note (Declared              *declared,
      const TlOfficialValue *value,
      const char            *partner)
{
  gboolean is_forth = g_str_equal (value->reporter, partner) != value->is_import;

  if (is_forth)
    {
      declared->forth = value->value;
      declared->has_forth = TRUE;
    }
  else
    {
      declared->back = value->value;
      declared->has_back = TRUE;
    }
}

static gboolean
get_value (const Declared *declared,
           TlFlow          flow,
           double         *value)
{
  switch (flow)
    {
    case TL_FLOW_EXPORTS:
      *value = declared->forth;
      return declared->has_forth;
    case TL_FLOW_BALANCE:
      *value = declared->forth - declared->back;
      return declared->has_forth && declared->has_back;
    case TL_FLOW_TURNOVER:
    default:
      *value = declared->forth + declared->back;
      return declared->has_forth && declared->has_back;
    }
}

/**
 * tl_official_series_new:
 * @source: who publishes it
 * @reporter: (nullable): code of the country that declares it; %NULL for reconciled data
 * @partner: code of a country; the exporter, or the side with the surplus
 * @other: code of the other country
 * @flow: which flow
 * @years: (array length=n_years): the values, in ascending years
 * @n_years: how many
 *
 * Returns: (transfer full): a series of these values
 */
TlOfficialSeries *
tl_official_series_new (TlOfficialSource      source,
                        const char           *reporter,
                        const char           *partner,
                        const char           *other,
                        TlFlow                flow,
                        const TlOfficialYear *years,
                        guint                 n_years)
{
  TlOfficialSeries *self;

  g_return_val_if_fail (partner != NULL && other != NULL, NULL);
  g_return_val_if_fail (years != NULL || n_years == 0, NULL);

  self = g_object_new (TL_TYPE_OFFICIAL_SERIES, NULL);
  self->source = source;
  self->flow = flow;
  g_strlcpy (self->reporter, reporter != NULL ? reporter : "", sizeof self->reporter);
  g_strlcpy (self->partners[0], partner, sizeof self->partners[0]);
  g_strlcpy (self->partners[1], other, sizeof self->partners[1]);
  g_array_append_vals (self->years, years, n_years);
  return self;
}

static TlOfficialSeries *
add_up (const TlOfficialValue *values,
        guint                  n_values,
        TlOfficialSource       source,
        const char            *reporter,
        const char            *partner,
        const char            *other,
        TlFlow                 flow)
{
  TlOfficialSeries *self = tl_official_series_new (source, source != TL_OFFICIAL_BACI ? reporter : NULL,
                                                   partner, other, flow, NULL, 0);
  g_autofree Declared *declared = g_new0 (Declared, TL_LAST_YEAR - TL_FIRST_YEAR + 1);

  for (guint i = 0; i < n_values; i++)
    if (values[i].source == source &&
        values[i].year >= TL_FIRST_YEAR && values[i].year <= TL_LAST_YEAR &&
        is_declared_by (&values[i], reporter, partner, other))
      note (&declared[values[i].year - TL_FIRST_YEAR], &values[i], partner);
  for (int i = 0; i <= TL_LAST_YEAR - TL_FIRST_YEAR; i++)
    {
      TlOfficialYear year = { i + TL_FIRST_YEAR, 0 };

      if (get_value (&declared[i], flow, &year.value))
        g_array_append_val (self->years, year);
    }
  return self;
}

/**
 * tl_official_series_list:
 * @values: (array length=n_values): values of any countries; where two are of the same, the
 *   last counts
 * @n_values: how many
 * @partner: code of a country; the exporter, or the side with the surplus
 * @other: code of the other country
 * @flow: which flow
 *
 * Returns: (transfer full) (element-type TlOfficialSeries): what each side declares of the flow
 *   to each publisher, by publisher, @partner's own first; only series that have a value
 */
GPtrArray *
tl_official_series_list (const TlOfficialValue *values,
                         guint                  n_values,
                         const char            *partner,
                         const char            *other,
                         TlFlow                 flow)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (values != NULL || n_values == 0, list);
  g_return_val_if_fail (partner != NULL && other != NULL, list);

  for (guint source = 0; source < TL_N_OFFICIAL_SOURCES; source++)
    for (guint side = 0; side < (source != TL_OFFICIAL_BACI ? 2 : 1); side++)
      {
        g_autoptr(TlOfficialSeries) series =
          add_up (values, n_values, source, side == 0 ? partner : other, partner, other, flow);

        if (series->years->len > 0)
          g_ptr_array_add (list, g_steal_pointer (&series));
      }
  return list;
}

/* ---- public ---- */

/**
 * tl_official_series_get_source:
 * @self: a series
 *
 * Returns: who publishes it
 */
TlOfficialSource
tl_official_series_get_source (TlOfficialSeries *self)
{
  g_return_val_if_fail (TL_IS_OFFICIAL_SERIES (self), TL_OFFICIAL_COMTRADE);

  return self->source;
}

/**
 * tl_official_series_get_reporter:
 * @self: a series
 *
 * Returns: (nullable): code of the country that declares it; %NULL for reconciled data
 */
const char *
tl_official_series_get_reporter (TlOfficialSeries *self)
{
  g_return_val_if_fail (TL_IS_OFFICIAL_SERIES (self), NULL);

  return *self->reporter != '\0' ? self->reporter : NULL;
}

/**
 * tl_official_series_get_partner:
 * @self: a series
 * @index: 0 or 1
 *
 * Returns: (transfer none): the partner's code, in the order given to tl_official_series_list()
 */
const char *
tl_official_series_get_partner (TlOfficialSeries *self,
                                guint             index)
{
  g_return_val_if_fail (TL_IS_OFFICIAL_SERIES (self), NULL);
  g_return_val_if_fail (index < 2, NULL);

  return self->partners[index];
}

/**
 * tl_official_series_get_flow:
 * @self: a series
 *
 * Returns: its flow
 */
TlFlow
tl_official_series_get_flow (TlOfficialSeries *self)
{
  g_return_val_if_fail (TL_IS_OFFICIAL_SERIES (self), TL_FLOW_TURNOVER);

  return self->flow;
}

/**
 * tl_official_series_get_currency:
 * @self: a series
 *
 * Returns: (transfer none): ISO 4217 code of all its values: all these sources count in US dollars
 */
const char *
tl_official_series_get_currency (TlOfficialSeries *self)
{
  g_return_val_if_fail (TL_IS_OFFICIAL_SERIES (self), NULL);

  return "USD";
}

/**
 * tl_official_series_get_n_years:
 * @self: a series
 *
 * Returns: of how many years it has a value
 */
guint
tl_official_series_get_n_years (TlOfficialSeries *self)
{
  g_return_val_if_fail (TL_IS_OFFICIAL_SERIES (self), 0);

  return self->years->len;
}

/**
 * tl_official_series_get_year:
 * @self: a series
 * @index: below tl_official_series_get_n_years()
 *
 * Returns: (transfer none): a year's value; years ascend, and may have gaps
 */
const TlOfficialYear *
tl_official_series_get_year (TlOfficialSeries *self,
                             guint             index)
{
  g_return_val_if_fail (TL_IS_OFFICIAL_SERIES (self), NULL);
  g_return_val_if_fail (index < self->years->len, NULL);

  return &g_array_index (self->years, TlOfficialYear, index);
}

/**
 * tl_official_series_dup_name:
 * @self: a series
 *
 * Returns: (transfer full): publisher and reporter, for a legend
 */
char *
tl_official_series_dup_name (TlOfficialSeries *self)
{
  g_autofree char *reporter = NULL;

  g_return_val_if_fail (TL_IS_OFFICIAL_SERIES (self), NULL);

  if (*self->reporter == '\0')
    return g_strdup (tl_official_source_get_name (self->source));
  reporter = tl_gazetteer_dup_display_name (tl_gazetteer_get_default (), self->reporter);
  /* Translators: a publisher of statistics, and the country that declares them to it */
  return g_strdup_printf (_("%s, declared by %s"), tl_official_source_get_name (self->source),
                          reporter);
}

static const struct
{
  const char *string, *name;
} sources[] = {
  [TL_OFFICIAL_COMTRADE] = { "comtrade", "UN Comtrade" },
  [TL_OFFICIAL_DOTS] = { "dots", "IMF DOTS" },
  [TL_OFFICIAL_BACI] = { "baci", "CEPII BACI" },
  [TL_OFFICIAL_WITS] = { "wits", "World Bank WITS" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (sources) == TL_N_OFFICIAL_SOURCES);

/**
 * tl_official_source_to_string:
 * @source: a publisher
 *
 * Returns: (transfer none): its word in files
 */
const char *
tl_official_source_to_string (TlOfficialSource source)
{
  g_return_val_if_fail (source < TL_N_OFFICIAL_SOURCES, NULL);

  return sources[source].string;
}

/**
 * tl_official_source_from_string:
 * @string: a word of a file
 * @source: (out): the publisher that it stands for
 *
 * Returns: whether it stands for one
 */
gboolean
tl_official_source_from_string (const char       *string,
                                TlOfficialSource *source)
{
  for (guint i = 0; i < TL_N_OFFICIAL_SOURCES; i++)
    if (g_strcmp0 (string, sources[i].string) == 0)
      {
        *source = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * tl_official_source_get_name:
 * @source: a publisher
 *
 * Returns: (transfer none): its name, which is the same in every language
 */
const char *
tl_official_source_get_name (TlOfficialSource source)
{
  g_return_val_if_fail (source < TL_N_OFFICIAL_SOURCES, NULL);

  return sources[source].name;
}
