/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures as a table, one a row, with their sentences and where these stand. */

#include "tl-export-out.h"

#include <math.h>
#include <string.h>

#include "tl-csv.h"
#include "tl-figure-rows.h"
#include "tl-offsets.h"

static const char *const columns[] = {
  "flow", "partner_1", "partner_2", "scope", "start", "end", "value", "high", "currency",
  "precision", "status", "change", "change_against", "speaker", "quote", "sentence", "offset",
  "length", "sentence_offset", "sentence_length", "title", "publisher", "author", "published",
  "language", "url", "file", "article_sha256",
};

/* What all rows of an article end with. */
typedef struct
{
  char *title;
  char *publisher;
  char *author;
  char *published;
  char *language;
  char *url;
  char *file;
  char *digest;
  char *text;
} Facts;

static void
facts_clear (Facts *facts)
{
  g_free (facts->title);
  g_free (facts->publisher);
  g_free (facts->author);
  g_free (facts->published);
  g_free (facts->language);
  g_free (facts->url);
  g_free (facts->file);
  g_free (facts->digest);
  g_free (facts->text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Facts, facts_clear)

/* Tables are sent to others: in which folders of whose home a file was is none of their
 * business. */
static char *
dup_file_name (const char *uri)
{
  g_autoptr(GFile) file = uri != NULL ? g_file_new_for_uri (uri) : NULL;
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;

  return name != NULL ? g_filename_display_name (name) : NULL;
}

static gboolean
load_facts (TlExportOut  *self,
            gint64        id,
            Facts        *facts,
            GError      **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlStatement) statement =
    tl_database_query (self->database, error,
                       "SELECT article.title, publisher, published, language, url, uri,"
                       " lower(hex(article.text_sha256)),"
                       " (SELECT CASE WHEN json_valid (text) THEN json_extract (text, '$.text') END"
                       "   FROM (SELECT tl_unpack (json) AS text)),"
                       " (SELECT CASE WHEN json_valid (text) THEN json_extract (text, '$.author') END"
                       "   FROM (SELECT tl_unpack (json) AS text)),"
                       " (SELECT coalesce (value, '\\') FROM correction"
                       "   WHERE correction.text_sha256 = article.text_sha256 AND fact = 'author'"
                       "     AND NOT is_undone ORDER BY made DESC, id DESC LIMIT 1)"
                       " FROM article LEFT JOIN reading ON article_id = id WHERE id = ?", "i", id);
  const char *corrected;

  if (statement == NULL)
    return FALSE;
  if (tl_database_step (self->database, statement, &local_error))
    {
      corrected = (const char *) sqlite3_column_text (statement, 9);
      facts->title = tl_statement_dup_string (statement, 0);
      facts->publisher = tl_statement_dup_string (statement, 1);
      facts->published = tl_date_to_string (tl_statement_get_date (statement, 2));
      facts->language = tl_statement_dup_string (statement, 3);
      facts->url = tl_statement_dup_string (statement, 4);
      facts->file = dup_file_name ((const char *) sqlite3_column_text (statement, 5));
      facts->digest = tl_statement_dup_string (statement, 6);
      facts->text = tl_statement_dup_string (statement, 7);
      facts->author = tl_statement_dup_string (statement, corrected != NULL && *corrected != '\\' ? 9 : 8);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* ---- a row ---- */

static void
append_change (GString            *csv,
               const TlFigureData *data)
{
  static const char *const directions[] = {
    [TL_CHANGE_NONE] = NULL,
    [TL_CHANGE_UP] = "up",
    [TL_CHANGE_DOWN] = "down",
    [TL_CHANGE_FLAT] = "flat",
  };

  if (data->change_kind == TL_CHANGE_PERCENT)
    tl_csv_append_number (csv, data->change);
  else
    tl_csv_append_text (csv, directions[data->change_kind]);
  if (data->change_kind == TL_CHANGE_NONE)
    tl_csv_append_text (csv, NULL);
  else if (data->change_against == TL_AGAINST_PREVIOUS_YEAR)
    tl_csv_append_text (csv, "previous-year");
  else if (data->change_against == TL_AGAINST_PREVIOUS_PERIOD)
    tl_csv_append_text (csv, "previous-period");
  else
    tl_csv_append_number (csv, data->change_against);
}

static void
append_span (GString   *csv,
             TlOffsets *offsets,
             TlSpan     span)
{
  guint start = offsets != NULL ? tl_offsets_to_chars (offsets, span.start) : 0;
  guint end = offsets != NULL ? tl_offsets_to_chars (offsets, span.end) : 0;

  tl_csv_append_number (csv, offsets != NULL ? start : NAN);
  tl_csv_append_number (csv, offsets != NULL ? end - start : NAN);
}

static void
append_month (GString *csv,
              TlDate   date)
{
  g_autofree char *month = tl_date_to_month (date);

  tl_csv_append_text (csv, month);
}

static void
append_figure (GString   *csv,
               TlFigure  *figure,
               TlOffsets *offsets)
{
  const TlFigureData *data = tl_figure_get_data (figure);

  tl_csv_append_text (csv, tl_flow_to_string (data->flow));
  tl_csv_append_text (csv, data->partners[0]);
  tl_csv_append_text (csv, data->partners[1]);
  tl_csv_append_text (csv, tl_scope_to_string (data->scope));
  append_month (csv, data->start);
  append_month (csv, data->end);
  tl_csv_append_number (csv, data->value);
  tl_csv_append_number (csv, data->high);
  tl_csv_append_text (csv, data->currency);
  tl_csv_append_text (csv, tl_precision_to_string (data->precision));
  tl_csv_append_text (csv, tl_status_to_string (data->status));
  append_change (csv, data);
  tl_csv_append_text (csv, tl_figure_get_speaker (figure));
  tl_csv_append_text (csv, tl_figure_get_quote (figure));
  tl_csv_append_text (csv, tl_figure_get_sentence (figure));
  append_span (csv, offsets, data->quote);
  append_span (csv, offsets, data->sentence);
}

static void
append_facts (GString     *csv,
              const Facts *facts)
{
  tl_csv_append_text (csv, facts->title);
  tl_csv_append_text (csv, facts->publisher);
  tl_csv_append_text (csv, facts->author);
  tl_csv_append_text (csv, facts->published);
  tl_csv_append_text (csv, facts->language);
  tl_csv_append_text (csv, facts->url);
  tl_csv_append_text (csv, facts->file);
  tl_csv_append_text (csv, facts->digest);
}

/* ---- all rows ---- */

static gboolean
write_article (TlExportOut  *self,
               gint64        id,
               GError      **error)
{
  const char *const *partners = self->choice->partners[0] != NULL ? self->choice->partners : NULL;
  g_autoptr(GPtrArray) figures = tl_figure_rows_get_article (self->database, id, partners, error);
  g_autoptr(TlOffsets) offsets = NULL;
  g_auto(Facts) facts = { NULL };

  if (figures == NULL)
    return FALSE;
  if (figures->len == 0)
    return TRUE;
  if (!load_facts (self, id, &facts, error))
    return FALSE;
  if (facts.text != NULL)
    offsets = tl_offsets_new (facts.text, strlen (facts.text));
  for (guint i = 0; i < figures->len; i++)
    {
      append_figure (self->text, g_ptr_array_index (figures, i), offsets);
      append_facts (self->text, &facts);
      tl_csv_end_row (self->text);
    }
  self->outcome.n_articles++;
  return TRUE;
}

/**
 * tl_export_out_figures:
 * @self: an export
 * @error: return location for an error
 *
 * Writes the figures of the articles.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_export_out_figures (TlExportOut  *self,
                       GError      **error)
{
  if (self->choice->with_mark)
    g_string_append (self->text, TL_CSV_MARK);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    tl_csv_append_text (self->text, columns[i]);
  tl_csv_end_row (self->text);
  for (guint i = 0; i < self->articles->len; i++)
    if (!write_article (self, g_array_index (self->articles, gint64, i), error) ||
        !tl_export_out_done (self, error))
      return FALSE;
  return TRUE;
}
