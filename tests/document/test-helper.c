/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that are read by another process, and what becomes of it. */

#include "tl-helper-read.h"

#include "reading.h"
#include "tl-claim.h"
#include "tl-jail-calls.h"
#include "zip-maker.h"

#include <glib-unix.h>
#include <glib/gstdio.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_LIES 15

#define BROKEN "Reading it failed: it is damaged, or made to do harm"
#define SLOW "Reading it took too long and was given up"
#define HUNGRY "Reading it takes more memory than a file is given"

/* A page, so that it is no plain text, which is not for the helper. */
#define PAGE(number)                                                               \
  "<html><head><title>Bridge " #number " over the River Opens</title></head><body>" \
  "<p>" STORY (number) "</p></body></html>"

static void
use_helper (const char *argument)
{
  const char *const arguments[] = { BAD_HELPER, "bad-helper", argument, NULL };

  tl_helper_set_program (arguments);
}

static void
use_none (void)
{
  tl_helper_set_program (NULL);
  tl_helper_end_idle ();
}

static guint
count_descriptors (void)
{
  g_autoptr(GDir) folder = g_dir_open ("/proc/self/fd", 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

/* ---- what is heard ---- */

typedef struct
{
  GString      *lines;
  GString      *tables;
  GCancellable *cancellable;
  pid_t         victim;         /* is killed when the first is told */
  gboolean      is_cancelled;   /* … and all is cancelled */
} Heard;

static gboolean
hear_cb (const TlDocumentNews *news,
         gpointer              user_data)
{
  Heard *heard = user_data;

  g_string_append (heard->lines, news->part != NULL ? news->part : "-");
  if (news->failure != NULL)
    g_string_append_printf (heard->lines, "! %s\n", news->failure->message);
  else
    g_string_append_printf (heard->lines, ": %s\n", tl_document_get_title (news->document));
  if (heard->victim != 0)
    kill (heard->victim, SIGKILL);
  heard->victim = 0;
  if (heard->is_cancelled)
    g_cancellable_cancel (heard->cancellable);
  return TRUE;
}

static gboolean
wants_none (const char   *name G_GNUC_UNUSED,
            const guint8 *data G_GNUC_UNUSED,
            gsize         length G_GNUC_UNUSED)
{
  return FALSE;
}

/* The first bytes of it are enough. */
static gboolean
take (const char    *name G_GNUC_UNUSED,
      const char    *part,
      double         progress G_GNUC_UNUSED,
      GInputStream  *stream,
      gpointer       user_data,
      GError       **error)
{
  Heard *heard = user_data;
  char buffer[16] = { 0 };

  if (!g_input_stream_read_all (stream, buffer, sizeof buffer - 1, NULL, NULL, error))
    return FALSE;
  g_string_append_printf (heard->tables, "%s=%s\n", part, buffer);
  return TRUE;
}

static const TlClaim claim = { wants_none, take, 100000 };

/* Reads it, and returns what was told, with the error in the last line. */
static char *
read_file (const char *name,
           const void *data,
           gssize      length,
           Heard      *options)
{
  g_autofree char *folder = g_dir_make_tmp ("tradelines-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  Heard heard = { 0 };

  if (options == NULL)
    options = &heard;
  options->lines = g_string_new (NULL);
  options->cancellable = cancellable;
  g_file_set_contents (path, data, length, &error);
  g_assert_no_error (error);
  tl_documents_load_claiming (file, &claim, cancellable, hear_cb, options, &error);
  if (error != NULL)
    g_string_append_printf (options->lines, "%s\n", error->message);
  g_file_delete (file, NULL, NULL);
  g_rmdir (folder);
  return g_string_free (g_steal_pointer (&options->lines), FALSE);
}

static char *
read_page (const char *page)
{
  return read_file ("a.html", page, -1, NULL);
}

static GBytes *
make_archive (const char *middle)
{
  ZipMaker *maker = zip_maker_new (NULL);

  zip_maker_add (maker, "a.html", PAGE (1), -1);
  zip_maker_add (maker, "b.html", middle, -1);
  zip_maker_add (maker, "c.html", PAGE (3), -1);
  return zip_maker_finish (maker);
}

static void
assert_archive (const char *middle,
                const char *expected)
{
  g_autoptr(GBytes) bytes = make_archive (middle);
  g_autofree char *heard = read_file ("a.zip", g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL);
  g_autofree char *all = g_strconcat ("a.html: Bridge 1 over the River Opens\n", expected,
                                      "c.html: Bridge 3 over the River Opens\n", NULL);

  g_assert_cmpstr (heard, ==, all);
}

/* ---- tests ---- */

/* Many files, and what they say is the same to the last letter. */
static void
test_same (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "document", "pages", NULL);
  g_autoptr(GDir) names = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (names)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr(GFile) file = g_file_new_for_path (path);
      g_autoptr(TlDocument) here = NULL;
      g_autoptr(TlDocument) there = NULL;

      if (!g_str_has_suffix (name, ".html"))
        continue;
      use_none ();
      here = tl_document_load (file, NULL, NULL);
      use_helper (NULL);
      there = tl_document_load (file, NULL, NULL);
      g_assert_true ((here == NULL) == (there == NULL));
      if (here == NULL)
        continue;
      g_assert_cmpstr (tl_document_get_text (here), ==, tl_document_get_text (there));
      g_assert_cmpstr (tl_document_get_title (here), ==, tl_document_get_title (there));
      g_assert_cmpstr (tl_document_get_author (here), ==, tl_document_get_author (there));
      g_assert_cmpstr (tl_document_get_publisher (here), ==, tl_document_get_publisher (there));
      g_assert_cmpstr (tl_document_get_url (here), ==, tl_document_get_url (there));
      g_assert_cmpstr (tl_document_get_language (here), ==, tl_document_get_language (there));
      g_assert_cmpstr (tl_document_get_published (here), ==, tl_document_get_published (there));
      g_assert_cmpstr (tl_document_get_date_line (here), ==, tl_document_get_date_line (there));
      g_assert_cmpstr (tl_document_get_name (here), ==, tl_document_get_name (there));
      g_assert_cmpstr (tl_document_get_uri (here), ==, tl_document_get_uri (there));
      g_assert_cmpuint (tl_document_get_story (here), ==, tl_document_get_story (there));
      for (TlFact fact = 0; fact < TL_N_FACTS; fact++)
        g_assert_cmpint (tl_document_get_provenance (here, fact), ==, tl_document_get_provenance (there, fact));
      n++;
    }
  g_assert_cmpuint (n, >, 50);
  use_none ();
}

/* A charset whose converter the C library has in a file. */
static void
test_charset (void)
{
  g_autofree char *heard = NULL;

  use_helper (NULL);
  heard = read_page ("<html><head><meta charset=\"windows-1251\"><title>\xd2\xee\xf0\xe3\xee\xe2\xeb\xff "
                     "\xe2\xfb\xf0\xee\xf1\xeb\xe0</title></head><body><p>\xd2\xee\xf0\xe3\xee\xe2\xeb\xff "
                     "\xe2\xfb\xf0\xee\xf1\xeb\xe0 \xe2 \xfd\xf2\xee\xec \xe3\xee\xe4\xf3.</p></body></html>");
  g_assert_cmpstr (heard, ==, "-: Торговля выросла\n");
  use_none ();
}

/* What one file did to the helper is nothing to the next. */
static void
test_ends (gconstpointer data)
{
  static const struct
  {
    const char *mark;
    const char *message;
  } ends[] = {
    { "crash", BROKEN }, { "spin", SLOW }, { "stop", SLOW }, { "eat", HUNGRY }, { "block", HUNGRY },
  };
  const char *mark = data;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_equal (ends[i].mark, mark))
      {
        g_autofree char *part = g_strdup_printf ("b.html! %s\n", ends[i].message);
        g_autofree char *alone = g_strdup_printf ("%s\n", ends[i].message);
        g_autofree char *marked = g_strdup_printf ("#%s \xff <html>", mark);
        g_autofree char *heard = NULL;
        g_autofree char *next = NULL;

        if (ends[i].message == (const char *) HUNGRY && tl_jail_is_watched ())
          {
            g_test_skip ("Memory is not limited under a sanitizer");
            return;
          }
        use_helper (NULL);
        tl_helper_set_patience (ends[i].message == (const char *) HUNGRY ? 60000 : 1500, 3000);
        heard = read_file ("a.html", marked, -1, NULL);
        g_assert_cmpstr (heard, ==, alone);
        next = read_page (PAGE (2));
        g_assert_cmpstr (next, ==, "-: Bridge 2 over the River Opens\n");
        assert_archive (marked, part);
        tl_helper_set_patience (60000, 60000);
        use_none ();
      }
}

