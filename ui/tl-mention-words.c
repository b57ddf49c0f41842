/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What words of an article were taken to mean, for people. */

#include "tl-mention-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-labels.h"
#include "tl-library-entities.h"
#include "tl-words.h"

static TlEntity *
get_entity (TlArticle    *article,
            const TlMark *mark)
{
  return g_ptr_array_index (tl_article_get_entities (article), mark->index);
}

static TlFigure *
get_figure (TlArticle    *article,
            const TlMark *mark)
{
  return g_ptr_array_index (tl_article_get_figures (article), mark->index);
}

static const TlAmount *
get_amount (TlArticle    *article,
            const TlMark *mark)
{
  return &g_array_index (tl_article_get_amounts (article), TlAmount, mark->index);
}

static const TlPeriod *
get_period (TlArticle    *article,
            const TlMark *mark)
{
  return &g_array_index (tl_article_get_dates (article), TlPeriod, mark->index);
}

static void
add_line (GString    *lines,
          const char *line)
{
  if (line == NULL || line[0] == '\0')
    return;
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append (lines, line);
}

/* ---- periods ---- */

static char *
dup_days (const TlPeriod *period)
{
  g_autofree char *start = tl_label_for_date (period->start);
  g_autofree char *end = tl_label_for_date (period->end);

  if (start[0] == '\0' || end[0] == '\0')
    return g_strdup (_("Which days it is, the article does not tell"));
  if (g_str_equal (start, end))
    return g_steal_pointer (&start);
  /* Translators: the first day and the last day of a period */
  return g_strdup_printf (C_("period", "%s – %s"), start, end);
}

static char *
dup_words (TlArticle *article,
           TlSpan     span)
{
  return g_strndup (tl_article_get_text (article) + span.start, span.end - span.start);
}

/* Why a figure has its period from these words, where one has. */
static const TlReason *
find_reason (TlArticle *article,
             TlSpan     span)
{
  GPtrArray *figures = tl_article_get_figures (article);

  for (guint i = 0; i < figures->len; i++)
    {
      const TlWhy *why = &tl_figure_get_data (g_ptr_array_index (figures, i))->why;

      for (guint j = 0; j < why->n_reasons; j++)
        if (why->reasons[j].field == TL_FIELD_PERIOD && tl_span_overlaps (why->reasons[j].span, span) &&
            tl_date_is_set (why->reasons[j].from))
          return &why->reasons[j];
    }
  return NULL;
}

/* From where it is known which days are meant, where the words do not say so themselves. */
static void
add_origin (GString        *lines,
            TlArticle      *article,
            const TlPeriod *period)
{
  const TlReason *reason = find_reason (article, period->span);
  g_autofree char *words = dup_words (article, period->span);
  g_autofree char *year = g_strdup_printf ("%d", period->start.year);
  g_autofree char *published = NULL;
  g_autofree char *line = NULL;

  if (strstr (words, year) != NULL || period->start.year == 0)
    return;
  published = tl_label_for_date (reason != NULL ? reason->from : tl_article_get_published (article));
  if (reason != NULL)
    /* Translators: words of the article, and the date of the article */
    line = g_strdup_printf (_("From “%s” and the article’s date, %s"), words, published);
  else if (published[0] != '\0')
    /* Translators: words of the article, and the date of the article */
    line = g_strdup_printf (_("From “%s”, in an article of %s"), words, published);
  add_line (lines, line);
}

/* ---- figures ---- */

static void
add_figure (GString  *lines,
            TlFigure *figure)
{
  const TlFigureData *data = tl_figure_get_data (figure);
  g_autofree char *trade = tl_words_for_trade (data);
  g_autofree char *period = tl_figure_dup_period_label (figure);
  g_autofree char *change = tl_figure_has_value (figure) ? tl_figure_dup_change_label (figure) : NULL;
  const char *speaker = tl_figure_get_speaker (figure);

  add_line (lines, trade);
  add_line (lines, period != NULL && period[0] != '\0' ? period : _("No period is named"));
  add_line (lines, change);
  add_line (lines, tl_words_for_status (data->status));
  add_line (lines, tl_words_for_scope (data->scope));
  if (speaker != NULL && speaker[0] != '\0')
    {
      /* Translators: who says it */
      g_autofree char *said = g_strdup_printf (_("Said by %s"), speaker);

      add_line (lines, said);
    }
  add_line (lines, tl_words_for_review (tl_figure_get_review (figure)));
}

