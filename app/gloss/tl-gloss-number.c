/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers with a decimal comma, and with spaces between thousands. */

#include "tl-gloss-private.h"

#include <string.h>

static gboolean
is_group (const TlGlossToken *token)
{
  gsize length = strspn (token->folded, "0123456789");

  return token->kind == TL_TOKEN_NUMBER && length == 3 && strchr (",", token->folded[3]) != NULL;
}

/* A space of one character, also one that does not break. */
static gboolean
is_near (const TlGlossToken *before,
         const TlGlossToken *token)
{
  return token->span.start - before->span.end <= 3 && (token->flags & TL_TOKEN_LINE_START) == 0;
}

/*
 * tl_gloss_number_end:
 * @token: index of a number
 *
 * Returns: the token after the number that begins there: "1 234 567,8" is one
 */
guint
tl_gloss_number_end (TlGlossView *self,
                     guint        token)
{
  const TlGlossToken *first = &self->tokens[token];
  guint end = token + 1;

  if (strspn (first->folded, "0123456789") != strlen (first->folded) || strlen (first->folded) > 3)
    return end;
  while (end < self->n_tokens && is_group (&self->tokens[end]) && is_near (&self->tokens[end - 1], &self->tokens[end]))
    {
      end++;
      if (strchr (self->tokens[end - 1].folded, ',') != NULL)
        break;
    }
  return end;
}

/*
 * tl_gloss_number_write:
 * @token: index of a number
 * @end: from tl_gloss_number_end()
 * @out: where to
 *
 * Writes the number as English does: "1,234,567.8", and a sign of per cent behind it.
 */
void
tl_gloss_number_write (TlGlossView *self,
                       guint        token,
                       guint        end,
                       GString     *out)
{
  for (guint i = token; i < end; i++)
    {
      const char *digits = self->tokens[i].folded;
      const char *comma = strchr (digits, ',');
      gboolean is_decimal = comma != NULL && strchr (comma + 1, ',') == NULL && strchr (digits, '.') == NULL;

      if (i > token && *digits != '%')
        g_string_append_c (out, ',');
      for (const char *p = digits; *p != '\0'; p++)
        g_string_append_c (out, is_decimal && *p == ',' ? '.' : *p);
    }
}
