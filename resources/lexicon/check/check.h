/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the line that is being checked stands. */
typedef struct
{
  const char *file;
  guint       line;             /* 0 for the whole file */
  const char *group;            /* of the line; a currency's code; NULL outside of any */
} Place;

/* A line of a list, with its place. */
typedef struct
{
  Place       place;
  const char *phrase;
  const char *value;            /* NULL for one of "words" */
} Listed;

void       check_wrong        (const Place *place,
                               const char  *format,
                               ...) G_GNUC_PRINTF (2, 3);
guint      check_n_wrong      (void);
char      *check_read_file    (const char  *folder,
                               const char  *name);

gboolean   check_phrase       (const Place *place,
                               const char  *phrase);
gboolean   check_same_phrase  (const char  *phrase,
                               const char  *other);
char      *check_phrase_key   (const char  *phrase);

void       check_word_lists   (const char  *folder);
void       check_currencies   (const char  *folder,
                               const char  *iso_codes);

G_END_DECLS
