/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-article.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-article-private.h"
#include "tl-line.h"

/* How many characters of the text stand in for a headline that there is none of. */
#define DISPLAY_TITLE_LENGTH 80

struct _TlArticle
{
  GObject         parent_instance;

  TlArticleParts  parts;        /* owned; text, arrays never NULL */
};

G_DEFINE_FINAL_TYPE (TlArticle, tl_article, G_TYPE_OBJECT)
G_DEFINE_QUARK (tl-article-error-quark, tl_article_error)

/**
 * tl_article_parts_clear:
 * @parts: parts of an article
 *
 * Frees what @parts holds, not @parts itself.
 */
void
tl_article_parts_clear (TlArticleParts *parts)
{
  g_clear_pointer (&parts->uri, g_free);
  g_clear_pointer (&parts->part, g_free);
  g_clear_pointer (&parts->text, g_free);
  g_clear_pointer (&parts->title, g_free);
  g_clear_pointer (&parts->publisher, g_free);
  g_clear_pointer (&parts->author, g_free);
  g_clear_pointer (&parts->url, g_free);
  g_clear_pointer (&parts->language, g_free);
  g_clear_pointer (&parts->figures, g_ptr_array_unref);
  g_clear_pointer (&parts->dismissed, g_ptr_array_unref);
  g_clear_pointer (&parts->entities, g_ptr_array_unref);
  g_clear_pointer (&parts->amounts, g_array_unref);
  g_clear_pointer (&parts->dates, g_array_unref);
}

static void
tl_article_finalize (GObject *object)
{
  TlArticle *self = TL_ARTICLE (object);

  tl_article_parts_clear (&self->parts);

  G_OBJECT_CLASS (tl_article_parent_class)->finalize (object);
}

static void
tl_article_class_init (TlArticleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_article_finalize;
}

static void
tl_article_init (TlArticle *self G_GNUC_UNUSED)
{
}

/*
 * tl_article_new:
 * @parts: what it is made of; taken, and left empty
 *
 * Returns: (transfer full): the article
 */
TlArticle *
tl_article_new (TlArticleParts *parts)
{
  TlArticle *self;

  g_return_val_if_fail (parts->text != NULL, NULL);
  g_return_val_if_fail (parts->figures != NULL && parts->entities != NULL, NULL);
  g_return_val_if_fail (parts->amounts != NULL && parts->dates != NULL, NULL);

  self = g_object_new (TL_TYPE_ARTICLE, NULL);
  self->parts = *parts;
  if (parts->dismissed == NULL)
    self->parts.dismissed = g_ptr_array_new_with_free_func (g_object_unref);
  *parts = (TlArticleParts) { NULL };
  return self;
}

static TlArticle *
copy (TlArticle *self)
{
  TlArticle *article = g_object_new (TL_TYPE_ARTICLE, NULL);
  TlArticleParts *parts = &article->parts;

  *parts = self->parts;
  parts->uri = g_strdup (parts->uri);
  parts->part = g_strdup (parts->part);
  parts->text = g_strdup (parts->text);
  parts->title = g_strdup (parts->title);
  parts->publisher = g_strdup (parts->publisher);
  parts->author = g_strdup (parts->author);
  parts->url = g_strdup (parts->url);
  parts->language = g_strdup (parts->language);
  g_ptr_array_ref (parts->figures);
  g_ptr_array_ref (parts->dismissed);
  g_ptr_array_ref (parts->entities);
  g_array_ref (parts->amounts);
  g_array_ref (parts->dates);
  return article;
}

/**
 * tl_article_new_with_entities:
 * @self: an article
 * @entities: (element-type TlEntity): people, organisations, places and events
 *
 * Returns: (transfer full): the same with these entities instead of its own
 */
TlArticle *
tl_article_new_with_entities (TlArticle *self,
                              GPtrArray *entities)
{
  TlArticle *article;

  g_return_val_if_fail (TL_IS_ARTICLE (self), NULL);
  g_return_val_if_fail (entities != NULL, NULL);

  article = copy (self);
  g_ptr_array_unref (article->parts.entities);
  article->parts.entities = g_ptr_array_ref (entities);
  return article;
}

