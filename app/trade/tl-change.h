/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-figure.h"
#include "tl-text.h"

G_BEGIN_DECLS

/*
 * In which form words say that something changed, though not how much.  Private to this
 * folder, as what follows.
 */
typedef enum
{
  TL_CHANGE_FORM_VERB,          /* "fell", "were down": the flow before it went that way */
  TL_CHANGE_FORM_NOUN,          /* "a fall in": the flow behind it did */
  TL_CHANGE_FORM_BASE,          /* "grow": where somebody foretells it */
} TlChangeForm;

/*
 * A change that a text states: "almost 30%", "doubled", "is on the rise".
 */
typedef struct
{
  TlSpan       span;            /* with the word of precision beside it */
  guint32      first_token;
  guint32      end_token;
  TlChangeKind kind;
  double       percent;         /* signed */
  TlSpan       direction;       /* the words that say which way, where others than @span do; else empty */
  TlPrecision  precision;
  TlChangeForm form;
  gboolean     is_transitive;   /* its verb may have what changes as its object: "increased deliveries" */
} TlChange;

GArray *tl_changes_find        (TlText        *text,
                                const guint16 *marks);
int     tl_change_direction_at (TlText        *text,
                                guint          token,
                                guint         *end);

G_END_DECLS
