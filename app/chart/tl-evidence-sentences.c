/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The numbered sentences of a report, below the articles that they stand in. */

#include "tl-evidence-private.h"

#include <glib/gi18n-lib.h>

#include "tl-gazetteer.h"
#include "tl-labels.h"

/* ---- articles ---- */

/* Publisher, day, title and address, as much of it as is known. */
static void
add_citation (GArray   *text,
              TlReport *report)
{
  g_autofree char *date = tl_label_for_date (tl_report_get_published (report));
  g_autofree char *address = tl_evidence_dup_web_address (tl_report_get_url (report));
  const char *publisher = tl_report_get_publisher (report);
  const char *title = tl_report_get_title (report);
  const char *url = tl_report_get_url (report);

  tl_evidence_text_add (text, TL_EVIDENCE_FOREIGN, publisher != NULL ? publisher : "");
  if (publisher != NULL)
    tl_evidence_text_add (text, TL_EVIDENCE_PLAIN, C_("citation", ", "));
  tl_evidence_text_add (text, TL_EVIDENCE_PLAIN, *date != '\0' ? date : _("day not known"));
  /* Translators: between where and when an article appeared and its title */
  tl_evidence_text_add (text, TL_EVIDENCE_PLAIN, C_("citation", ": "));
  tl_evidence_text_add (text, TL_EVIDENCE_FOREIGN, *title != '\0' ? title : _("Untitled article"));
  if (url == NULL)
    return;
  tl_evidence_text_add (text, TL_EVIDENCE_PLAIN, C_("citation", ", "));
  if (address != NULL)
    tl_evidence_text_add_link (text, TL_EVIDENCE_FOREIGN, url, address);
  else
    tl_evidence_text_add (text, TL_EVIDENCE_FOREIGN, url);
}

/* Which of the article's figures another carries, where it is not all of them. */
static void
add_labels (GArray    *note,
            GPtrArray *labels,
            guint      n_items)
{
  g_autofree char *list = NULL;

  if (labels->len == n_items)
    return;
  g_ptr_array_add (labels, NULL);
  list = g_strjoinv (", ", (char **) labels->pdata);
  tl_evidence_text_add (note, TL_EVIDENCE_PLAIN, " (");
  tl_evidence_text_add (note, TL_EVIDENCE_PLAIN, list);
  tl_evidence_text_add (note, TL_EVIDENCE_PLAIN, ")");
}

typedef struct
{
  TlReport  *report;            /* borrowed */
  GPtrArray *labels;            /* of borrowed strings */
} Copy;

static void
clear_copy (gpointer copy)
{
  g_ptr_array_unref (((Copy *) copy)->labels);
}

/* Those that carry the figures of one part of an article, each once. */
static GArray *
list_copies (const TlEvidenceArticle *article,
             TlEvidencePart           part)
{
  g_autoptr(GHashTable) places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GArray *copies = g_array_new (FALSE, FALSE, sizeof (Copy));

  g_array_set_clear_func (copies, clear_copy);
  for (guint i = 0; i < article->items->len; i++)
    {
      TlEvidenceItem *item = article->items->pdata[i];
      GPtrArray *reports = item->part == part ? tl_report_get_copies (item->report) : NULL;

      for (guint k = 0; reports != NULL && k < reports->len; k++)
        {
          gint64 id = tl_report_get_article_id (reports->pdata[k]);
          guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, &id));

          if (place == 0)
            {
              Copy copy = { reports->pdata[k], g_ptr_array_new () };

              g_array_append_val (copies, copy);
              place = copies->len;
              g_hash_table_insert (places, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (place));
            }
          g_ptr_array_add (g_array_index (copies, Copy, place - 1).labels, item->label);
        }
    }
  return copies;
}

static void
add_copies (TlEvidenceBlock         *block,
            const TlEvidenceArticle *article,
            TlEvidencePart           part,
            guint                    n_items)
{
  g_autoptr(GArray) copies = list_copies (article, part);

  for (guint i = 0; i < copies->len; i++)
    {
      const Copy *copy = &g_array_index (copies, Copy, i);
      GArray *note = tl_evidence_text_new ();

      /* Translators: before another article that carries the same story */
      tl_evidence_text_add (note, TL_EVIDENCE_DIM, _("The same story in "));
      add_citation (note, copy->report);
      add_labels (note, copy->labels, n_items);
      tl_evidence_block_add_note (block, note);
    }
}

