/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asking for a place for a chart's picture, and putting it there. */

#include "tl-chart-saver.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-compat.h"

typedef struct
{
  TlChart        *chart;        /* owned */
  GFile          *file;         /* owned, NULL until it is chosen */
  TlChartPicture  picture;
} Saving;

static void
saving_free (Saving *saving)
{
  g_clear_object (&saving->chart);
  g_clear_object (&saving->file);
  g_free (saving);
}

/* The name that was chosen tells it: what was meant, unless it ends in another's. */
static void
find_format (GFile         *file,
             TlChartFormat *format)
{
  g_autofree char *name = g_file_get_basename (file);
  const char *dot = name != NULL ? strrchr (name, '.') : NULL;

  if (dot != NULL)
    tl_chart_format_from_string (dot + 1, format);
}

static void
save_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Saving *saving = task_data;
  GError *error = NULL;

  find_format (saving->file, &saving->picture.format);
  if (tl_chart_export (saving->chart, &saving->picture, saving->file, cancellable, &error))
    g_task_return_pointer (task, g_object_ref (saving->file), g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
file_chosen_cb (GObject      *source_object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Saving *saving = g_task_get_task_data (task);

  saving->file = tl_compat_save_file_finish (result, NULL);
  if (saving->file == NULL)
    g_task_return_pointer (task, NULL, NULL);
  else
    g_task_run_in_thread (task, save_thread);
}

/* With a chart and a picture, but without a file. */
static GTask *
make_task (TlChart              *chart,
           const TlChartPicture *picture,
           GCancellable         *cancellable,
           GAsyncReadyCallback   callback,
           gpointer              user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Saving *saving = g_new0 (Saving, 1);

  saving->chart = g_object_ref (chart);
  saving->picture = *picture;
  g_task_set_task_data (task, saving, (GDestroyNotify) saving_free);
  return task;
}

/**
 * tl_chart_save_to_async:
 * @chart: a chart
 * @picture: how it is drawn; its format yields to the ending of the file's name
 * @file: where to
 * @cancellable: (nullable): stops it
 * @callback: called when the picture is there
 * @user_data: for @callback
 *
 * Saves the picture of a chart; tl_chart_save_finish() ends it, too.
 */
void
tl_chart_save_to_async (TlChart              *chart,
                        const TlChartPicture *picture,
                        GFile                *file,
                        GCancellable         *cancellable,
                        GAsyncReadyCallback   callback,
                        gpointer              user_data)
{
  g_autoptr(GTask) task = NULL;
  Saving *saving;

  g_return_if_fail (TL_IS_CHART (chart));
  g_return_if_fail (G_IS_FILE (file));

  task = make_task (chart, picture, cancellable, callback, user_data);
  saving = g_task_get_task_data (task);
  saving->file = g_object_ref (file);
  g_task_run_in_thread (task, save_thread);
}

/**
 * tl_chart_save_async:
 * @parent: the window that asks
 * @chart: a chart
 * @picture: how it is drawn; its format yields to the ending of the name that is chosen
 * @name: the name that is proposed
 * @cancellable: (nullable): stops it
 * @callback: called when the picture is there
 * @user_data: for @callback
 *
 * Asks for a place and saves the picture of a chart there.
 */
void
tl_chart_save_async (GtkWindow            *parent,
                     TlChart              *chart,
                     const TlChartPicture *picture,
                     const char           *name,
                     GCancellable         *cancellable,
                     GAsyncReadyCallback   callback,
                     gpointer              user_data)
{
  GTask *task;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (TL_IS_CHART (chart));

  task = make_task (chart, picture, cancellable, callback, user_data);
  tl_compat_save_file_async (parent, _("Export Chart"), name, cancellable, file_chosen_cb, task);
}

/**
 * tl_chart_save_finish:
 * @result: the result
 * @error: return location for an error of #GIOErrorEnum or %TL_CHART_ERROR
 *
 * Returns: (transfer full) (nullable): the picture's file; %NULL without an error when no place
 *   was chosen
 */
GFile *
tl_chart_save_finish (GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
