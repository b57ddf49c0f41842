/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * bench-review FOLDER: how many frames pass from the key that accepts a figure to the frame that
 * shows the next, over all figures of the articles in a folder.  Once at a person's pace, and once
 * with the next key in the frame after each: then all that follows from a decision, in the library,
 * the list and the chart, goes on behind.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "../ui/window-fixture.h"
#include "measure.h"

/* What is promised, in frames of a screen that shows sixty a second. */
#define MEDIAN_FRAMES 1
#define MOST_FRAMES   3
#define FRAME         (1000.0 / 60.0)

/* Who reads a sentence takes longer, in microseconds. */
#define PACE 250000

/* Nobody has judged the first before the window has come to rest. */
#define SETTLING 1500000

static const char *folder;
static gboolean is_missed;

typedef struct
{
  GtkStack      *stack;
  GtkLabel      *position;
  char          *before;        /* what it said before the key was pressed */
  gint64         pressed;       /* when, in microseconds */
  gint64         counter;       /* and in which frame */
  gint64         n_frames;      /* until the next figure was painted; or 0 */
  double         milliseconds;
  double         cpu;           /* of the thread that draws, in milliseconds; until then when it began */
} Wait;

/* All is painted: is it the next figure? */
static void
painted_cb (GdkFrameClock *clock,
            Wait          *wait)
{
  const char *page = gtk_stack_get_visible_child_name (wait->stack);

  /* What is still being loaded is not there yet. */
  if (wait->before == NULL || wait->n_frames > 0 || g_strcmp0 (page, "loading") == 0 ||
      (g_strcmp0 (page, "figure") == 0 && g_str_equal (gtk_label_get_text (wait->position), wait->before)))
    return;
  wait->n_frames = MAX (gdk_frame_clock_get_frame_counter (clock) - wait->counter, 1);
  wait->cpu = measure_thread_now () * 1000.0 - wait->cpu;
  wait->milliseconds = (double) (g_get_monotonic_time () - wait->pressed) / 1000.0;
}

/* As the key comes to the page from the display. */
static void
press_accept (GtkWidget *page)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (page);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean is_handled = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_Return, 36, 0, &is_handled);
      if (is_handled)
        return;
    }
  g_error ("nobody took the key: the focus is not on the figure");
}

static double
get_cpu_milliseconds (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000.0 +
         (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000.0;
}

static void
import_folder (Fixture *fixture)
{
  g_auto(GValue) value = G_VALUE_INIT;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, g_slist_append (NULL, g_file_new_for_path (folder)));
  g_assert_true (tl_window_drop (fixture->window, &value));
  wait_until (fixture_get_n_articles (fixture) > 0 && !fixture_is_importing (fixture));
}

static gboolean
is_on (Fixture    *fixture,
       const char *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (fixture_get (fixture, "review_page/stack")), name) == 0;
}

static gboolean
has_passed (gint64 until)
{
  return g_get_monotonic_time () >= until;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

static double
get_part (GArray *values,
          double  part)
{
  return g_array_index (values, double, MIN ((guint) ((double) values->len * part), values->len - 1));
}

static void
print_values (const char *name,
              const char *unit,
              GArray     *values)
{
  g_array_sort (values, compare);
  printf ("  %-28s median %6.1f, 95%% %6.1f, most %6.1f %s\n", name, get_part (values, 0.5),
          get_part (values, 0.95), get_part (values, 1), unit);
}

static void
review (Fixture    *fixture,
        const char *name,
        gint64      pace)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (fixture->window));
  GtkWidget *page = fixture_get (fixture, "review_page");
  g_autoptr(GArray) frames = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) drawing = g_array_new (FALSE, FALSE, sizeof (double));
  Wait wait = {
    .stack = fixture_get (fixture, "review_page/stack"),
    .position = fixture_get (fixture, "review_page/position"),
  };
  gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &wait);
  gint64 begun = g_get_monotonic_time () + SETTLING;
  double cpu;

  wait_until (has_passed (begun));
  cpu = get_cpu_milliseconds ();
  while (is_on (fixture, "figure"))
    {
      gint64 until = g_get_monotonic_time () + pace;
      double n_frames;

      wait_until (has_passed (until));
      wait.before = g_strdup (gtk_label_get_text (wait.position));
      wait.n_frames = 0;
      wait.counter = gdk_frame_clock_get_frame_counter (clock);
      wait.pressed = g_get_monotonic_time ();
      wait.cpu = measure_thread_now () * 1000.0;
      press_accept (page);
      wait_until (wait.n_frames > 0);
      n_frames = (double) wait.n_frames;
      g_array_append_val (frames, n_frames);
      g_array_append_val (times, wait.milliseconds);
      g_array_append_val (drawing, wait.cpu);
      g_clear_pointer (&wait.before, g_free);
    }
  cpu = get_cpu_milliseconds () - cpu;
  g_signal_handler_disconnect (clock, id);
  g_assert_true (is_on (fixture, "end"));
  printf ("%s: %u figures, %.1f ms of CPU for each\n", name, frames->len, cpu / frames->len);
  print_values ("next figure is painted after", "frames", frames);
  print_values ("from key to paint", "ms", times);
  print_values ("of that at work", "ms of CPU", drawing);
  /* Other programs may keep this one waiting, but not work in its thread. */
  is_missed = is_missed || get_part (frames, 0.5) > MEDIAN_FRAMES || get_part (frames, 1) > MOST_FRAMES ||
              get_part (drawing, 0.5) > MEDIAN_FRAMES * FRAME || get_part (drawing, 1) > MOST_FRAMES * FRAME;
}

static void
begin (Fixture *fixture)
{
  import_folder (fixture);
  fixture_activate (fixture, "review", NULL);
  wait_until (is_on (fixture, "figure"));
}

static void
test_calm (Fixture *fixture)
{
  begin (fixture);
  review (fixture, "At a person's pace", PACE);
}

static void
test_at_once (Fixture *fixture)
{
  begin (fixture);
  review (fixture, "As fast as figures come", 0);
}

static void
add_tests (void)
{
  fixture_add ("/review/calm", test_calm);
  fixture_add ("/review/at-once", test_at_once);
}

int
main (int    argc,
      char **argv)
{
  int status;

  if (argc < 2)
    {
      fprintf (stderr, "Usage: bench-review FOLDER\n");
      return EXIT_FAILURE;
    }
  folder = argv[1];
  argc = 1;
  status = fixture_main (argc, argv, add_tests);
  if (is_missed)
    printf ("More than promised: %d at the median, %d at most\n", MEDIAN_FRAMES, MOST_FRAMES);
  return is_missed ? EXIT_FAILURE : status;
}
