/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands in an evidence report, from its chart to how it was made. */

#include "tl-evidence-report.h"

#include <glib/gi18n-lib.h>

#include "tl-chart-export-private.h"
#include "tl-chart-scene-private.h"
#include "tl-evidence-private.h"

/* The picture fits the width of a page, and takes as much room as its marks need there. */
#define LEAST_WIDTH    640.0
#define MOST_WIDTH     960.0
#define WIDTH_OF_MARK  6.0
#define HEIGHT_OF_WIDTH 0.62

static const char *const format_names[] = {
  [TL_EVIDENCE_HTML] = "html",
  [TL_EVIDENCE_PDF] = "pdf",
};

/**
 * tl_evidence_format_to_string:
 * @format: a format
 *
 * Returns: (transfer none): its name, which its files end in: "html"
 */
const char *
tl_evidence_format_to_string (TlEvidenceFormat format)
{
  g_return_val_if_fail ((guint) format < G_N_ELEMENTS (format_names), NULL);

  return format_names[format];
}

/**
 * tl_evidence_format_from_string:
 * @string: (nullable): a name, "html", in whatever case
 * @format: (out): its format
 *
 * Returns: whether there is such a format
 */
gboolean
tl_evidence_format_from_string (const char       *string,
                                TlEvidenceFormat *format)
{
  g_return_val_if_fail (format != NULL, FALSE);

  for (guint i = 0; string != NULL && i < G_N_ELEMENTS (format_names); i++)
    if (g_ascii_strcasecmp (string, format_names[i]) == 0)
      {
        *format = (TlEvidenceFormat) i;
        return TRUE;
      }
  if (string != NULL && g_ascii_strcasecmp (string, "htm") == 0)
    {
      *format = TL_EVIDENCE_HTML;
      return TRUE;
    }
  return FALSE;
}

/* ---- sections ---- */

static guint
count_values (TlChart *chart)
{
  guint n = 0;

  for (guint i = 0; i < tl_chart_get_n_series (chart); i++)
    n += tl_series_get_n_points (tl_chart_get_nth_series (chart, i));
  return n;
}

static void
add_text (TlEvidenceReport    *self,
          TlEvidenceBlockKind  kind,
          const char          *text)
{
  tl_evidence_text_add (tl_evidence_add_block (self, kind)->text, TL_EVIDENCE_PLAIN, text);
}

static void
append_count (GString *text,
              char    *count)
{
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, count);
  g_free (count);
}

/* How much there is of everything, so that a missing page is noticed. */
static void
add_counts (TlEvidenceReport *self)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint n_values = count_values (tl_chart_scene_get_chart (self->scene));
  guint n_drawn = tl_evidence_numbers_count (self->numbers, TL_EVIDENCE_DRAWN);
  guint n_undated = tl_evidence_numbers_count (self->numbers, TL_EVIDENCE_UNDATED);
  guint n_left_out = tl_evidence_numbers_count (self->numbers, TL_EVIDENCE_LEFT_OUT);
  guint n_articles = self->numbers->articles->len;

  append_count (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u value", "%u values", n_values),
                                       n_values));
  append_count (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u sentence behind them",
                                                    "%u sentences behind them", n_drawn), n_drawn));
  append_count (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u article", "%u articles",
                                                    n_articles), n_articles));
  if (n_undated > 0)
    append_count (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u figure without a period",
                                                      "%u figures without a period", n_undated),
                                         n_undated));
  if (n_left_out > 0)
    append_count (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u figure left out",
                                                      "%u figures left out", n_left_out), n_left_out));
  add_text (self, TL_EVIDENCE_PARAGRAPH, text->str);
}

static void
add_section (TlEvidenceReport *self,
             TlEvidencePart    part,
             const char       *heading,
             const char       *introduction)
{
  if (tl_evidence_numbers_count (self->numbers, part) == 0)
    return;
  add_text (self, TL_EVIDENCE_HEADING, heading);
  add_text (self, TL_EVIDENCE_PARAGRAPH, introduction);
  tl_evidence_add_sentences (self, part);
}

static gboolean
has_calculated (TlChart *chart)
{
  for (guint i = 0; i < tl_chart_get_n_series (chart); i++)
    {
      TlSeries *series = tl_chart_get_nth_series (chart, i);

      for (guint k = 0; k < tl_series_get_n_points (series); k++)
        if (tl_series_get_point (series, k)->kind == TL_POINT_CALCULATED)
          return TRUE;
    }
  return FALSE;
}