static guint
count_items (const TlEvidenceArticle *article,
             TlEvidencePart           part,
             gboolean                *is_first)
{
  guint n = 0;

  *is_first = TRUE;
  for (guint i = 0; i < article->items->len; i++)
    {
      const TlEvidenceItem *item = article->items->pdata[i];

      n += item->part == part;
      if (item->part < part)
        *is_first = FALSE;
    }
  return n;
}

static void
add_article (TlEvidenceReport        *self,
             const TlEvidenceArticle *article,
             TlEvidencePart           part,
             guint                    n_items,
             gboolean                 is_first)
{
  TlEvidenceBlock *block = tl_evidence_add_block (self, TL_EVIDENCE_SOURCE);

  block->label = g_strdup_printf ("%u", article->number);
  if (is_first)
    block->id = g_strdup_printf ("a%u", article->number);
  add_citation (block->text, article->report);
  add_copies (block, article, part, n_items);
}

/* ---- figures ---- */

static const char *
get_status_name (TlStatus status)
{
  switch (status)
    {
    case TL_STATUS_TARGET:
      return C_("status", "a target");
    case TL_STATUS_FORECAST:
      return C_("status", "a forecast");
    case TL_STATUS_POTENTIAL:
      return C_("status", "a potential");
    case TL_STATUS_REPORTED:
    default:
      return C_("status", "reported");
    }
}

static void
add_part (GArray          *text,
          TlEvidenceStyle  style,
          const char      *part)
{
  if (*part == '\0')
    return;
  if (text->len > 0)
    tl_evidence_text_add (text, TL_EVIDENCE_DIM, " · ");
  tl_evidence_text_add (text, style, part);
}

/* Whose trade it is, which need not be said where the chart has no other. */
static void
add_trade (GArray               *text,
           TlChart              *chart,
           const TlEvidenceItem *item)
{
  const TlFigureData *data = tl_figure_get_data (tl_report_get_figure (item->report));
  TlFlow flow = tl_series_get_flow (tl_chart_get_nth_series (chart, item->series));
  g_autofree char *first = NULL, *second = NULL, *trade = NULL;

  if (item->part == TL_EVIDENCE_LEFT_OUT || (data->flow == flow && tl_chart_get_n_series (chart) == 1))
    return;
  first = tl_gazetteer_dup_display_name (tl_gazetteer_get_default (), data->partners[0]);
  second = tl_gazetteer_dup_display_name (tl_gazetteer_get_default (), data->partners[1]);
  if (data->flow == TL_FLOW_EXPORTS)
    /* Translators: the exporting country and the other */
    trade = g_strdup_printf (C_("figure", "exports from %s to %s"), first, second);
  else if (data->flow == TL_FLOW_BALANCE)
    /* Translators: the country with the surplus and the other */
    trade = g_strdup_printf (C_("figure", "surplus of %s over %s"), first, second);
  else
    trade = g_strdup_printf (C_("figure", "turnover of %s and %s"), first, second);
  add_part (text, TL_EVIDENCE_PLAIN, trade);
}

/* What was read from the sentence: "$419.1 million · −30 % … · 2016 · reported". */
static void
add_reading (GArray               *text,
             TlChart              *chart,
             const TlEvidenceItem *item)
{
  TlReport *report = item->report;
  TlFigure *figure = tl_report_get_figure (report);
  const TlFigureData *data = tl_figure_get_data (figure);
  g_autofree char *value = tl_figure_dup_value_label (figure);
  g_autofree char *change = tl_figure_dup_change_label (figure);
  g_autofree char *period = tl_figure_dup_period_label (figure);
  const char *speaker = tl_figure_get_speaker (figure);

  add_part (text, TL_EVIDENCE_STRONG, value);
  add_part (text, TL_EVIDENCE_STRONG, change);
  add_part (text, TL_EVIDENCE_PLAIN, *period != '\0' ? period : C_("period", "undated"));
  add_trade (text, chart, item);
  add_part (text, TL_EVIDENCE_PLAIN, get_status_name (data->status));
  if (tl_report_is_confirmed (report))
    add_part (text, TL_EVIDENCE_PLAIN, _("checked by a person"));
  if (speaker == NULL || *speaker == '\0')
    return;
  /* Translators: before the person or body that an article attributes a figure to */
  add_part (text, TL_EVIDENCE_PLAIN, _("said by "));
  tl_evidence_text_add (text, TL_EVIDENCE_FOREIGN, speaker);
}

