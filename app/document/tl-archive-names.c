/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-archive-names.h"

#include <string.h>
#include <uchardet.h>

/* So much of the names tells in which charset they are. */
#define SAMPLE_SIZE (64 * 1024)

/* What archives without any word on it were meant to be in. */
#define OLDEST_CHARSET "CP437"

struct _TlArchiveNames
{
  GString *sample;              /* owned: names that are not UTF-8 */
  char    *charset;             /* owned, nullable: told at the first question */
};

/**
 * tl_archive_names_new:
 *
 * Returns: (transfer full): the names of an archive, none so far
 */
TlArchiveNames *
tl_archive_names_new (void)
{
  TlArchiveNames *self = g_new0 (TlArchiveNames, 1);

  self->sample = g_string_new (NULL);
  return self;
}

/**
 * tl_archive_names_free:
 * @self: (transfer full): names
 */
void
tl_archive_names_free (TlArchiveNames *self)
{
  g_string_free (self->sample, TRUE);
  g_free (self->charset);
  g_free (self);
}

/**
 * tl_archive_names_note:
 * @self: names
 * @name: the name of a member as the archive has it
 *
 * To be told of every name before the first is asked for.
 */
void
tl_archive_names_note (TlArchiveNames *self,
                       const char     *name)
{
  if (self->sample->len < SAMPLE_SIZE && !g_utf8_validate (name, -1, NULL))
    {
      g_string_append_len (self->sample, name, (gssize) strnlen (name, SAMPLE_SIZE));
      g_string_append_c (self->sample, '\n');
    }
}

static char *
detect (GString *sample)
{
  uchardet_t detector = uchardet_new ();
  char *charset = NULL;

  if (uchardet_handle_data (detector, sample->str, sample->len) == 0)
    {
      uchardet_data_end (detector);
      charset = g_strdup (uchardet_get_charset (detector));
    }
  uchardet_delete (detector);
  if (charset == NULL || *charset == '\0')
    {
      g_free (charset);
      charset = g_strdup (OLDEST_CHARSET);
    }
  return charset;
}

/* A name is one line, whatever the archive says. */
static void
replace_controls (char *name)
{
  for (char *p = name; *p != '\0'; p++)
    {
      if (g_ascii_iscntrl (*p))
        *p = '_';
    }
}

/**
 * tl_archive_names_read:
 * @self: names
 * @name: the name of a member as the archive has it
 *
 * Returns: (transfer full): it in UTF-8, without "./" or "/" in front
 */
char *
tl_archive_names_read (TlArchiveNames *self,
                       const char     *name)
{
  char *text = NULL;

  for (;;)
    {
      if (g_str_has_prefix (name, "./"))
        name += 2;
      else if (*name == '/')
        name++;
      else
        break;
    }
  if (g_utf8_validate (name, -1, NULL))
    text = g_strdup (name);
  else
    {
      if (self->charset == NULL)
        self->charset = detect (self->sample);
      text = g_convert_with_fallback (name, -1, "UTF-8", self->charset, "_", NULL, NULL, NULL);
    }
  if (text == NULL)
    text = g_utf8_make_valid (name, -1);
  replace_controls (text);
  return text;
}
