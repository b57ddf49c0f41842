/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Groups of countries whose members trade with each other.
 */

#include "tl-partners-bloc.h"

#include "tl-lexicon.h"

#include <string.h>

/*
 * tl_partners_says_internal:
 * @view: a sentence
 * @cue: a flow in it
 * @clause: the part of the sentence that speaks of it
 * @span: (out): the words that say so; left alone where none do
 *
 * Returns: whether it is "mutual trade", "with each other": of those within a group, where only
 *   that is named
 */
gboolean
tl_partners_says_internal (const TlTradeView *view,
                           const TlCue       *cue,
                           TlTokenRun         clause,
                           TlSpan            *span)
{
  TlPhrases *words = TL_LEXICON_GROUP ("trade-internal");
  TlPhraseMatch match;
  const TlWord *word = tl_lexicon_match (TL_LEXICON_GROUP ("party-preposition"), view->reading->text,
                                         cue->end_token, NULL);

  if (word != NULL && g_str_equal (word->value, "with"))
    return FALSE;
  for (guint token = clause.first; token < clause.end; token++)
    if (tl_phrases_match_at (words, view->reading->text, token, &match))
      {
        *span = tl_trade_view_span (view, (TlTokenRun) { token, match.end_token });
        return TRUE;
      }
  return FALSE;
}

/*
 * tl_partners_is_internal:
 * @self: what the article said before
 *
 * Returns: whether what was last found is the trade of a group's members with each other
 */
gboolean
tl_partners_is_internal (const TlPartnersContext *self)
{
  return self->last[0].code[0] != '\0' && strcmp (self->last[0].code, self->last[1].code) == 0;
}

/*
 * tl_partners_is_bloc:
 * @code: a partner's code
 *
 * Returns: whether it is that of a group of countries, whose members trade with each other
 */
gboolean
tl_partners_is_bloc (const char *code)
{
  return code[0] != '\0' && strcmp (code, TL_PARTNER_WORLD) != 0 &&
         tl_gazetteer_is_bloc (tl_gazetteer_get_default (), code);
}

/*
 * tl_partners_is_member:
 * @self: what the article said before
 * @code: a country
 *
 * Returns: whether it belongs to the group whose inner trade the article is about
 */
gboolean
tl_partners_is_member (const TlPartnersContext *self,
                       const char              *code)
{
  return self->internal.code[0] != '\0' && !self->is_bilateral &&
         tl_gazetteer_is_member (tl_gazetteer_get_default (), self->internal.code, code);
}

/*
 * tl_partners_says_group:
 * @self: what the article said before
 * @view: a sentence
 * @cue: a flow in it
 * @known: one of its partners
 *
 * Returns: whether the other is the group of countries that was named before: "the turnover of
 *   the union with Iran"
 */
gboolean
tl_partners_says_group (const TlPartnersContext *self,
                        const TlTradeView       *view,
                        const TlCue             *cue,
                        const char              *known)
{
  const TlWord *word = tl_lexicon_match (TL_LEXICON_GROUP ("party-preposition"), view->reading->text, cue->end_token,
                                         NULL);

  if (word == NULL || !g_str_equal (word->value, "of") || self->bloc.code[0] == '\0' ||
      strcmp (self->bloc.code, known) == 0)
    return FALSE;
  word = tl_lexicon_match (TL_LEXICON_GROUP ("party-back-reference"), view->reading->text, cue->end_token + 1, NULL);
  return word != NULL && g_str_equal (word->value, "group");
}
