/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Helper processes: one for each thread that reads, kept for the next file.  Nothing is here that
 * waits for one, nor that believes it.
 */

#include "tl-helper.h"

#include "tl-helper-serve.h"
#include "tl-jail.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* A helper that does not say within so long that it has started never will, in milliseconds. */
#define MAX_START (30 * 1000)

#define CHUNK_SIZE (64 * 1024)

/* What came of one large article is not kept for all small ones. */
#define MAX_KEPT (1024 * 1024)

struct _TlHelper
{
  pid_t       pid;
  int         socket;
  clockid_t   clock;            /* of the work that it does */
  GByteArray *bytes;            /* owned: what came */
  gsize       start;            /* what of it was taken */
};

static struct
{
  GMutex  lock;
  char  **arguments;            /* owned, nullable: the program that is a helper */
  GQueue  idle;                 /* of owned TlHelper */
  gboolean is_broken;           /* what was started was no helper */
  gboolean has_complained;
} pool = { .idle = G_QUEUE_INIT };

/**
 * tl_helper_set_program:
 * @arguments: (nullable) (array zero-terminated=1): the program that serves as a helper, see
 *   tl_helper_serve(), and its arguments; %NULL where files are read in this process
 *
 * Has files read in processes of their own from now on.  What does not call this, as a test of a
 * reader, reads them itself.
 */
void
tl_helper_set_program (const char *const *arguments)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&pool.lock);

  g_clear_pointer (&pool.arguments, g_strfreev);
  pool.arguments = g_strdupv ((char **) arguments);
  pool.is_broken = pool.has_complained = FALSE;
}

/**
 * tl_helper_is_used:
 *
 * Returns: whether files are to be read in processes of their own
 */
gboolean
tl_helper_is_used (void)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&pool.lock);

  return pool.arguments != NULL;
}

/* ---- to start and to end ---- */

/* A helper is handed its socket and what is said on stderr, nothing else. */
static TlHelper *
start (char   **arguments,
       GError **error)
{
  static const int target = TL_HELPER_SOCKET;
  GSpawnFlags flags = G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_FILE_AND_ARGV_ZERO;
  int ends[2];
  TlHelper *self;
  gboolean is_started;
  GPid pid = 0;

  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
      return NULL;
    }
  is_started = g_spawn_async_with_pipes_and_fds (NULL, (const char *const *) arguments, NULL, flags,
                                                 NULL, NULL, -1, -1, -1, &ends[1], &target, 1,
                                                 &pid, NULL, NULL, NULL, error);
  close (ends[1]);
  if (!is_started)
    {
      close (ends[0]);
      return NULL;
    }
  self = g_new0 (TlHelper, 1);
  self->pid = pid;
  self->socket = ends[0];
  self->bytes = g_byte_array_new ();
  if (clock_getcpuclockid (pid, &self->clock) != 0)
    self->clock = CLOCK_MONOTONIC;
  return self;
}

/**
 * tl_helper_end:
 * @self: (transfer full): a helper
 *
 * Ends it, whatever it does.
 *
 * Returns: how it ended, or had by then: what waitpid() says
 */
int
tl_helper_end (TlHelper *self)
{
  int status = 0;

  /* One that has ended does not mind. */
  kill (self->pid, SIGKILL);
  while (waitpid (self->pid, &status, 0) < 0 && errno == EINTR)
    ;
  close (self->socket);
  g_byte_array_unref (self->bytes);
  g_free (self);
  return status;
}

/* What waits has nothing to say and is there. */
static gboolean
is_ready (TlHelper *self)
{
  struct pollfd state = { self->socket, POLLIN, 0 };

  return poll (&state, 1, 0) == 0;
}

static TlHelper *
take_idle (void)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&pool.lock);

  return g_queue_pop_head (&pool.idle);
}

static char **
dup_arguments (void)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&pool.lock);

  return pool.is_broken ? NULL : g_strdupv (pool.arguments);
}

static void
complain (const GError *error)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&pool.lock);

  if (!pool.has_complained)
    g_message ("No process can be started to read files in; they are read in the program itself: %s",
               error->message);
  pool.has_complained = TRUE;
}

