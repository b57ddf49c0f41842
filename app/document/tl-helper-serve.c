/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The helper process: is handed a descriptor, reads what is in it with the readers of this folder,
 * and tells.  It has nothing else to go wrong with, see tl-jail.
 */

#include "tl-helper-serve.h"

#include "tl-delivery.h"
#include "tl-helper-end.h"
#include "tl-helper-guard.h"
#include "tl-helper-message.h"
#include "tl-jail.h"
#include "tl-opened-file.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

/* A helper that nobody has asked for so long goes, in milliseconds. */
#define MAX_IDLE (60 * 1000)

/* So often it says that it goes on where it has nothing to tell, in microseconds. */
#define TICK (G_TIME_SPAN_SECOND / 2)

/* More is sent in between. */
#define MAX_UNSENT (256 * 1024)

/* What has used more than this, in KiB, makes room for one that has not: little of it comes back. */
#define MAX_RESIDENT (256 * 1024)

/* What is asked has room in one piece, mostly. */
#define REQUEST_SIZE (8 * 1024)

typedef struct
{
  const TlClaim         *claim;
  const TlHelperRequest *request;
  GByteArray            *unsent;        /* owned */
  gint64                 sent;          /* when something was sent last */
  guint                  n_told;
} Server;

/* ---- to tell ---- */

/* Where nobody listens any more there is nothing to do. */
static void
send_all (Server *self)
{
  gsize n_sent = 0;

  while (n_sent < self->unsent->len)
    {
      gssize n = send (TL_HELPER_SOCKET, self->unsent->data + n_sent, self->unsent->len - n_sent, MSG_NOSIGNAL);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        _exit (EXIT_SUCCESS);
      n_sent += (gsize) n;
    }
  g_byte_array_set_size (self->unsent, 0);
  self->sent = g_get_monotonic_time ();
}

static void
end_message (Server   *self,
             gsize     start,
             gboolean  is_urgent)
{
  tl_helper_message_end (self->unsent, start);
  if (is_urgent || self->unsent->len > MAX_UNSENT)
    send_all (self);
}

static void
tick_cb (gpointer user_data)
{
  Server *self = user_data;

  if (g_get_monotonic_time () - self->sent >= TICK)
    end_message (self, tl_helper_message_begin (self->unsent, TL_HELPER_TICK), TRUE);
}

/* Whether the next that there is to tell was told by a helper before. */
static gboolean
is_heard (Server *self)
{
  tick_cb (self);
  return self->n_told++ < self->request->n_heard;
}

static void
put_news (Server               *self,
          const TlDocumentNews *news)
{
  g_autoptr(GError) failure = NULL;
  TlDocumentNews told = *news;
  gsize start = tl_helper_message_begin (self->unsent, TL_HELPER_NEWS);

  if (news->document != NULL &&
      !tl_document_check_size (strlen (tl_document_get_text (news->document)), TL_HELPER_MAX_TEXT, &failure))
    {
      told.document = NULL;
      told.failure = failure;
    }
  tl_helper_message_put_news (self->unsent, &told);
  /* A part that was read is done, whatever happens to the next. */
  end_message (self, start, news->part != NULL);
}

static gboolean
news_cb (const TlDocumentNews *news,
         gpointer              user_data)
{
  Server *self = user_data;

  if (!is_heard (self))
    put_news (self, news);
  return TRUE;
}

static gboolean
begin_cb (guint       number,
          const char *path,
          gpointer    user_data)
{
  Server *self = user_data;
  gsize start;

  for (guint i = 0; i < self->request->n_skipped; i++)
    if (self->request->skipped[i] == number)
      return FALSE;
  start = tl_helper_message_begin (self->unsent, TL_HELPER_PART);
  tl_wire_put_number (self->unsent, number);
  tl_wire_put_text (self->unsent, path, TL_HELPER_MAX_PATH);
  end_message (self, start, TRUE);
  return TRUE;
}

static const TlDeliveryWatch watch = { begin_cb, tick_cb };

/* ---- tables, which the other end reads ---- */

static gboolean
send_table (Server        *self,
            GInputStream  *stream,
            GError       **error)
{
  g_autofree guint8 *buffer = g_malloc (TL_HELPER_MAX_BYTES);
  gssize n;

  while ((n = g_input_stream_read (stream, buffer, TL_HELPER_MAX_BYTES, NULL, error)) > 0)
    {
      gsize start = tl_helper_message_begin (self->unsent, TL_HELPER_BYTES);

      g_byte_array_append (self->unsent, buffer, (guint) n);
      end_message (self, start, FALSE);
    }
  return n == 0;
}

static gboolean
take (const char    *name,
      const char    *part,
      double         progress,
      GInputStream  *stream,
      gpointer       user_data,
      GError       **error G_GNUC_UNUSED)
{
  Server *self = user_data;
  g_autoptr(GError) failure = NULL;
  gsize start;

  if (is_heard (self))
    return TRUE;
  start = tl_helper_message_begin (self->unsent, TL_HELPER_TABLE);
  tl_wire_put_text (self->unsent, name, TL_HELPER_MAX_PATH);
  tl_wire_put_text (self->unsent, part, TL_HELPER_MAX_PATH);
  tl_wire_put_fraction (self->unsent, progress);
  end_message (self, start, FALSE);

  send_table (self, stream, &failure);
  start = tl_helper_message_begin (self->unsent, TL_HELPER_BYTES_END);
  tl_helper_message_put_error (self->unsent, failure);
  end_message (self, start, TRUE);
  return TRUE;
}