/**
 * tl_article_new_with_figures:
 * @self: an article
 * @figures: (element-type TlFigure): its trade figures
 * @dismissed: (element-type TlFigure): what was read as such, and a person dismissed
 *
 * Returns: (transfer full): the same with these figures instead of its own
 */
TlArticle *
tl_article_new_with_figures (TlArticle *self,
                             GPtrArray *figures,
                             GPtrArray *dismissed)
{
  TlArticle *article;

  g_return_val_if_fail (TL_IS_ARTICLE (self), NULL);
  g_return_val_if_fail (figures != NULL && dismissed != NULL, NULL);

  article = copy (self);
  g_ptr_array_unref (article->parts.figures);
  article->parts.figures = g_ptr_array_ref (figures);
  g_ptr_array_unref (article->parts.dismissed);
  article->parts.dismissed = g_ptr_array_ref (dismissed);
  return article;
}

/**
 * tl_article_get_uri:
 * @self: an article
 *
 * Returns: (nullable): the file that it was read from; %NULL when it comes from none
 */
const char *
tl_article_get_uri (TlArticle *self)
{
  g_return_val_if_fail (TL_IS_ARTICLE (self), NULL);

  return self->parts.uri;
}

/**
 * tl_article_get_part:
 * @self: an article
 *
 * Returns: (nullable): which part of its file it is, "bulletins/march.html"; %NULL when it
 *   is the whole file
 */
const char *
tl_article_get_part (TlArticle *self)
{
  g_return_val_if_fail (TL_IS_ARTICLE (self), NULL);

  return self->parts.part;
}

/**
 * tl_article_get_provenance:
 * @self: an article
 * @fact: a fact
 *
 * Returns: where the fact comes from
 */
TlProvenance
tl_article_get_provenance (TlArticle *self,
                           TlFact     fact)
{
  g_return_val_if_fail (TL_IS_ARTICLE (self), TL_PROVENANCE_NONE);
  g_return_val_if_fail (fact < TL_N_FACTS, TL_PROVENANCE_NONE);

  return self->parts.provenance[fact];
}

/**
 * tl_article_get_text:
 * @self: an article
 *
 * Returns: its whole text, in which all spans count; valid UTF-8
 */
const char *
tl_article_get_text (TlArticle *self)
{
  g_return_val_if_fail (TL_IS_ARTICLE (self), NULL);

  return self->parts.text;
}

/**
 * tl_article_get_story:
 * @self: an article
 *
 * Returns: the byte of the text that its story begins at, behind headline and byline
 */
gsize
tl_article_get_story (TlArticle *self)
{
  g_return_val_if_fail (TL_IS_ARTICLE (self), 0);

  return self->parts.story;
}

/**
 * tl_article_get_title:
 * @self: an article
 *
 * Returns: (nullable): its headline, %NULL when it carries none
 */
const char *
tl_article_get_title (TlArticle *self)
{
  g_return_val_if_fail (TL_IS_ARTICLE (self), NULL);

  return self->parts.title;
}

/* Whole words from the start of @line, with an ellipsis where they are not all. */
static char *
dup_first_words (const TlLine *line)
{
  const char *line_end = line->text + line->length;
  const char *end = line->text;
  const char *p = line->text;

  if (line->n_chars <= DISPLAY_TITLE_LENGTH)
    return g_strndup (line->text, line->length);
  for (guint i = 0; i < DISPLAY_TITLE_LENGTH && p < line_end; i++)
    {
      if (g_unichar_isspace (g_utf8_get_char (p)))
        end = p;
      p = g_utf8_next_char (p);
    }
  if (end == line->text)
    end = p;
  while (end > line->text && strchr (" ,;:-", end[-1]) != NULL)
    end--;
  return g_strdup_printf ("%.*s…", (int) (end - line->text), line->text);
}

/**
 * tl_article_dup_display_title:
 * @self: an article
 *
 * What an article is called in lists: its headline, or the first words of its story
 * where it carries none.
 *
 * Returns: (transfer full): a line for people, never empty
 */
