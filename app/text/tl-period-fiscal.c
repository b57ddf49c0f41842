/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-period-private.h"

#include <string.h>

#define MAX_STARTS 13

/*
 * tl_period_fiscal_start:
 * @text: a text
 * @is_named_by_start: (out): one number names the year in which it begins, not in which it ends
 *
 * Fiscal years begin in another month in each country; which is meant is told by the
 * countries that the text names, the one most often named first.
 *
 * Returns: the month in which the fiscal year begins, or 0 where no country tells
 */
int
tl_period_fiscal_start (TlText   *text,
                        gboolean *is_named_by_start)
{
  TlPhrases *group = tl_lexicon_get_group (tl_lexicon_get_default (), "fiscal-years");
  g_autoptr(GArray) matches = tl_phrases_find (group, text);
  guint counts[MAX_STARTS][2] = { { 0 } };
  guint best = 0;
  int month = 0;

  for (guint i = 0; i < matches->len; i++)
    {
      const TlWord *word = g_array_index (matches, TlPhraseMatch, i).value;
      guint start = (guint) word->number;
      guint begins = strstr (word->value, "begins") != NULL;

      if (start < 1 || start >= MAX_STARTS || ++counts[start][begins] <= best)
        continue;
      best = counts[start][begins];
      month = (int) start;
      *is_named_by_start = begins != 0;
    }
  return month;
}
