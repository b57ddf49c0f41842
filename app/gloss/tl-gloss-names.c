/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names that the glossary does not know, in Latin letters and in the nominative. */

#include "tl-gloss-private.h"

#include "tl-gazetteer.h"

#include <string.h>

struct _TlGlossNames
{
  TlGlossView *view;
  GHashTable  *known;           /* folded names that surely stand in the nominative */
  GHashTable  *nominatives;     /* token → folded name in the nominative, where it is another */
};

/*
 * tl_gloss_names_new:
 * @view: a text; has to stay
 *
 * Returns: (transfer full): reads its names
 */
TlGlossNames *
tl_gloss_names_new (TlGlossView *view)
{
  TlGlossNames *self = g_new0 (TlGlossNames, 1);

  self->view = view;
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->nominatives = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return self;
}

/*
 * tl_gloss_names_free:
 * @self: (transfer full): the names
 */
void
tl_gloss_names_free (TlGlossNames *self)
{
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->nominatives);
  g_free (self);
}

static const TlNameEnding *
next_ending (TlGlossNames *self,
             const char   *folded,
             guint        *i)
{
  GArray *endings = self->view->glossary->name_endings;

  for (; *i < endings->len; (*i)++)
    {
      const TlNameEnding *ending = &g_array_index (endings, TlNameEnding, *i);

      if (g_str_has_suffix (folded, ending->ending) && strlen (folded) > strlen (ending->ending) + 2)
        return ending;
    }
  return NULL;
}

/* The cases that a name may stand in; its longest ending tells whether it is surely no nominative. */
static guint64
find_cases (TlGlossNames *self,
            const char   *folded,
            gboolean     *is_sure)
{
  guint64 cases = 0;
  const TlNameEnding *ending;

  *is_sure = FALSE;
  for (guint i = 0; (ending = next_ending (self, folded, &i)) != NULL; i++)
    {
      if (ending->is_sure && (cases == 0 || *is_sure))
        {
          *is_sure = TRUE;
          cases |= ending->cases;
        }
      else if (!*is_sure)
        cases |= ending->cases;
    }
  return cases;
}

static char *
make_nominative (const char         *folded,
                 const TlNameEnding *ending)
{
  g_autofree char *stem = g_strndup (folded, strlen (folded) - strlen (ending->ending));

  return g_strconcat (stem, ending->nominative, NULL);
}

static gboolean
is_place (TlGlossNames *self,
          const char   *folded)
{
  g_autofree char *latin = tl_glossary_to_latin (self->view->glossary, folded);
  g_autoptr(TlText) text = NULL;
  TlCity city;

  *latin = g_ascii_toupper (*latin);
  text = tl_text_new (latin, -1);
  return tl_gazetteer_find_city (tl_gazetteer_get_default (), text, 0, &city);
}

/* Of several nominatives the one that the text has itself, then one that is a city's. */
static char *
choose_nominative (TlGlossNames *self,
                   const char   *folded,
                   guint64       cases)
{
  g_autofree char *first = NULL;
  g_autofree char *place = NULL;
  const TlNameEnding *ending;

  for (guint i = 0; (ending = next_ending (self, folded, &i)) != NULL; i++)
    {
      g_autofree char *nominative = NULL;

      if ((ending->cases & cases) == 0)
        continue;
      nominative = make_nominative (folded, ending);
      if (g_hash_table_contains (self->known, nominative))
        return g_steal_pointer (&nominative);
      if (place == NULL && is_place (self, nominative))
        place = g_strdup (nominative);
      if (first == NULL)
        first = g_steal_pointer (&nominative);
    }
  return place != NULL ? g_steal_pointer (&place) : g_steal_pointer (&first);
}

/* A name alone whose case nothing tells: another place of the text may have it in the nominative. */
static char *
find_known (TlGlossNames *self,
            const char   *folded)
{
  const TlNameEnding *ending;

  if (g_hash_table_contains (self->known, folded))
    return NULL;
  for (guint i = 0; (ending = next_ending (self, folded, &i)) != NULL; i++)
    {
      g_autofree char *nominative = make_nominative (folded, ending);

      if (g_hash_table_contains (self->known, nominative))
        return g_steal_pointer (&nominative);
    }
  return NULL;
}

