/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an article is found by beside its text: names as the world has them, and figures in
 * words of their own, so that "turnover kazakhstan 2014" finds "товарооборот" of that year.
 * These words are in no language of the person's: the index has to be the same for all. */

#include "tl-search-words.h"

#include <math.h>
#include <string.h>

#include "tl-gazetteer.h"
#include "tl-word-fold.h"

static const struct
{
  double      value;
  const char *name;
} units[] = { { 1e12, "trillion" }, { 1e9, "billion" }, { 1e6, "million" } };

static const char *const months[] = {
  "january", "february", "march", "april", "may", "june", "july", "august", "september",
  "october", "november", "december",
};

/* What nobody can search for stands between two names: a phrase is in one of them. */
#define GAP ". "

static void
fold (GString    *words,
      const char *string)
{
  if (string != NULL)
    tl_words_fold (string, strlen (string), words);
}

/* ---- names ---- */

static const char *
get_place (const char *code)
{
  return tl_gazetteer_get_name (tl_gazetteer_get_default (), code);
}

static void
fold_name (GString    *words,
           const char *name)
{
  gsize length = words->len;

  fold (words, name);
  if (words->len > length)
    g_string_append (words, GAP);
}

/* A city's code is that of its country, which the article need not speak of. */
static gboolean
is_city (const TlEntityIdentity *identity)
{
  return identity->geoname_id != 0 &&
         tl_gazetteer_get_geoname_id (tl_gazetteer_get_default (), identity->code) !=
         identity->geoname_id;
}

static char *
dup_names (TlArticle *article)
{
  GPtrArray *entities = tl_article_get_entities (article);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < entities->len; i++)
    {
      TlEntity *entity = g_ptr_array_index (entities, i);
      const TlEntityIdentity *identity = tl_entity_get_identity (entity);

      const char *place = *identity->code != '\0' ? get_place (identity->code) : NULL;

      fold_name (words, tl_entity_get_name (entity));
      fold_name (words, tl_entity_get_role (entity));
      if (place != NULL && strcmp (place, tl_entity_get_name (entity)) != 0 && !is_city (identity))
        fold_name (words, place);
    }
  fold_name (words, tl_article_get_publisher (article));
  fold_name (words, tl_article_get_author (article));
  return g_string_free (words, FALSE);
}

/* ---- figures ---- */

static void
fold_date (GString *words,
           TlDate   date)
{
  if (date.year != 0)
    g_string_append_printf (words, "%d ", date.year);
  if (date.month >= 1 && date.month <= G_N_ELEMENTS (months))
    g_string_append_printf (words, "%s ", months[date.month - 1]);
}

static void
fold_period (GString            *words,
             const TlFigureData *data)
{
  gboolean is_year = data->start.year == data->end.year && data->start.month <= 1 &&
                     (data->end.month == 0 || data->end.month == 12);

  if (is_year && data->start.year != 0)
    {
      g_string_append_printf (words, "%d ", data->start.year);
      return;
    }
  fold_date (words, data->start);
  fold_date (words, data->end);
}

static void
fold_number (GString *words,
             double   number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (digits, sizeof digits, "%.6g", number);
  fold (words, digits);
}

/* "1.1 billion", "419.1 million", "95000". */
static void
fold_amount (GString *words,
             double   value)
{
  if (!isfinite (value))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (fabs (value) >= units[i].value)
      {
        fold_number (words, value / units[i].value);
        fold (words, units[i].name);
        return;
      }
  fold_number (words, value);
}

static char *
dup_figures (TlArticle *article)
{
  GPtrArray *figures = tl_article_get_figures (article);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < figures->len; i++)
    {
      const TlFigureData *data = tl_figure_get_data (g_ptr_array_index (figures, i));

      fold (words, tl_flow_to_string (data->flow));
      for (guint k = 0; k < G_N_ELEMENTS (data->partners); k++)
        {
          fold (words, data->partners[k]);
          fold (words, get_place (data->partners[k]));
        }
      fold_period (words, data);
      fold_amount (words, data->value);
      fold_amount (words, data->high);
      fold (words, data->currency);
      g_string_append (words, GAP);
    }
  return g_string_free (words, FALSE);
}

/**
 * tl_search_words_fold:
 * @text: an article's text
 *
 * Returns: (transfer full): the words of #TlSearchWords.text
 */
char *
tl_search_words_fold (const char *text)
{
  GString *words = g_string_sized_new (strlen (text) + 64);

  fold (words, text);
  return g_string_free (words, FALSE);
}

/**
 * tl_search_words_new:
 * @article: an article
 *
 * Returns: (transfer full): what it is found by; takes some hundredths of a millisecond
 */
TlSearchWords *
tl_search_words_new (TlArticle *article)
{
  g_autofree char *title = tl_article_dup_display_title (article);
  TlSearchWords *self = g_new (TlSearchWords, 1);

  *self = (TlSearchWords) {
    tl_search_words_fold (title),
    tl_search_words_fold (tl_article_get_text (article)),
    dup_names (article),
    dup_figures (article),
  };
  return self;
}

/**
 * tl_search_words_free:
 * @self: (transfer full): words
 */
void
tl_search_words_free (TlSearchWords *self)
{
  g_free (self->title);
  g_free (self->text);
  g_free (self->names);
  g_free (self->figures);
  g_free (self);
}
