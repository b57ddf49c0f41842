/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * check-lexicon FOLDER ISO-4217-JSON: checks the word lists that people edit before they
 * are compiled in.  Prints what is wrong as FILE:LINE: [GROUP] REASON and ends with 1.
 *
 * The phrases are cut by the code that reads articles, so one that could never be found
 * there is noticed here.
 */

#include "check.h"

#include "tl-data.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *data_folder;
static guint n_wrong;

/* What the readers ask for; here it is not compiled in yet. */
GBytes *
tl_data_lookup (const char *name)
{
  g_autofree char *base = g_path_get_basename (name);
  char *contents = check_read_file (data_folder, base);

  return g_bytes_new_take (contents, strlen (contents));
}

/* Reports something that is wrong. */
void
check_wrong (const Place *place,
             const char  *format,
             ...)
{
  g_autofree char *reason = NULL;
  va_list args;

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  fprintf (stderr, "%s:", place->file);
  if (place->line > 0)
    fprintf (stderr, "%u:", place->line);
  if (place->group != NULL)
    fprintf (stderr, " [%s]", place->group);
  fprintf (stderr, " %s\n", reason);
  n_wrong++;
}

/* Returns how much was reported. */
guint
check_n_wrong (void)
{
  return n_wrong;
}

/* Returns the contents of a file, which has to be UTF-8; ends the program where it is not. */
char *
check_read_file (const char *folder,
                 const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;
  char *contents;
  const char *end;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, &error))
    {
      g_printerr ("%s\n", error->message);
      exit (2);
    }
  if (!g_utf8_validate (contents, (gssize) length, &end))
    {
      guint line = 1;

      for (const char *p = contents; p < end; p++)
        line += *p == '\n';
      check_wrong (&(Place) { name, line, NULL }, "not UTF-8");
      exit (1);
    }
  return contents;
}

int
main (int    argc,
      char **argv)
{
  if (argc != 3)
    {
      g_printerr ("usage: check-lexicon FOLDER ISO-4217-JSON\n");
      return 2;
    }
  data_folder = argv[1];
  check_word_lists (argv[1]);
  check_currencies (argv[1], argv[2]);
  return n_wrong == 0 ? 0 : 1;
}