static guint64
find_common_case (TlGlossNames *self,
                  guint         first,
                  guint         end,
                  guint64       governed)
{
  guint64 common = 0;
  guint64 all = TL_GLOSS_CASES;

  for (guint i = first; i < end; i++)
    {
      gboolean is_sure;
      guint64 cases = find_cases (self, self->view->tokens[i].folded, &is_sure);

      if (cases != 0 && (all & cases) != 0)
        all &= cases;
      if (is_sure)
        common = common == 0 || (common & cases) == 0 ? cases : common & cases;
    }
  if (common == 0 && governed != 0 && (governed & TL_GLOSS_NOMINATIVE) == 0)
    common = governed;
  return (common & all) != 0 ? common & all : common;
}

/*
 * tl_gloss_names_read:
 * @first: the first token of a name
 * @end: the token after its last
 * @governed: the cases in which what stands before makes it stand; 0 where that is not known
 *
 * Finds the name's nominative.
 *
 * Returns: the cases in which it stands, 0 where that is not known
 */
guint64
tl_gloss_names_read (TlGlossNames *self,
                     guint         first,
                     guint         end,
                     guint64       governed)
{
  guint64 cases = find_common_case (self, first, end, governed);

  for (guint i = first; i < end; i++)
    {
      const char *folded = self->view->tokens[i].folded;
      char *nominative = cases != 0 ? choose_nominative (self, folded, cases) :
                         end - first == 1 ? find_known (self, folded) : NULL;

      if (end - first > 1 || cases == 0)
        g_hash_table_add (self->known, g_strdup (nominative != NULL ? nominative : folded));
      if (nominative != NULL && !g_str_equal (nominative, folded))
        g_hash_table_insert (self->nominatives, GUINT_TO_POINTER (i), nominative);
      else
        g_free (nominative);
    }
  return cases;
}

/*
 * tl_gloss_restore_capitals:
 * @original: a word as the text has it
 * @folded: another form of it, in lower case
 *
 * Returns: (transfer full): the other form with capitals as the first one
 */
char *
tl_gloss_restore_capitals (const char *original,
                           const char *folded)
{
  gunichar second = g_utf8_get_char (g_utf8_next_char (original));
  g_autoptr(GString) out = g_string_new (NULL);
  gboolean is_first = g_unichar_isupper (g_utf8_get_char (original));

  if (g_unichar_isupper (second))
    return g_utf8_strup (folded, -1);
  /* "Касым-Жомарт": the second part has a capital, too. */
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (out, is_first ? g_unichar_toupper (c) : c);
      is_first = c == '-';
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/*
 * tl_gloss_names_dup_nominative:
 * @token: a word of a name
 *
 * Returns: (transfer full) (nullable): the word in the nominative, %NULL where it stands in it
 */
char *
tl_gloss_names_dup_nominative (TlGlossNames *self,
                               guint         token)
{
  const char *nominative = g_hash_table_lookup (self->nominatives, GUINT_TO_POINTER (token));

  return nominative != NULL ?
         tl_gloss_restore_capitals (self->view->string + self->view->tokens[token].span.start, nominative) : NULL;
}

/*
 * tl_gloss_names_dup:
 * @token: a word of a name
 *
 * Returns: (transfer full): the word in the nominative, in Latin letters
 */
char *
tl_gloss_names_dup (TlGlossNames *self,
                    guint         token)
{
  TlSpan span = self->view->tokens[token].span;
  g_autofree char *nominative = tl_gloss_names_dup_nominative (self, token);
  g_autofree char *original = g_strndup (self->view->string + span.start, span.end - span.start);

  return tl_glossary_to_latin (self->view->glossary, nominative != NULL ? nominative : original);
}