/* Where the figure's words stand in its sentence; NULL when they do not. */
static const char *
find_quote (TlFigure   *figure,
            const char *sentence,
            const char *quote)
{
  const TlFigureData *data = tl_figure_get_data (figure);
  gsize length = strlen (sentence);
  gsize at;

  if (*quote == '\0')
    return NULL;
  at = data->quote.start >= data->sentence.start ? data->quote.start - data->sentence.start : length;
  if (at < length && g_str_has_prefix (sentence + at, quote))
    return sentence + at;
  return strstr (sentence, quote);
}

static GArray *
make_quote (TlFigure *figure)
{
  const char *quote = tl_figure_get_quote (figure);
  const char *sentence = tl_figure_get_sentence (figure);
  const char *found = find_quote (figure, sentence, quote);
  GArray *text = tl_evidence_text_new ();
  g_autofree char *before = NULL;

  if (found == NULL)
    {
      tl_evidence_text_add (text, TL_EVIDENCE_FOREIGN, sentence);
      if (*sentence != '\0' && *quote != '\0')
        tl_evidence_text_add (text, TL_EVIDENCE_PLAIN, " … ");
      tl_evidence_text_add (text, TL_EVIDENCE_MARKED, quote);
      return text;
    }
  before = g_strndup (sentence, (gsize) (found - sentence));
  tl_evidence_text_add (text, TL_EVIDENCE_FOREIGN, before);
  tl_evidence_text_add (text, TL_EVIDENCE_MARKED, quote);
  tl_evidence_text_add (text, TL_EVIDENCE_FOREIGN, found + strlen (quote));
  return text;
}

static void
add_reason (TlEvidenceBlock      *block,
            const TlEvidenceItem *item)
{
  g_autofree char *label = tl_left_out_dup_label (item->reason, item->report);
  /* Translators: %s is why a figure is not in the chart, "It names no currency" */
  g_autofree char *text = g_strdup_printf (C_("reason", "%s."), label);

  tl_evidence_block_add_note (block, tl_evidence_text_new_plain (text));
}

static void
add_sentence (TlEvidenceReport     *self,
              const TlEvidenceItem *item)
{
  TlEvidenceBlock *block = tl_evidence_add_block (self, TL_EVIDENCE_SENTENCE);

  block->label = g_strdup (item->label);
  block->id = g_strconcat ("e", item->label, NULL);
  add_reading (block->text, tl_chart_scene_get_chart (self->scene), item);
  block->quote = make_quote (tl_report_get_figure (item->report));
  if (item->part != TL_EVIDENCE_DRAWN)
    add_reason (block, item);
}

/**
 * tl_evidence_add_sentences:
 * @self: a report
 * @part: which of them
 *
 * Adds the articles of a part of the report, each with its sentences below it.
 */
void
tl_evidence_add_sentences (TlEvidenceReport *self,
                           TlEvidencePart    part)
{
  for (guint i = 0; i < self->numbers->articles->len; i++)
    {
      const TlEvidenceArticle *article = self->numbers->articles->pdata[i];
      gboolean is_first;
      guint n_items = count_items (article, part, &is_first);

      if (n_items == 0)
        continue;
      add_article (self, article, part, n_items, is_first);
      for (guint k = 0; k < article->items->len; k++)
        if (((TlEvidenceItem *) article->items->pdata[k])->part == part)
          add_sentence (self, article->items->pdata[k]);
    }
}