static void
test_killed (void)
{
  g_autoptr(GBytes) bytes = make_archive ("#stop \xff");
  g_autofree char *heard = NULL;
  TlHelper *helper;
  Heard options = { 0 };

  use_helper (NULL);
  helper = tl_helper_take ();
  g_assert_nonnull (helper);
  options.victim = tl_helper_get_pid (helper);
  tl_helper_give_back (helper);
  heard = read_file ("a.zip", g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &options);
  g_assert_true (g_str_has_prefix (heard, "a.html: Bridge 1 over the River Opens\n"));
  g_assert_nonnull (strstr (heard, BROKEN));
  use_none ();
}

/* Nobody is told that one ended which had nothing to do. */
static void
test_killed_idle (void)
{
  g_autofree char *heard = NULL;
  TlHelper *helper;

  use_helper (NULL);
  helper = tl_helper_take ();
  kill (tl_helper_get_pid (helper), SIGKILL);
  tl_helper_give_back (helper);
  heard = read_page (PAGE (2));
  g_assert_cmpstr (heard, ==, "-: Bridge 2 over the River Opens\n");
  use_none ();
}

static void
test_cancelled (void)
{
  g_autoptr(GBytes) bytes = make_archive ("#spin \xff");
  g_autofree char *heard = NULL;
  Heard options = { .is_cancelled = TRUE };

  use_helper (NULL);
  heard = read_file ("a.zip", g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &options);
  g_assert_true (g_str_has_prefix (heard, "a.html: Bridge 1 over the River Opens\nOperation was cancelled"));
  use_none ();
}

