/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words of an article with where they are from, to be put into a text of one's own. */

#include "tl-quotation.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-citation-private.h"
#include "tl-text.h"

/* No sentence is longer: what has no full stop is cut here. */
#define MOST_PARAGRAPH 20000

/**
 * tl_quotation_format_from_string:
 * @string: "plain", "markdown" or "bibtex"
 * @format: (out): which that is
 *
 * Returns: whether it is one of them
 */
gboolean
tl_quotation_format_from_string (const char        *string,
                                 TlQuotationFormat *format)
{
  static const char *const names[] = { "plain", "markdown", "bibtex" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (string, names[i]))
      {
        *format = (TlQuotationFormat) i;
        return TRUE;
      }
  return FALSE;
}

/* The lines around a place that no blank line parts. */
static TlSpan
find_paragraph (const char *text,
                gsize       byte)
{
  const char *start = text + byte;
  const char *end = text + byte;

  while (start > text && text + byte - start < MOST_PARAGRAPH && !(start[-1] == '\n' && start[0] == '\n'))
    start--;
  while ((*start & 0xc0) == 0x80)
    start++;
  while (*end != '\0' && end - (text + byte) < MOST_PARAGRAPH && !(end[0] == '\n' && end[1] == '\n'))
    end++;
  while ((*end & 0xc0) == 0x80)
    end--;
  return (TlSpan) { (guint32) (start - text), (guint32) (end - text) };
}

/**
 * tl_quotation_find_sentence:
 * @article: an article
 * @byte: a place in its text
 *
 * Returns: the sentence that stands there; empty where there is none
 */
TlSpan
tl_quotation_find_sentence (TlArticle *article,
                            gsize      byte)
{
  const char *whole = tl_article_get_text (article);
  TlSpan paragraph = find_paragraph (whole, MIN (byte, strlen (whole)));
  g_autoptr(TlText) text = tl_text_new (whole + paragraph.start, paragraph.end - paragraph.start);
  guint n_sentences;
  const TlSentence *sentences = tl_text_get_sentences (text, &n_sentences);

  for (guint i = 0; i < n_sentences; i++)
    {
      TlSpan span = { paragraph.start + sentences[i].span.start, paragraph.start + sentences[i].span.end };

      if (byte <= span.end)
        return span;
    }
  return (TlSpan) { 0, 0 };
}

/* What Markdown would take for something else. */
static char *
dup_markdown (const char *text)
{
  GString *markdown = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (strchr ("\\`*_{}[]<>#|", *p) != NULL)
        g_string_append_c (markdown, '\\');
      g_string_append_c (markdown, *p);
    }
  return g_string_free (markdown, FALSE);
}

static char *
new_markdown (TlCitation *citation,
              const char *words)
{
  const char *url = citation->url;
  g_autofree char *quoted = dup_markdown (words);
  g_autofree char *source = NULL;
  g_autofree char *escaped = NULL;

  citation->url = NULL;
  source = tl_citation_dup_text (citation);
  escaped = dup_markdown (source);
  if (url == NULL || *url == '\0')
    return g_strdup_printf ("> %s\n>\n> — %s\n", quoted, escaped);
  return g_strdup_printf ("> %s\n>\n> — %s, <%s>\n", quoted, escaped, url);
}

static char *
new_bibtex (const TlCitation *citation,
            const char       *words)
{
  g_autoptr(GString) entry = g_string_new (NULL);

  tl_citation_append_bibtex (citation, entry);
  while (entry->len > 0 && strchr ("}\n", entry->str[entry->len - 1]) != NULL)
    {
      gboolean is_end = entry->str[entry->len - 1] == '}';

      g_string_truncate (entry, entry->len - 1);
      if (is_end)
        break;
    }
  while (entry->len > 0 && strchr (",\n", entry->str[entry->len - 1]) != NULL)
    g_string_truncate (entry, entry->len - 1);
  g_string_append (entry, ",\n  annote = {");
  tl_citation_append_bibtex_text (entry, words);
  g_string_append (entry, "}\n}\n");
  return g_string_free (g_steal_pointer (&entry), FALSE);
}

/**
 * tl_quotation_new:
 * @article: an article
 * @span: words of its text
 * @format: how to write it
 *
 * Returns: (transfer full): the words, on one line, with who wrote them, where and when
 */
char *
tl_quotation_new (TlArticle         *article,
                  TlSpan             span,
                  TlQuotationFormat  format)
{
  const char *text = tl_article_get_text (article);
  g_autofree char *run = g_strndup (text + span.start, span.end - span.start);
  g_autofree char *words = tl_citation_dup_line (run);
  g_autofree char *title = tl_article_dup_display_title (article);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_autofree char *source = NULL;
  TlCitation citation = {
    .title = title,
    .author = tl_article_get_author (article),
    .publisher = tl_article_get_publisher (article),
    .url = tl_article_get_url (article),
    .language = tl_article_get_language (article),
    .published = tl_article_get_published (article),
    .digest = digest,
  };

  switch (format)
    {
    case TL_QUOTATION_MARKDOWN:
      return new_markdown (&citation, words);
    case TL_QUOTATION_BIBTEX:
      return new_bibtex (&citation, words);
    case TL_QUOTATION_PLAIN:
    default:
      source = tl_citation_dup_text (&citation);
      /* Translators: words of an article, and which article that is */
      return g_strdup_printf (_("“%s” (%s)"), words, source);
    }
}
