/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-text.h"

#include "tl-text-private.h"

#include <string.h>

/**
 * tl_text_new:
 * @text: valid UTF-8 of less than 4 GiB
 * @length: its length in bytes, or -1 when zero-terminated
 *
 * Returns: (transfer full): the text, cut into tokens and sentences
 */
TlText *
tl_text_new (const char *text,
             gssize      length)
{
  TlText *self;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (length < (gssize) G_MAXUINT32, NULL);

  self = g_atomic_rc_box_new0 (TlText);
  self->length = length < 0 ? strlen (text) : (gsize) length;
  self->string = g_strndup (text, self->length);
  self->tokens = tl_tokenize (self->string, self->length, &self->n_tokens);
  self->sentences = tl_split_sentences (self->string, self->tokens, self->n_tokens, &self->n_sentences);
  return self;
}

/* The tokens of @self, which is a part of @whole from its token @first on. */
static void
copy_tokens (TlText       *self,
             const TlText *whole,
             guint         first)
{
  const TlToken *tokens = &whole->tokens[first];

  self->tokens = g_memdup2 (tokens, self->n_tokens * sizeof (TlToken));
  for (guint i = 0; i < self->n_tokens; i++)
    {
      self->tokens[i].span.start -= tokens->span.start;
      self->tokens[i].span.end -= tokens->span.start;
      self->tokens[i].sentence -= tokens->sentence;
    }
  self->tokens[0].flags |= TL_TOKEN_SPACE_BEFORE | TL_TOKEN_SENTENCE_START | TL_TOKEN_LINE_START;
}

static void
copy_sentences (TlText       *self,
                const TlText *whole,
                guint         first)
{
  const TlSentence *sentences = &whole->sentences[whole->tokens[first].sentence];

  self->n_sentences = self->tokens[self->n_tokens - 1].sentence + 1;
  self->sentences = g_new (TlSentence, self->n_sentences);
  for (guint i = 0; i < self->n_sentences; i++)
    {
      TlSentence sentence = sentences[i];

      sentence.first_token = MAX (sentence.first_token, first) - first;
      sentence.end_token = MIN (sentence.end_token - first, self->n_tokens);
      sentence.span.start = self->tokens[sentence.first_token].span.start;
      sentence.span.end = self->tokens[sentence.end_token - 1].span.end;
      sentence.paragraph -= sentences->paragraph;
      self->sentences[i] = sentence;
    }
}

/**
 * tl_text_new_part:
 * @self: a text
 * @first_token: index of the part's first token
 * @end_token: index after its last, beyond @first_token
 *
 * Returns: (transfer full): the part as a text of its own, cut as it is in the whole
 */
TlText *
tl_text_new_part (TlText *self,
                  guint   first_token,
                  guint   end_token)
{
  TlText *part;
  guint32 start;

  g_return_val_if_fail (first_token < end_token && end_token <= self->n_tokens, NULL);

  start = self->tokens[first_token].span.start;
  part = g_atomic_rc_box_new0 (TlText);
  part->length = self->tokens[end_token - 1].span.end - start;
  part->string = g_strndup (self->string + start, part->length);
  part->n_tokens = end_token - first_token;
  copy_tokens (part, self, first_token);
  copy_sentences (part, self, first_token);
  return part;
}

/**
 * tl_text_ref:
 * @self: a text
 *
 * Returns: (transfer full): the same text
 */
TlText *
tl_text_ref (TlText *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
text_clear (gpointer data)
{
  TlText *self = data;

  g_free (self->string);
  g_free (self->tokens);
  g_free (self->sentences);
}

/**
 * tl_text_unref:
 * @self: (transfer full): a text
 */
void
tl_text_unref (TlText *self)
{
  g_atomic_rc_box_release_full (self, text_clear);
}

/**
 * tl_text_find_token:
 * @self: a text
 * @offset: a byte of it
 *
 * Returns: index of the first token that ends behind @offset, or their number where
 *   there is none
 */
guint
tl_text_find_token (TlText *self,
                    gsize   offset)
{
  guint low = 0, high = self->n_tokens;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->tokens[middle].span.end > offset)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

/**
 * tl_text_find_sentence:
 * @self: a text
 * @offset: a byte of it
 *
 * Returns: index of the sentence that @offset stands in, else of the next one; the
 *   number of sentences where there is none
 */
guint
tl_text_find_sentence (TlText *self,
                       gsize   offset)
{
  guint token = tl_text_find_token (self, offset);

  if (token >= self->n_tokens)
    return self->n_sentences;
  return self->tokens[token].sentence;
}

/**
 * tl_text_dup_span:
 * @self: a text
 * @span: a run of it
 *
 * Returns: (transfer full): the bytes of @span
 */
char *
tl_text_dup_span (TlText *self,
                  TlSpan  span)
{
  g_return_val_if_fail (span.start <= span.end && span.end <= self->length, NULL);

  return g_strndup (self->string + span.start, span.end - span.start);
}

/**
 * tl_text_token_has_word:
 * @self: a text
 * @token: index of a token; one that there is not equals nothing
 * @lower: a word in lower case, or a sign
 *
 * For tl_text_token_is(), which is what to call.
 *
 * Returns: whether the token is @lower, in any case of letters
 */
gboolean
tl_text_token_has_word (TlText     *self,
                        guint       token,
                        const char *lower)
{
  const TlToken *found;
  guchar first, wanted = (guchar) *lower;

  if (token >= self->n_tokens)
    return FALSE;
  found = &self->tokens[token];
  /* Nearly always the first letter tells; only letters beyond ASCII may have others as their small ones. */
  first = (guchar) self->string[found->span.start];
  if (first < 0x80 && (guchar) g_ascii_tolower ((char) first) != wanted)
    return FALSE;
  return found->hash == tl_token_hash (lower, strlen (lower));
}
