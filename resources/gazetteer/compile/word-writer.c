/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "word-writer.h"

#include "tl-gazetteer-private.h"
#include "tl-text-private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* So many rows for each word, at least, that a search soon comes to a free one. */
#define ROW_SHARE 2

struct _WordWriter
{
  GHashTable *uses;             /* hash of a word → TlWordUse */
  guint       n_divisions;
};

WordWriter *
word_writer_new (void)
{
  WordWriter *self = g_new0 (WordWriter, 1);

  self->uses = g_hash_table_new (NULL, NULL);
  return self;
}

static guint32
get_use (WordWriter *self,
         guint32     hash)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->uses, GUINT_TO_POINTER (hash)));
}

static void
add_word (WordWriter *self,
          const char *word,
          guint32     use)
{
  g_autofree char *lower = g_utf8_strdown (word, -1);
  guint32 hash = tl_token_hash (lower, strlen (lower));

  use |= get_use (self, hash);
  g_hash_table_insert (self->uses, GUINT_TO_POINTER (hash), GUINT_TO_POINTER (use));
}

static guint32
parse_rule (const char *rule)
{
  static const struct
  {
    const char *name;
    guint32     use;
  } rules[] = {
    { "money", TL_WORD_MONEY },
    { "money-adj", TL_WORD_MONEY_ADJECTIVE },
    { "title", TL_WORD_TITLE },
    { "surroundings", TL_WORD_DISTRICT },
    { "before-division", TL_WORD_ASIDE },
    { "lead", TL_WORD_LEAD },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (strcmp (rules[i].name, rule) == 0)
      return rules[i].use;
  fprintf (stderr, "compile-places: there is no rule “%s”\n", rule);
  exit (1);
}

/* Says what the words make of a name beside them. */
void
word_writer_add_rule (WordWriter  *self,
                      const char  *rule,
                      char       **words)
{
  guint32 use = parse_rule (rule);

  for (guint i = 0; words[i] != NULL; i++)
    add_word (self, words[i], use);
}

static void
add_list (WordWriter *self,
          const char *list,
          guint32     use)
{
  g_auto(GStrv) words = g_strsplit (list, ";", -1);

  for (guint i = 0; words[i] != NULL; i++)
    add_word (self, words[i], use);
}

/* "oblast;voblast", "oblasts;voblasts": the words for one kind of division. */
void
word_writer_add_division (WordWriter *self,
                          const char *words,
                          const char *plurals)
{
  guint32 bit = (guint32) TL_WORD_DIVISION << self->n_divisions++;

  add_list (self, words, bit);
  add_list (self, plurals, bit | TL_WORD_PLURAL);
}

/* Returns the bits of "oblast,region". */
guint32
word_writer_get_divisions (WordWriter *self,
                           const char *words)
{
  g_auto(GStrv) all = g_strsplit (words, ",", -1);
  guint32 bits = 0;

  for (guint i = 0; all[i] != NULL; i++)
    bits |= get_use (self, tl_token_hash (all[i], strlen (all[i])));
  return bits & ~((guint32) TL_WORD_DIVISION - 1);
}

static int
compare_hashes (gconstpointer a,
                gconstpointer b)
{
  guint x = GPOINTER_TO_UINT (a), y = GPOINTER_TO_UINT (b);

  return x < y ? -1 : x > y;
}

/* Appends the section to the table, and frees the writer. */
void
word_writer_finish (WordWriter  *self,
                    TableWriter *table)
{
  /* In order, so that the same words always make the same bytes. */
  GList *hashes = g_list_sort (g_hash_table_get_keys (self->uses), compare_hashes);
  guint n_rows = 1u << g_bit_storage (g_hash_table_size (self->uses) * ROW_SHARE);
  g_autofree TlPlaceWord *rows = g_new0 (TlPlaceWord, n_rows);

  for (GList *l = hashes; l != NULL; l = l->next)
    {
      guint32 hash = GPOINTER_TO_UINT (l->data);
      guint32 row = hash & (n_rows - 1);

      while (rows[row].use != 0)
        row = (row + 1) & (n_rows - 1);
      rows[row] = (TlPlaceWord) { GUINT32_TO_LE (hash), GUINT32_TO_LE (get_use (self, hash)) };
    }
  table_writer_add_section (table, rows, n_rows, sizeof (TlPlaceWord));

  g_list_free (hashes);
  g_hash_table_unref (self->uses);
  g_free (self);
}