/* Whether it has started, so that what happens from now on is of the files' doing. */
static gboolean
is_greeting (TlHelper *self)
{
  gint64 end = g_get_monotonic_time () + MAX_START * G_TIME_SPAN_MILLISECOND;
  TlHelperHeard heard;
  TlHelperKind kind = TL_HELPER_DONE;
  TlWire wire = { NULL };
  guint32 jail;

  do
    heard = tl_helper_hear (self, MAX_START, &kind, &wire);
  while (heard == TL_HELPER_HEARD_NOTHING && g_get_monotonic_time () < end);
  if (heard != TL_HELPER_HEARD_MESSAGE || kind != TL_HELPER_READY)
    return FALSE;
  jail = tl_wire_take_number (&wire, G_MAXUINT32);
  g_debug ("A process to read files in has started: memory is %s, files are %s, calls are %s",
           (jail & TL_JAIL_MEMORY) != 0 ? "limited" : "not limited",
           (jail & TL_JAIL_FILES) != 0 ? "shut off" : "not shut off",
           (jail & TL_JAIL_CALLS) != 0 ? "shut off" : "not shut off");
  return tl_wire_is_done (&wire);
}

static TlHelper *
start_greeting (char   **arguments,
                GError **error)
{
  TlHelper *self = start (arguments, error);

  if (self == NULL || is_greeting (self))
    return self;
  tl_helper_end (self);
  g_mutex_lock (&pool.lock);
  pool.is_broken = TRUE;
  g_mutex_unlock (&pool.lock);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "it ended at once");
  return NULL;
}

/**
 * tl_helper_take:
 *
 * Returns: (transfer full) (nullable): a helper that waits for a file, or a new one; %NULL, which
 *   is said once, where none can be started
 */
TlHelper *
tl_helper_take (void)
{
  g_auto(GStrv) arguments = NULL;
  g_autoptr(GError) error = NULL;
  TlHelper *self;

  while ((self = take_idle ()) != NULL)
    {
      if (is_ready (self))
        return self;
      tl_helper_end (self);
    }
  arguments = dup_arguments ();
  if (arguments == NULL)
    return NULL;
  self = start_greeting (arguments, &error);
  if (self == NULL)
    complain (error);
  return self;
}

/**
 * tl_helper_give_back:
 * @self: (transfer full): a helper that has done what it was asked
 *
 * Lets it wait for the next file; one that nobody wants goes by itself.
 */
void
tl_helper_give_back (TlHelper *self)
{
  g_autoptr(GMutexLocker) locker = NULL;

  /* What comes behind the end would be taken for an answer to what is asked next. */
  if (self->bytes->len > self->start)
    {
      tl_helper_end (self);
      return;
    }
  g_byte_array_set_size (self->bytes, 0);
  self->start = 0;
  locker = g_mutex_locker_new (&pool.lock);
  g_queue_push_head (&pool.idle, self);
}

/**
 * tl_helper_end_idle:
 *
 * Ends all that wait.
 */
void
tl_helper_end_idle (void)
{
  TlHelper *self;

  while ((self = take_idle ()) != NULL)
    tl_helper_end (self);
}

/* ---- to ask and to hear ---- */

/**
 * tl_helper_ask:
 * @self: a helper that waits
 * @fd: the file, which only it reads from now on
 * @part: what is known of it
 * @request: what else there is to say
 *
 * Returns: whether it was told
 */
gboolean
tl_helper_ask (TlHelper              *self,
               int                    fd,
               const TlPart          *part,
               const TlHelperRequest *request)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  gsize begin = tl_helper_message_begin (bytes, TL_HELPER_READ);
  union
  {
    struct cmsghdr header;
    char           bytes[CMSG_SPACE (sizeof (int))];
  } control = { 0 };
  struct iovec place;
  struct msghdr message = { .msg_iov = &place, .msg_iovlen = 1, .msg_control = &control,
                            .msg_controllen = sizeof control };
  gssize n;

  tl_helper_message_put_request (bytes, part, request);
  tl_helper_message_end (bytes, begin);
  place = (struct iovec) { bytes->data, bytes->len };
  control.header.cmsg_level = SOL_SOCKET;
  control.header.cmsg_type = SCM_RIGHTS;
  control.header.cmsg_len = CMSG_LEN (sizeof fd);
  memcpy (CMSG_DATA (&control.header), &fd, sizeof fd);
  /* The buffer of a socket has room for the longest question. */
  do
    n = sendmsg (self->socket, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
  while (n < 0 && errno == EINTR);
  return n == (gssize) bytes->len;
}

