/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The figures of a chart as the JSON that its picture carries: all that is needed to open the
 * chart again, and nothing of the library that it came from. */

#include <math.h>

#include "tl-chart-figures-private.h"

typedef struct
{
  JsonBuilder *builder;
  GPtrArray   *reports;         /* borrowed, in order */
  GHashTable  *articles;        /* article's id → its number, from 1 */
  GHashTable  *stories;         /* story → its number, from 1 */
} Writer;

/* ---- which reports ---- */

static void
add_report (Writer     *self,
            GHashTable *seen,
            TlReport   *report)
{
  GPtrArray *copies = tl_report_get_copies (report);

  if (g_hash_table_add (seen, tl_report_get_figure (report)))
    g_ptr_array_add (self->reports, report);
  for (guint i = 0; copies != NULL && i < copies->len; i++)
    add_report (self, seen, copies->pdata[i]);
}

static int
compare_reports (gconstpointer a,
                 gconstpointer b)
{
  TlReport *first = *(TlReport *const *) a;
  TlReport *second = *(TlReport *const *) b;
  gint64 first_id = tl_report_get_article_id (first);
  gint64 second_id = tl_report_get_article_id (second);
  guint32 first_at = tl_figure_get_data (tl_report_get_figure (first))->quote.start;
  guint32 second_at = tl_figure_get_data (tl_report_get_figure (second))->quote.start;

  if (first_id != second_id)
    return first_id < second_id ? -1 : 1;
  return first_at < second_at ? -1 : first_at > second_at;
}

static void
add_reports (Writer     *self,
             GHashTable *seen,
             TlSeries   *series)
{
  GPtrArray *undated = tl_series_get_undated (series);
  GPtrArray *heeded = tl_series_get_heeded (series);

  for (guint i = 0; i < tl_series_get_n_points (series); i++)
    {
      GPtrArray *reports = tl_series_get_point (series, i)->reports;

      for (guint j = 0; j < reports->len; j++)
        add_report (self, seen, reports->pdata[j]);
    }
  for (guint i = 0; i < undated->len; i++)
    add_report (self, seen, undated->pdata[i]);
  for (guint i = 0; i < heeded->len; i++)
    add_report (self, seen, heeded->pdata[i]);
}

/* What one series is made of, by article and place in it, as it was when it was made. */
static void
collect_reports (Writer   *self,
                 TlSeries *series)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_ptr_array_set_size (self->reports, 0);
  add_reports (self, seen, series);
  g_ptr_array_sort (self->reports, compare_reports);
}

/* What all series are made of, so that the articles' numbers are in the order of their ids in
 * each of them. */
static void
collect_all_reports (Writer  *self,
                     TlChart *chart)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_ptr_array_set_size (self->reports, 0);
  for (guint i = 0; i < tl_chart_get_n_series (chart); i++)
    add_reports (self, seen, tl_chart_get_nth_series (chart, i));
  g_ptr_array_sort (self->reports, compare_reports);
}

/* Ids say nothing outside of their library: in the file things are numbered as they come. */
static guint
get_number (GHashTable *numbers,
            gint64      id,
            gboolean   *is_new)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, &id));

  *is_new = number == 0;
  if (number > 0)
    return number;
  number = g_hash_table_size (numbers) + 1;
  g_hash_table_insert (numbers, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (number));
  return number;
}

/* ---- writing ---- */

static void
add_string (Writer     *self,
            const char *name,
            const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  json_builder_set_member_name (self->builder, name);
  json_builder_add_string_value (self->builder, value);
}

static void
add_number (Writer     *self,
            const char *name,
            double      value)
{
  if (!isfinite (value))
    return;
  json_builder_set_member_name (self->builder, name);
  json_builder_add_double_value (self->builder, value);
}

static void
add_integer (Writer     *self,
             const char *name,
             gint64      value)
{
  json_builder_set_member_name (self->builder, name);
  json_builder_add_int_value (self->builder, value);
}

static void
add_date (Writer     *self,
          const char *name,
          TlDate      date)
{
  g_autofree char *string = tl_date_is_set (date) ? tl_date_to_string (date) : NULL;

  add_string (self, name, string);
}

static void
add_partners (Writer     *self,
              const char *first,
              const char *second)
{
  json_builder_set_member_name (self->builder, "partners");
  json_builder_begin_array (self->builder);
  json_builder_add_string_value (self->builder, first);
  json_builder_add_string_value (self->builder, second);
  json_builder_end_array (self->builder);
}

static void
add_article (Writer   *self,
             TlReport *report)
{
  gint64 story = tl_report_get_story (report);
  gboolean is_new;

  json_builder_begin_object (self->builder);
  add_string (self, "title", tl_report_get_title (report));
  add_string (self, "publisher", tl_report_get_publisher (report));
  add_date (self, "published", tl_report_get_published (report));
  add_string (self, "url", tl_report_get_url (report));
  if (story != 0)
    add_integer (self, "story", get_number (self->stories, story, &is_new));
  json_builder_end_object (self->builder);
}

