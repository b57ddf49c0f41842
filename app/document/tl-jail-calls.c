/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which calls of the kernel are left, as a filter that the kernel runs before each (seccomp, mode
 * 2).  Whatever is not in the list fails with EPERM, so that a library which asks in vain goes on.
 * The filter is written by hand: it is one comparison a call, and libseccomp would be one more
 * library for it.
 */

#include "tl-jail-calls.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#ifdef __linux__
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/syscall.h>
#endif

#if defined (__x86_64__) && !defined (__ILP32__)
#define OUR_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined (__aarch64__) && !defined (__ILP32__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define OUR_ARCHITECTURE AUDIT_ARCH_AARCH64
#elif defined (__riscv) && __riscv_xlen == 64
#define OUR_ARCHITECTURE AUDIT_ARCH_RISCV64
#endif

/*
 * tl_jail_is_watched:
 *
 * Returns: whether a sanitizer or Valgrind is in the process, which open files and start
 *   programs to say what they saw, and take memory by the terabyte
 */
gboolean
tl_jail_is_watched (void)
{
#if defined (__SANITIZE_ADDRESS__) || defined (__SANITIZE_THREAD__)
  return TRUE;
#elif defined (__has_feature)
#if __has_feature (address_sanitizer) || __has_feature (thread_sanitizer) || __has_feature (memory_sanitizer)
  return TRUE;
#endif
#endif
  return strstr (g_getenv ("LD_PRELOAD") != NULL ? g_getenv ("LD_PRELOAD") : "", "vgpreload") != NULL;
}

#ifdef OUR_ARCHITECTURE

/* Memory, what is open, time, signals to oneself, the end. */
static const guint32 allowed[] = {
  __NR_read, __NR_write, __NR_readv, __NR_writev, __NR_pread64, __NR_lseek, __NR_close, __NR_fstat,
  __NR_recvmsg, __NR_sendmsg, __NR_recvfrom, __NR_sendto, __NR_ppoll, __NR_fadvise64,
  __NR_brk, __NR_mmap, __NR_munmap, __NR_mremap, __NR_mprotect, __NR_madvise, __NR_futex,
  __NR_clock_gettime, __NR_gettimeofday, __NR_getrandom, __NR_sysinfo, __NR_uname,
  __NR_sched_yield, __NR_sched_getaffinity, __NR_getpid, __NR_getppid, __NR_gettid,
  __NR_getuid, __NR_geteuid, __NR_getgid, __NR_getegid, __NR_getdents64,
  __NR_rt_sigreturn, __NR_rt_sigaction, __NR_rt_sigprocmask, __NR_sigaltstack, __NR_restart_syscall,
  __NR_exit, __NR_exit_group, __NR_getrusage,
#ifdef __NR_poll
  __NR_poll,
#endif
#ifdef __NR_time
  __NR_time,
#endif
#ifdef __NR_arch_prctl
  __NR_arch_prctl,
#endif
#ifdef __NR_rseq
  __NR_rseq,
#endif
};

#define LOAD(field) BPF_STMT (BPF_LD | BPF_W | BPF_ABS, (guint32) offsetof (struct seccomp_data, field))
#define RETURN(what) BPF_STMT (BPF_RET | BPF_K, (what))
#define REFUSE RETURN (SECCOMP_RET_ERRNO | EPERM)
#define ALLOW RETURN (SECCOMP_RET_ALLOW)

/* The lower half of an argument, where it lies in memory on all of these machines. */
#define LOAD_ARGUMENT(number) LOAD (args[number])

static void
add (GArray             *filter,
     struct sock_filter  step)
{
  g_array_append_val (filter, step);
}

/* Calls of another kind of program (32 bits on 64) have other numbers. */
static void
add_start (GArray *filter)
{
  add (filter, (struct sock_filter) LOAD (arch));
  add (filter, (struct sock_filter) BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, OUR_ARCHITECTURE, 1, 0));
  add (filter, (struct sock_filter) RETURN (SECCOMP_RET_KILL_PROCESS));
  add (filter, (struct sock_filter) LOAD (nr));
}

static void
add_allowed (GArray  *filter,
             guint32  number)
{
  add (filter, (struct sock_filter) BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, number, 0, 1));
  add (filter, (struct sock_filter) ALLOW);
}

/* Allows a call whose argument has none of the bits in @forbidden, and all in @needed. */
static void
add_checked (GArray  *filter,
             guint32  number,
             guint    argument,
             guint32  forbidden,
             guint32  needed)
{
  add (filter, (struct sock_filter) BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, number, 0, 5));
  add (filter, (struct sock_filter) LOAD_ARGUMENT (argument));
  add (filter, (struct sock_filter) BPF_STMT (BPF_ALU | BPF_AND | BPF_K, forbidden | needed));
  add (filter, (struct sock_filter) BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, needed, 0, 1));
  add (filter, (struct sock_filter) ALLOW);
  add (filter, (struct sock_filter) REFUSE);
}

/* Allows a call whose argument is @value. */
static void
add_equal (GArray  *filter,
           guint32  number,
           guint    argument,
           guint32  value)
{
  add_checked (filter, number, argument, ~value, value);
}

static GArray *
make_filter (gboolean may_open)
{
  GArray *filter = g_array_new (FALSE, FALSE, sizeof (struct sock_filter));

  add_start (filter);
  for (guint i = 0; i < G_N_ELEMENTS (allowed); i++)
    add_allowed (filter, allowed[i]);
  if (may_open)
    add_checked (filter, __NR_openat, 2, O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND | 020000000, 0);
  /* fstat() of today. */
  add_checked (filter, __NR_newfstatat, 3, 0, may_open ? 0 : 0x1000);
  add_equal (filter, __NR_fcntl, 1, F_GETFL);
  /* abort() */
  add_equal (filter, __NR_tgkill, 0, (guint32) getpid ());
  add (filter, (struct sock_filter) REFUSE);
  return filter;
}

/*
 * tl_jail_shut_calls:
 * @may_open: whether files may be opened to be read, because something else sees to which
 *
 * Returns: whether nothing but these calls is left
 */
gboolean
tl_jail_shut_calls (gboolean may_open)
{
  g_autoptr(GArray) filter = make_filter (may_open);
  struct sock_fprog program = { (unsigned short) filter->len, (struct sock_filter *) (gpointer) filter->data };

  if (prctl (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0)
    return TRUE;
  g_debug ("Calls are not shut off by seccomp: %s", g_strerror (errno));
  return FALSE;
}

#else

gboolean
tl_jail_shut_calls (gboolean may_open G_GNUC_UNUSED)
{
  g_debug ("Calls are not shut off by seccomp: not known on this machine");
  return FALSE;
}

#endif
