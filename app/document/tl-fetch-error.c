/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What went wrong while fetching, in plain words. */

#include "tl-fetch-error.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

G_DEFINE_QUARK (tl-fetch-error-quark, tl_fetch_error)

/*
 * tl_fetch_error_new:
 * @code: what went wrong: an error that needs no more to be told
 *
 * Returns: (transfer full): the error
 */
GError *
tl_fetch_error_new (TlFetchError code)
{
  const char *message = NULL;

  switch (code)
    {
    case TL_FETCH_ERROR_ADDRESS:
      message = _("This is not the address of a page in the web");
      break;
    case TL_FETCH_ERROR_PRIVATE:
      message = _("The address leads to this computer or its own network; from there nothing is fetched");
      break;
    case TL_FETCH_ERROR_PROXY:
      message = _("This computer reaches the web through a proxy, and links are not fetched through one; "
                  "save the page and import the file");
      break;
    case TL_FETCH_ERROR_NO_CONNECTION:
      message = _("The site could not be reached");
      break;
    case TL_FETCH_ERROR_TOO_MANY_REDIRECTS:
      message = _("The site sends on from page to page without end");
      break;
    case TL_FETCH_ERROR_TOO_SLOW:
      message = _("The site takes too long to answer");
      break;
    case TL_FETCH_ERROR_BROKEN:
      message = _("The page did not come whole");
      break;
    case TL_FETCH_ERROR_NOT_FOUND:
    case TL_FETCH_ERROR_NOT_SECURE:
    case TL_FETCH_ERROR_NO_PAGE:
    case TL_FETCH_ERROR_DENIED:
    case TL_FETCH_ERROR_TOO_LARGE:
    default:
      g_assert_not_reached ();
    }
  return g_error_new_literal (TL_FETCH_ERROR, (int) code, message);
}

/*
 * tl_fetch_error_new_for_status:
 * @status: what a site answered, a status of HTTP that is no success
 *
 * Returns: (transfer full): the error
 */
GError *
tl_fetch_error_new_for_status (guint status)
{
  if (status == SOUP_STATUS_NOT_FOUND || status == SOUP_STATUS_GONE)
    return g_error_new (TL_FETCH_ERROR, TL_FETCH_ERROR_NO_PAGE,
                        _("The site has no such page (%u)"), status);
  if (status >= 500)
    return g_error_new (TL_FETCH_ERROR, TL_FETCH_ERROR_DENIED,
                        _("The site is out of order (%u)"), status);
  return g_error_new (TL_FETCH_ERROR, TL_FETCH_ERROR_DENIED,
                      _("The site does not give the page away (%u)"), status);
}

/*
 * tl_fetch_error_new_for_size:
 * @max_size: the most bytes that are taken
 *
 * Returns: (transfer full): the error
 */
GError *
tl_fetch_error_new_for_size (guint64 max_size)
{
  g_autofree char *size = g_format_size_full (max_size, G_FORMAT_SIZE_IEC_UNITS);

  /* Translators: a size such as "32 MiB" */
  return g_error_new (TL_FETCH_ERROR, TL_FETCH_ERROR_TOO_LARGE,
                      _("The page is larger than %s"), size);
}

static gboolean
is_broken (const GError *failure)
{
  return failure->domain == SOUP_SESSION_ERROR ||
         g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT) ||
         g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED) ||
         g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_INVALID_DATA) ||
         g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_FAILED);
}

/*
 * tl_fetch_error_new_for_failure:
 * @failure: what the network library says
 * @host: the site that was asked
 *
 * Returns: (transfer full): the same for people
 */
GError *
tl_fetch_error_new_for_failure (const GError *failure,
                                const char   *host)
{
  if (failure->domain == TL_FETCH_ERROR || g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_error_copy (failure);
  if (failure->domain == G_RESOLVER_ERROR)
    return g_error_new (TL_FETCH_ERROR, TL_FETCH_ERROR_NOT_FOUND,
                        _("%s was not found; either there is no such site, or no network"), host);
  if (failure->domain == G_TLS_ERROR)
    return g_error_new (TL_FETCH_ERROR, TL_FETCH_ERROR_NOT_SECURE,
                        _("The site does not prove that it is %s"), host);
  return tl_fetch_error_new (is_broken (failure) ? TL_FETCH_ERROR_BROKEN
                                                 : TL_FETCH_ERROR_NO_CONNECTION);
}