static void
add_articles (Writer *self)
{
  json_builder_set_member_name (self->builder, "articles");
  json_builder_begin_array (self->builder);
  for (guint i = 0; i < self->reports->len; i++)
    {
      gboolean is_new;

      get_number (self->articles, tl_report_get_article_id (self->reports->pdata[i]), &is_new);
      if (is_new)
        add_article (self, self->reports->pdata[i]);
    }
  json_builder_end_array (self->builder);
}

static void
add_change (Writer             *self,
            const TlFigureData *data)
{
  static const char *const directions[] = {
    [TL_CHANGE_UP] = "up", [TL_CHANGE_DOWN] = "down", [TL_CHANGE_FLAT] = "flat",
  };

  if (data->change_kind == TL_CHANGE_NONE)
    return;
  if (data->change_kind == TL_CHANGE_PERCENT)
    add_number (self, "change", data->change);
  else
    add_string (self, "direction", directions[data->change_kind]);
  add_integer (self, "against", data->change_against);
}

static void
add_figure (Writer   *self,
            TlReport *report)
{
  TlFigure *figure = tl_report_get_figure (report);
  const TlFigureData *data = tl_figure_get_data (figure);
  gboolean is_new;

  json_builder_begin_object (self->builder);
  add_integer (self, "article",
               get_number (self->articles, tl_report_get_article_id (report), &is_new));
  add_string (self, "flow", tl_flow_to_string (data->flow));
  add_partners (self, data->partners[0], data->partners[1]);
  add_string (self, "scope", tl_scope_to_string (data->scope));
  add_date (self, "start", data->start);
  add_date (self, "end", data->end);
  add_number (self, "value", data->value);
  add_number (self, "high", data->high);
  add_string (self, "currency", data->currency);
  add_string (self, "precision", tl_precision_to_string (data->precision));
  add_string (self, "status", tl_status_to_string (data->status));
  add_change (self, data);
  add_integer (self, "at", data->quote.start);
  add_string (self, "quote", tl_figure_get_quote (figure));
  add_string (self, "sentence", tl_figure_get_sentence (figure));
  add_string (self, "speaker", tl_figure_get_speaker (figure));
  json_builder_end_object (self->builder);
}

static void
add_picture (Writer               *self,
             const TlChartPicture *picture)
{
  json_builder_set_member_name (self->builder, "picture");
  json_builder_begin_object (self->builder);
  add_string (self, "style", tl_chart_style_to_string (picture->style));
  add_number (self, "width", picture->width);
  add_number (self, "height", picture->height);
  add_number (self, "scale", picture->scale);
  json_builder_end_object (self->builder);
}

/* What a series is of, and by which rules it was made. */
static void
add_rules (Writer   *self,
           TlSeries *series)
{
  add_partners (self, tl_series_get_partner (series, 0), tl_series_get_partner (series, 1));
  add_string (self, "flow", tl_flow_to_string (tl_series_get_flow (series)));
  tl_chart_add_rules (series, self->builder);
}

static void
add_figures (Writer   *self,
             TlSeries *series)
{
  collect_reports (self, series);
  json_builder_set_member_name (self->builder, "figures");
  json_builder_begin_array (self->builder);
  for (guint i = 0; i < self->reports->len; i++)
    add_figure (self, self->reports->pdata[i]);
  json_builder_end_array (self->builder);
}

/* A chart of one series is one of its own, as it was before there were charts of several. */
static void
add_single (Writer               *self,
            TlChart              *chart,
            const TlChartPicture *picture)
{
  add_integer (self, "version", TL_FIGURES_VERSION);
  add_rules (self, tl_chart_get_series (chart));
  add_picture (self, picture);
  add_articles (self);
  add_figures (self, tl_chart_get_series (chart));
  tl_chart_add_officials (tl_chart_get_officials (chart), self->builder);
}

static void
add_several (Writer               *self,
             TlChart              *chart,
             const TlChartPicture *picture)
{
  add_integer (self, "version", TL_FIGURES_VERSION_SEVERAL);
  add_string (self, "arrangement",
              tl_chart_arrangement_to_string (tl_chart_get_arrangement (chart)));
  add_picture (self, picture);
  add_articles (self);
  json_builder_set_member_name (self->builder, "series");
  json_builder_begin_array (self->builder);
  for (guint i = 0; i < tl_chart_get_n_series (chart); i++)
    {
      json_builder_begin_object (self->builder);
      add_rules (self, tl_chart_get_nth_series (chart, i));
      add_figures (self, tl_chart_get_nth_series (chart, i));
      tl_chart_add_officials (tl_chart_get_nth_officials (chart, i), self->builder);
      json_builder_end_object (self->builder);
    }
  json_builder_end_array (self->builder);
}

/* The reports of a chart with their sentences and articles, and how it was drawn. */
char *
tl_chart_dup_figures (TlChart              *chart,
                      const TlChartPicture *picture)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(GPtrArray) reports = g_ptr_array_new ();
  g_autoptr(GHashTable) articles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(GHashTable) stories = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Writer self = { builder, reports, articles, stories };
  g_autoptr(JsonNode) root = NULL;

  collect_all_reports (&self, chart);
  json_builder_begin_object (builder);
  add_string (&self, "format", TL_FIGURES_FORMAT);
  if (tl_chart_get_n_series (chart) == 1)
    add_single (&self, chart, picture);
  else
    add_several (&self, chart, picture);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}
