/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names of persons taken apart: given names, initials, family name, in either order. */

#include "tl-person-name.h"

#include <string.h>

#include "tl-name-fold.h"

#define MAX_PARTS 8

/* So many letters and a point are an initial: "V.", "Zh."; "Yu." is "Y." */
#define MAX_INITIAL 3

/* What stands between spaces, or between the points of "V.P." */
typedef struct
{
  char     *word;               /* owned, folded: "jean claude" */
  gboolean  is_initial;
  gboolean  is_particle;        /* "von", "de" */
} Part;

typedef struct
{
  Part  parts[MAX_PARTS];
  guint n_parts;
} PersonName;

static void
person_name_clear (PersonName *self)
{
  for (guint i = 0; i < self->n_parts; i++)
    g_free (self->parts[i].word);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PersonName, person_name_clear)

static void
add_part (PersonName *self,
          const char *start,
          gsize       length)
{
  GString *word = g_string_sized_new (length + 1);
  gsize letters = length > 0 && start[length - 1] == '.' ? length - 1 : length;
  gsize n_letters = (gsize) g_utf8_strlen (start, (gssize) letters);
  gboolean is_initial = n_letters == 1 || (letters < length && n_letters <= MAX_INITIAL);

  tl_name_fold_append (word, start, length, TL_FOLD_INITIALS);
  if (word->len == 0 || self->n_parts == MAX_PARTS)
    {
      g_string_free (word, TRUE);
      return;
    }
  if (is_initial)
    g_string_truncate (word, (gsize) (g_utf8_next_char (word->str) - word->str));
  self->parts[self->n_parts++] = (Part) {
    .is_initial = is_initial,
    .is_particle = g_unichar_islower (g_utf8_get_char (start)) && memchr (start, '-', length) == NULL,
    .word = g_string_free (word, FALSE),
  };
}

/* A point ends a part only behind an initial: "V.P.Orlov" has three, "Orlov Jr." two. */
static void
person_name_init (PersonName *self,
                  const char *name)
{
  self->n_parts = 0;
  while (*name != '\0')
    {
      gsize length = strcspn (name, " \t\n\r");
      gsize point = strcspn (name, ".");

      if (point < length)
        length = point + 1;
      if (length > 0)
        add_part (self, name, length);
      name += length;
      name += strspn (name, " \t\n\r");
    }
}

/* Whether it is a surname alone, or with one initial. */
static gboolean
says_too_little (const PersonName *self)
{
  guint n_full = 0, n_initials = 0;

  for (guint i = 0; i < self->n_parts; i++)
    {
      n_full += !self->parts[i].is_initial && !self->parts[i].is_particle;
      n_initials += self->parts[i].is_initial;
    }
  return n_full < 2 && (n_full == 0 || n_initials < 2);
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The words in the order of the alphabet: "Orlov Vera" is "Vera Orlov". */
static char *
join_sorted (const char *words)
{
  g_auto(GStrv) list = g_strsplit (words, " ", -1);

  qsort (list, g_strv_length (list), sizeof *list, compare_words);
  return g_strjoinv (" ", list);
}

/* A name without letters is its own key. */
static char *
make_key (const PersonName *parsed,
          const char       *name)
{
  g_autoptr(GString) words = g_string_new (NULL);

  for (guint i = 0; i < parsed->n_parts; i++)
    {
      if (i > 0)
        g_string_append_c (words, ' ');
      g_string_append (words, parsed->parts[i].word);
    }
  if (words->len == 0)
    g_string_assign (words, name);
  return join_sorted (words->str);
}

/**
 * tl_person_name_dup_key:
 * @name: a person's name
 * @is_local: (out): whether it is a family name with one initial at most, so that it may be
 *   another one's in another article
 *
 * Returns: (transfer full): what the name has in common with the same in other order,
 *   case and accents
 */
char *
tl_person_name_dup_key (const char *name,
                        gboolean   *is_local)
{
  g_auto(PersonName) parsed = { .n_parts = 0 };

  person_name_init (&parsed, name);
  *is_local = says_too_little (&parsed);
  return make_key (&parsed, name);
}

/* How much of a part a shorter name has. */
typedef enum
{
  WHOLE,
  INITIAL,
  NOTHING,
} Share;

static void
append_share (GString    *words,
              const Part *part,
              Share       share)
{
  if (share == NOTHING)
    return;
  if (words->len > 0)
    g_string_append_c (words, ' ');
  if (share == WHOLE)
    g_string_append (words, part->word);
  else
    g_string_append_len (words, part->word, g_utf8_next_char (part->word) - part->word);
}

static void
add_shorter (GPtrArray        *keys,
             const PersonName *name,
             guint             family,
             Share             given,
             Share             middle)
{
  g_autoptr(GString) words = g_string_new (NULL);
  g_autofree char *key = NULL;

  for (guint i = 0; i < name->n_parts; i++)
    append_share (words, &name->parts[i], i == 0 ? given : i < family ? middle : WHOLE);
  key = join_sorted (words->str);
  for (guint i = 0; i < keys->len; i++)
    if (g_str_equal (g_ptr_array_index (keys, i), key))
      return;
  g_ptr_array_add (keys, g_steal_pointer (&key));
}

/* Between the given name and the family name. */
static gboolean
has_initials_only (const PersonName *name,
                   guint             family)
{
  for (guint i = 1; i < family; i++)
    if (!name->parts[i].is_initial)
      return FALSE;
  return TRUE;
}

/**
 * tl_person_name_get_shorter:
 * @name: a person's name
 *
 * By what keys the same person may be named with initials: "Vera Pavlovna Orlova" as
 * "V. P. Orlova" and "Vera P. Orlova", which is "Vera Orlova".  Never by the family name
 * with one initial or none, which many share, nor without a whole name in the middle:
 * "Tran Van Hai" is not "Tran Hai".
 *
 * Returns: (transfer full) (element-type utf8): keys, without the name's own
 */
GPtrArray *
tl_person_name_get_shorter (const char *name)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  g_auto(PersonName) parsed = { .n_parts = 0 };
  g_autofree char *own = NULL;
  guint family;

  person_name_init (&parsed, name);
  if (parsed.n_parts < 3 || says_too_little (&parsed) || parsed.parts[0].is_initial || parsed.parts[0].is_particle)
    return keys;
  for (family = parsed.n_parts - 1; family > 1 && parsed.parts[family - 1].is_particle;)
    family--;

  own = make_key (&parsed, name);
  g_ptr_array_add (keys, g_strdup (own));
  if (family > 1)
    {
      if (has_initials_only (&parsed, family))
        add_shorter (keys, &parsed, family, WHOLE, NOTHING);
      add_shorter (keys, &parsed, family, WHOLE, INITIAL);
      add_shorter (keys, &parsed, family, INITIAL, INITIAL);
    }
  g_ptr_array_remove_index (keys, 0);
  return keys;
}