/* Takes the first of the messages that came, where all of it is there. */
static TlHelperHeard
take_message (TlHelper     *self,
              TlHelperKind *kind,
              TlWire       *wire)
{
  gsize n = self->bytes->len - self->start;
  TlHelperHead head;

  if (n < sizeof head)
    return TL_HELPER_HEARD_NOTHING;
  memcpy (&head, self->bytes->data + self->start, sizeof head);
  if (head.kind > TL_HELPER_DONE || head.length > tl_helper_message_max (head.kind))
    return TL_HELPER_HEARD_END;
  if (n - sizeof head < head.length)
    return TL_HELPER_HEARD_NOTHING;
  *kind = head.kind;
  *wire = (TlWire) TL_WIRE_INIT (self->bytes->data + self->start + sizeof head, head.length);
  self->start += sizeof head + head.length;
  return TL_HELPER_HEARD_MESSAGE;
}

/* Forgets what was taken. */
static void
make_room (TlHelper *self)
{
  guint n = (guint) (self->bytes->len - self->start);

  if (self->start == 0)
    return;
  memmove (self->bytes->data, self->bytes->data + self->start, n);
  if (n == 0 && self->bytes->len > MAX_KEPT)
    {
      g_byte_array_unref (self->bytes);
      self->bytes = g_byte_array_new ();
    }
  g_byte_array_set_size (self->bytes, n);
  self->start = 0;
}

/* What comes grows by what is there, and not by what is announced. */
static TlHelperHeard
receive (TlHelper *self,
         int       timeout)
{
  struct pollfd waiting = { self->socket, POLLIN, 0 };
  guint before;
  gssize n;

  if (poll (&waiting, 1, timeout) <= 0)
    return TL_HELPER_HEARD_NOTHING;
  make_room (self);
  before = self->bytes->len;
  g_byte_array_set_size (self->bytes, before + CHUNK_SIZE);
  n = recv (self->socket, self->bytes->data + before, CHUNK_SIZE, MSG_DONTWAIT);
  g_byte_array_set_size (self->bytes, before + (guint) MAX (n, 0));
  if (n > 0)
    return TL_HELPER_HEARD_MESSAGE;
  return n < 0 && (errno == EINTR || errno == EAGAIN) ? TL_HELPER_HEARD_NOTHING : TL_HELPER_HEARD_END;
}

/**
 * tl_helper_hear:
 * @self: a helper that was asked
 * @timeout: how long to wait, in milliseconds
 * @kind: (out): the kind of a message
 * @wire: (out): what is in it, until the next call
 *
 * Descriptors that a helper sends are never taken.
 *
 * Returns: whether a message came
 */
TlHelperHeard
tl_helper_hear (TlHelper     *self,
                int           timeout,
                TlHelperKind *kind,
                TlWire       *wire)
{
  TlHelperHeard heard = take_message (self, kind, wire);

  if (heard != TL_HELPER_HEARD_NOTHING)
    return heard;
  heard = receive (self, timeout);
  return heard == TL_HELPER_HEARD_MESSAGE ? take_message (self, kind, wire) : heard;
}

/**
 * tl_helper_get_work:
 * @self: a helper
 *
 * Returns: for how long it has had a processor, in microseconds
 */
gint64
tl_helper_get_work (TlHelper *self)
{
  struct timespec time;

  if (clock_gettime (self->clock, &time) != 0)
    return 0;
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/**
 * tl_helper_get_pid:
 * @self: a helper
 *
 * Returns: its process
 */
pid_t
tl_helper_get_pid (TlHelper *self)
{
  return self->pid;
}
