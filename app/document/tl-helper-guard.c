/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Makes a helper process ready to read what strangers wrote: what it will need of files is read,
 * it is shut in, and it ends in an orderly way when memory runs out or the program is gone.
 */

#include "tl-helper-guard.h"

#include "tl-helper-end.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/xmlmemory.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <unistd.h>

static gsize memory_limit;
static pid_t parent;

/* ---- out of memory ---- */

G_NORETURN static void
go_hungry (void)
{
  _exit (TL_HELPER_EXIT_HUNGRY);
}

/* GLib and C++ abort when memory is out.  It is out where a quarter of it can't be had. */
static void
abort_cb (int signal_number)
{
  void *room = mmap (NULL, memory_limit / 4, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

  if (room == MAP_FAILED)
    go_hungry ();
  signal (signal_number, SIG_DFL);
  raise (signal_number);
}

/* A block that is too large leaves much of the memory free: then GLib's words tell. */
static GLogWriterOutput
write_log (GLogLevelFlags   level,
           const GLogField *fields,
           gsize            n_fields,
           gpointer         user_data)
{
  for (gsize i = 0; (level & G_LOG_LEVEL_ERROR) != 0 && i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") && fields[i].length < 0 &&
        strstr (fields[i].value, "failed to allocate") != NULL)
      go_hungry ();
  return g_log_writer_default (level, fields, n_fields, user_data);
}

/* libxml2 would call the page damaged. */
static void *
xml_malloc (size_t size)
{
  void *block = malloc (size);

  if (block == NULL && size > 0)
    go_hungry ();
  return block;
}

static void *
xml_realloc (void   *block,
             size_t  size)
{
  void *other = realloc (block, size);

  if (other == NULL && size > 0)
    go_hungry ();
  return other;
}

static char *
xml_strdup (const char *text)
{
  gsize size = strlen (text) + 1;

  return memcpy (xml_malloc (size), text, size);
}

static void
watch_memory (gsize memory)
{
  struct sigaction action = { .sa_handler = abort_cb };

  memory_limit = memory;
  sigaction (SIGABRT, &action, NULL);
  sigaction (SIGTRAP, &action, NULL);
  g_log_set_writer_func (write_log, NULL, NULL);
  xmlMemSetup (free, xml_malloc, xml_realloc, xml_strdup);
}

/* ---- the program is gone ---- */

static void
profile_cb (int signal_number G_GNUC_UNUSED)
{
  if (getppid () != parent)
    _exit (EXIT_SUCCESS);
}

/* Who waits is told that the other end is closed.  Who is busy looks once in a second of work. */
static void
watch_parent (void)
{
  struct sigaction action = { .sa_handler = profile_cb, .sa_flags = SA_RESTART };
  struct itimerval second = { { 1, 0 }, { 1, 0 } };

  parent = getppid ();
  sigaction (SIGPROF, &action, NULL);
  setitimer (ITIMER_PROF, &second, NULL);
}

/* ---- what comes from files ---- */

/* Words in the person's language, the time at his place. */
static void
warm_up (void)
{
  g_autofree char *size = g_format_size (1);
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();

  (void) _("The file is empty");
  (void) g_strerror (EINVAL);
  xmlInitParser ();
}

/* The C library gets converters from files when they are first asked for; they stay. */
static void
load_converters (void)
{
  static const char *const charsets[] = {
    "WINDOWS-1250", "WINDOWS-1251", "WINDOWS-1252", "WINDOWS-1253", "WINDOWS-1254", "WINDOWS-1255",
    "WINDOWS-1256", "WINDOWS-1257", "WINDOWS-1258", "ISO-8859-1", "ISO-8859-2", "ISO-8859-5",
    "ISO-8859-7", "ISO-8859-9", "ISO-8859-15", "KOI8-R", "KOI8-U", "IBM866", "GB18030", "GBK", "BIG5",
    "SHIFT_JIS", "EUC-JP", "EUC-KR", "UTF-16LE", "UTF-16BE",
  };

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    (void) g_iconv_open ("UTF-8", charsets[i]);
}

/*
 * tl_helper_guard_start:
 * @memory: how many bytes the process may use for a file
 *
 * Returns: what the process is shut off from
 */
TlJail
tl_helper_guard_start (gsize memory)
{
  watch_memory (memory);
  watch_parent ();
  warm_up ();
  return tl_jail_enter (memory, load_converters);
}
