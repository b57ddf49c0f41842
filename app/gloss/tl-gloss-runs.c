/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where names stand that the glossary does not know. */

#include "tl-gloss-private.h"

#include <string.h>

/*
 * tl_gloss_view_is_initial:
 * @token: index of a token
 *
 * Returns: whether it is one letter with a point behind it
 */
gboolean
tl_gloss_view_is_initial (TlGlossView *self,
                          guint        token)
{
  const TlGlossToken *t = &self->tokens[token];

  return (t->flags & TL_TOKEN_CAPITALISED) != 0 && g_utf8_strlen (t->folded, -1) == 1 &&
         (guchar) *t->folded >= 0x80 && token + 1 < self->n_tokens &&
         g_str_equal (self->tokens[token + 1].folded, ".") &&
         (self->tokens[token + 1].flags & TL_TOKEN_SPACE_BEFORE) == 0;
}

/* The dash of "Касым-Жомарт". */
static gboolean
is_dash_within (TlGlossView *self,
                guint   token)
{
  return token + 1 < self->n_tokens && g_str_equal (self->tokens[token].folded, "-") &&
         ((self->tokens[token].flags | self->tokens[token + 1].flags) & TL_TOKEN_SPACE_BEFORE) == 0 &&
         tl_gloss_view_is_name (self, token + 1);
}

/* Two forms of one word differ in their ends. */
static gboolean
are_alike (const char *a,
           const char *b)
{
  gsize same = 0;

  while (a[same] != '\0' && a[same] == b[same])
    same++;
  return same >= 6 && strlen (a) <= same + 6 && strlen (b) <= same + 6;
}

/* Also behind a dash or a mark that begins a sentence, and behind a colon. */
static gboolean
is_beginning (TlGlossView *self,
              guint        token)
{
  const TlGlossToken *t = &self->tokens[token];
  const TlGlossToken *before = t - 1;

  if ((t->flags & (TL_TOKEN_SENTENCE_START | TL_TOKEN_LINE_START)) != 0)
    return TRUE;
  if (token == 0 || before->kind == TL_TOKEN_WORD || before->kind == TL_TOKEN_NUMBER)
    return FALSE;
  return g_str_equal (before->folded, ":") ||
         (before->flags & (TL_TOKEN_SENTENCE_START | TL_TOKEN_LINE_START)) != 0;
}

/* The first word of a sentence has a capital letter, whatever it is: a name is what has one
 * elsewhere, or stands before another name. */
static gboolean
is_real_name (TlGlossView *self,
              guint   token)
{
  const TlGlossToken *t = &self->tokens[token];

  if (!is_beginning (self, token))
    return TRUE;
  if ((t->flags & TL_TOKEN_ALL_CAPS) != 0 && g_utf8_strlen (t->folded, -1) > 1)
    return TRUE;
  if (tl_gloss_view_is_name (self, token + 1) || is_dash_within (self, token + 1) ||
      (token + 1 < self->n_tokens && tl_gloss_view_is_initial (self, token + 1)))
    return TRUE;
  for (guint i = 0; i < self->n_tokens; i++)
    {
      const TlGlossToken *other = &self->tokens[i];

      if (i != token && tl_gloss_view_is_name (self, i) && !is_beginning (self, i) &&
          are_alike (other->folded, t->folded))
        return TRUE;
    }
  return FALSE;
}

/* "БелТПП", "ЕЭК" */
static gboolean
is_acronym (TlGlossView *self,
            guint        token)
{
  const TlGlossToken *t = &self->tokens[token];
  const char *end = self->string + t->span.end;

  for (const char *p = g_utf8_next_char (self->string + t->span.start); p < end; p = g_utf8_next_char (p))
    {
      if (g_unichar_isupper (g_utf8_get_char (p)))
        return TRUE;
    }
  return FALSE;
}

/*
 * tl_gloss_view_find_name_end:
 * @token: index of a token
 *
 * Returns: how far a name goes that begins there, that the glossary does not know; @token where
 *   none does
 */
guint
tl_gloss_view_find_name_end (TlGlossView *self,
                             guint        token)
{
  guint end = token;

  while (end < self->n_tokens)
    {
      if (end > token && (self->tokens[end].flags & TL_TOKEN_LINE_START) != 0)
        break;
      if (tl_gloss_view_is_initial (self, end) || (end > token && is_dash_within (self, end)))
        end += 2;
      else if (end > token && is_acronym (self, end) != is_acronym (self, end - 1))
        break;
      else if (tl_gloss_view_is_name (self, end) && (end > token || is_real_name (self, end)))
        end++;
      else
        break;
    }
  return end;
}