/* ---- to be asked ---- */

static void
read_file (Server                *self,
           const TlHelperRequest *request,
           int                    fd)
{
  TlClaim claim = { .take = take };
  g_autoptr(TlDelivery) delivery = tl_delivery_new (request->name, NULL, NULL, news_cb, self);
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autoptr(GError) error = NULL;
  TlPart part = { .fd = -1, .name = request->name, .media_type = request->media_type,
                  .charset = request->charset, .facts = &request->facts };
  gsize start;

  self->request = request;
  self->n_told = 0;
  self->sent = g_get_monotonic_time ();
  if (request->has_claim && self->claim != NULL)
    {
      claim.wants = self->claim->wants;
      claim.max_size = self->claim->max_size;
      tl_delivery_set_claim (delivery, &claim);
    }
  tl_delivery_set_watch (delivery, &watch);
  if (tl_opened_file_start (fd, bytes, NULL, &error))
    tl_opened_file_run (fd, bytes, &part, delivery, NULL, &error);

  start = tl_helper_message_begin (self->unsent, TL_HELPER_DONE);
  tl_helper_message_put_error (self->unsent, error);
  end_message (self, start, TRUE);
}

static int
get_descriptor (struct msghdr *message)
{
  struct cmsghdr *control = CMSG_FIRSTHDR (message);
  int fd = -1;

  if (control != NULL && control->cmsg_level == SOL_SOCKET && control->cmsg_type == SCM_RIGHTS &&
      control->cmsg_len == CMSG_LEN (sizeof fd))
    memcpy (&fd, CMSG_DATA (control), sizeof fd);
  return fd;
}

static gssize
receive (struct msghdr *message)
{
  gssize n;

  do
    n = recvmsg (TL_HELPER_SOCKET, message, MSG_CMSG_CLOEXEC);
  while (n < 0 && errno == EINTR);
  return n;
}

/* Waits for the next file; FALSE where there will be none. */
static gboolean
next_request (GByteArray *bytes,
              int        *fd)
{
  union
  {
    struct cmsghdr align;
    char           bytes[CMSG_SPACE (sizeof (int))];
  } control;
  struct pollfd waiting = { TL_HELPER_SOCKET, POLLIN, 0 };
  gsize wanted = sizeof (TlHelperHead);
  int n_ready;

  *fd = -1;
  g_byte_array_set_size (bytes, 0);
  do
    n_ready = poll (&waiting, 1, MAX_IDLE);
  while (n_ready < 0 && errno == EINTR);
  if (n_ready <= 0)
    return FALSE;
  while (bytes->len < wanted)
    {
      guint before = bytes->len;
      struct iovec place;
      struct msghdr message = { .msg_iov = &place, .msg_iovlen = 1, .msg_control = &control,
                                .msg_controllen = sizeof control };
      gssize n;

      g_byte_array_set_size (bytes, before + REQUEST_SIZE);
      place = (struct iovec) { bytes->data + before, REQUEST_SIZE };
      n = receive (&message);
      g_byte_array_set_size (bytes, before + (guint) MAX (n, 0));
      if (n <= 0)
        return FALSE;
      if (before == 0)
        *fd = get_descriptor (&message);
      if (bytes->len >= sizeof (TlHelperHead))
        wanted = sizeof (TlHelperHead) + ((const TlHelperHead *) (const void *) bytes->data)->length;
    }
  return *fd >= 0;
}

static void
greet (Server *self,
       TlJail  jail)
{
  gsize start = tl_helper_message_begin (self->unsent, TL_HELPER_READY);

  tl_wire_put_number (self->unsent, jail);
  end_message (self, start, TRUE);
}

static gboolean
is_worn (void)
{
  struct rusage usage;

  return getrusage (RUSAGE_SELF, &usage) == 0 && usage.ru_maxrss > MAX_RESIDENT;
}

static gboolean
serve_one (Server     *self,
           GByteArray *bytes)
{
  TlWire wire;
  int fd;

  if (!next_request (bytes, &fd))
    return FALSE;
  wire = (TlWire) TL_WIRE_INIT (bytes->data + sizeof (TlHelperHead), bytes->len - sizeof (TlHelperHead));
  {
    g_auto(TlHelperRequest) request = { NULL };

    if (tl_helper_message_take_request (&wire, &request))
      read_file (self, &request, fd);
    else
      wire.is_bad = TRUE;
  }
  close (fd);
  return !wire.is_bad && !is_worn ();
}

/**
 * tl_helper_serve:
 * @claim: (nullable): what the program reads by itself, of which only what it wants is asked here
 *
 * Reads files for the program at the other end of %TL_HELPER_SOCKET until that has no more.
 * Shuts the process in before it reads the first.
 *
 * Returns: the exit status
 */
int
tl_helper_serve (const TlClaim *claim)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autoptr(GByteArray) unsent = g_byte_array_new ();
  Server server = { .claim = claim, .unsent = unsent };

  greet (&server, tl_helper_guard_start (TL_HELPER_MEMORY));
  while (serve_one (&server, bytes))
    ;
  return EXIT_SUCCESS;
}
