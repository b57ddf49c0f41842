/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Has a file read by a helper process, and tells what that tells.  Where the helper breaks down,
 * would not end or needs too much, what it was at is told to be unreadable, and another goes on
 * behind it.
 */

#include "tl-helper-read.h"

#include "tl-delivery.h"
#include "tl-helper-end.h"
#include "tl-helper-stream.h"

#include <glib/gi18n-lib.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* So often it is asked whether to give up, in milliseconds. */
#define STEP 20

/* What is less is as good as nothing, in microseconds. */
#define SOME_WORK 1000

/* No file has more to tell: as many parts as one may have, and the same again of what they hold. */
#define MAX_NEWS (2 * TL_DELIVERY_MAX_PARTS)

/* And in all no more bytes than a file may unpack to; what was not yet UTF-8 grows. */
#define MAX_BYTES (2 * TL_DELIVERY_MAX_BYTES)

/* Two a second without a word in between: an hour. */
#define MAX_TICKS 7200

/* So often a file is begun again that has done nothing to its helper, as far as is known. */
#define MAX_TRIES 3

/* How long a document may take: of a processor, and without any use of one; in microseconds. */
static gint64 max_work = 60 * G_USEC_PER_SEC;
static gint64 max_silence = 60 * G_USEC_PER_SEC;

/**
 * tl_helper_set_patience:
 * @work: how long a document may keep a processor busy, in milliseconds
 * @silence: how long nothing at all may happen, in milliseconds
 *
 * For tests, which are in a hurry.
 */
void
tl_helper_set_patience (guint work,
                        guint silence)
{
  max_work = work * G_TIME_SPAN_MILLISECOND;
  max_silence = silence * G_TIME_SPAN_MILLISECOND;
}

typedef enum
{
  TALK_GOES_ON,
  TALK_DONE,                    /* with or without an error */
  TALK_STOPPED,                 /* nothing more is wanted */
  TALK_LOST,                    /* the helper is of no use any more */
} TalkState;

typedef struct
{
  TlHelper        *helper;      /* owned */
  const TlPart    *part;
  const char      *uri;
  const TlClaim   *claim;
  GCancellable    *cancellable;
  TlDocumentFunc   func;
  gpointer         user_data;

  TlHelperRequest  request;     /* only numbers */
  TalkState        state;
  gboolean         is_slow;     /* by which it was lost */
  guint            n_messages;  /* of the present helper */
  guint64          n_bytes;
  guint            n_ticks;     /* since something was told */
  double           progress;
  guint32          inner;       /* the number of the part that is being read, or 0 */
  char            *inner_path;  /* owned, nullable */
  guint32          inner_heard; /* what had been heard before it */
} Talk;

/* ---- time ---- */

typedef struct
{
  gint64 begin;                 /* the work that was done when the waiting began */
  gint64 work;                  /* … and at the last step on which some was done */
  gint64 time;                  /* when that was */
} Patience;

static void
patience_init (Patience *self,
               TlHelper *helper)
{
  self->begin = self->work = tl_helper_get_work (helper);
  self->time = g_get_monotonic_time ();
}

static gboolean
patience_is_over (Patience *self,
                  TlHelper *helper)
{
  gint64 work = tl_helper_get_work (helper);
  gint64 now = g_get_monotonic_time ();

  if (work - self->work >= SOME_WORK)
    {
      self->work = work;
      self->time = now;
    }
  return work - self->begin > max_work || now - self->time > max_silence;
}

/* ---- to hear ---- */

static TalkState
lose (Talk *self)
{
  return self->state = TALK_LOST;
}

/* Waits for the next message. */
static TalkState
hear (Talk         *self,
      TlHelperKind *kind,
      TlWire       *wire)
{
  TlHelperHeard heard = tl_helper_hear (self->helper, STEP, kind, wire);
  Patience patience;

  if (heard == TL_HELPER_HEARD_NOTHING)
    patience_init (&patience, self->helper);
  while (heard == TL_HELPER_HEARD_NOTHING)
    {
      if (g_cancellable_is_cancelled (self->cancellable))
        return self->state = TALK_STOPPED;
      if (patience_is_over (&patience, self->helper))
        {
          self->is_slow = TRUE;
          return lose (self);
        }
      heard = tl_helper_hear (self->helper, STEP, kind, wire);
    }
  if (heard == TL_HELPER_HEARD_END || (self->n_bytes += wire->n_left) > MAX_BYTES)
    return lose (self);
  self->n_messages++;
  return TALK_GOES_ON;
}

static TalkState
take_tick (Talk   *self,
           TlWire *wire)
{
  return tl_wire_is_done (wire) && ++self->n_ticks <= MAX_TICKS ? TALK_GOES_ON : lose (self);
}

/* ---- to tell ---- */