static void
test_shut_in (void)
{
  g_autofree char *path = NULL;
  g_autofree char *heard = NULL;
  g_autofree char *content = NULL;
  int fd;

  if (tl_jail_is_watched ())
    {
      g_test_skip ("Nothing is shut off under a sanitizer");
      return;
    }
  fd = g_file_open_tmp ("tradelines-XXXXXX", &path, NULL);
  g_assert_cmpint (write (fd, "mine", 4), ==, 4);
  g_setenv ("BAD_HELPER_FILE", path, TRUE);
  use_helper (NULL);
  heard = read_page ("#break-out \xff <html><body><p>" STORY (7) "</p></body></html>");
  g_assert_null (strstr (heard, BROKEN));
  g_assert_true (g_str_has_prefix (heard, "-: "));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "mine");
  g_unlink (path);
  close (fd);
  use_none ();
}

/* A table goes through, more of it than fits into a socket; what reads it stops early. */
static void
test_table (void)
{
  g_autofree char *rows = g_strnfill (90000, 'x');
  g_autofree char *table = g_strconcat ("#table,with,rows\n", rows, NULL);
  Heard options = { .tables = g_string_new (NULL) };
  g_autoptr(GBytes) bytes = make_archive (table);
  g_autofree char *heard = NULL;

  use_helper (NULL);
  heard = read_file ("a.zip", g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &options);
  g_assert_cmpstr (heard, ==, "a.html: Bridge 1 over the River Opens\nc.html: Bridge 3 over the River Opens\n");
  g_assert_cmpstr (options.tables->str, ==, "b.html=#table,with,row\n");
  g_string_free (options.tables, TRUE);
  use_none ();
}

/* Whatever a helper answers that a stranger has taken over, it is one message. */
static void
test_lies (void)
{
  for (guint i = 0; i < N_LIES; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autofree char *heard = NULL;

      use_helper (number);
      heard = read_page (PAGE (1));
      g_assert_cmpstr (heard, ==, BROKEN "\n");
      use_none ();
    }
}

