/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Where the figures of a sentence stand among each other, so that the partners and periods
 * between them can be dealt out: "exports to Japan rose 5%, to Korea 7%".
 */

#include "tl-trade-drafts.h"

/* What may stand between two of a row: "5%, 7% and by 9%". */
#define ROW_GAP 3

static TlTokenRun
find_extent (const TlTradeDraft *draft)
{
  TlTokenRun extent = draft->anchor;

  if (draft->change != NULL)
    {
      extent.first = MIN (extent.first, draft->change->first_token);
      extent.end = MAX (extent.end, draft->change->end_token);
    }
  return extent;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const TlTradeDraft *first = *(TlTradeDraft *const *) a, *second = *(TlTradeDraft *const *) b;

  return first->extent.first < second->extent.first ? -1 : first->extent.first > second->extent.first;
}

/* Whether nothing but commas, "and" and "by" stands between the two. */
static gboolean
is_row (const TlTradeView  *view,
        const TlTradeDraft *before,
        const TlTradeDraft *draft)
{
  if (before->cue != draft->cue || before->anchor.end > draft->anchor.first ||
      draft->anchor.first - before->anchor.end > ROW_GAP)
    return FALSE;
  for (guint token = before->anchor.end; token < draft->anchor.first; token++)
    if (!tl_trade_view_is_word (view, token, ",") && !tl_trade_view_is_word (view, token, "and") &&
        !tl_trade_view_is_word (view, token, "by"))
      return FALSE;
  return TRUE;
}

static void
set_rows (const TlTradeView *view,
          GPtrArray         *order)
{
  for (guint first = 0, end; first < order->len; first = end)
    {
      for (end = first + 1; end < order->len; end++)
        if (!is_row (view, g_ptr_array_index (order, end - 1), g_ptr_array_index (order, end)))
          break;
      for (guint i = first; i < end; i++)
        {
          TlTradeDraft *draft = g_ptr_array_index (order, i);

          draft->row_index = draft->n_parties > 1 ? draft->party_index : i - first;
          draft->row_length = draft->n_parties > 1 ? draft->n_parties : end - first;
        }
    }
}

/*
 * tl_draft_places_set:
 * @view: a sentence
 * @drafts: (element-type TlTradeDraft): all of it, complete
 *
 * Sets the places of the drafts.
 */
void
tl_draft_places_set (const TlTradeView *view,
                     GArray            *drafts)
{
  g_autoptr(GPtrArray) order = g_ptr_array_new ();
  guint32 end = view->sentence->first_token;

  for (guint i = 0; i < drafts->len; i++)
    {
      TlTradeDraft *draft = &g_array_index (drafts, TlTradeDraft, i);

      draft->extent = find_extent (draft);
      g_ptr_array_add (order, draft);
    }
  g_ptr_array_sort (order, compare_places);
  for (guint i = 0; i < order->len; i++)
    {
      TlTradeDraft *draft = g_ptr_array_index (order, i);
      const TlTradeDraft *next = i + 1 < order->len ? g_ptr_array_index (order, i + 1) : NULL;

      draft->before_end = MIN (end, draft->extent.first);
      draft->behind_first = next != NULL ? MAX (next->extent.first, draft->extent.end) : view->sentence->end_token;
      end = MAX (end, draft->extent.end);
      draft->list_first = draft->extent.first;
      /* The drafts of a sentence are few: tl_trade_view_next() sees to that. */
      for (guint k = 0; k < i; k++)
        {
          const TlTradeDraft *before = g_ptr_array_index (order, k);

          if (before->cue == draft->cue)
            {
              draft->list_first = before->extent.first;
              break;
            }
        }
    }
  set_rows (view, order);
}