static TalkState
tell (Talk         *self,
      TlDocument   *document,
      const char   *part,
      const GError *failure)
{
  const TlDocumentNews news = { document, part, failure, self->progress };

  if (!self->func (&news, self->user_data))
    self->state = TALK_STOPPED;
  return self->state;
}

/* What was told of need not be told again by another helper. */
static gboolean
count_heard (Talk   *self,
             double  progress)
{
  self->n_ticks = 0;
  self->progress = MAX (self->progress, progress);
  return ++self->request.n_heard <= MAX_NEWS;
}

static void
leave_part (Talk       *self,
            const char *path)
{
  if (self->inner != 0 && g_strcmp0 (path, self->inner_path) == 0)
    self->inner = 0;
}

static TalkState
take_part (Talk   *self,
           TlWire *wire)
{
  guint32 number = tl_wire_take_number (wire, TL_DELIVERY_MAX_PARTS);
  g_autofree char *path = tl_wire_take_text (wire, TL_HELPER_MAX_PATH);

  if (!tl_wire_is_done (wire) || number == 0 || path == NULL)
    return lose (self);
  self->inner = number;
  self->inner_heard = self->request.n_heard;
  g_free (self->inner_path);
  self->inner_path = g_steal_pointer (&path);
  return TALK_GOES_ON;
}

static TalkState
take_news (Talk   *self,
           TlWire *wire)
{
  g_auto(TlHelperNews) news = { NULL };
  g_autoptr(TlDocument) document = NULL;

  if (!tl_helper_message_take_news (wire, &news) || !count_heard (self, news.progress))
    return lose (self);
  leave_part (self, news.part);
  if (news.failure == NULL)
    document = tl_document_new (self->part->name, self->uri, news.part, &news.fields);
  return tell (self, document, news.part, news.failure);
}

/* ---- tables ---- */

static gboolean
get_bytes_cb (const guint8 **data,
              gsize         *length,
              gpointer       user_data,
              GError       **error)
{
  Talk *self = user_data;
  TlHelperKind kind;
  TlWire wire;
  GError *failure;

  do
    if (hear (self, &kind, &wire) != TALK_GOES_ON)
      {
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Reading was stopped"));
        return FALSE;
      }
  while (kind == TL_HELPER_TICK && take_tick (self, &wire) == TALK_GOES_ON);
  *data = wire.at;
  *length = wire.n_left;
  if (kind == TL_HELPER_BYTES && wire.n_left > 0)
    return TRUE;
  failure = kind == TL_HELPER_BYTES_END ? tl_helper_message_take_error (&wire) : NULL;
  *length = 0;
  if (failure != NULL)
    g_propagate_error (error, failure);
  else if (kind != TL_HELPER_BYTES_END || !tl_wire_is_done (&wire))
    lose (self);
  return failure == NULL && self->state == TALK_GOES_ON;
}

static TalkState
read_table (Talk       *self,
            const char *name,
            const char *path)
{
  g_autoptr(TlHelperStream) stream = tl_helper_stream_new (get_bytes_cb, self, self->claim->max_size);
  g_autoptr(GError) failure = NULL;
  gboolean is_read = self->claim->take (name, path, self->progress, G_INPUT_STREAM (stream),
                                        self->user_data, &failure);

  /* What broke is told by who finds another helper. */
  if (self->state != TALK_GOES_ON)
    return self->state;
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return self->state = TALK_STOPPED;
  tl_helper_stream_drain (stream);
  if (self->state != TALK_GOES_ON)
    return self->state;
  leave_part (self, path);
  return is_read ? TALK_GOES_ON : tell (self, NULL, path, failure);
}

static TalkState
take_table (Talk   *self,
            TlWire *wire)
{
  g_autofree char *name = tl_wire_take_text (wire, TL_HELPER_MAX_PATH);
  g_autofree char *path = tl_wire_take_text (wire, TL_HELPER_MAX_PATH);
  double progress = tl_wire_take_fraction (wire);

  if (!tl_wire_is_done (wire) || path == NULL || self->claim == NULL || !count_heard (self, progress))
    return lose (self);
  return read_table (self, name, path);
}

/* ---- the whole ---- */

