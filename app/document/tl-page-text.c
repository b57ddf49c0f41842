/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The article's text out of the tree of a page. */

#include "tl-page-text.h"

#include "tl-charset-clean.h"
#include "tl-page-article.h"
#include "tl-page-bio.h"
#include "tl-page-linked.h"

#include <string.h>

/**
 * tl_page_titles:
 * @document: the tree of a page
 * @title: (nullable): its headline, as far as it is known
 *
 * Returns: (transfer full): what the page calls itself: in its data, and in the title of
 *   the window
 */
char **
tl_page_titles (const xmlDoc *document,
                const char   *title)
{
  static const char *const names[] = { "og:title", "twitter:title", "dc.title", "title", "headline" };
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  guint n = 0;

  if (title != NULL)
    g_strv_builder_add (builder, title);
  for (const xmlNode *p = (const xmlNode *) document; p != NULL && n < 12; p = tl_html_next (p, NULL))
    {
      const char *name = tl_html_get (p, "property");
      const char *content = tl_html_get (p, "content");

      if (name == NULL)
        name = tl_html_get (p, "name");
      if (tl_html_is (p, "title"))
        {
          g_autofree char *text = tl_html_dup_text (p);

          g_strv_builder_add (builder, text);
          n++;
        }
      else if (tl_html_is (p, "meta") && name != NULL && content != NULL)
        for (guint i = 0; i < G_N_ELEMENTS (names); i++)
          if (g_ascii_strcasecmp (name, names[i]) == 0)
            {
              g_strv_builder_add (builder, content);
              n++;
            }
    }
  return g_strv_builder_end (builder);
}

/* Text without markup: each line of it is a paragraph. */
static char *
dup_paragraphs (const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  GString *paragraphs = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      {
        if (paragraphs->len > 0)
          g_string_append (paragraphs, "\n\n");
        g_string_append (paragraphs, lines[i]);
      }
  return g_string_free (paragraphs, FALSE);
}

/**
 * tl_page_text_find:
 * @document: the tree of a page, or of a piece of one
 * @title: (nullable): its headline, as far as it is known
 * @author: (nullable): who wrote it; several with ", " between them
 *
 * Finds the article and leaves what is around it: menus, rails, captions, comments.
 *
 * Returns: (transfer full): its text, in NFC; "" where there is none
 */
char *
tl_page_text_find (const xmlDoc *document,
                   const char   *title,
                   const char   *author)
{
  g_auto(GStrv) titles = tl_page_titles (document, title);
  g_autoptr(TlPageSurvey) survey = tl_page_survey_new (document);
  g_auto(TlPageWeights) weights = { NULL };
  g_autofree gboolean *is_kept = NULL;
  g_autofree char *linked = NULL;
  gsize length;
  g_autofree char *text = NULL;

  tl_page_weights_init (&weights, survey, (const char *const *) titles);
  is_kept = tl_page_article_find (&weights, (const char *const *) titles);
  linked = tl_page_linked_find (document);
  if (linked != NULL)
    tl_page_linked_apply (linked, &weights, is_kept);
  tl_page_bio_drop (survey, author, is_kept);
  text = tl_page_write (survey, is_kept);
  if (linked != NULL && strlen (text) * 3 < strlen (linked))
    {
      g_free (text);
      text = dup_paragraphs (linked);
    }
  length = strlen (text);
  return tl_charset_clean (g_steal_pointer (&text), length, NULL);
}
