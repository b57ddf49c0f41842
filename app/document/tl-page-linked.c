/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Some pages tell their article a second time, in linked data for search engines.  That text
 * has no paragraphs, and often is cut; but it shows which blocks of the page are the article,
 * and where these are drawn by a script only, it is all that there is.
 */

#include "tl-page-linked.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* Less may be a summary, more is no article. */
#define MIN_LETTERS 200
#define MAX_LINKED (512 * 1024)

/* A block is looked for by so many of its first bytes of letters, and not when it has few. */
#define PROBE 90
#define MIN_PROBE 24

/* The most that looking may cost: blocks times bytes. */
#define MAX_WORK 200000000

/* The quotation mark at the end of the string that begins behind @p. */
static const char *
find_end (const char *p)
{
  for (; *p != '\0' && *p != '"'; p++)
    if (*p == '\\' && p[1] != '\0')
      p++;
  return *p == '"' ? p : NULL;
}

/* A string of JSON, with its quotation marks, to the text that it stands for. */
static char *
decode (const char *start,
        const char *end)
{
  g_autofree char *array = g_strdup_printf ("[%.*s]", (int) (end - start), start);
  g_autoptr(JsonNode) node = NULL;
  JsonArray *list;

  for (char *p = array; *p != '\0'; p++)      /* pages write line ends into strings */
    if (*p == '\n' || *p == '\r' || *p == '\t')
      *p = ' ';
  node = json_from_string (array, NULL);
  list = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  return list != NULL && json_array_get_length (list) == 1 ? g_strdup (json_array_get_string_element (list, 0)) : NULL;
}

/* The longest "articleBody" of a script. */
static void
read_script (const char  *script,
             char       **longest)
{
  static const char key[] = "\"articleBody\"";

  for (const char *p = script; (p = strstr (p, key)) != NULL;)
    {
      const char *start = p + sizeof key - 1, *end;

      p = start;
      start += strspn (start, " \t\r\n");
      if (*start != ':')
        continue;
      start += 1 + strspn (start + 1, " \t\r\n");
      end = *start == '"' ? find_end (start + 1) : NULL;
      if (end == NULL)
        continue;
      p = end + 1;
      if ((*longest == NULL || strlen (*longest) < (gsize) (end - start)) && end - start <= MAX_LINKED)
        {
          char *text = decode (start, end + 1);

          if (text != NULL)
            {
              g_free (*longest);
              *longest = text;
            }
        }
    }
}

/* Some put markup into the data. */
static char *
strip_markup (char *text)
{
  g_autoptr(xmlDoc) document = NULL;

  if (strpbrk (text, "<&") == NULL)
    return text;
  document = tl_html_parse ((const guint8 *) text, strlen (text), "UTF-8", NULL);
  g_free (text);
  return document != NULL ? tl_html_dup_text ((const xmlNode *) document) : NULL;
}

/**
 * tl_page_linked_find:
 * @document: the tree of a page
 *
 * Returns: (transfer full) (nullable): the article as the page's linked data have it
 */
char *
tl_page_linked_find (const xmlDoc *document)
{
  g_autofree char *letters = NULL;
  g_autofree char *text = NULL;
  char *longest = NULL;

  for (const xmlNode *p = (const xmlNode *) document; p != NULL; p = tl_html_next (p, NULL))
    if (tl_html_is (p, "script") && p->children != NULL && p->children->content != NULL)
      read_script ((const char *) p->children->content, &longest);
  text = longest != NULL ? strip_markup (longest) : NULL;
  if (text == NULL)
    return NULL;
  letters = tl_page_letters (text, strlen (text));
  return strlen (letters) >= MIN_LETTERS ? g_steal_pointer (&text) : NULL;
}

/* Whether the letters that a block begins with are in those of the linked text. */
static gboolean
is_linked (const TlPageSurvey *survey,
           const TlPageBlock  *block,
           const char         *letters)
{
  g_autofree char *probe = NULL;

  if (block->n_chars < MIN_PROBE / 3)
    return FALSE;
  probe = tl_page_letters (survey->text->str + block->start, MIN (block->length, 4 * PROBE));
  if (strlen (probe) < MIN_PROBE)
    return FALSE;
  if (strlen (probe) > PROBE)
    *g_utf8_find_prev_char (probe, probe + PROBE) = '\0';
  return strstr (letters, probe) != NULL;
}

/* Which blocks behind the headline are in the linked text, and how much of it they are. */
static gsize
find_linked (const TlPageWeights *weights,
             const char          *letters,
             gboolean            *is_in)
{
  const TlPageSurvey *survey = weights->survey;
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gsize found = 0;

  for (guint i = (guint) (weights->headline + 1); i < survey->blocks->len; i++)
    {
      const TlPageBlock *block = tl_page_survey_block (survey, i);

      if ((block->n_link * 2 > block->n_chars) || !is_linked (survey, block, letters) ||
          !g_hash_table_add (seen, g_strndup (survey->text->str + block->start, block->length)))
        continue;
      is_in[i] = TRUE;
      found += block->length;
    }
  return found;
}

/**
 * tl_page_linked_apply:
 * @linked: the article as the page's linked data have it
 * @weights: the page
 * @is_kept: (inout): of each block, whether it is of the article
 *
 * Where the linked text is nearly all on the page, the article begins and ends with it, but
 * for a standfirst; and nothing of it is left out.
 */
void
tl_page_linked_apply (const char          *linked,
                      const TlPageWeights *weights,
                      gboolean            *is_kept)
{
  g_autofree char *letters = tl_page_letters (linked, strlen (linked));
  guint n = weights->survey->blocks->len, first = n, last = 0;
  g_autofree gboolean *is_in = g_new0 (gboolean, n + 1);
  gsize found, kept = 0;

  if ((gdouble) n * (gdouble) strlen (letters) > MAX_WORK)
    return;
  found = find_linked (weights, letters, is_in);
  for (guint i = 0; i < n; i++)
    {
      if (is_kept[i])
        kept += tl_page_survey_block (weights->survey, i)->length;
      if (is_in[i])
        {
          first = MIN (first, i);
          last = i;
        }
    }
  /* A text that was cut for the data is less than what is on the page. */
  if (found * 10 < strlen (letters) * 8 || found * 10 < kept * 7)
    return;
  for (guint i = first; i < n; i++)
    is_kept[i] = i <= last && (is_kept[i] || is_in[i]);
}
