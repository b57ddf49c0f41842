/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "evil-server.h"

#include <string.h>
#include <sys/socket.h>

struct _EvilServer
{
  GSocket      *listener;       /* owned */
  GCancellable *stop;           /* owned */
  GThread      *thread;
  guint         port;

  GMutex        lock;           /* guards all below */
  GPtrArray    *threads;        /* of connections */
  guint         n_requests;
  char         *last_request;   /* owned */
};

typedef struct
{
  EvilServer *server;
  GSocket    *socket;           /* owned */
} Talk;

/* How an answer goes on behind what is sent first. */
typedef enum
{
  THEN_CLOSE,
  THEN_RESET,                   /* drops the connection */
  THEN_WAIT,                    /* says nothing more until the other side gives up */
  THEN_REPEAT,                  /* sends @more for ever, as fast as it is taken */
  THEN_DRIP,                    /* sends @more for ever, now and then */
} Then;

typedef struct
{
  const char *path;
  const char *answer;
  Then        then;
  const char *more;
} Page;

#define OK "HTTP/1.1 200 OK\r\n"
#define HTML "Content-Type: text/html; charset=windows-1251\r\n"
#define ENDLESS_CHUNK "10\r\n0123456789abcdef\r\n"

static const Page pages[] = {
  { "/page", OK HTML "Content-Length: 4\r\n\r\npage", THEN_CLOSE, NULL },
  { "/until-end", OK HTML "\r\nuntil the end", THEN_CLOSE, NULL },
  { "/chunks", OK HTML "Transfer-Encoding: chunked\r\n\r\n3\r\none\r\n3\r\ntwo\r\n0\r\n\r\n", THEN_CLOSE, NULL },
  { "/no-type", OK "Content-Length: 4\r\n\r\npage", THEN_CLOSE, NULL },
  { "/wrong-type", OK HTML "Content-Length: 5\r\n\r\n%PDF-", THEN_CLOSE, NULL },
  { "/empty", OK HTML "Content-Length: 0\r\n\r\n", THEN_CLOSE, NULL },
  { "/moved-story", "HTTP/1.1 301 Moved\r\nLocation: /story\r\n\r\n", THEN_CLOSE, NULL },
  /* "Торговля", as the label says */
  { "/story", OK "Content-Type: text/plain; charset=windows-1251\r\n\r\n"
    "\xd2\xee\xf0\xe3\xee\xe2\xeb\xff\n", THEN_CLOSE, NULL },
  { "/cookie", "HTTP/1.1 302 Found\r\nSet-Cookie: seen=1; Path=/\r\nLocation: /page\r\n"
    "Content-Length: 0\r\n\r\n", THEN_CLOSE, NULL },
  { "/password", "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\n"
    "Content-Length: 0\r\n\r\n", THEN_CLOSE, NULL },

  /* of its length */
  { "/says-more", OK HTML "Content-Length: 1000\r\n\r\nshort", THEN_CLOSE, NULL },
  { "/says-less", OK HTML "Content-Length: 5\r\n\r\nshort, and then more", THEN_CLOSE, NULL },
  { "/says-too-much", OK HTML "Content-Length: 99999999999\r\n\r\nshort", THEN_WAIT, NULL },
  { "/says-nonsense", OK HTML "Content-Length: a few\r\n\r\nshort", THEN_CLOSE, NULL },
  { "/endless", OK HTML "\r\n", THEN_REPEAT, "for ever and ever " },
  { "/endless-chunks", OK HTML "Transfer-Encoding: chunked\r\n\r\n", THEN_REPEAT, ENDLESS_CHUNK },
  { "/broken-chunks", OK HTML "Transfer-Encoding: chunked\r\n\r\n3\r\none\r\nzzz\r\n", THEN_CLOSE, NULL },
  { "/half-chunk", OK HTML "Transfer-Encoding: chunked\r\n\r\n3\r\no", THEN_CLOSE, NULL },

  /* of its time */
  { "/silent", "", THEN_WAIT, NULL },
  { "/half-headers", OK "Content-Ty", THEN_WAIT, NULL },
  { "/half", OK HTML "\r\nhalf a page", THEN_WAIT, NULL },
  { "/drip", OK HTML "\r\n", THEN_DRIP, "x" },
  { "/drip-headers", OK, THEN_DRIP, "X: y\r\n" },

  { "/endless-trailers", OK HTML "Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n", THEN_REPEAT, "X: y\r\n" },

  /* of its headers */
  { "/endless-headers", OK, THEN_REPEAT, "X: the same header again and again\r\n" },
  { "/endless-header", OK "X: ", THEN_REPEAT, "the same header, on and on" },
  { "/endless-status", "HTTP/1.1 200 ", THEN_REPEAT, "well" },
  { "/go-on", "", THEN_REPEAT, "HTTP/1.1 100 Continue\r\n\r\n" },
  { "/nonsense", "this is not what was asked for\r\n\r\n", THEN_CLOSE, NULL },
  { "/nothing", "", THEN_CLOSE, NULL },
  { "/reset", "", THEN_RESET, NULL },
  { "/late-reset", OK HTML "Content-Length: 1000\r\n\r\nshort", THEN_RESET, NULL },

  /* of where it is */
  { "/moved", "HTTP/1.1 301 Moved\r\nLocation: page\r\nContent-Length: 0\r\n\r\n", THEN_CLOSE, NULL },
  { "/moved-without-end", "HTTP/1.1 302 Found\r\nLocation: /page\r\n\r\n", THEN_REPEAT, "for ever " },
  { "/circle", "HTTP/1.1 302 Found\r\nLocation: /circle\r\n\r\n", THEN_CLOSE, NULL },
  { "/to-file", "HTTP/1.1 302 Found\r\nLocation: file:///etc/hostname\r\n\r\n", THEN_CLOSE, NULL },
  { "/to-ftp", "HTTP/1.1 302 Found\r\nLocation: ftp://localhost/\r\n\r\n", THEN_CLOSE, NULL },
  { "/to-data", "HTTP/1.1 302 Found\r\nLocation: data:text/html,here\r\n\r\n", THEN_CLOSE, NULL },
  { "/to-script", "HTTP/1.1 302 Found\r\nLocation: javascript:alert(1)\r\n\r\n", THEN_CLOSE, NULL },
  { "/to-resource", "HTTP/1.1 302 Found\r\nLocation: resource:///org/gtk\r\n\r\n", THEN_CLOSE, NULL },
  { "/to-nowhere", "HTTP/1.1 302 Found\r\nLocation: http://\r\n\r\n", THEN_CLOSE, NULL },
  { "/to-private", "HTTP/1.1 302 Found\r\nLocation: http://10.0.0.1/\r\n\r\n", THEN_CLOSE, NULL },
  { "/to-ipv6", "HTTP/1.1 302 Found\r\nLocation: http://[fe80::1]/\r\n\r\n", THEN_CLOSE, NULL },
  { "/to-nobody", "HTTP/1.1 302 Found\r\n\r\n", THEN_CLOSE, NULL },

  { "/gone", "HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n", THEN_CLOSE, NULL },
  { "/forbidden", "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n", THEN_CLOSE, NULL },
  { "/broken", "HTTP/1.1 503 Out of order\r\nContent-Length: 0\r\n\r\n", THEN_CLOSE, NULL },
  { "/no-content", "HTTP/1.1 204 No Content\r\n\r\n", THEN_CLOSE, NULL },
};