char *
tl_article_dup_display_title (TlArticle *self)
{
  g_autoptr(GArray) lines = NULL;
  const TlLine *line = NULL;
  TlLine story;

  g_return_val_if_fail (TL_IS_ARTICLE (self), NULL);

  if (self->parts.title != NULL)
    return g_strdup (self->parts.title);

  lines = tl_lines_read (self->parts.text, strnlen (self->parts.text, 8192), 20);
  for (guint i = 0; i < lines->len && line == NULL; i++)
    {
      const TlLine *candidate = &g_array_index (lines, TlLine, i);
      const char *start, *end;

      if (tl_line_is_prose (candidate) && !tl_line_is_clutter (candidate) &&
          !tl_line_find_address (candidate, &start, &end))
        line = candidate;
    }
  if (line == NULL && lines->len > 0)
    line = &g_array_index (lines, TlLine, 0);
  if (line == NULL)
    return g_strdup (_("Untitled article"));
  story = tl_line_skip_dateline (line);
  return dup_first_words (story.length > 0 ? &story : line);
}

/**
 * tl_article_get_publisher:
 * @self: an article
 *
 * Returns: (nullable): the agency, outlet or site that published it
 */
const char *
tl_article_get_publisher (TlArticle *self)
{
  g_return_val_if_fail (TL_IS_ARTICLE (self), NULL);

  return self->parts.publisher;
}

/**
 * tl_article_get_author:
 * @self: an article
 *
 * Returns: (nullable): who wrote it, as its byline names them
 */
const char *
tl_article_get_author (TlArticle *self)
{
  g_return_val_if_fail (TL_IS_ARTICLE (self), NULL);

  return self->parts.author;
}

/**
 * tl_article_get_url:
 * @self: an article
 *
 * Returns: (nullable): its own address in the web
 */
const char *
tl_article_get_url (TlArticle *self)
{
  g_return_val_if_fail (TL_IS_ARTICLE (self), NULL);

  return self->parts.url;
}

/**
 * tl_article_get_language:
 * @self: an article
 *
 * Returns: (nullable): ISO 639-1 code of its language, %NULL when unsure
 */
const char *
tl_article_get_language (TlArticle *self)
{
  g_return_val_if_fail (TL_IS_ARTICLE (self), NULL);

  return self->parts.language;
}

/**
 * tl_article_get_published:
 * @self: an article
 *
 * Returns: the day it was published, or as much of it as the text supports
 */
TlDate
tl_article_get_published (TlArticle *self)
{
  g_return_val_if_fail (TL_IS_ARTICLE (self), TL_DATE_NONE);

  return self->parts.published;
}

/**
 * tl_article_get_figures:
 * @self: an article
 *
 * Returns: (transfer none) (element-type TlFigure): its trade figures in the text's order
 */
GPtrArray *
tl_article_get_figures (TlArticle *self)
{
  g_return_val_if_fail (TL_IS_ARTICLE (self), NULL);

  return self->parts.figures;
}

/**
 * tl_article_get_dismissed:
 * @self: an article
 *
 * Returns: (transfer none) (element-type TlFigure): what was read as trade figures, and a
 *   person dismissed, in the text's order
 */
GPtrArray *
tl_article_get_dismissed (TlArticle *self)
{
  g_return_val_if_fail (TL_IS_ARTICLE (self), NULL);

  return self->parts.dismissed;
}

/**
 * tl_article_get_entities:
 * @self: an article
 *
 * Returns: (transfer none) (element-type TlEntity): its people, organisations, places
 *   and events
 */
GPtrArray *
tl_article_get_entities (TlArticle *self)
{
  g_return_val_if_fail (TL_IS_ARTICLE (self), NULL);

  return self->parts.entities;
}

/**
 * tl_article_get_amounts:
 * @self: an article
 *
 * Of an article that was kept, only what its JSON says is known: tokens are 0.
 *
 * Returns: (transfer none) (element-type TlAmount): its amounts of money in the text's order
 */
GArray *
tl_article_get_amounts (TlArticle *self)
{
  g_return_val_if_fail (TL_IS_ARTICLE (self), NULL);

  return self->parts.amounts;
}

/**
 * tl_article_get_dates:
 * @self: an article
 *
 * Of an article that was kept, only what its JSON says is known: tokens are 0.
 *
 * Returns: (transfer none) (element-type TlPeriod): its dates and periods in the text's order
 */
GArray *
tl_article_get_dates (TlArticle *self)
{
  g_return_val_if_fail (TL_IS_ARTICLE (self), NULL);

  return self->parts.dates;
}
