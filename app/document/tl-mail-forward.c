/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Mail programs put some lines above a mail that a person passes on: who wrote it, when,
 * to whom, on what, in the language of the program and in an order of its own.
 */

#include "tl-mail-forward.h"

#include "tl-document-words.h"

#include <string.h>

/* What is passed on has at least so many bytes, or it is only mentioned. */
#define MIN_STORY 100

/* No label is longer, in bytes, and no such block has more lines. */
#define MAX_LABEL 60
#define MAX_LINES 16

typedef enum
{
  LABEL_NONE,
  LABEL_FROM,
  LABEL_DATE,
  LABEL_SUBJECT,
  LABEL_TO,
  LABEL_BLANK,
} Label;

static GHashTable *
load_labels (void)
{
  static const TlDocumentWords groups[] = {
    [LABEL_FROM] = TL_DOCUMENT_MAIL_FROM,
    [LABEL_DATE] = TL_DOCUMENT_MAIL_DATE,
    [LABEL_SUBJECT] = TL_DOCUMENT_MAIL_SUBJECT,
    [LABEL_TO] = TL_DOCUMENT_MAIL_TO,
  };
  GHashTable *labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = LABEL_TO; i >= LABEL_FROM; i--)
    {
      const char *const *words = tl_document_words (groups[i]);

      for (guint j = 0; words[j] != NULL; j++)
        g_hash_table_insert (labels, g_utf8_casefold (words[j], -1), GUINT_TO_POINTER (i));
    }
  return labels;
}

static GHashTable *
get_labels (void)
{
  static GHashTable *labels = NULL;

  if (g_once_init_enter (&labels))
    g_once_init_leave (&labels, load_labels ());
  return labels;
}

/* "> *From:* Ann" begins at its "F". */
static const char *
skip_marks (const char *p,
            const char *end)
{
  while (p < end && strchr ("> *\t|", *p) != NULL)
    p++;
  return p;
}

static Label
read_label (const char  *line,
            const char  *end,
            const char **value)
{
  const char *p = skip_marks (line, end);
  const char *colon = g_strstr_len (p, MIN (end - p, MAX_LABEL), ":");
  const char *wide = g_strstr_len (p, MIN (end - p, MAX_LABEL), "：");
  g_autofree char *label = NULL;
  g_autofree char *folded = NULL;

  if (p == end)
    return LABEL_BLANK;
  if (wide != NULL && (colon == NULL || wide < colon))
    colon = wide;
  if (colon == NULL)
    return LABEL_NONE;
  label = g_strndup (p, (gsize) (colon - p));
  folded = g_utf8_casefold (g_strchomp (label), -1);
  *value = skip_marks (colon + (colon == wide ? strlen ("：") : 1), end);
  return GPOINTER_TO_UINT (g_hash_table_lookup (get_labels (), folded));
}

static void
take_value (char       **place,
            const char  *value,
            const char  *end)
{
  if (*place == NULL && value < end)
    {
      *place = g_strndup (value, (gsize) (end - value));
      while (g_str_has_suffix (g_strchomp (*place), "*"))
        (*place)[strlen (*place) - 1] = '\0';
    }
}

static const char *
find_end (const char *line)
{
  const char *newline = strchr (line, '\n');

  return newline != NULL ? newline : line + strlen (line);
}

/* Reads the block that begins at @line, if one does; returns where what is behind it begins. */
static const char *
read_block (const char    *line,
            TlMailForward *forward)
{
  guint n_labels = 0, n_blank = 0;

  for (guint n = 0; *line != '\0' && n < MAX_LINES; n++)
    {
      const char *end = find_end (line);
      const char *value = end;
      Label label = read_label (line, end, &value);

      if (label == LABEL_NONE || (label == LABEL_BLANK && ++n_blank > 1))
        break;
      if (label != LABEL_BLANK)
        {
          n_labels++;
          n_blank = 0;
        }
      if (label == LABEL_FROM)
        take_value (&forward->from, value, end);
      else if (label == LABEL_DATE)
        take_value (&forward->date, value, end);
      else if (label == LABEL_SUBJECT)
        take_value (&forward->subject, value, end);
      line = *end != '\0' ? end + 1 : end;
    }
  return n_labels >= 3 && forward->from != NULL && (forward->date != NULL || forward->subject != NULL) ? line : NULL;
}

