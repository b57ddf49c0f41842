/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlPace:
 *
 * How fast something goes, and how long it will take still, for people: neither follows each
 * hitch.  Everything in it is private; it begins with zeros.
 */
typedef struct
{
  gint64 started;               /* the time of the first look */
  gint64 looked;                /* and of the last */
  guint  n_done;                /* at the last */
  double rate;                  /* a second; 0 while it is not known */
  double shown;                 /* the same, as it was told last */
  double end;                   /* the time when all will be done, as it was told last; 0 */
} TlPace;

void   tl_pace_look             (TlPace *self,
                                 gint64  now,
                                 guint   n_done,
                                 double  n_expected);
guint  tl_pace_get_rate         (TlPace *self);
gint64 tl_pace_get_seconds_left (TlPace *self);

G_END_DECLS