static const Page no_page = {
  NULL, "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nContent-Length: 9\r\n\r\nnot found", THEN_CLOSE, NULL,
};

#define BOMB_SIZE (64 * 1024 * 1024)

/* ---- answering ---- */

static gboolean
send_all (Talk       *talk,
          const char *data,
          gsize       length)
{
  while (length > 0)
    {
      gssize n = g_socket_send (talk->socket, data, length, talk->server->stop, NULL);

      if (n <= 0)
        return FALSE;
      data += n;
      length -= (gsize) n;
    }
  return TRUE;
}

/* Waits until the other side has closed, or for so many microseconds. */
static gboolean
is_left (Talk   *talk,
         gint64  patience)
{
  return g_socket_condition_timed_wait (talk->socket, G_IO_IN | G_IO_HUP | G_IO_ERR, patience,
                                        talk->server->stop, NULL) ||
         g_cancellable_is_cancelled (talk->server->stop);
}

static void
send_page (Talk       *talk,
           const Page *page)
{
  const struct linger at_once = { 1, 0 };
  gsize n_more = page->more != NULL ? strlen (page->more) : 0;

  send_all (talk, page->answer, strlen (page->answer));
  switch (page->then)
    {
    case THEN_CLOSE:
      break;
    case THEN_RESET:
      setsockopt (g_socket_get_fd (talk->socket), SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
      break;
    case THEN_WAIT:
      is_left (talk, -1);
      break;
    case THEN_REPEAT:
      while (send_all (talk, page->more, n_more))
        ;
      break;
    case THEN_DRIP:
      while (send_all (talk, page->more, n_more) && !is_left (talk, G_TIME_SPAN_MILLISECOND))
        ;
      break;
    default:
      g_assert_not_reached ();
    }
}

/* A few kilobytes that become as many megabytes. */
static void
send_bomb (Talk *talk)
{
  g_autoptr(GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr(GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr(GOutputStream) stream = g_converter_output_stream_new (memory, G_CONVERTER (compressor));
  g_autofree char *zeros = g_malloc0 (BOMB_SIZE);
  const char *head = OK HTML "Content-Encoding: gzip\r\n\r\n";

  g_output_stream_write_all (stream, zeros, BOMB_SIZE, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  send_all (talk, head, strlen (head));
  send_all (talk, g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (memory)),
            g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (memory)));
}

/* Packed for ever, and nothing in it: empty blocks. */
static void
send_packed_nothing (Talk *talk)
{
  const char *head = OK HTML "Content-Encoding: gzip\r\n\r\n";
  const char begin[] = { 0x1f, (char) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3 };
  const char block[] = { 0, 0, 0, (char) 0xff, (char) 0xff };
  g_autoptr(GByteArray) blocks = g_byte_array_new ();

  for (guint i = 0; i < 1000; i++)
    g_byte_array_append (blocks, (const guint8 *) block, sizeof block);
  send_all (talk, head, strlen (head));
  send_all (talk, begin, sizeof begin);
  while (send_all (talk, (const char *) blocks->data, blocks->len))
    ;
}

/* "/redirect/3" leads to "/redirect/2" and so on to a page. */
static void
send_redirection (Talk       *talk,
                  const char *number)
{
  guint64 n = g_ascii_strtoull (number, NULL, 10);
  g_autofree char *answer =
    n > 1 ? g_strdup_printf ("HTTP/1.1 307 On\r\nLocation: %" G_GUINT64_FORMAT "\r\n\r\n", n - 1)
          : g_strdup ("HTTP/1.1 308 On\r\nLocation: /page\r\n\r\n");

  send_all (talk, answer, strlen (answer));
}

static void
answer (Talk       *talk,
        const char *path)
{
  if (g_str_equal (path, "/bomb"))
    send_bomb (talk);
  else if (g_str_equal (path, "/packed-nothing"))
    send_packed_nothing (talk);
  else if (g_str_has_prefix (path, "/redirect/"))
    send_redirection (talk, path + strlen ("/redirect/"));
  else
    {
      for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
        if (g_str_equal (path, pages[i].path))
          {
            send_page (talk, &pages[i]);
            return;
          }
      send_page (talk, &no_page);
    }
}

static char *
read_request (Talk *talk)
{
  g_autoptr(GString) request = g_string_new (NULL);
  char buffer[4096];

  while (strstr (request->str, "\r\n\r\n") == NULL)
    {
      gssize n = g_socket_receive (talk->socket, buffer, sizeof buffer, talk->server->stop, NULL);

      if (n <= 0)
        return NULL;
      g_string_append_len (request, buffer, n);
    }
  return g_string_free (g_steal_pointer (&request), FALSE);
}

static gpointer
talk_thread (gpointer data)
{
  Talk *talk = data;
  EvilServer *server = talk->server;
  g_autofree char *request = read_request (talk);

  if (request != NULL)
    {
      g_auto(GStrv) words = g_strsplit (request, " ", 3);

      g_mutex_lock (&server->lock);
      server->n_requests++;
      g_free (server->last_request);
      server->last_request = g_strdup (request);
      g_mutex_unlock (&server->lock);
      answer (talk, words[1]);
    }
  g_socket_close (talk->socket, NULL);
  g_object_unref (talk->socket);
  g_free (talk);
  return NULL;
}

/* ---- the server ---- */

static gpointer
accept_thread (gpointer data)
{
  EvilServer *self = data;
  GSocket *client;

  while ((client = g_socket_accept (self->listener, self->stop, NULL)) != NULL)
    {
      Talk *talk = g_new (Talk, 1);

      *talk = (Talk) { self, client };
      g_mutex_lock (&self->lock);
      g_ptr_array_add (self->threads, g_thread_new ("talk", talk_thread, talk));
      g_mutex_unlock (&self->lock);
    }
  return NULL;
}

EvilServer *
evil_server_new (void)
{
  EvilServer *self = g_new0 (EvilServer, 1);
  g_autoptr(GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr(GSocketAddress) any = g_inet_socket_address_new (loopback, 0);
  g_autoptr(GSocketAddress) bound = NULL;
  g_autoptr(GError) error = NULL;

  self->stop = g_cancellable_new ();
  self->threads = g_ptr_array_new ();
  g_mutex_init (&self->lock);
  self->listener = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP,
                                 &error);
  g_assert_no_error (error);
  g_assert_true (g_socket_bind (self->listener, any, TRUE, NULL));
  g_assert_true (g_socket_listen (self->listener, NULL));
  bound = g_socket_get_local_address (self->listener, NULL);
  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound));
  self->thread = g_thread_new ("server", accept_thread, self);
  return self;
}

void
evil_server_free (EvilServer *self)
{
  g_cancellable_cancel (self->stop);
  g_thread_join (self->thread);
  for (guint i = 0; i < self->threads->len; i++)
    g_thread_join (g_ptr_array_index (self->threads, i));
  g_ptr_array_unref (self->threads);
  g_object_unref (self->listener);
  g_object_unref (self->stop);
  g_mutex_clear (&self->lock);
  g_free (self->last_request);
  g_free (self);
}

guint
evil_server_get_port (EvilServer *self)
{
  return self->port;
}

char *
evil_server_dup_uri (EvilServer *self,
                     const char *path)
{
  return g_strdup_printf ("http://127.0.0.1:%u%s", self->port, path);
}

guint
evil_server_get_n_requests (EvilServer *self)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return self->n_requests;
}

char *
evil_server_dup_last_request (EvilServer *self)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return g_strdup (self->last_request);
}
