/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Reads the table that resources/gazetteer/make-gazetteer.py makes; that script says what
 * its lines are.  The lines are cut in place: codes and names point into the one copy.
 */

#include "tl-gazetteer-private.h"

#include <string.h>

#define MAX_CELLS 256

static void
add_word (TlGazetteer *self,
          const char  *word,
          guint32      use)
{
  g_autofree char *lower = g_utf8_strdown (word, -1);
  gpointer key = GUINT_TO_POINTER (tl_token_hash (lower, strlen (lower)));
  guint32 before = GPOINTER_TO_UINT (g_hash_table_lookup (self->words, key));

  g_hash_table_insert (self->words, key, GUINT_TO_POINTER (before | use));
}

/* "oblast;voblast": words for one kind of division. */
static void
add_division (TlGazetteer *self,
              const char  *list,
              guint32      use)
{
  g_auto(GStrv) words = g_strsplit (list, ";", -1);

  for (guint i = 0; words[i] != NULL; i++)
    add_word (self, words[i], use);
}

static void
add_divisions (TlGazetteer *self,
               char       **cells)
{
  guint32 bit = (guint32) TL_WORD_DIVISION << self->n_divisions++;

  add_division (self, cells[1], bit);
  add_division (self, cells[2], bit | TL_WORD_PLURAL);
}

/* "oblast,region" */
static guint32
parse_divisions (TlGazetteer *self,
                 const char  *list)
{
  g_auto(GStrv) words = g_strsplit (list, ",", -1);
  guint32 bits = 0;

  for (guint i = 0; words[i] != NULL; i++)
    bits |= tl_gazetteer_word_use (self, tl_token_hash (words[i], strlen (words[i])));
  return bits & ~((guint32) TL_WORD_DIVISION - 1);
}

static TlPlaceKind
parse_kind (char letter)
{
  switch (letter)
    {
    case 'R':
      return TL_PLACE_REGION;
    case 'B':
      return TL_PLACE_BLOC;
    case 'T':
      return TL_PLACE_CITY;
    default:
      return TL_PLACE_COUNTRY;
    }
}

static TlNameForm
parse_form (char letter)
{
  switch (letter)
    {
    case 'a':
      return TL_NAME_ADJECTIVE;
    case 'd':
      return TL_NAME_DEMONYM;
    case 'c':
      return TL_NAME_CAPITAL;
    default:
      return TL_NAME_PROPER;
    }
}

static guint32
parse_word_use (const char *rule)
{
  if (strcmp (rule, "money") == 0)
    return TL_WORD_MONEY;
  if (strcmp (rule, "money-adj") == 0)
    return TL_WORD_MONEY_ADJECTIVE;
  if (strcmp (rule, "title") == 0)
    return TL_WORD_TITLE;
  if (strcmp (rule, "surroundings") == 0)
    return TL_WORD_DISTRICT;
  if (strcmp (rule, "before-division") == 0)
    return TL_WORD_ASIDE;
  return TL_WORD_LEAD;
}

static void
add_place (TlGazetteer *self,
           char       **cells)
{
  TlGazetteerPlace *place = &self->place_rows[self->n_places++];

  place->kind = parse_kind (cells[2][0]);
  place->name = cells[3];
  place->iso_name = cells[4];
  g_hash_table_insert (self->places, cells[1], place);
}

static TlGazetteerName *
add_name (TlGazetteer *self,
          const char  *phrase)
{
  TlGazetteerName *name = &self->names[self->n_names++];

  tl_phrases_add (self->phrases, phrase, name);
  return name;
}

static void
add_place_name (TlGazetteer *self,
                char       **cells)
{
  TlGazetteerName *name = add_name (self, cells[1]);

  if (cells[2][0] != '\0')
    name->alone = (TlPlaceName) { cells[2], parse_kind (cells[3][0]), parse_form (cells[4][0]) };
  if (strchr (cells[5], '!') != NULL)
    name->marks |= TL_MARK_PERSON;
  if (strchr (cells[5], 't') != NULL)
    name->marks |= TL_MARK_ARTICLE;
  if (cells[6][0] != '\0')
    {
      name->region = (TlPlaceName) { cells[6], TL_PLACE_REGION, TL_NAME_PROPER };
      name->divisions = parse_divisions (self, cells[7]);
    }
}

static void
load_line (TlGazetteer *self,
           char       **cells,
           guint        n_cells)
{
  switch (cells[0][0])
    {
    case 'P':
      g_assert (n_cells == 5);
      add_place (self, cells);
      break;
    case 'M':
      g_assert (n_cells == 3);
      g_hash_table_insert (self->members, cells[1], cells[2]);
      break;
    case 'D':
      g_assert (n_cells == 3);
      add_divisions (self, cells);
      break;
    case 'W':
      for (guint i = 2; i < n_cells; i++)
        add_word (self, cells[i], parse_word_use (cells[1]));
      break;
    case 'N':
      g_assert (n_cells == 8);
      add_place_name (self, cells);
      break;
    case 'X':
      g_assert (n_cells == 2);
      add_name (self, cells[1])->marks = TL_MARK_NOT_PLACE;
      break;
    default:
      g_assert_not_reached ();
    }
}

/* How many lines are of one kind, so that each kind's block is as large as it must be. */
static guint
count_lines (const char *bytes,
             const char *kinds)
{
  guint n_lines = 0;

  for (const char *line = bytes; line != NULL && *line != '\0';)
    {
      if (strchr (kinds, *line) != NULL)
        n_lines++;
      line = strchr (line, '\n');
      if (line != NULL)
        line++;
    }
  return n_lines;
}

/* Cuts a line at its tabs; it ends at a zero byte. */
static guint
split_line (char  *line,
            char **cells)
{
  guint n_cells = 0;

  while (line != NULL && n_cells < MAX_CELLS)
    {
      char *tab = strchr (line, '\t');

      cells[n_cells++] = line;
      if (tab != NULL)
        *tab++ = '\0';
      line = tab;
    }
  return n_cells;
}

/*
 * tl_gazetteer_load:
 * @bytes: the table, compiled in, so that anything wrong with it is our own mistake
 * @length: its length in bytes
 *
 * Returns: (transfer full): the gazetteer
 */
TlGazetteer *
tl_gazetteer_load (const char *bytes,
                   gsize       length)
{
  TlGazetteer *self = g_new0 (TlGazetteer, 1);
  char *cells[MAX_CELLS];
  char *line;

  self->bytes = g_strndup (bytes, length);
  self->phrases = tl_phrases_new ();
  self->names = g_new0 (TlGazetteerName, count_lines (self->bytes, "NX"));
  self->place_rows = g_new0 (TlGazetteerPlace, count_lines (self->bytes, "P"));
  self->places = g_hash_table_new (g_str_hash, g_str_equal);
  self->members = g_hash_table_new (g_str_hash, g_str_equal);
  self->words = g_hash_table_new (NULL, NULL);

  line = self->bytes;
  while (*line != '\0')
    {
      char *end = strchr (line, '\n');

      if (end != NULL)
        *end = '\0';
      load_line (self, cells, split_line (line, cells));
      line = end != NULL ? end + 1 : line + strlen (line);
    }
  return self;
}

/*
 * tl_gazetteer_word_use:
 * @self: the gazetteer
 * @hash: a token's hash
 *
 * Returns: what the word makes of a name beside it, as #TlWordUse
 */
guint32
tl_gazetteer_word_use (TlGazetteer *self,
                       guint32      hash)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->words, GUINT_TO_POINTER (hash)));
}