static void
add_rules (TlEvidenceReport *self)
{
  TlChart *chart = tl_chart_scene_get_chart (self->scene);
  g_autofree char *choice = tl_chart_dup_choice (chart);

  add_text (self, TL_EVIDENCE_ITEM,
            _("Every value was read from a sentence of an article. The numbers at the marks of the chart "
              "and in the table are those of the articles and sentences above; the words that carry a "
              "figure are marked in its sentence."));
  add_text (self, TL_EVIDENCE_ITEM,
            _("Nothing was averaged. Reports that differ are values of their own; reports that say the "
              "same share one. Articles that carry the same story count as one report."));
  add_text (self, TL_EVIDENCE_ITEM,
            _("A part of a year, a target and a forecast are drawn as such and never joined with full "
              "years. “About”, “almost” and “more than” stay with the amount."));
  if (has_calculated (chart))
    add_text (self, TL_EVIDENCE_ITEM,
              _("Values with an asterisk are in no article: they were calculated as the table says, "
                "from the sentences that it names, where nobody reports the value itself."));
  else
    add_text (self, TL_EVIDENCE_ITEM, _("No value was calculated."));
  if (choice != NULL)
    add_text (self, TL_EVIDENCE_ITEM, choice);
}

static void
add_n_of_others (TlEvidenceReport *self)
{
  guint n = self->numbers->n_of_others;
  g_autofree char *text = NULL;

  if (n == 0)
    return;
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u figure in these articles is of the trade of others, and is "
                                       "not listed.",
                                       "%u figures in these articles are of the trade of others, and are "
                                       "not listed.", n), n);
  add_text (self, TL_EVIDENCE_ITEM, text);
}

/* Who read the articles, and how far that is to be trusted. */
static void
add_reader (TlEvidenceReport        *self,
            const TlEvidenceOptions *options)
{
  g_autofree char *version = NULL;

  if (options->is_from_picture)
    {
      add_text (self, TL_EVIDENCE_ITEM,
                _("The sentences and figures were taken from a picture of the chart that carries them, "
                  "and not from the articles: they are as honest as who made the picture."));
      return;
    }
  /* Translators: the program's version, and that of how it reads articles */
  version = g_strdup_printf (_("A program, Tradelines %s, read the articles (version %u of its reading). "
                               "It misses some figures and misreads some: read the sentence before "
                               "you cite the value."), TL_VERSION, options->reading_version);
  add_text (self, TL_EVIDENCE_ITEM, version);
}

static void
add_making (TlEvidenceReport        *self,
            const TlEvidenceOptions *options)
{
  add_text (self, TL_EVIDENCE_HEADING, _("How this was made"));
  add_rules (self);
  if (tl_evidence_numbers_count (self->numbers, TL_EVIDENCE_LEFT_OUT) > 0)
    add_text (self, TL_EVIDENCE_ITEM,
              _("What the same articles say of this trade and the chart does not show is listed with "
                "the reason."));
  add_n_of_others (self);
  add_reader (self, options);
  if (options->made != NULL)
    {
      /* Translators: a day and time as g_date_time_format() writes it */
      g_autofree char *made = g_date_time_format (options->made, C_("date", "%-d %B %Y, %H:%M %Z"));
      g_autofree char *text = g_strdup_printf (_("This report was made on %s."), made);

      add_text (self, TL_EVIDENCE_ITEM, text);
    }
}

static void
add_all (TlEvidenceReport        *self,
         const TlEvidenceOptions *options)
{
  g_autoptr(GListModel) rows = tl_chart_list_rows (tl_chart_scene_get_chart (self->scene));

  add_counts (self);
  add_text (self, TL_EVIDENCE_CHART,
            _("The small numbers are those of the articles below."));
  tl_evidence_add_values (self, rows);
  tl_evidence_add_officials (self, rows);
  add_section (self, TL_EVIDENCE_DRAWN, _("Evidence"),
               _("The articles by the numbers in the chart, and the sentences that its values were read from."));
  add_section (self, TL_EVIDENCE_UNDATED, _("Without a period"),
               _("Amounts of this trade of which the article does not say when it was. They have no "
                 "place on the time axis."));
  add_section (self, TL_EVIDENCE_LEFT_OUT, _("Left out of the chart"),
               _("What was read of the trade of these partners and is no part of this chart."));
  add_making (self, options);
}

/* ---- public ---- */

static TlChartScene *
make_scene (TlChart *chart)
{
  double n = count_values (chart);
  double width = CLAMP (LEAST_WIDTH + (n - 20) * WIDTH_OF_MARK, LEAST_WIDTH, MOST_WIDTH);

  return tl_chart_scene_new_for_paper (chart, width, width * HEIGHT_OF_WIDTH);
}

/**
 * tl_evidence_report_new:
 * @chart: a chart
 * @options: what stands in the report besides
 *
 * Gathers what a report of a chart says, and numbers it.  Takes longer than a frame.
 *
 * Returns: (transfer full): a report
 */
