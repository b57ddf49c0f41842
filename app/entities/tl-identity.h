/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-recognizer-private.h"

G_BEGIN_DECLS

/*
 * TlIdentifier:
 * @reading: the text
 * @n_named: by country, how often the text names it, its capital or a region of it
 * @home: code of the country that it names most; empty where it names none
 *
 * Tells which places of the world the names of a text are.
 */
typedef struct
{
  const TlReading *reading;
  guint32          n_named[26 * 26];
  char             home[4];
} TlIdentifier;

void     tl_identifier_init (TlIdentifier       *self,
                             const TlReading    *reading);
gboolean tl_identifier_find (const TlIdentifier *self,
                             const TlMention    *mention,
                             TlEntityIdentity   *identity);
const TlPlaceName *tl_mention_get_place (const TlReading *reading,
                                         const TlMention *mention);

G_END_DECLS
