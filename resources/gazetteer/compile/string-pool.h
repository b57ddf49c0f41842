/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Strings one behind the other, each kept once and ended by a zero; the first is "". */
typedef struct
{
  GString    *bytes;
  GHashTable *offsets;          /* string → where it begins */
} StringPool;

void    string_pool_init  (StringPool *self);
guint32 string_pool_add   (StringPool *self,
                           const char *string);
void    string_pool_clear (StringPool *self);

G_END_DECLS
