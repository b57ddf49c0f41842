/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Counts the steps that the readers take.  They are compiled once more for this with
 * -fsanitize-coverage=trace-pc, which calls the function below at every basic block that
 * runs: each turn of each loop is counted, on any machine and however busy it is, and
 * the readers themselves hold nothing for it.
 */

#include "work-counter.h"

void __sanitizer_cov_trace_pc (void);

static guint64 n_steps;
static guint64 moment = G_MAXUINT64;
static GCancellable *cancelled_then;

void
__sanitizer_cov_trace_pc (void)
{
  if (++n_steps >= moment)
    {
      moment = G_MAXUINT64;
      g_cancellable_cancel (cancelled_then);
    }
}

/*
 * work_counter_get:
 *
 * Returns: how many steps were taken since the program began
 */
guint64
work_counter_get (void)
{
  return n_steps;
}

/*
 * work_counter_cancel:
 * @cancellable: to be cancelled
 * @n_more: when so many more steps were taken
 *
 * Cancels in the midst of the work.
 */
void
work_counter_cancel (GCancellable *cancellable,
                     guint64       n_more)
{
  cancelled_then = cancellable;
  moment = n_steps + n_more;
}
