/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pieces of a gloss: what is copied, what a number and an entry become. */

#include "tl-gloss-writer-private.h"

#include <string.h>

/*
 * tl_gloss_writer_add:
 * @string: some words of the gloss
 * @length: in bytes
 * @source: what of the text they stand for
 * @is_copy: they are the same there
 */
void
tl_gloss_writer_add (TlGlossWriter *self,
                     const char *string,
                     gsize length,
                     TlSpan source,
                     gboolean is_copy)
{
  guint32 start = (guint32) self->out->len;
  TlGlossPiece piece;

  if (length == 0)
    return;
  g_string_append_len (self->out, string, (gssize) length);
  piece = (TlGlossPiece) { { start, (guint32) self->out->len }, source, is_copy, NULL, TRUE };
  g_array_append_val (self->pieces, piece);
}

/*
 * tl_gloss_writer_set_nominative:
 * @nominative: (nullable) (transfer full): what the words of the last piece are in the nominative,
 *   where that is another form
 * @is_nominative: they stand in it
 */
void
tl_gloss_writer_set_nominative (TlGlossWriter *self,
                                char *nominative,
                                gboolean is_nominative)
{
  TlGlossPiece *piece = &g_array_index (self->pieces, TlGlossPiece, self->pieces->len - 1);

  piece->nominative = nominative;
  piece->is_nominative = is_nominative || nominative != NULL;
}

/*
 * tl_gloss_writer_copy:
 * @span: what goes into the gloss as it is
 */
void
tl_gloss_writer_copy (TlGlossWriter *self,
                      TlSpan span)
{
  tl_gloss_writer_add (self, self->view.string + span.start, span.end - span.start, span, TRUE);
}

/*
 * tl_gloss_writer_copy_gap:
 * @token: the next token
 *
 * Copies what stands before it, mostly a space.
 */
void
tl_gloss_writer_copy_gap (TlGlossWriter *self,
                          guint token)
{
  TlSpan gap = { (guint32) self->done, self->view.tokens[token].span.start };

  if (self->is_swallowed && gap.start < gap.end && self->view.string[gap.start] == ' ')
    gap.start++;
  self->is_swallowed = FALSE;
  tl_gloss_writer_copy (self, gap);
}

/*
 * tl_gloss_writer_has_space:
 * @token: the next token
 *
 * Returns: whether spaces alone stand before it, which words without a gloss take with them
 */
gboolean
tl_gloss_writer_has_space (TlGlossWriter *self,
                           guint token)
{
  gsize start = self->view.tokens[token].span.start;

  return start > self->done && self->out->len > 0 &&
         strcspn (self->view.string + self->done, "\n\r") >= start - self->done;
}

/*
 * tl_gloss_writer_get_span:
 * @first: a token
 * @end: the token after the last
 *
 * Returns: where they stand
 */
TlSpan
tl_gloss_writer_get_span (TlGlossWriter *self,
                          guint first,
                          guint end)
{
  return (TlSpan) { self->view.tokens[first].span.start, self->view.tokens[end - 1].span.end };
}

static gboolean
is_small (const char *word,
          gsize       length)
{
  static const char *const small[] = { "of", "and", "the", "for", "in", "on", "to", NULL };

  for (guint i = 0; small[i] != NULL; i++)
    {
      if (strlen (small[i]) == length && strncmp (small[i], word, length) == 0)
        return TRUE;
    }
  return FALSE;
}

/* With capitals as the text has them. */
static char *
dup_capitalised (const char *gloss,
                 gboolean    is_all)
{
  char *out = g_strdup (gloss);

  for (char *p = out; *p != '\0';)
    {
      gsize length = strcspn (p, " ");

      if (p == out || !is_small (p, length))
        *p = g_ascii_toupper (*p);
      p += length;
      p += strspn (p, " ");
      if (!is_all)
        break;
    }
  return out;
}

/*
 * tl_gloss_writer_write_number:
 * @first: a number's first token
 * @end: the token after its last
 */
void
tl_gloss_writer_write_number (TlGlossWriter *self,
                              guint first,
                              guint end)
{
  g_autoptr(GString) number = g_string_new (NULL);

  tl_gloss_number_write (&self->view, first, end, number);
  tl_gloss_writer_add (self, number->str, number->len, tl_gloss_writer_get_span (self, first, end), FALSE);
}

static void
write_slot (TlGlossWriter             *self,
            const TlGlossMatch *match,
            guint               slot)
{
  TlGlossMatch inner = {
    .entry = match->slots[slot].entry,
    .first = match->slots[slot].first,
    .end = match->slots[slot].end,
  };

  if (inner.entry == NULL)
    tl_gloss_writer_write_number (self, inner.first, inner.end);
  else
    tl_gloss_writer_write_entry (self, &inner);
}

/*
 * tl_gloss_writer_is_kind:
 * @match: an entry and where it stands
 *
 * Returns: whether it is said of a name in quotation marks, and is no part of it: "Агентство «Неман»"
 */
gboolean
tl_gloss_writer_is_kind (TlGlossWriter *self,
                         const TlGlossMatch *match)
{
  return match->end < self->view.n_tokens && g_str_equal (self->view.tokens[match->end].folded, "«") &&
         (match->tags & (TL_GLOSS_NOUN | TL_GLOSS_CASES)) > TL_GLOSS_NOUN &&
         (match->tags & TL_GLOSS_ANY_CASE) != TL_GLOSS_ANY_CASE;
}

/*
 * tl_gloss_writer_write_entry:
 * @match: an entry and where it stands
 *
 * Writes its English words, "between $1 and $2" with what is in the free places.
 */
void
tl_gloss_writer_write_entry (TlGlossWriter *self,
                             const TlGlossMatch *match)
{
  TlSpan source = tl_gloss_writer_get_span (self, match->first, match->end);
  const TlGlossToken *token = &self->view.tokens[match->first];
  /* "I квартал" has no capital. */
  gboolean is_capital = (token->flags & TL_TOKEN_CAPITALISED) != 0 && (guchar) *token->folded >= 0x80 &&
                        !tl_gloss_writer_is_kind (self, match);
  g_autofree char *gloss = is_capital || self->is_in_title ? dup_capitalised (match->entry->gloss, self->is_in_title) :
                           g_strdup (match->entry->gloss);
  const char *p = gloss;

  if (match->n_slots > 0)
    source.end = source.start;
  while (*p != '\0')
    {
      gsize length = strcspn (p, "$");

      tl_gloss_writer_add (self, p, length, source, FALSE);
      p += length;
      if (*p == '\0')
        break;
      if (p[1] >= '1' && (guint) (p[1] - '1') < match->n_slots)
        {
          write_slot (self, match, (guint) (p[1] - '1'));
          p += 2;
          continue;
        }
      tl_gloss_writer_add (self, p, 1, source, FALSE);
      p++;
    }
}

/*
 * tl_gloss_writer_note:
 * @tags: what the words are that were written
 * @governed: the cases in which they make what follows stand; 0 where they make none
 */
void
tl_gloss_writer_note (TlGlossWriter *self,
                      guint64 tags,
                      guint64 governed)
{
  self->before = tags;
  self->earlier |= tags;
  self->governed = governed;
  self->is_after_word = FALSE;
}