/* Bytes that were spoilt are refused, or are news like others. */
static void
test_spoilt_news (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDocument) document = tl_document_new_from_data ("a.html", (const guint8 *) PAGE (5),
                                                              strlen (PAGE (5)), &error);
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  guint n_right = 0;

  tl_helper_message_put_news (bytes, &(TlDocumentNews) { document, "part", NULL, 0.5 });
  for (guint i = 0; i < bytes->len * 8; i++)
    {
      gsize length = i % 3 == 0 ? i / 8 : bytes->len;
      g_autofree guint8 *copy = g_memdup2 (bytes->data, length);
      TlWire wire = TL_WIRE_INIT (copy, length);
      g_auto(TlHelperNews) news = { NULL };

      if (i / 8 < length)
        copy[i / 8] ^= (guint8) (1 << i % 8);
      if (!tl_helper_message_take_news (&wire, &news))
        continue;
      g_assert_true ((news.fields.text == NULL) == (news.failure != NULL));
      g_assert_true (news.fields.text == NULL || g_utf8_validate (news.fields.text, -1, NULL));
      n_right++;
    }
  g_assert_cmpuint (n_right, >, 0);
}

/* Who asked is gone, and does not come back. */
static void
test_left_alone (void)
{
  static const int target = 3;
  const char *const arguments[] = { BAD_HELPER, NULL };
  g_autoptr(GError) error = NULL;
  int ends[2], status;
  GPid pid;

  g_assert_true (g_unix_open_pipe (ends, FD_CLOEXEC, &error));
  close (ends[1]);
  g_assert_true (g_spawn_async_with_pipes_and_fds (NULL, arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                                                   -1, -1, -1, &ends[0], &target, 1, &pid, NULL, NULL, NULL, &error));
  close (ends[0]);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFEXITED (status));
}

/* Where there is no helper to be had, that is said, once: no program, or one that is something else. */
static void
test_none_to_be_had (gconstpointer data)
{
  const char *const arguments[] = { data, "helper", NULL };
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  tl_helper_set_program (arguments);
  g_test_expect_message (NULL, G_LOG_LEVEL_MESSAGE, "No process can be started*");
  first = read_page (PAGE (1));
  second = read_page (PAGE (2));
  g_test_assert_expected_messages ();
  g_assert_cmpstr (first, ==, "-: Bridge 1 over the River Opens\n");
  g_assert_cmpstr (second, ==, "-: Bridge 2 over the River Opens\n");
  use_none ();
}

int
main (int    argc,
      char **argv)
{
  guint n_descriptors;
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/helper/same", test_same);
  g_test_add_func ("/helper/charset", test_charset);
  g_test_add_data_func ("/helper/crashes", "crash", test_ends);
  g_test_add_data_func ("/helper/does-not-end", "spin", test_ends);
  g_test_add_data_func ("/helper/stands-still", "stop", test_ends);
  g_test_add_data_func ("/helper/takes-all-memory", "eat", test_ends);
  g_test_add_data_func ("/helper/takes-one-large-block", "block", test_ends);
  g_test_add_func ("/helper/killed", test_killed);
  g_test_add_func ("/helper/killed-idle", test_killed_idle);
  g_test_add_func ("/helper/cancelled", test_cancelled);
  g_test_add_func ("/helper/shut-in", test_shut_in);
  g_test_add_func ("/helper/table", test_table);
  g_test_add_func ("/helper/lies", test_lies);
  g_test_add_func ("/helper/spoilt-news", test_spoilt_news);
  g_test_add_func ("/helper/left-alone", test_left_alone);
  g_test_add_data_func ("/helper/no-program", "/nowhere/at/all", test_none_to_be_had);
  g_test_add_data_func ("/helper/another-program", "/bin/true", test_none_to_be_had);
  n_descriptors = count_descriptors ();
  result = g_test_run ();
  g_assert_cmpuint (count_descriptors (), ==, n_descriptors);
  return result;
}
