/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Interviews, answers in parliament and the like: who speaks stands before a colon. */

#include "tl-attribution.h"

/* A label is no longer than this, in tokens. */
#define MAX_LABEL 14

/*
 * tl_attribution_label:
 * @self: what is known
 * @index: the first sentence of a paragraph
 * @said: who is named, where somebody is
 *
 * Returns: what the paragraph begins with
 */
TlLabel
tl_attribution_label (const TlAttribution *self,
                      guint                index,
                      TlSaid              *said)
{
  guint n_sentences;
  TlText *text = self->reading->text;
  const TlSentence *sentence = &tl_text_get_sentences (text, &n_sentences)[index];
  guint first = sentence->first_token, colon = first;
  guint limit = MIN (first + MAX_LABEL, sentence->end_token);
  const TlNamed *named;
  guint end;

  while (colon < limit && !tl_text_token_is (text, colon, ":") && !self->quoted[colon])
    colon++;
  if (colon == first || colon >= limit || self->quoted[colon] || self->quoted[colon + 1])
    return TL_LABEL_NONE;
  if (tl_lexicon_match (self->words->questions, text, first, &end) != NULL && end == colon)
    return TL_LABEL_QUESTION;
  end = tl_text_token_is (text, colon - 1, ")") ? colon - 1 : colon;
  named = tl_speaker_names_ending_at (self->names, end, first);
  if (named == NULL || named->type != TL_ENTITY_PERSON ||
      (end == colon && named->first_token != first))
    return TL_LABEL_NONE;
  *said = named->said;
  return end == colon ? TL_LABEL_NAME : TL_LABEL_OFFICE;
}

/*
 * tl_attribution_is_interview:
 * @self: what is known
 *
 * Returns: whether paragraphs without a label go on with the words of the one before: there
 *   are several labels, or one that tells an office and a name
 */
gboolean
tl_attribution_is_interview (const TlAttribution *self)
{
  guint n_sentences, n_labels = 0, n_names = 0, n_offices = 0;
  const TlSentence *sentences = tl_text_get_sentences (self->reading->text, &n_sentences);

  for (guint i = 0; i < n_sentences; i++)
    if (i == 0 || sentences[i].paragraph != sentences[i - 1].paragraph)
      {
        TlSaid said;
        TlLabel label = tl_attribution_label (self, i, &said);

        n_labels += label != TL_LABEL_NONE;
        n_names += label == TL_LABEL_NAME;
        n_offices += label == TL_LABEL_OFFICE;
      }
  return n_offices > 0 || (n_names > 0 && n_labels > 1);
}
