/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Several partners of one flow in a sentence, each with a figure of its own: "exports to
 * Japan rose 5%, to Korea 7%", "$4 billion to Japan and $3 billion to Korea", "to Japan and
 * Korea rose 5% and 7%", "Japan with $4 billion, followed by Korea with $3 billion".
 */

#include "tl-partners-list.h"

/* Between a name and its figure: "Uzbekistan - 122.6 million", "India (-37.9%)". */
static gboolean
stands_at (const TlTradeView  *view,
           const TlParty      *party,
           const TlTradeDraft *draft)
{
  guint token = party->match->end_token;

  return token + 1 == draft->extent.first && view->tokens[token].kind == TL_TOKEN_PUNCTUATION &&
         !tl_trade_view_is_word (view, token, ",");
}

/* "to Japan and Korea … 5% and 7%": the one at the same place in its row. */
static const TlParty *
at_same_place (GPtrArray          *candidates,
               const TlTradeDraft *draft)
{
  guint first = 0;

  for (guint i = 1; draft->row_length > 1 && i <= candidates->len; i++)
    {
      const TlParty *party = i < candidates->len ? g_ptr_array_index (candidates, i) : NULL;

      if (party != NULL && party->joined)
        continue;
      if (i - first == draft->row_length)
        return g_ptr_array_index (candidates, first + draft->row_index);
      first = i;
    }
  return NULL;
}

/* The first of those that are joined to the one at @index: "to Germany, France and Italy". */
static const TlParty *
head_of (GPtrArray *candidates,
         guint      index)
{
  while (index > 0 && ((const TlParty *) g_ptr_array_index (candidates, index))->joined)
    index--;
  return g_ptr_array_index (candidates, index);
}

/*
 * tl_partners_list_choose:
 * @candidates: (element-type TlParty): the partners that the flow has in the sentence, in order
 * @draft: the figure, its place set
 *
 * Chooses the one that the figure is of.
 *
 * Returns: (nullable): that one; %NULL where there are no two to choose from
 */
const TlParty *
tl_partners_list_choose (GPtrArray          *candidates,
                         const TlTradeDraft *draft)
{
  const TlParty *same, *first;
  guint before = 0;

  if (candidates->len < 2)
    return NULL;
  same = at_same_place (candidates, draft);
  if (same != NULL)
    return same;
  while (before < candidates->len &&
         ((const TlParty *) g_ptr_array_index (candidates, before))->match->end_token <= draft->extent.first)
    before++;
  first = g_ptr_array_index (candidates, 0);
  if (first->match->end_token > draft->list_first && before < candidates->len)
    {
      const TlParty *next = g_ptr_array_index (candidates, before);

      /* The list begins with a figure: each has its partner behind it. */
      if (next->match->first_token < draft->behind_first)
        return next;
    }
  return head_of (candidates, before > 0 ? before - 1 : 0);
}

/*
 * tl_partners_list_find_bare:
 * @view: the sentence
 * @parties: (element-type TlParty): the places in it
 * @draft: the figure, its place set
 *
 * Finds a country that stands alone before a figure of a list, as its item's name.
 *
 * Returns: (nullable): that one
 */
const TlParty *
tl_partners_list_find_bare (const TlTradeView  *view,
                            GArray             *parties,
                            const TlTradeDraft *draft)
{
  const TlParty *found = NULL;

  for (guint i = 0; i < parties->len; i++)
    {
      const TlParty *party = &g_array_index (parties, TlParty, i);

      if (party->match->first_token < draft->before_end || party->match->end_token > draft->extent.first ||
          party->match->place->form != TL_NAME_PROPER)
        continue;
      if (stands_at (view, party, draft))
        return party;
      if (party->role != TL_ROLE_NONE && party->role != TL_ROLE_SUBJECT && party->role != TL_ROLE_WITH)
        return NULL;
      if (found != NULL)
        return NULL;            /* two: neither is the item's name */
      found = party;
    }
  return draft->list_first < draft->extent.first ? found : NULL;
}
