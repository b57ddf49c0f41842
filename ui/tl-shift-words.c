/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What moved with an article's day, in words. */

#include "tl-shift-words.h"

#include <glib/gi18n-lib.h>

static const char *
get_period (const char *period)
{
  return *period != '\0' ? period : C_("period", "no date");
}

/**
 * tl_words_for_shift:
 * @shift: what moved
 *
 * Returns: (transfer full): "$419.1 million 2016 → 2017"
 */
char *
tl_words_for_shift (const TlArticleShift *shift)
{
  g_return_val_if_fail (shift != NULL, NULL);

  /* Translators: a figure or a date, its period as it was, and as it is now */
  return g_strdup_printf (C_("shift", "%s %s → %s"), shift->what, get_period (shift->before),
                          get_period (shift->after));
}

/**
 * tl_words_count_shifts:
 * @shifts: (element-type TlArticleShift): what moved, some at least
 *
 * Returns: (transfer full): "3 figures and 2 dates moved"
 */
char *
tl_words_count_shifts (GPtrArray *shifts)
{
  g_autofree char *figures = NULL;
  g_autofree char *dates = NULL;
  guint n_figures = 0, n_dates;

  g_return_val_if_fail (shifts != NULL, NULL);

  for (guint i = 0; i < shifts->len; i++)
    n_figures += ((const TlArticleShift *) shifts->pdata[i])->is_figure ? 1 : 0;
  n_dates = shifts->len - n_figures;
  if (n_figures == 0)
    return g_strdup_printf (ngettext ("%u date moved", "%u dates moved", n_dates), n_dates);
  if (n_dates == 0)
    return g_strdup_printf (ngettext ("%u figure moved", "%u figures moved", n_figures), n_figures);
  figures = g_strdup_printf (ngettext ("%u figure", "%u figures", n_figures), n_figures);
  dates = g_strdup_printf (ngettext ("%u date", "%u dates", n_dates), n_dates);
  /* Translators: "3 figures", "1 date" */
  return g_strdup_printf (_("%s and %s moved"), figures, dates);
}

/**
 * tl_words_for_shifts:
 * @shifts: (element-type TlArticleShift): what moved, some at least; figures first
 *
 * Returns: (transfer full): "3 figures and 2 dates moved: $419.1 million 2016 → 2017", with the
 *   first of them
 */
char *
tl_words_for_shifts (GPtrArray *shifts)
{
  g_autofree char *count = NULL;
  g_autofree char *first = NULL;

  g_return_val_if_fail (shifts != NULL && shifts->len > 0, NULL);

  count = tl_words_count_shifts (shifts);
  first = tl_words_for_shift (shifts->pdata[0]);
  /* Translators: how many moved, and the first of them */
  return g_strdup_printf (C_("shifts", "%s: %s"), count, first);
}
