/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Checks the word lists against groups.ini, which tells of each file the groups that the
 * program reads, and of each group what a value may be.
 */

#include "check.h"

#include "check-value.h"
#include "tl-lexicon.h"

#include <string.h>

#define GROUPS_FILE "groups.ini"

/* Of a file: the groups that may not share a phrase. */
#define APART " apart"

/* A file while it is read. */
typedef struct
{
  const char *name;             /* "en.ini" */
  GKeyFile   *groups;           /* groups.ini */
  GHashTable *lines;            /* group → GArray of Listed */
  GHashTable *begins;           /* group → its line */
  char       *group;
  GStringChunk *strings;
} WordLists;

static void
add_phrase (WordLists   *self,
            const Place *place,
            const char  *phrase,
            const char  *value)
{
  Listed listed = {
    *place,
    g_string_chunk_insert (self->strings, phrase),
    value != NULL ? g_string_chunk_insert (self->strings, value) : NULL,
  };
  GArray *list = g_hash_table_lookup (self->lines, place->group);

  if (check_phrase (place, phrase))
    g_array_append_val (list, listed);
}

/* One phrase with its value, or a list of those that have none. */
static void
read_pair (WordLists   *self,
           const Place *place,
           const char  *line)
{
  const char *equals = strchr (line, '=');
  g_autofree char *legal = g_key_file_get_string (self->groups, self->name, place->group, NULL);
  g_autofree char *key = equals != NULL ? g_strndup (line, (gsize) (equals - line)) : NULL;

  if (key == NULL)
    {
      check_wrong (place, "“%s” is no comment, no [group] and no phrase=value", line);
    }
  else if (strcmp (key, "words") == 0 && g_strcmp0 (legal, "words") == 0)
    {
      g_auto(GStrv) words = g_strsplit (equals + 1, ";", -1);

      if (words[0] == NULL)
        check_wrong (place, "an empty phrase");
      for (guint i = 0; words[i] != NULL; i++)
        add_phrase (self, place, words[i], NULL);
    }
  else if (strcmp (key, "words") == 0 || g_strcmp0 (legal, "words") == 0)
    {
      check_wrong (place, "the group takes %s, not “%s=”",
                   strcmp (key, "words") == 0 ? "one phrase=value a line" : "one list, “words=”", key);
    }
  else
    {
      g_autofree char *reason = check_value (equals + 1, legal);

      if (reason != NULL)
        check_wrong (place, "“%s=%s”: %s", key, equals + 1, reason);
      add_phrase (self, place, key, equals + 1);
    }
}

static void
begin_group (WordLists   *self,
             const Place *place,
             const char  *line)
{
  const char *end = strchr (line, ']');

  g_clear_pointer (&self->group, g_free);
  if (end == NULL || end[1] != '\0')
    {
      check_wrong (place, "“%s” is no [group]", line);
      return;
    }
  self->group = g_strndup (line + 1, (gsize) (end - line - 1));
  if (!g_key_file_has_key (self->groups, self->name, self->group, NULL))
    {
      check_wrong (place, "no group of the program is called “%s”: see " GROUPS_FILE, self->group);
      g_clear_pointer (&self->group, g_free);
    }
  else if (g_hash_table_contains (self->lines, self->group))
    {
      check_wrong (place, "the group “%s” is in line %u already", self->group,
                   GPOINTER_TO_UINT (g_hash_table_lookup (self->begins, self->group)));
    }
  else
    {
      g_hash_table_insert (self->begins, g_strdup (self->group), GUINT_TO_POINTER (place->line));
      g_hash_table_insert (self->lines, g_strdup (self->group), g_array_new (FALSE, FALSE, sizeof (Listed)));
    }
}

static void
read_lines (WordLists *self,
            char     **lines)
{
  gboolean is_known = TRUE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      Place place = { self->name, i + 1, NULL };
      gsize length = strlen (lines[i]);

      if (lines[i][0] == '\0' || lines[i][0] == '#')
        continue;
      if (g_ascii_isspace (lines[i][0]) || g_ascii_isspace (lines[i][length - 1]))
        check_wrong (&place, "white space at the line's %s", g_ascii_isspace (lines[i][0]) ? "beginning" : "end");
      if (lines[i][0] == '[')
        {
          begin_group (self, &place, lines[i]);
          is_known = self->group != NULL;
        }
      else if (self->group != NULL)
        {
          place.group = g_string_chunk_insert_const (self->strings, self->group);
          read_pair (self, &place, lines[i]);
        }
      else if (is_known)
        {
          check_wrong (&place, "“%s” stands before the first [group]", lines[i]);
        }
    }
}

/* Reports phrases that are in a group twice. */
static void
check_twice (GArray *list)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const Listed *listed = &g_array_index (list, Listed, i);
      char *key = check_phrase_key (listed->phrase);
      const Listed *before = g_hash_table_lookup (seen, key);

      if (before != NULL && check_same_phrase (listed->phrase, before->phrase))
        check_wrong (&listed->place, "“%s” is in line %u already", listed->phrase, before->place.line);
      g_hash_table_replace (seen, key, (gpointer) listed);
    }
}

