/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Checks currencies.tsv: its codes, its order, and that no two claim the same. */

#include "check.h"

#include <string.h>

#define FILE_NAME "currencies.tsv"

/* Behind this line stand those that ISO 4217 no longer has. */
#define OUT_OF_USE "# Out of use"

/* Behind this line, those that a copy of ISO 4217 may have or not. */
#define NEW "# New"

/* In the place of a code: names that several countries share, and none has first. */
#define SHARED "---"

#define MARKS "?~*"

enum { CODE, SIGNS, ADJECTIVES, UNITS, NAMES, SUBUNITS, N_COLUMNS };

static const char *const column_names[N_COLUMNS] = { "code", "sign", "adjective", "unit", "name", "subunit" };

typedef struct
{
  GHashTable *iso;              /* the codes in use */
  GHashTable *claims;           /* what only one currency may have → its code */
  char       *last_code;
  gboolean    is_out_of_use;
  gboolean    is_new;
} Currencies;

static GHashTable *
read_iso_codes (const char *path)
{
  static const char key[] = "\"alpha_3\": \"";
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *json = check_read_file (folder, name);
  GHashTable *codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (const char *at = strstr (json, key); at != NULL; at = strstr (at + 1, key))
    g_hash_table_add (codes, g_strndup (at + strlen (key), 3));
  return codes;
}

static void
claim (Currencies  *self,
       const Place *place,
       const char  *kind,
       const char  *phrase)
{
  g_autofree char *key = g_strdup_printf ("%s\n%s", kind, phrase);
  const char *owner = g_hash_table_lookup (self->claims, key);

  if (owner == NULL)
    g_hash_table_insert (self->claims, g_steal_pointer (&key), g_strdup (place->group));
  else if (strcmp (owner, place->group) == 0)
    check_wrong (place, "%s “%s” is written twice", kind, phrase);
  else
    check_wrong (place, "%s “%s” is %s's already", kind, phrase, owner);
}

static void
check_code (Currencies  *self,
            const Place *place,
            const char  *marked)
{
  const char *code = place->group;
  gboolean is_well_formed = strlen (code) == 3 && strspn (code, G_CSET_A_2_Z) == 3 &&
                            (marked[3] == '\0' || strcmp (marked + 3, "?") == 0 || strcmp (marked + 3, "~") == 0);

  if (strcmp (marked, SHARED) == 0)
    return;
  if (!is_well_formed)
    {
      check_wrong (place, "“%s” is no code of three capitals, with “?” or “~” or without", marked);
      return;
    }
  if (!self->is_out_of_use && !self->is_new && !g_hash_table_contains (self->iso, code))
    check_wrong (place, "ISO 4217 has no such code (one that is out of use stands behind “%s”)", OUT_OF_USE);
  if (self->is_out_of_use && g_hash_table_contains (self->iso, code))
    check_wrong (place, "is in use, but stands behind “%s”", OUT_OF_USE);
  if (self->last_code != NULL && strcmp (self->last_code, code) >= 0)
    check_wrong (place, "stands behind %s: the codes are to be in their order, each once", self->last_code);
  g_free (self->last_code);
  self->last_code = g_strdup (code);
}

/* "sol?" is the name "sol", "fils?/1000" the subunit "fils". */
static char *
strip_marks (const char *name,
             guint       column)
{
  gsize length = strlen (name);

  if (column == SUBUNITS && strchr (name, '/') != NULL)
    length = (gsize) (strchr (name, '/') - name);
  if (column == SIGNS || column == NAMES || column == SUBUNITS)
    while (length > 1 && strchr (MARKS, name[length - 1]) != NULL)
      length--;
  return g_strndup (name, length);
}

static void
check_names (Currencies  *self,
             const Place *place,
             guint        column,
             char       **names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *phrase = strip_marks (names[i], column);

      if (strpbrk (phrase, MARKS ";") != NULL)
        check_wrong (place, "%s “%s”: names are apart by “; ”, and only signs, names and subunits have marks",
                     column_names[column], names[i]);
      else if (check_phrase (place, phrase) && (column == SIGNS || column == NAMES))
        claim (self, place, column_names[column], phrase);
    }
}

/* "Brazilian cruzado": a unit that is two currencies' with the same adjective would be the first's. */
static void
check_pairs (Currencies  *self,
             const Place *place,
             char       **adjectives,
             char       **units)
{
  for (guint i = 0; adjectives[i] != NULL; i++)
    for (guint k = 0; units[k] != NULL; k++)
      {
        g_autofree char *pair = g_strdup_printf ("%s %s", adjectives[i], units[k]);

        claim (self, place, "unit", pair);
      }
  if (adjectives[0] != NULL && units[0] == NULL)
    check_wrong (place, "has adjectives, but no units that they would stand before");
}

static void
check_row (Currencies *self,
           const char *row,
           guint       line)
{
  g_auto(GStrv) columns = g_strsplit (row, "\t", -1);
  g_autofree char *code = g_strndup (columns[0], 3);
  Place place = { FILE_NAME, line, code };
  guint n_columns = g_strv_length (columns);
  char **lists[N_COLUMNS] = { NULL };

  check_code (self, &place, columns[0]);
  if (n_columns > N_COLUMNS)
    check_wrong (&place, "has %u columns, %d are the most", n_columns, N_COLUMNS);
  else if (n_columns > 1 && columns[n_columns - 1][0] == '\0')
    check_wrong (&place, "has a tab too many at its end");
  for (guint i = SIGNS; i < N_COLUMNS; i++)
    {
      lists[i] = g_strsplit (i < n_columns ? columns[i] : "", "; ", -1);
      check_names (self, &place, i, lists[i]);
    }
  check_pairs (self, &place, lists[ADJECTIVES], lists[UNITS]);
  for (guint i = SIGNS; i < N_COLUMNS; i++)
    g_strfreev (lists[i]);
}

/*
 * check_currencies:
 * @folder: where currencies.tsv is
 * @iso_codes: path of iso-codes' list of currencies
 *
 * Reports what is wrong in the table of currencies.
 */
void
check_currencies (const char *folder,
                  const char *iso_codes)
{
  g_autofree char *contents = check_read_file (folder, FILE_NAME);
  g_auto(GStrv) lines = g_strsplit (contents, "\n", -1);
  Currencies self = {
    .iso = read_iso_codes (iso_codes),
    .claims = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
  };

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], OUT_OF_USE))
        {
          self.is_out_of_use = TRUE;
          self.is_new = FALSE;
          g_clear_pointer (&self.last_code, g_free);
        }
      else if (g_str_has_prefix (lines[i], NEW))
        {
          self.is_new = TRUE;
          g_clear_pointer (&self.last_code, g_free);
        }
      else if (lines[i][0] != '#' && lines[i][0] != '\0')
        check_row (&self, lines[i], i + 1);
    }
  g_hash_table_unref (self.iso);
  g_hash_table_unref (self.claims);
  g_free (self.last_code);
}
