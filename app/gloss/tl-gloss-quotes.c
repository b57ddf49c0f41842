/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Quotation marks: English has other ones in other places. */

#include "tl-gloss-writer-private.h"

#include <string.h>

/* A name in quotation marks has no more words. */
#define MAX_QUOTED_NAME 5

static gboolean
is_dash (const TlGlossToken *token)
{
  return g_str_equal (token->folded, "–") || g_str_equal (token->folded, "—") || g_str_equal (token->folded, "-");
}

/*
 * tl_gloss_writer_find_mark:
 * @token: a token
 *
 * Returns: (nullable): the quotation mark that English has for a dash there: it ends a quotation before it
 *   tells who says it, and begins it again behind that
 */
const char *
tl_gloss_writer_find_mark (TlGlossWriter *self,
                           guint token)
{
  const TlGlossToken *t = &self->view.tokens[token];
  guint64 speech = self->view.glossary->groups[TL_GLOSS_GROUP_SPEECH];
  const char *before = token > 0 ? self->view.tokens[token - 1].folded : "";

  if (!self->is_in_quote || !is_dash (t) || strlen (before) != 1)
    return NULL;
  if (!self->is_suspended && strchr (",!?", *before) != NULL && token + 1 < self->view.n_tokens &&
      (self->view.tokens[token + 1].tags & speech) != 0)
    {
      self->is_suspended = TRUE;
      return "”";
    }
  if (self->is_suspended && strchr (".,", *before) != NULL)
    {
      self->is_suspended = FALSE;
      return "“";
    }
  return NULL;
}

/*
 * tl_gloss_writer_find_quoted_end:
 * @token: a token
 *
 * Returns: where the name ends that begins there in quotation marks, 0 where none does
 */
guint
tl_gloss_writer_find_quoted_end (TlGlossWriter *self,
                                 guint token)
{
  guint end = token + 1;

  if (!g_str_equal (self->view.tokens[token].folded, "«") ||
      (self->before & self->view.glossary->groups[TL_GLOSS_GROUP_PLACE]) != 0)
    return 0;
  for (; end < self->view.n_tokens && end <= token + MAX_QUOTED_NAME; end++)
    {
      const TlGlossToken *t = &self->view.tokens[end];

      if (g_str_equal (t->folded, "»"))
        return end > token + 1 ? end : 0;
      if ((t->kind != TL_TOKEN_WORD && !is_dash (t)) || (t->tags & TL_GLOSS_VERB) != 0 ||
          (end == token + 1 && (t->flags & TL_TOKEN_CAPITALISED) == 0))
        return 0;
    }
  return 0;
}

/*
 * tl_gloss_writer_write_sign:
 * @token: what is no word
 */
void
tl_gloss_writer_write_sign (TlGlossWriter *self,
                            guint token)
{
  const TlGlossToken *t = &self->view.tokens[token];

  if (g_str_equal (t->folded, "«"))
    {
      tl_gloss_writer_add (self, "“", strlen ("“"), t->span, FALSE);
      self->is_in_quote = TRUE;
      self->is_suspended = FALSE;
    }
  else if (g_str_equal (t->folded, "»"))
    {
      if (!self->is_suspended)
        tl_gloss_writer_add (self, "”", strlen ("”"), t->span, FALSE);
      self->is_in_quote = self->is_suspended = FALSE;
    }
  else
    tl_gloss_writer_copy (self, t->span);
}

/*
 * tl_gloss_writer_write_quoted:
 * @token: the mark before a name
 * @end: the mark behind it
 *
 * Writes a name in quotation marks, which is one in English without them.
 *
 * Returns: the token behind
 */
guint
tl_gloss_writer_write_quoted (TlGlossWriter *self,
                              guint token,
                              guint end)
{
  tl_gloss_writer_copy_gap (self, token);
  self->done = self->view.tokens[token].span.end;
  for (guint i = token + 1; i < end; i++)
    {
      const TlGlossToken *t = &self->view.tokens[i];
      g_autofree char *original = g_strndup (self->view.string + t->span.start, t->span.end - t->span.start);
      g_autofree char *latin = tl_glossary_to_latin (self->view.glossary, original);

      *latin = g_ascii_toupper (*latin);
      tl_gloss_writer_copy_gap (self, i);
      tl_gloss_writer_add (self, latin, strlen (latin), t->span, FALSE);
      self->done = t->span.end;
    }
  self->done = self->view.tokens[end].span.end;
  tl_gloss_writer_note (self, TL_GLOSS_NAME, 0);
  self->is_in_title = FALSE;
  return end + 1;
}
