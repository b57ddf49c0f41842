/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The evidence behind the chart, in a file that is whole in itself. */

#include "tl-window-private.h"

#include <glib/gi18n-lib.h>

#include "tl-compat.h"
#include "tl-picture-choices.h"
#include "tl-reading-version.h"

typedef struct
{
  TlWindow         *window;     /* owned, until a place is chosen */
  TlChart          *chart;      /* owned */
  GFile            *file;       /* owned, NULL until it is chosen */
  TlEvidenceFormat  format;
} Report;

static void
report_free (Report *report)
{
  g_clear_object (&report->window);
  g_clear_object (&report->chart);
  g_clear_object (&report->file);
  g_free (report);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Report, report_free)

/* The name that was chosen tells the format, if it ends in one. */
static void
find_format (GFile            *file,
             TlEvidenceFormat *format)
{
  g_autofree char *name = g_file_get_basename (file);
  const char *dot = name != NULL ? strrchr (name, '.') : NULL;

  if (dot != NULL)
    tl_evidence_format_from_string (dot + 1, format);
}

static void
save_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  const TlEvidenceOptions options = { .reading_version = TL_READING_VERSION };
  Report *report = task_data;
  GError *error = NULL;

  if (tl_evidence_report_save (report->chart, &options, report->format, report->file, cancellable,
                               &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
saved_cb (GObject      *source_object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(TlWindow) self = user_data;
  Report *report = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean succeeded = g_task_propagate_boolean (G_TASK (result), &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (succeeded)
    {
      tl_toaster_offer (self->toaster, _("Report saved"), _("_Open"), "win.open-file",
                        g_variant_new_take_string (g_file_get_uri (report->file)));
      return;
    }
  /* Translators: the text says why */
  text = g_strdup_printf (_("The report was not saved: %s"), error->message);
  tl_window_say (self, text);
}

/**
 * tl_window_save_report:
 * @self: the window
 * @chart: a chart
 * @file: where to
 * @format: the format, unless the file's name ends in another's
 *
 * Saves a report of the chart's evidence, and says so when it is done.
 */
void
tl_window_save_report (TlWindow         *self,
                       TlChart          *chart,
                       GFile            *file,
                       TlEvidenceFormat  format)
{
  g_autoptr(GTask) task = g_task_new (NULL, self->cancellable, saved_cb, g_object_ref (self));
  Report *report = g_new0 (Report, 1);

  report->chart = g_object_ref (chart);
  report->file = g_object_ref (file);
  report->format = format;
  find_format (file, &report->format);
  g_task_set_task_data (task, report, (GDestroyNotify) report_free);
  g_task_run_in_thread (task, save_thread);
}

/* A place was chosen, or none. */
static void
file_chosen_cb (GObject      *source_object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(Report) report = user_data;
  g_autoptr(TlWindow) self = g_steal_pointer (&report->window);
  g_autoptr(GFile) file = tl_compat_save_file_finish (result, NULL);

  if (file != NULL && !g_cancellable_is_cancelled (self->cancellable))
    tl_window_save_report (self, report->chart, file, report->format);
}

/* "belarus-kazakhstan-evidence.pdf", beside the picture's "belarus-kazakhstan.png". */
static char *
dup_name (TlChart          *chart,
          TlEvidenceFormat  format)
{
  g_autofree char *picture = tl_picture_choices_dup_file_name (chart, TL_CHART_FORMAT_PNG);
  char *dot = strrchr (picture, '.');

  if (dot != NULL)
    *dot = '\0';
  return g_strdup_printf ("%s-evidence.%s", picture, tl_evidence_format_to_string (format));
}

static void
export_report_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  TlWindow *self = user_data;
  TlEvidenceFormat format;
  TlChart *chart;
  Report *report;
  g_autofree char *name = NULL;

  if (!tl_evidence_format_from_string (g_variant_get_string (parameter, NULL), &format))
    return;
  tl_window_show_page (self, "chart");
  chart = tl_chart_page_get_chart (self->chart_page);
  if (chart == NULL)
    {
      tl_window_say (self, _("There is no chart to report on"));
      return;
    }
  report = g_new0 (Report, 1);
  report->window = g_object_ref (self);
  report->chart = g_object_ref (chart);
  report->format = format;
  name = dup_name (chart, format);
  tl_compat_save_file_async (GTK_WINDOW (self), _("Evidence Report"), name, self->cancellable,
                             file_chosen_cb, report);
}

/**
 * tl_window_add_report_actions:
 * @self: the window
 *
 * Adds the action that saves a report of the evidence behind the chart; its parameter is the
 * format.
 */
void
tl_window_add_report_actions (TlWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "export-report", .activate = export_report_cb, .parameter_type = "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