/* Reports phrases that two groups of a set have. */
static void
check_apart (WordLists  *self,
             const char *why,
             char      **groups)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      GArray *list = g_hash_table_lookup (self->lines, groups[i]);

      if (!g_key_file_has_key (self->groups, self->name, groups[i], NULL))
        check_wrong (&(Place) { GROUPS_FILE, 0, why }, "%s has no group “%s”", self->name, groups[i]);
      for (guint k = 0; list != NULL && k < list->len; k++)
        {
          const Listed *listed = &g_array_index (list, Listed, k);
          char *key = check_phrase_key (listed->phrase);
          const Listed *before = g_hash_table_lookup (seen, key);

          if (before != NULL && strcmp (before->place.group, groups[i]) != 0 &&
              check_same_phrase (listed->phrase, before->phrase))
            check_wrong (&listed->place, "“%s” is in [%s] (line %u), too, and can mean one of them only: %s",
                         listed->phrase, before->place.group, before->place.line, why);
          g_hash_table_replace (seen, key, (gpointer) listed);
        }
    }
}

/* The program has to read what was read here: each phrase, with its value. */
static void
check_as_read (WordLists  *self,
               const char *contents)
{
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autoptr(TlLexicon) lexicon = NULL;
  g_autoptr(GError) error = NULL;
  GHashTableIter iter;
  gpointer group, list;

  if (!g_key_file_load_from_data (file, contents, (gsize) -1, G_KEY_FILE_NONE, &error))
    {
      check_wrong (&(Place) { self->name, 1, NULL }, "%s", error->message);
      return;
    }
  lexicon = tl_lexicon_new (file);
  g_hash_table_iter_init (&iter, self->lines);
  while (g_hash_table_iter_next (&iter, &group, &list))
    for (guint i = 0; i < ((GArray *) list)->len; i++)
      {
        const Listed *listed = &g_array_index ((GArray *) list, Listed, i);
        g_autoptr(TlText) text = tl_text_new (listed->phrase, -1);
        const TlWord *word = tl_lexicon_match (tl_lexicon_get_group (lexicon, group), text, 0, NULL);

        if (word == NULL || g_strcmp0 (word->value, listed->value) != 0)
          check_wrong (&listed->place, "“%s”: the program reads it as “%s”", listed->phrase,
                       word == NULL ? "nothing" : word->value != NULL ? word->value : "a word");
      }
}

static void
check_groups (WordLists *self)
{
  g_auto(GStrv) wanted = g_key_file_get_keys (self->groups, self->name, NULL, NULL);
  g_autofree char *apart = g_strconcat (self->name, APART, NULL);
  g_auto(GStrv) whys = g_key_file_get_keys (self->groups, apart, NULL, NULL);

  for (guint i = 0; wanted != NULL && wanted[i] != NULL; i++)
    {
      GArray *list = g_hash_table_lookup (self->lines, wanted[i]);
      Place place = {
        self->name, GPOINTER_TO_UINT (g_hash_table_lookup (self->begins, wanted[i])), wanted[i],
      };

      if (list == NULL)
        check_wrong (&place, "the program reads this group, and it is missing");
      else if (list->len == 0)
        check_wrong (&place, "the group has no phrase");
      else
        check_twice (list);
    }
  for (guint i = 0; whys != NULL && whys[i] != NULL; i++)
    {
      g_auto(GStrv) groups = g_key_file_get_string_list (self->groups, apart, whys[i], NULL, NULL);

      check_apart (self, whys[i], groups);
    }
}

static void
check_file (const char *folder,
            const char *name,
            GKeyFile   *groups)
{
  g_autofree char *contents = check_read_file (folder, name);
  g_auto(GStrv) lines = g_strsplit (contents, "\n", -1);
  WordLists self = {
    .name = name,
    .groups = groups,
    .lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref),
    .begins = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .strings = g_string_chunk_new (4096),
  };
  guint n_wrong = check_n_wrong ();

  read_lines (&self, lines);
  check_groups (&self);
  if (check_n_wrong () == n_wrong)
    check_as_read (&self, contents);
  g_hash_table_unref (self.lines);
  g_hash_table_unref (self.begins);
  g_string_chunk_free (self.strings);
  g_free (self.group);
}

/*
 * check_word_lists:
 * @folder: where groups.ini is, and the files that it tells of
 *
 * Reports what is wrong in the lists of words.
 */
void
check_word_lists (const char *folder)
{
  g_autofree char *contents = check_read_file (folder, GROUPS_FILE);
  g_autoptr(GKeyFile) groups = g_key_file_new ();
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) files = NULL;

  if (!g_key_file_load_from_data (groups, contents, (gsize) -1, G_KEY_FILE_NONE, &error))
    {
      check_wrong (&(Place) { GROUPS_FILE, 1, NULL }, "%s", error->message);
      return;
    }
  files = g_key_file_get_groups (groups, NULL);
  for (guint i = 0; files[i] != NULL; i++)
    if (!g_str_has_suffix (files[i], APART))
      check_file (folder, files[i], groups);
}
