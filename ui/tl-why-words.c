/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Why a part of a figure was read so, in a person's words. */

#include "tl-why-words.h"

#include <glib/gi18n-lib.h>

#include "tl-labels.h"
#include "tl-words.h"

static const char *
get_field_name (TlField field)
{
  switch (field)
    {
    case TL_FIELD_AMOUNT:
      return C_("reason", "Amount");
    case TL_FIELD_CHANGE:
      return C_("reason", "Change");
    case TL_FIELD_PERIOD:
      return C_("reason", "Period");
    case TL_FIELD_FIRST_PARTNER:
      return C_("reason", "First partner");
    case TL_FIELD_SECOND_PARTNER:
      return C_("reason", "Second partner");
    case TL_FIELD_FLOW:
      return C_("reason", "Flow");
    case TL_FIELD_STATUS:
      return C_("reason", "Status");
    case TL_FIELD_SPEAKER:
    default:
      return C_("reason", "Speaker");
    }
}

static const char *
get_how (TlHow how)
{
  switch (how)
    {
    case TL_HOW_STATED:
      return C_("reason", "stated");
    case TL_HOW_CARRIED:
      return C_("reason", "from another sentence");
    case TL_HOW_RELATIVE:
      return C_("reason", "counted from the article's date");
    case TL_HOW_COUNTERPART:
      return C_("reason", "counted from another period");
    case TL_HOW_FISCAL:
      return C_("reason", "a fiscal year");
    case TL_HOW_COLUMN:
      return C_("reason", "from the heading of the column");
    case TL_HOW_MIRRORED:
      return C_("reason", "said from the other side");
    case TL_HOW_REFERENCE:
      return C_("reason", "named elsewhere");
    case TL_HOW_TOPIC:
      return C_("reason", "whom the article is about");
    case TL_HOW_HOME:
      return C_("reason", "the country of the outlet");
    case TL_HOW_COMPARED:
      return C_("reason", "from two amounts");
    case TL_HOW_FUTURE:
      return C_("reason", "still to come");
    case TL_HOW_DEFAULT:
    default:
      return C_("reason", "nothing says otherwise");
    }
}

/**
 * tl_why_words_dup_reason:
 * @reason: a reason
 *
 * Returns: (transfer full): it for people: "Period: counted from the article's date, 16 March 2017"
 */
char *
tl_why_words_dup_reason (const TlReason *reason)
{
  g_autofree char *date = NULL;

  if (!tl_date_is_set (reason->from))
    /* Translators: a part of a figure, and in which way it was read */
    return g_strdup_printf (C_("reason", "%s: %s"), get_field_name (reason->field), get_how (reason->how));
  date = tl_label_for_date (reason->from);
  /* Translators: a part of a figure, in which way it was read, and the date it was counted from */
  return g_strdup_printf (C_("reason", "%s: %s, %s"), get_field_name (reason->field), get_how (reason->how), date);
}

/**
 * tl_why_words_dup_source:
 * @reason: a reason
 * @text: the article's text
 *
 * Returns: (transfer full): from where a part of a figure was taken, for people: "from “last year”
 *   and the article’s date, 16 March 2017"
 */
char *
tl_why_words_dup_source (const TlReason *reason,
                         const char     *text)
{
  g_autofree char *words = NULL;
  g_autofree char *date = NULL;

  if (tl_span_is_empty (reason->span))
    return g_strdup (get_how (reason->how));
  words = g_strndup (text + reason->span.start, reason->span.end - reason->span.start);
  if (tl_date_is_set (reason->from))
    {
      date = tl_label_for_date (reason->from);
      /* Translators: words of the article, and the date of the article */
      return g_strdup_printf (C_("reason", "from “%s” and the article’s date, %s"), words, date);
    }
  if (reason->how == TL_HOW_STATED)
    /* Translators: words of the article */
    return g_strdup_printf (C_("reason", "“%s”"), words);
  /* Translators: words of the article, and in which way they say it */
  return g_strdup_printf (C_("reason", "“%s”, %s"), words, get_how (reason->how));
}