TlEvidenceReport *
tl_evidence_report_new (TlChart                 *chart,
                        const TlEvidenceOptions *options)
{
  TlEvidenceReport *self;

  g_return_val_if_fail (TL_IS_CHART (chart), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  self = g_new0 (TlEvidenceReport, 1);
  self->scene = make_scene (chart);
  self->numbers = tl_evidence_numbers_new (self->scene);
  self->title = g_strdup (tl_chart_scene_get_title (self->scene));
  self->subtitle = tl_chart_dup_chart_subtitle (chart);
  self->date = options->made != NULL ? g_date_time_format_iso8601 (options->made)
                                     : tl_chart_dup_newest_date (tl_chart_scene_get_sources (self->scene));
  self->blocks = g_ptr_array_new_with_free_func (tl_evidence_block_free);
  add_all (self, options);
  return self;
}

/**
 * tl_evidence_report_free:
 * @self: (transfer full): a report
 *
 * Frees it.
 */
void
tl_evidence_report_free (TlEvidenceReport *self)
{
  g_ptr_array_unref (self->blocks);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->date);
  tl_evidence_numbers_free (self->numbers);
  g_object_unref (self->scene);
  g_free (self);
}

/**
 * tl_evidence_report_get_scene:
 * @self: a report
 *
 * Returns: (transfer none): its chart as it is drawn
 */
TlChartScene *
tl_evidence_report_get_scene (TlEvidenceReport *self)
{
  return self->scene;
}

/**
 * tl_evidence_report_get_title:
 * @self: a report
 *
 * Returns: (transfer none): the chart's title
 */
const char *
tl_evidence_report_get_title (TlEvidenceReport *self)
{
  return self->title;
}

/**
 * tl_evidence_report_get_subtitle:
 * @self: a report
 *
 * Returns: (transfer none): the chart's subtitle
 */
const char *
tl_evidence_report_get_subtitle (TlEvidenceReport *self)
{
  return self->subtitle;
}

/**
 * tl_evidence_report_get_n_blocks:
 * @self: a report
 *
 * Returns: how many blocks it has
 */
guint
tl_evidence_report_get_n_blocks (TlEvidenceReport *self)
{
  return self->blocks->len;
}

/**
 * tl_evidence_report_get_block:
 * @self: a report
 * @index: below tl_evidence_report_get_n_blocks()
 *
 * Returns: (transfer none): a block
 */
const TlEvidenceBlock *
tl_evidence_report_get_block (TlEvidenceReport *self,
                              guint             index)
{
  g_return_val_if_fail (index < self->blocks->len, NULL);

  return self->blocks->pdata[index];
}

/**
 * tl_evidence_report_get_label:
 * @self: a report
 * @report: a figure in an article
 *
 * Returns: (transfer none) (nullable): the number that its sentence has, "3a"; %NULL where it
 *   has none: it is a copy, or of the trade of others
 */
const char *
tl_evidence_report_get_label (TlEvidenceReport *self,
                              TlReport         *report)
{
  const TlEvidenceItem *item;

  g_return_val_if_fail (TL_IS_REPORT (report), NULL);

  item = tl_evidence_numbers_find (self->numbers, report);
  return item != NULL ? item->label : NULL;
}

/**
 * tl_evidence_report_write:
 * @self: a report
 * @format: the format
 * @stream: where to; it is not closed
 * @cancellable: (nullable): a cancellable, which is looked at between blocks
 * @error: return location for an error of %TL_CHART_ERROR or %G_IO_ERROR
 *
 * Writes the report, in time that grows with its length.
 *
 * Returns: whether all of it was written
 */
gboolean
tl_evidence_report_write (TlEvidenceReport  *self,
                          TlEvidenceFormat   format,
                          GOutputStream     *stream,
                          GCancellable      *cancellable,
                          GError           **error)
{
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (format == TL_EVIDENCE_PDF)
    return tl_evidence_write_pdf (self, stream, cancellable, error);
  return tl_evidence_write_html (self, stream, cancellable, error);
}

/**
 * tl_evidence_report_save:
 * @chart: a chart
 * @options: what stands in the report besides
 * @format: the format
 * @file: where to; a file that is there is replaced, as a whole or not at all
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error of %TL_CHART_ERROR or %G_IO_ERROR
 *
 * Makes a report and writes it into a file.  Takes longer than a frame.
 *
 * Returns: whether it was written
 */
gboolean
tl_evidence_report_save (TlChart                  *chart,
                         const TlEvidenceOptions  *options,
                         TlEvidenceFormat          format,
                         GFile                    *file,
                         GCancellable             *cancellable,
                         GError                  **error)
{
  g_autoptr(TlEvidenceReport) report = NULL;
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(GBytes) bytes = NULL;
  const char *data;
  gsize length;

  g_return_val_if_fail (TL_IS_CHART (chart), FALSE);
  g_return_val_if_fail (options != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  report = tl_evidence_report_new (chart, options);
  if (!tl_evidence_report_write (report, format, stream, cancellable, error) ||
      !g_output_stream_close (stream, cancellable, error))
    return FALSE;
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  data = g_bytes_get_data (bytes, &length);
  return g_file_replace_contents (file, data, length, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                  cancellable, error);
}
