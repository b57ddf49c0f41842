/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-page-clues.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/* The most clues of a kind: what says more is no article. */
#define MAX_CLUES 64

/* No fact is longer. */
#define MAX_VALUE 2000

struct _TlClues
{
  GStringChunk *values;
  GArray       *clues[TL_N_CLUE_KINDS];         /* of TlClue */
};

/**
 * tl_clues_new:
 *
 * Returns: (transfer full): no clues
 */
TlClues *
tl_clues_new (void)
{
  TlClues *self = g_new0 (TlClues, 1);

  self->values = g_string_chunk_new (4096);
  for (guint i = 0; i < TL_N_CLUE_KINDS; i++)
    self->clues[i] = g_array_new (FALSE, FALSE, sizeof (TlClue));
  return self;
}

/**
 * tl_clues_free:
 * @self: clues
 *
 * Frees them and what they say.
 */
void
tl_clues_free (TlClues *self)
{
  for (guint i = 0; i < TL_N_CLUE_KINDS; i++)
    g_array_unref (self->clues[i]);
  g_string_chunk_free (self->values);
  g_free (self);
}

/* The character of "&quot;", "&#8217;" or "&#x2019;" at @p, 0 for what is none. */
static gunichar
read_entity (const char  *p,
             const char **end)
{
  const char *stop = p + 1 + strspn (p + 1, "#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
  char name[16];
  gunichar c;

  if (*stop != ';' || stop - p < 3 || (gsize) (stop - p) > sizeof name)
    return 0;
  memcpy (name, p + 1, (gsize) (stop - p - 1));
  name[stop - p - 1] = '\0';
  *end = stop + 1;
  if (name[0] != '#')
    {
      const htmlEntityDesc *entity = htmlEntityLookup ((const xmlChar *) name);

      return entity != NULL ? entity->value : 0;
    }
  c = (gunichar) (name[1] == 'x' || name[1] == 'X' ? g_ascii_strtoull (name + 2, NULL, 16)
                                                   : g_ascii_strtoull (name + 1, NULL, 10));
  return g_unichar_validate (c) ? c : 0;
}

/* Pages write entities once too often ("&amp;quot;"), and tags into what is no markup. */
static const char *
skip_tag (const char *p)
{
  static const char *const names[] = { "b", "i", "em", "strong", "span", "br", "p", "a", "u", "sup", "sub", "font" };
  const char *name = p + 1 + (p[1] == '/');
  gsize n = strspn (name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
  const char *close = strchr (name, '>');

  if (n == 0 || close == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strlen (names[i]) == n && g_ascii_strncasecmp (names[i], name, n) == 0)
      return close + 1;
  return NULL;
}

static gunichar
take_char (const char **p)
{
  const char *end;
  gunichar c = g_utf8_get_char (*p);

  if (c == '&')
    {
      gunichar named = read_entity (*p, &end);

      if (named != 0)
        {
          *p = end;
          return named;
        }
    }
  if (c == '<')
    {
      end = skip_tag (*p);
      if (end != NULL)
        {
          *p = end;
          return 0x200b;
        }
    }
  *p = g_utf8_next_char (*p);
  return c;
}

static gboolean
is_unseen (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  /* The joiners belong to words of some languages. */
  return (type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT || c == 0xfffd) && c != 0x200c && c != 0x200d;
}

/* White space folded, entities read, nothing that can't be seen. */
static char *
clean (const char *value)
{
  GString *text = g_string_new (NULL);
  gboolean is_apart = FALSE;

  while (*value != '\0' && text->len < MAX_VALUE)
    {
      gunichar c = take_char (&value);

      if (g_unichar_isspace (c))
        is_apart = TRUE;
      else if (!is_unseen (c))
        {
          if (is_apart && text->len > 0)
            g_string_append_c (text, ' ');
          is_apart = FALSE;
          g_string_append_unichar (text, c);
        }
    }
  return g_string_free (text, FALSE);
}

/**
 * tl_clues_add:
 * @self: clues
 * @kind: what it is about
 * @provenance: where it stands
 * @trust: how much it is worth
 * @value: (nullable): what it says; nothing is added where it says nothing
 * @node: (nullable): the element that it stands in
 *
 * Takes note of a clue.
 */
void
tl_clues_add (TlClues       *self,
              TlClueKind     kind,
              TlProvenance   provenance,
              guint          trust,
              const char    *value,
              const xmlNode *node)
{
  g_autofree char *cleaned = NULL;
  g_autofree char *normal = NULL;
  TlClue clue = { kind, provenance, trust, NULL, node };

  if (value == NULL || self->clues[kind]->len >= MAX_CLUES)
    return;
  cleaned = clean (value);
  if (strchr (cleaned, '&') != NULL)
    {
      g_autofree char *once = g_steal_pointer (&cleaned);

      cleaned = clean (once);
    }
  normal = g_utf8_normalize (cleaned, -1, G_NORMALIZE_NFC);
  if (normal == NULL || *normal == '\0')
    return;
  clue.value = g_string_chunk_insert (self->values, normal);
  g_array_append_val (self->clues[kind], clue);
}

/**
 * tl_clues_get:
 * @self: clues
 * @kind: what they are to be about
 * @n_clues: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_clues): those of a kind, in the order of the page
 */
const TlClue *
tl_clues_get (TlClues    *self,
              TlClueKind  kind,
              guint      *n_clues)
{
  *n_clues = self->clues[kind]->len;
  return (const TlClue *) (gpointer) self->clues[kind]->data;
}

/**
 * tl_clues_best:
 * @self: clues
 * @kind: what it is to be about
 *
 * Returns: (transfer none) (nullable): the first of those of a kind that are worth most
 */
const TlClue *
tl_clues_best (TlClues    *self,
               TlClueKind  kind)
{
  const TlClue *best = NULL;

  for (guint i = 0; i < self->clues[kind]->len; i++)
    {
      const TlClue *clue = &g_array_index (self->clues[kind], TlClue, i);

      if (best == NULL || clue->trust > best->trust)
        best = clue;
    }
  return best;
}
