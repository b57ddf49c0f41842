/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-helper-end.h"

#include <glib/gi18n-lib.h>
#include <signal.h>
#include <sys/wait.h>

/*
 * tl_helper_end_from_status:
 * @status: what waitpid() says of a helper process that ended while it read
 *
 * Returns: why it can't have read to the end
 */
TlDocumentError
tl_helper_end_from_status (int status)
{
  if (WIFEXITED (status) && WEXITSTATUS (status) == TL_HELPER_EXIT_HUNGRY)
    return TL_DOCUMENT_ERROR_TOO_HUNGRY;
  if (WIFSIGNALED (status) && WTERMSIG (status) == SIGXCPU)
    return TL_DOCUMENT_ERROR_TOO_SLOW;
  return TL_DOCUMENT_ERROR_CRASHED;
}

/*
 * tl_helper_end_set_error:
 * @end: why a file, or a part of one, could not be read in a helper process
 * @error: return location
 *
 * Says so to a person.
 */
void
tl_helper_end_set_error (TlDocumentError   end,
                         GError          **error)
{
  const char *message;

  if (end == TL_DOCUMENT_ERROR_TOO_SLOW)
    message = _("Reading it took too long and was given up");
  else if (end == TL_DOCUMENT_ERROR_TOO_HUNGRY)
    message = _("Reading it takes more memory than a file is given");
  else
    message = _("Reading it failed: it is damaged, or made to do harm");
  g_set_error_literal (error, TL_DOCUMENT_ERROR, (int) end, message);
}