static gboolean
is_forward_mark (const char *line,
                 const char *end)
{
  const char *const *marks = tl_document_words (TL_DOCUMENT_MAIL_FORWARDED);
  g_autofree char *folded = NULL;

  if (end - line > 200)
    return FALSE;
  folded = g_utf8_casefold (line, end - line);
  for (guint i = 0; marks[i] != NULL; i++)
    {
      g_autofree char *mark = g_utf8_casefold (marks[i], -1);

      if (strstr (folded, mark) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Only lines that begin with dashes or a label are looked at closely. */
static gboolean
may_mark (const char *line,
          const char *end)
{
  const char *p = skip_marks (line, end);

  return p < end && (*p == '-' || *p == '_' || end[-1] == ':' || g_str_has_prefix (p, "Begin"));
}

/**
 * tl_mail_forward_find:
 * @text: the text of a mail
 * @forward: (out caller-allocates): what was found
 *
 * Looks for the innermost mail that is passed on in a mail.
 *
 * Returns: whether there is one
 */
gboolean
tl_mail_forward_find (const char    *text,
                      TlMailForward *forward)
{
  gsize length = strlen (text);
  const char *mark = NULL;
  gboolean is_found = FALSE;

  for (const char *line = text; *line != '\0';)
    {
      const char *end = find_end (line);
      const char *value = end;
      const char *behind = NULL;
      Label label = read_label (line, end, &value);

      if (label == LABEL_NONE && may_mark (line, end) && is_forward_mark (line, end))
        mark = line;
      else if (label != LABEL_NONE && label != LABEL_BLANK)
        {
          TlMailForward found = { NULL };

          behind = read_block (line, &found);
          if (behind != NULL && length - (gsize) (behind - text) >= MIN_STORY)
            {
              tl_mail_forward_clear (forward);
              *forward = found;
              forward->start = (gsize) ((mark != NULL ? mark : line) - text);
              forward->end = (gsize) (behind - text);
              is_found = TRUE;
            }
          else
            tl_mail_forward_clear (&found);
        }
      if (label != LABEL_BLANK && mark != line)
        mark = NULL;
      line = behind != NULL ? behind : *end != '\0' ? end + 1 : end;
    }
  return is_found;
}

/**
 * tl_mail_forward_clear:
 * @forward: what was found
 *
 * Frees what @forward holds.
 */
void
tl_mail_forward_clear (TlMailForward *forward)
{
  g_clear_pointer (&forward->from, g_free);
  g_clear_pointer (&forward->date, g_free);
  g_clear_pointer (&forward->subject, g_free);
}

/* How much of @subject is one "Fwd: ", "Re[2]: ", "[list] ". */
static gsize
measure_prefix (const char *subject,
                gboolean   *is_forward)
{
  const char *const *words = tl_document_words (TL_DOCUMENT_MAIL_PREFIXES);
  gboolean is_of_forward = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize n = strlen (words[i]);
      g_autofree char *start = g_utf8_strdown (subject, (gssize) MIN (strlen (subject), n));

      /* The list has first what answers begin with. */
      is_of_forward = is_of_forward || strcmp (words[i], "fwd") == 0;
      if (strcmp (start, words[i]) != 0)
        continue;
      if (subject[n] == '[' && strchr (subject + n, ']') != NULL)
        n = (gsize) (strchr (subject + n, ']') - subject) + 1;
      n += strspn (subject + n, " ");
      if (subject[n] != ':' && !g_str_has_prefix (subject + n, "："))
        continue;
      *is_forward = *is_forward || is_of_forward;
      n += subject[n] == ':' ? 1 : strlen ("：");
      return n + strspn (subject + n, " ");
    }
  return 0;
}

/**
 * tl_mail_dup_subject:
 * @subject: the subject of a mail
 * @is_forward: (inout): set to %TRUE where it says that the mail is passed on
 *
 * Returns: (transfer full) (nullable): the subject without "Fwd:" and the like
 */
char *
tl_mail_dup_subject (const char *subject,
                     gboolean   *is_forward)
{
  g_autofree char *folded = NULL;
  gsize n = 0;

  if (subject == NULL || !g_utf8_validate (subject, -1, NULL))
    return NULL;
  folded = g_strstrip (g_strdup (subject));
  for (gsize more; (more = measure_prefix (folded + n, is_forward)) > 0;)
    n += more;
  return folded[n] != '\0' ? g_strdup (folded + n) : NULL;
}
