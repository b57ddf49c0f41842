/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Shuts a process in: what it has open stays open, and it gets nothing else.  What the kernel, or
 * a sandbox that we are in, does not know of is done without, and said.
 *
 * Landlock says which files may be opened: public data of the system, which libraries look for
 * when they meet a charset or a font.  Where there is no Landlock, none may be opened at all.
 */

#define _GNU_SOURCE             /* O_PATH */

#include "tl-jail.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "tl-jail-calls.h"

#ifdef __linux__
#include <linux/landlock.h>
#include <sys/syscall.h>
#endif

/* What the readers look into: converters of charsets, tables of the letters of old PDFs, times of
 * places, names of the locale.  Nothing of a person's is there. */
static const char *const readable[] = {
  "/usr/share/poppler", "/usr/share/zoneinfo", "/etc/localtime", "/usr/lib/locale",
  "/usr/lib/gconv", "/usr/lib64/gconv", "/usr/lib/x86_64-linux-gnu/gconv", "/usr/lib/aarch64-linux-gnu/gconv",
  "/usr/lib/riscv64-linux-gnu/gconv",
  "/app/share/poppler",
};

/* A descriptor or two are open at a time. */
#define MAX_FILES 64

static gboolean
limit (__rlimit_resource_t what,
       gsize               most)
{
  struct rlimit limits = { most, most };

  if (setrlimit (what, &limits) == 0)
    return TRUE;
  g_debug ("Reading is not limited: %s", g_strerror (errno));
  return FALSE;
}

/* The pages that there are in the address space by now. */
static gsize
get_size (void)
{
  FILE *file = fopen ("/proc/self/statm", "re");
  unsigned long n_pages = 0;

  if (file == NULL)
    return 0;
  if (fscanf (file, "%lu", &n_pages) != 1)
    n_pages = 0;
  fclose (file);
  return n_pages * (gsize) sysconf (_SC_PAGESIZE);
}

static gboolean
limit_memory (gsize memory)
{
  gsize size = get_size ();

  limit (RLIMIT_CORE, 0);
  limit (RLIMIT_NOFILE, MAX_FILES);
  return size > 0 && limit (RLIMIT_AS, size + memory);
}

#if defined (__linux__) && defined (__NR_landlock_create_ruleset)

#define READ_ACCESS (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)

/* Kernels know more kinds of access from version to version; headers may be older. */
static guint64
get_access (long version)
{
  static const guint n_bits[] = { 0, 13, 14, 15, 15, 16 };

  return (G_GUINT64_CONSTANT (1) << n_bits[CLAMP (version, 1, (long) G_N_ELEMENTS (n_bits) - 1)]) - 1;
}

static void
allow (int         rules,
       const char *path)
{
  struct landlock_path_beneath_attr beneath = {
    .allowed_access = READ_ACCESS,
    .parent_fd = open (path, O_PATH | O_CLOEXEC),
  };

  if (beneath.parent_fd < 0)
    return;
  /* Of a file that is no folder a folder's rights can't be given. */
  if (syscall (__NR_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0) != 0)
    {
      beneath.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE;
      syscall (__NR_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
    }
  close (beneath.parent_fd);
}

static gboolean
shut_files (void)
{
  long version = syscall (__NR_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
  /* As long as in the first version: what is not there is 0. */
  struct landlock_ruleset_attr attributes = { .handled_access_fs = get_access (version) };
  gboolean is_shut = FALSE;
  int rules = version < 1 ? -1 : (int) syscall (__NR_landlock_create_ruleset, &attributes,
                                                sizeof attributes.handled_access_fs, 0);

  if (rules >= 0)
    {
      for (guint i = 0; i < G_N_ELEMENTS (readable); i++)
        allow (rules, readable[i]);
      is_shut = syscall (__NR_landlock_restrict_self, rules, 0) == 0;
      close (rules);
    }
  if (!is_shut)
    g_debug ("Files are not shut off by Landlock: %s", g_strerror (errno));
  return is_shut;
}

#else

static gboolean
shut_files (void)
{
  g_debug ("Files are not shut off by Landlock: it is not known here");
  return FALSE;
}

#endif

/**
 * tl_jail_enter:
 * @memory: how many bytes the process may use on top of what it uses by now
 * @prepare: (nullable): gets what is needed of the system's files
 *
 * Shuts the process in, for good.  Not where a sanitizer or Valgrind watches: these do in the
 * process what it is to be kept from.
 *
 * Returns: what it is shut off from
 */
TlJail
tl_jail_enter (gsize      memory,
               TlJailFunc prepare)
{
  TlJail jail = 0;

  if (tl_jail_is_watched ())
    {
      g_debug ("Nothing is shut off while the program is watched");
      return 0;
    }
  if (limit_memory (memory))
    jail |= TL_JAIL_MEMORY;
  if (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
    {
      g_debug ("Nothing is shut off: %s", g_strerror (errno));
      return jail;
    }
  if (shut_files ())
    jail |= TL_JAIL_FILES;
  else if (prepare != NULL)
    prepare ();
  if (tl_jail_shut_calls ((jail & TL_JAIL_FILES) != 0))
    jail |= TL_JAIL_CALLS | TL_JAIL_FILES;
  return jail;
}