static TalkState
take_end (Talk    *self,
          TlWire  *wire,
          GError **error)
{
  GError *failure = tl_helper_message_take_error (wire);

  /* It can't have read to the end and found nothing at all. */
  if (!tl_wire_is_done (wire) ||
      (failure == NULL && self->request.n_heard == 0 && self->request.n_skipped == 0))
    {
      g_clear_error (&failure);
      return lose (self);
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return self->state = TALK_DONE;
}

static TalkState
take_message (Talk          *self,
              TlHelperKind   kind,
              TlWire        *wire,
              GError       **error)
{
  switch (kind)
    {
    case TL_HELPER_PART:
      return take_part (self, wire);
    case TL_HELPER_NEWS:
      return take_news (self, wire);
    case TL_HELPER_TICK:
      return take_tick (self, wire);
    case TL_HELPER_TABLE:
      return take_table (self, wire);
    case TL_HELPER_DONE:
      return take_end (self, wire, error);
    case TL_HELPER_READ:
    case TL_HELPER_READY:
    case TL_HELPER_BYTES:
    case TL_HELPER_BYTES_END:
    default:
      return lose (self);
    }
}

/* Asks the helper and listens to it to the end, its or that of the file. */
static void
converse (Talk    *self,
          int      fd,
          GError **error)
{
  TlHelperKind kind;
  TlWire wire;

  self->state = TALK_GOES_ON;
  self->is_slow = FALSE;
  self->n_messages = 0;
  self->n_ticks = 0;
  self->inner = 0;
  if (lseek (fd, 0, SEEK_SET) != 0 || !tl_helper_ask (self->helper, fd, self->part, &self->request))
    lose (self);
  while (self->state == TALK_GOES_ON && hear (self, &kind, &wire) == TALK_GOES_ON)
    take_message (self, kind, &wire, error);
}

/* Says what the helper could not read; what can be passed over is, and then %TRUE is returned. */
static gboolean
pass_over (Talk             *self,
           TlDocumentError   end,
           GError          **error)
{
  g_autoptr(GError) failure = NULL;

  tl_helper_end_set_error (end, &failure);
  if (self->inner == 0 || self->request.n_skipped == TL_HELPER_MAX_SKIPPED)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  self->request.skipped[self->request.n_skipped++] = self->inner;
  self->request.n_heard = self->inner_heard;
  self->state = TALK_GOES_ON;
  return tell (self, NULL, self->inner_path, failure) == TALK_GOES_ON;
}

/* It went because nobody had asked it, or somebody killed it, just when it was asked. */
static gboolean
is_chance (const Talk *self,
           int         status)
{
  return self->n_messages == 0 && !self->is_slow &&
         ((WIFEXITED (status) && WEXITSTATUS (status) == 0) ||
          (WIFSIGNALED (status) && (WTERMSIG (status) == SIGKILL || WTERMSIG (status) == SIGTERM)));
}

/* Whether another helper is to be asked, now that this one is lost. */
static gboolean
recover (Talk    *self,
         guint   *n_tries,
         GError **error)
{
  int status = tl_helper_end (g_steal_pointer (&self->helper));

  if (!is_chance (self, status) || ++*n_tries == MAX_TRIES)
    {
      if (!pass_over (self, self->is_slow ? TL_DOCUMENT_ERROR_TOO_SLOW : tl_helper_end_from_status (status),
                      error))
        return FALSE;
      *n_tries = 0;
    }
  self->helper = tl_helper_take ();
  if (self->helper == NULL)
    tl_helper_end_set_error (TL_DOCUMENT_ERROR_CRASHED, error);
  return self->helper != NULL;
}

/**
 * tl_helper_read:
 * @helper: (transfer full): a helper that waits
 * @fd: the file
 * @part: what is known of it, but for its bytes
 * @uri: (nullable): where it is, which the helper is not told
 * @claim: (nullable): what the caller reads himself
 * @cancellable: (nullable): to give up
 * @func: called for each document in the file, and for each part that could not be read
 * @user_data: for @func and @claim
 * @error: return location for a #TlDocumentError, a #GIOErrorEnum or that of @claim
 *
 * As tl_documents_load_claiming(), for a file that is open.
 *
 * Returns: %FALSE when there is nothing in it, or it could not be read to its end
 */
gboolean
tl_helper_read (TlHelper       *helper,
                int             fd,
                const TlPart   *part,
                const char     *uri,
                const TlClaim  *claim,
                GCancellable   *cancellable,
                TlDocumentFunc  func,
                gpointer        user_data,
                GError        **error)
{
  g_autoptr(GError) failure = NULL;
  Talk self = { .helper = helper, .part = part, .uri = uri, .claim = claim, .cancellable = cancellable,
                .func = func, .user_data = user_data };
  guint n_tries = 0;

  self.request.has_claim = claim != NULL;
  do
    converse (&self, fd, &failure);
  while (self.state == TALK_LOST && recover (&self, &n_tries, &failure));
  g_free (self.inner_path);

  /* One that is in the midst of what nobody wants would only go on with it. */
  if (self.helper != NULL && self.state == TALK_DONE)
    tl_helper_give_back (self.helper);
  else if (self.helper != NULL)
    tl_helper_end (self.helper);
  if (self.state == TALK_STOPPED && !g_cancellable_set_error_if_cancelled (cancellable, &failure))
    g_set_error_literal (&failure, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Reading was stopped"));
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
