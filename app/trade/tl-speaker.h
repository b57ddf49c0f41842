/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-trade-view.h"

G_BEGIN_DECLS

/* Who is speaking, from sentence to sentence.  Private to this folder. */
typedef struct _TlSpeakers TlSpeakers;

TlSpeakers *tl_speakers_new  (const TlReading   *reading,
                              GArray            *mentions,
                              const guint16     *marks,
                              guint              last);
void        tl_speakers_free (TlSpeakers        *self);
const char *tl_speakers_find (TlSpeakers        *self,
                              guint              sentence,
                              TlWhy             *why);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSpeakers, tl_speakers_free)

G_END_DECLS
