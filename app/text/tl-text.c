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
  self->tokens = tl_tokenize (self->string, self->length);
  self->sentences = tl_split_sentences (self->string, self->tokens);
  return self;
}

static GArray *
copy_tokens (TlText *text,
             guint   first_token,
             guint   end_token)
{
  const TlToken *tokens = &g_array_index (text->tokens, TlToken, first_token);
  GArray *copy = g_array_sized_new (FALSE, FALSE, sizeof (TlToken), end_token - first_token);
  guint32 start = tokens->span.start, sentence = tokens->sentence;

  g_array_append_vals (copy, tokens, end_token - first_token);
  for (guint i = 0; i < copy->len; i++)
    {
      TlToken *token = &g_array_index (copy, TlToken, i);

      token->span.start -= start;
      token->span.end -= start;
      token->sentence -= sentence;
    }
  g_array_index (copy, TlToken, 0).flags |= TL_TOKEN_SPACE_BEFORE | TL_TOKEN_SENTENCE_START | TL_TOKEN_LINE_START;
  return copy;
}

static GArray *
copy_sentences (TlText *text,
                guint   first_token,
                guint   end_token)
{
  const TlToken *tokens = (const TlToken *) (gpointer) text->tokens->data;
  guint first = tokens[first_token].sentence, end = tokens[end_token - 1].sentence + 1;
  guint32 start = tokens[first_token].span.start;
  guint32 paragraph = g_array_index (text->sentences, TlSentence, first).paragraph;
  GArray *copy = g_array_sized_new (FALSE, FALSE, sizeof (TlSentence), end - first);

  for (guint i = first; i < end; i++)
    {
      TlSentence sentence = g_array_index (text->sentences, TlSentence, i);

      sentence.first_token = MAX (sentence.first_token, first_token);
      sentence.end_token = MIN (sentence.end_token, end_token);
      sentence.span.start = tokens[sentence.first_token].span.start - start;
      sentence.span.end = tokens[sentence.end_token - 1].span.end - start;
      sentence.first_token -= first_token;
      sentence.end_token -= first_token;
      sentence.paragraph -= paragraph;
      g_array_append_val (copy, sentence);
    }
  return copy;
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
  const TlToken *tokens = (const TlToken *) (gpointer) self->tokens->data;
  TlText *part;
  guint32 start;

  g_return_val_if_fail (first_token < end_token && end_token <= self->tokens->len, NULL);

  start = tokens[first_token].span.start;
  part = g_atomic_rc_box_new0 (TlText);
  part->length = tokens[end_token - 1].span.end - start;
  part->string = g_strndup (self->string + start, part->length);
  part->tokens = copy_tokens (self, first_token, end_token);
  part->sentences = copy_sentences (self, first_token, end_token);
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
  g_array_unref (self->tokens);
  g_array_unref (self->sentences);
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
 * tl_text_get_string:
 * @self: a text
 *
 * Returns: (transfer none): the whole text, valid UTF-8
 */
const char *
tl_text_get_string (TlText *self)
{
  return self->string;
}

/**
 * tl_text_get_length:
 * @self: a text
 *
 * Returns: its length in bytes
 */
gsize
tl_text_get_length (TlText *self)
{
  return self->length;
}

/**
 * tl_text_get_tokens:
 * @self: a text
 * @n_tokens: (out): how many
 *
 * Returns: (transfer none) (array length=n_tokens): its tokens in order
 */
const TlToken *
tl_text_get_tokens (TlText *self,
                    guint  *n_tokens)
{
  *n_tokens = self->tokens->len;
  return (const TlToken *) (gpointer) self->tokens->data;
}

/**
 * tl_text_get_sentences:
 * @self: a text
 * @n_sentences: (out): how many
 *
 * Returns: (transfer none) (array length=n_sentences): its sentences in order
 */
const TlSentence *
tl_text_get_sentences (TlText *self,
                       guint  *n_sentences)
{
  *n_sentences = self->sentences->len;
  return (const TlSentence *) (gpointer) self->sentences->data;
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
  const TlToken *tokens = (const TlToken *) (gpointer) self->tokens->data;
  guint low = 0, high = self->tokens->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (tokens[middle].span.end > offset)
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

  if (token >= self->tokens->len)
    return self->sentences->len;
  return g_array_index (self->tokens, TlToken, token).sentence;
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
 * tl_text_token_is:
 * @self: a text
 * @token: index of a token; one that there is not equals nothing
 * @lower: a word in lower case, or a sign
 *
 * Returns: whether the token is @lower, in any case of letters
 */
gboolean
tl_text_token_is (TlText     *self,
                  guint       token,
                  const char *lower)
{
  const TlToken *found;
  guchar first, wanted = (guchar) *lower;

  if (token >= self->tokens->len)
    return FALSE;
  found = &g_array_index (self->tokens, TlToken, token);
  /* Nearly always the first letter tells; only letters beyond ASCII may have others as their small ones. */
  first = (guchar) self->string[found->span.start];
  if (first < 0x80 && (guchar) g_ascii_tolower ((char) first) != wanted)
    return FALSE;
  return found->hash == tl_token_hash (lower, strlen (lower));
}
