/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-watchdog.h"

/* Belongs to the one who made it and to its thread, whichever ends last: nobody waits for
 * the thread, which may be telling of the cancellation. */
struct _TlWatchdog
{
  GCancellable *cancellable;    /* owned */
  gint64        max_silence;
  gint64        deadline;

  GMutex        lock;           /* guards all below */
  GCond         changed;
  gint64        silent;         /* when it will have been silent for too long */
  gboolean      is_done;
  gboolean      has_barked;
};

static void
watchdog_clear (gpointer data)
{
  TlWatchdog *self = data;

  g_clear_object (&self->cancellable);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->changed);
}

static void
watchdog_release (gpointer data)
{
  g_atomic_rc_box_release_full (data, watchdog_clear);
}

/* Returns whether the time is over, with the lock held. */
static gboolean
wait_for_end (TlWatchdog *self)
{
  while (!self->is_done)
    {
      gint64 end = MIN (self->deadline, self->silent);

      if (!g_cond_wait_until (&self->changed, &self->lock, end) &&
          g_get_monotonic_time () >= MIN (self->deadline, self->silent))
        return !self->is_done;
    }
  return FALSE;
}

static gpointer
watch_thread (gpointer data)
{
  TlWatchdog *self = data;
  gboolean is_late;

  g_mutex_lock (&self->lock);
  is_late = wait_for_end (self);
  self->has_barked = is_late;
  g_mutex_unlock (&self->lock);

  if (is_late)
    g_cancellable_cancel (self->cancellable);
  watchdog_release (self);
  return NULL;
}

/*
 * tl_watchdog_new:
 * @cancellable: what is cancelled then
 * @max_time: how long all may take, in milliseconds
 * @max_silence: how long it may go unfed, in milliseconds
 *
 * Returns: (transfer full): a watchdog that watches from now on
 */
TlWatchdog *
tl_watchdog_new (GCancellable *cancellable,
                 guint         max_time,
                 guint         max_silence)
{
  TlWatchdog *self = g_atomic_rc_box_new0 (TlWatchdog);
  gint64 now = g_get_monotonic_time ();

  self->cancellable = g_object_ref (cancellable);
  self->max_silence = max_silence * G_TIME_SPAN_MILLISECOND;
  self->deadline = now + max_time * G_TIME_SPAN_MILLISECOND;
  self->silent = now + self->max_silence;
  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
  g_thread_unref (g_thread_new ("watchdog", watch_thread, g_atomic_rc_box_acquire (self)));
  return self;
}

/*
 * tl_watchdog_free:
 * @self: (transfer full): a watchdog
 *
 * Watches no longer.
 */
void
tl_watchdog_free (TlWatchdog *self)
{
  g_mutex_lock (&self->lock);
  self->is_done = TRUE;
  g_cond_signal (&self->changed);
  g_mutex_unlock (&self->lock);
  watchdog_release (self);
}

/*
 * tl_watchdog_feed:
 * @self: a watchdog
 *
 * Tells it that something came: the silence begins anew.
 */
void
tl_watchdog_feed (TlWatchdog *self)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  /* The thread need not be woken: it looks again when it wakes. */
  self->silent = g_get_monotonic_time () + self->max_silence;
}

/*
 * tl_watchdog_has_barked:
 * @self: a watchdog
 *
 * Returns: whether it was too late
 */
gboolean
tl_watchdog_has_barked (TlWatchdog *self)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return self->has_barked;
}
