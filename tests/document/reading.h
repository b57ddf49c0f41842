/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-delivery.h"

G_BEGIN_DECLS

/**
 * Reading:
 * @documents: (element-type TlDocument): what was read
 * @lines: "part: title" for each of them, "part! reason" for each part that was not read
 * @error: (nullable): why the whole could not be read, or no further
 * @progress: the last that was told
 *
 * What came of a file.
 */
typedef struct
{
  GPtrArray *documents;
  GString   *lines;
  GError    *error;
  double     progress;
} Reading;

/* With its headline, and long enough to have one. */
#define STORY(number)                                                              \
  "Bridge " #number " over the River Opens\n\n"                                    \
  "The bridge over the river was opened on Monday, and many people came to see "   \
  "it. The first to cross it was a baker from the other side, who had waited.\n\n" \
  "It took four years to build, two more than the town had hoped for.\n"

Reading    *reading_new_for_bytes (const char    *name,
                                   const void    *data,
                                   gsize          length);
Reading    *reading_new_for_file  (const char    *name,
                                   const void    *data,
                                   gsize          length);
void        reading_free          (Reading       *self);
TlDocument *reading_get           (Reading       *self,
                                   guint          index);
void        reading_survives      (const char    *name,
                                   const void    *data,
                                   gsize          length,
                                   guint          n_cuts);
void        reading_in_threads    (const char    *name,
                                   const void    *data,
                                   gsize          length,
                                   const char    *expected);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

G_END_DECLS
