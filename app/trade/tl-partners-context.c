/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What an article said before: the pair that it is about, and whom it spoke of last.
 */

#include "tl-partners.h"

#include <string.h>

static void
copy_code (char        to[TL_PARTNER_SIZE],
           const char *from)
{
  g_strlcpy (to, from, TL_PARTNER_SIZE);
}

/*
 * tl_partners_context_begin_paragraph:
 * @self: a context
 *
 * Forgets that a region was spoken of: the next paragraph is about the countries again.
 */
void
tl_partners_context_begin_paragraph (TlPartnersContext *self)
{
  if (strchr (self->last[0], '-') == NULL && strchr (self->last[1], '-') == NULL)
    return;
  self->last[0][0] = self->last[1][0] = '\0';
}

/*
 * tl_partners_context_see:
 * @self: a context
 * @view: a sentence
 *
 * Remembers the region that the sentence names, for "the oblast" in it and behind it.
 */
void
tl_partners_context_see (TlPartnersContext *self,
                         const TlTradeView *view)
{
  for (guint i = 0; i < view->n_places; i++)
    if (view->places[i].place->kind == TL_PLACE_REGION)
      copy_code (self->region, view->places[i].place->code);
}

typedef struct
{
  const char *code;
  guint       n;
} CodeCount;

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const CodeCount *first = a, *second = b;

  return first->n != second->n ? (first->n < second->n ? 1 : -1) : strcmp (first->code, second->code);
}

static GArray *
count_countries (const TlReading *reading)
{
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (CodeCount));
  g_autoptr(GHashTable) index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < reading->places->len; i++)
    {
      const TlPlaceName *place = g_array_index (reading->places, TlPlaceMatch, i).place;
      guint weight = place->form == TL_NAME_CAPITAL ? 0 : 1;
      gpointer slot;

      if (place->kind != TL_PLACE_COUNTRY && !(place->kind == TL_PLACE_BLOC && strcmp (place->code, "EU") == 0))
        continue;
      slot = g_hash_table_lookup (index, place->code);
      if (slot == NULL)
        {
          g_array_append_val (counts, ((CodeCount) { place->code, weight }));
          g_hash_table_insert (index, (gpointer) place->code, GUINT_TO_POINTER (counts->len));
        }
      else
        {
          g_array_index (counts, CodeCount, GPOINTER_TO_UINT (slot) - 1).n += weight;
        }
    }
  g_array_sort (counts, compare_counts);
  return counts;
}

/*
 * tl_partners_context_init:
 * @self: the context to fill
 * @reading: what was read from the article
 *
 * Finds the pair that an article is about from how often it names which country.
 */
void
tl_partners_context_init (TlPartnersContext *self,
                          const TlReading   *reading)
{
  g_autoptr(GArray) counts = count_countries (reading);
  const CodeCount *top = (const CodeCount *) (gpointer) counts->data;

  memset (self, 0, sizeof *self);
  if (counts->len == 0)
    {
      if (reading->home != NULL)
        copy_code (self->main, reading->home);
      return;
    }
  for (guint i = 0; i < counts->len; i++)
    self->names_eu |= strcmp (top[i].code, "EU") == 0;
  copy_code (self->main, top[0].code);
  if (counts->len == 1)
    {
      if (reading->home != NULL && strcmp (reading->home, top[0].code) != 0)
        {
          copy_code (self->pair[0], top[0].code);
          copy_code (self->pair[1], reading->home);
          self->is_bilateral = TRUE;
        }
      return;
    }
  copy_code (self->pair[0], top[0].code);
  copy_code (self->pair[1], top[1].code);
  self->is_bilateral = top[1].n * 3 >= top[0].n && (counts->len == 2 || top[1].n * 3 > top[2].n * 4);
}
