/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The evidence behind a chart in a file of its own. */

#include "tl-command-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-evidence-report.h"
#include "tl-reading-version.h"

static gboolean
find_format (const char       *output,
             TlEvidenceFormat *format)
{
  const char *dot = strrchr (output, '.');

  return dot != NULL && tl_evidence_format_from_string (dot + 1, format);
}

/*
 * tl_command_check_report:
 * @output: (nullable): the name of a report that is wanted
 *
 * Returns: whether its format is known; if not, the person was told
 */
gboolean
tl_command_check_report (const char *output)
{
  TlEvidenceFormat format;

  if (output == NULL || find_format (output, &format))
    return TRUE;
  tl_command_complain (_("%s: a report is HTML or PDF, and its name ends in .html or .pdf"), output);
  return FALSE;
}

/*
 * tl_command_write_report:
 * @chart: a chart
 * @output: (nullable): the name of the report, which was checked
 * @is_from_picture: whether the chart was read from a picture
 *
 * Returns: whether it was written, if it is wanted; if not, the person was told
 */
gboolean
tl_command_write_report (TlChart    *chart,
                         const char *output,
                         gboolean    is_from_picture)
{
  const TlEvidenceOptions options = { .reading_version = TL_READING_VERSION,
                                      .is_from_picture = is_from_picture };
  TlEvidenceFormat format = TL_EVIDENCE_HTML;
  g_autoptr(GFile) file = NULL;
  g_autoptr(GError) error = NULL;

  if (output == NULL)
    return TRUE;
  find_format (output, &format);
  file = g_file_new_for_commandline_arg (output);
  if (tl_evidence_report_save (chart, &options, format, file, NULL, &error))
    return TRUE;
  tl_command_complain (_("The report can't be written: %s"), error->message);
  return FALSE;
}