static void
add_entity (GString   *lines,
            TlEntity  *entity,
            TlLibrary *library)
{
  gint64 id = tl_entity_get_id (entity);
  g_autoptr(TlKnownEntity) known = NULL;
  guint n_articles;

  add_line (lines, tl_entity_get_role (entity));
  if (library != NULL && id != 0)
    known = tl_library_load_entity (library, id, NULL);
  /* Of an article that was removed, the library does not count the names, but it counted them when it was
   * loaded; and then it did not know the articles that came since. */
  n_articles = MAX (tl_entity_get_n_articles (entity), known != NULL ? known->n_articles : 0);
  if (n_articles > 1)
    {
      guint n_others = n_articles - 1;
      g_autofree char *others =
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Also in %u other article", "Also in %u other articles",
                                      n_others), n_others);

      add_line (lines, others);
    }
  else if (known != NULL)
    add_line (lines, _("In no other article"));
}

/**
 * tl_mention_words_dup_title:
 * @article: an article
 * @mark: one of its marks
 *
 * Returns: (transfer full): what the words were taken for: a name, an amount, days
 */
char *
tl_mention_words_dup_title (TlArticle    *article,
                            const TlMark *mark)
{
  switch (mark->kind)
    {
    case TL_MENTION_AMOUNT:
      {
        const TlAmount *amount = get_amount (article, mark);

        return tl_label_for_amount (amount->value, amount->high, amount->currency, amount->precision,
                                    TL_LABEL_STYLE_WORDS);
      }
    case TL_MENTION_DATE:
      return dup_days (get_period (article, mark));
    case TL_MENTION_FIGURE:
      {
        TlFigure *figure = get_figure (article, mark);

        return tl_figure_has_value (figure) ? tl_figure_dup_value_label (figure)
                                            : tl_figure_dup_change_label (figure);
      }
    case TL_MENTION_PERSON:
    case TL_MENTION_ORGANIZATION:
    case TL_MENTION_PLACE:
    case TL_MENTION_EVENT:
    default:
      return g_strdup (tl_entity_get_name (get_entity (article, mark)));
    }
}

/**
 * tl_mention_words_dup_detail:
 * @article: an article
 * @mark: one of its marks
 * @library: (nullable): the article's, to say in how many others a name is
 *
 * Returns: (transfer full): what more is known of it, beginning with what it is, a line each
 */
char *
tl_mention_words_dup_detail (TlArticle    *article,
                             const TlMark *mark,
                             TlLibrary    *library)
{
  g_autoptr(GString) lines = g_string_new (tl_mention_kind_get_name (mark->kind));

  switch (mark->kind)
    {
    case TL_MENTION_AMOUNT:
      if (get_amount (article, mark)->currency[0] != '\0')
        add_line (lines, get_amount (article, mark)->currency);
      else
        add_line (lines, _("No currency is named"));
      break;
    case TL_MENTION_DATE:
      add_origin (lines, article, get_period (article, mark));
      break;
    case TL_MENTION_FIGURE:
      add_figure (lines, get_figure (article, mark));
      break;
    case TL_MENTION_PERSON:
    case TL_MENTION_ORGANIZATION:
    case TL_MENTION_PLACE:
    case TL_MENTION_EVENT:
    default:
      add_entity (lines, get_entity (article, mark), library);
    }
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

/**
 * tl_mention_words_dup_line:
 * @article: an article
 * @mark: one of its marks
 *
 * Returns: (transfer full): what it is and what it was taken for, on one line
 */
char *
tl_mention_words_dup_line (TlArticle    *article,
                           const TlMark *mark)
{
  g_autofree char *title = tl_mention_words_dup_title (article, mark);

  /* Translators: what something is, and which: "Person: Ana Rojas" */
  return g_strdup_printf (C_("mention", "%s: %s"), tl_mention_kind_get_name (mark->kind), title);
}
