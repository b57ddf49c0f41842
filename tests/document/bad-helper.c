/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A helper process that goes wrong when it is asked to: as the readers might, where a file says
 * "#crash" and the like; or, with an argument, as one that a stranger has taken over.
 */

#include "tl-helper-message.h"
#include "tl-helper-serve.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* ---- what a reader might do ---- */

static void
spin (void)
{
  for (volatile guint i = 0;; i++)
    ;
}

static void
stop (void)
{
  raise (SIGSTOP);
}

static void
eat (void)
{
  for (;;)
    memset (g_malloc (1024 * 1024), 1, 1024 * 1024);
}

static void
eat_at_once (void)
{
  memset (g_malloc (2 * TL_HELPER_MEMORY), 1, 1);
}

static void
must_fail (gboolean failed)
{
  if (!failed)
    abort ();
}

/* What the jail is for.  Where one of these works it breaks down. */
static void
break_out (void)
{
  const char *path = g_getenv ("BAD_HELPER_FILE");
  int ends[2];

  must_fail (open (path, O_RDONLY) < 0);
  must_fail (open (path, O_WRONLY | O_CREAT | O_APPEND, 0600) < 0);
  must_fail (open ("/etc/passwd", O_RDONLY) < 0);
  must_fail (open ("/proc/self/environ", O_RDONLY) < 0);
  must_fail (open (".", O_RDWR | 020000000, 0600) < 0);
  must_fail (unlink (path) != 0 && mkdir ("other", 0700) != 0 && rename (path, "other") != 0);
  must_fail (chmod (path, 0777) != 0 && symlink (path, "other") != 0 && truncate (path, 0) != 0);
  for (int family = AF_UNIX; family <= AF_INET6; family++)
    must_fail (socket (family, SOCK_STREAM, 0) < 0);
  must_fail (socketpair (AF_UNIX, SOCK_STREAM, 0, ends) != 0);
  must_fail (fork () < 0);
  must_fail (execl ("/bin/true", "true", NULL) != 0);
  must_fail (kill (getppid (), 0) != 0);
  must_fail (syscall (SYS_ptrace, 0, 0, 0, 0) != 0);
  must_fail (fcntl (TL_HELPER_SOCKET, F_DUPFD, 10) < 0);
}

static const struct
{
  const char *mark;
  void      (*run) (void);
} deeds[] = {
  { "#crash", abort }, { "#spin", spin }, { "#stop", stop }, { "#eat", eat },
  { "#block", eat_at_once }, { "#break-out", break_out },
};

/* The first time it is asked by who unpacks, and the second time by who reads. */
static gboolean
wants (const char   *name G_GNUC_UNUSED,
       const guint8 *data,
       gsize         length)
{
  static guint n_seen;

  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    if (length > strlen (deeds[i].mark) && memcmp (data, deeds[i].mark, strlen (deeds[i].mark)) == 0 &&
        ++n_seen % 2 == 0)
      deeds[i].run ();
  return length > 6 && memcmp (data, "#table", 6) == 0;
}

/* ---- what a stranger might send ---- */

static gsize
begin (GByteArray   *bytes,
       TlHelperKind  kind)
{
  return tl_helper_message_begin (bytes, kind);
}

static void
put_news (GByteArray *bytes,
          const char *text,
          guint32     story)
{
  gsize start = begin (bytes, TL_HELPER_NEWS);

  tl_wire_put_text (bytes, NULL, 10);
  tl_wire_put_fraction (bytes, 1);
  tl_wire_put_number (bytes, (guint32) strlen (text));
  g_byte_array_append (bytes, (const guint8 *) text, (guint) strlen (text));
  for (guint i = 0; i < TL_N_FACTS; i++)
    {
      tl_wire_put_text (bytes, "fact", 10);
      tl_wire_put_number (bytes, TL_PROVENANCE_META);
    }
  tl_wire_put_text (bytes, NULL, 10);
  tl_wire_put_number (bytes, story);
  tl_helper_message_end (bytes, start);
}

static void
put_error (GByteArray *bytes,
           GQuark      domain,
           int         code)
{
  g_autoptr(GError) error = g_error_new_literal (domain, code, "Ha!");
  gsize start = begin (bytes, TL_HELPER_DONE);

  tl_helper_message_put_error (bytes, error);
  tl_helper_message_end (bytes, start);
}

static void
put_head (GByteArray *bytes,
          guint32     kind,
          guint32     length)
{
  TlHelperHead head = { kind, length };

  g_byte_array_append (bytes, (const guint8 *) &head, sizeof head);
}

/* Returns FALSE where there is no such lie. */
static gboolean
put_lie (GByteArray *bytes,
         guint       number)
{
  switch (number)
    {
    case 0:                     /* a length that is none */
      put_head (bytes, TL_HELPER_NEWS, G_MAXUINT32);
      return TRUE;
    case 1:                     /* a kind that is none */
      put_head (bytes, 77, 0);
      return TRUE;
    case 2:                     /* what only the program says */
      put_head (bytes, TL_HELPER_READ, 0);
      return TRUE;
    case 3:                     /* bytes of no table */
      put_head (bytes, TL_HELPER_BYTES, 0);
      return TRUE;
    case 4:                     /* done with nothing */
      put_head (bytes, TL_HELPER_DONE, 4);
      tl_wire_put_number (bytes, 0);
      return TRUE;
    case 5:                     /* the person has cancelled */
      put_error (bytes, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      return TRUE;
    case 6:                     /* an error that there is not */
      put_error (bytes, TL_DOCUMENT_ERROR, 1000);
      return TRUE;
    case 7:                     /* no UTF-8 */
      put_news (bytes, "text \xff", 0);
      return TRUE;
    case 8:                     /* a story behind the text */
      put_news (bytes, "text", 5);
      return TRUE;
    case 9:                     /* a story within a character */
      put_news (bytes, "t\xc3\xa4xt", 2);
      return TRUE;
    case 10:                    /* no text at all */
      put_news (bytes, "", 0);
      return TRUE;
    case 11:                    /* something behind the news */
      put_news (bytes, "text", 0);
      g_byte_array_append (bytes, (const guint8 *) "more", 4);
      bytes->data[4] += 4;
      return TRUE;
    case 12:                    /* a table that nobody asked for, without a place */
      put_head (bytes, TL_HELPER_TABLE, 12);
      tl_wire_put_text (bytes, NULL, 10);
      tl_wire_put_text (bytes, NULL, 10);
      tl_wire_put_number (bytes, 0);
      return TRUE;
    case 13:                    /* a part without a number */
      put_head (bytes, TL_HELPER_PART, 9);
      tl_wire_put_number (bytes, 0);
      tl_wire_put_text (bytes, "a", 10);
      return TRUE;
    case 14:                    /* nothing */
      return TRUE;
    default:
      return FALSE;
    }
}

static int
lie (guint number)
{
  g_autoptr(GByteArray) hello = g_byte_array_new ();
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  char buffer[1024];

  if (!put_lie (bytes, number))
    return EXIT_FAILURE;
  put_head (hello, TL_HELPER_READY, 4);
  tl_wire_put_number (hello, 0);
  if (write (TL_HELPER_SOCKET, hello->data, hello->len) < 0 || read (TL_HELPER_SOCKET, buffer, sizeof buffer) <= 0)
    return EXIT_FAILURE;
  return write (TL_HELPER_SOCKET, bytes->data, bytes->len) >= 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}

int
main (int    argc,
      char **argv)
{
  static const TlClaim claim = { wants, NULL, 1024 * 1024 };

  return argc > 1 ? lie ((guint) atoi (argv[1])) : tl_helper_serve (&claim);
}