/* Words of the sentence are the best reason, and that it happened needs none. */
static gboolean
is_inferred (const TlReason *reason)
{
  return reason->how != TL_HOW_STATED && reason->how != TL_HOW_DEFAULT && reason->how != TL_HOW_FISCAL &&
         reason->how != TL_HOW_COMPARED && reason->field != TL_FIELD_SPEAKER && reason->field != TL_FIELD_STATUS;
}

/**
 * tl_why_words_dup_inferred:
 * @figure: a figure
 *
 * Returns: (transfer full): which parts of it its sentence does not say itself, a line each, for
 *   people: what to look at when it is checked; "" where there are none
 */
char *
tl_why_words_dup_inferred (TlFigure *figure)
{
  const TlReason *inferred[TL_N_FIELDS] = { NULL };
  const TlWhy *why = &tl_figure_get_data (figure)->why;
  g_autoptr(GString) lines = g_string_new (NULL);
  gboolean is_of_both;

  for (guint i = why->n_reasons; i > 0; i--)
    if (is_inferred (&why->reasons[i - 1]))
      inferred[why->reasons[i - 1].field] = &why->reasons[i - 1];
  is_of_both = inferred[TL_FIELD_FIRST_PARTNER] != NULL && inferred[TL_FIELD_SECOND_PARTNER] != NULL &&
               inferred[TL_FIELD_FIRST_PARTNER]->how == inferred[TL_FIELD_SECOND_PARTNER]->how;
  for (guint field = 0; field < TL_N_FIELDS; field++)
    {
      g_autofree char *words = NULL;

      if (inferred[field] == NULL || (is_of_both && field == TL_FIELD_SECOND_PARTNER))
        continue;
      if (is_of_both && field == TL_FIELD_FIRST_PARTNER)
        words = g_strdup_printf (C_("reason", "%s: %s"), C_("reason", "Partners"), get_how (inferred[field]->how));
      else
        words = tl_why_words_dup_reason (inferred[field]);
      g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", words);
    }
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static char *
dup_amount (TlFigure *figure)
{
  return tl_figure_has_value (figure) ? tl_figure_dup_value_label (figure)
                                      : tl_figure_dup_change_label (figure);
}

static char *
dup_period (TlFigure *figure)
{
  g_autofree char *period = tl_figure_dup_period_label (figure);

  return *period != '\0' ? g_steal_pointer (&period) : g_strdup (C_("period", "no date"));
}

static char *
dup_trade (TlFigure *figure)
{
  return tl_words_for_trade (tl_figure_get_data (figure));
}

static char *
dup_status (TlFigure *figure)
{
  const char *status = tl_words_for_status (tl_figure_get_data (figure)->status);

  return g_strdup (status != NULL ? status : C_("status", "Reported"));
}

/**
 * tl_why_words_dup_read:
 * @figure: a figure
 *
 * Returns: (transfer full): where a person says otherwise than what is read there now, which
 *   parts of it are read otherwise: "Read as: $419.1 million, 2017"; "" where there are none
 */
char *
tl_why_words_dup_read (TlFigure *figure)
{
  static char *(*const parts[]) (TlFigure *) = { dup_amount, dup_period, dup_trade, dup_status };
  TlFigure *read = tl_figure_get_read (figure);
  g_autoptr(GStrvBuilder) others = g_strv_builder_new ();
  g_auto(GStrv) list = NULL;
  g_autofree char *joined = NULL;

  for (guint i = 0; read != NULL && i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *mine = parts[i] (figure);
      g_autofree char *other = parts[i] (read);

      if (!g_str_equal (mine, other))
        g_strv_builder_add (others, other);
    }
  list = g_strv_builder_end (others);
  if (list[0] == NULL)
    return g_strdup ("");
  joined = g_strjoinv (C_("list of parts", ", "), list);
  /* Translators: what the program reads where a person says otherwise: an amount, a period … */
  return g_strdup_printf (_("Read as: %s"), joined);
}
