/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Memory that the allocator keeps after it was freed, and that the system could use. */

#include "tl-spare-memory.h"

#include <features.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

/**
 * tl_spare_memory_bound:
 *
 * Has the threads share as many heaps as an import needs: one for the main loop, one for the thread that
 * stores, and one a processor for those that read; with one heap less an import on two processors takes
 * an eighth longer, as two threads wait for each other.  glibc would give each of the first eight threads
 * a processor a heap of its own, and each of those keeps what its largest work ever needed.  To be
 * called before there are threads.
 */
void
tl_spare_memory_bound (void)
{
#ifdef __GLIBC__
  mallopt (M_ARENA_MAX, (int) g_get_num_processors () + 2);
#endif
}

/**
 * tl_spare_memory_return:
 *
 * Gives what was freed and is still held back to the system; some milliseconds, best spent in a thread, and
 * where a work that needed much is done.
 */
void
tl_spare_memory_return (void)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
}
