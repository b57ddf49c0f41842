/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A figure's sentence with the words that it was read from, each kind of them in its style: the
 * amount bold, the period underlined, the partners underlined twice, the flow in italics. */

#include "tl-why-markup.h"

#include <string.h>

static const char *const openings[TL_N_FIELDS] = {
  [TL_FIELD_AMOUNT] = "<b>",
  [TL_FIELD_CHANGE] = "<b>",
  [TL_FIELD_PERIOD] = "<span underline=\"single\">",
  [TL_FIELD_FIRST_PARTNER] = "<span underline=\"double\">",
  [TL_FIELD_SECOND_PARTNER] = "<span underline=\"double\">",
  [TL_FIELD_FLOW] = "<i>",
};

static const char *const closings[TL_N_FIELDS] = {
  [TL_FIELD_AMOUNT] = "</b>",
  [TL_FIELD_CHANGE] = "</b>",
  [TL_FIELD_PERIOD] = "</span>",
  [TL_FIELD_FIRST_PARTNER] = "</span>",
  [TL_FIELD_SECOND_PARTNER] = "</span>",
  [TL_FIELD_FLOW] = "</i>",
};

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const TlReason *first = *(const TlReason *const *) a, *second = *(const TlReason *const *) b;

  return (first->span.start > second->span.start) - (first->span.start < second->span.start);
}

static gboolean
begins_letter (const char *text,
               gsize       place)
{
  return (text[place] & 0xC0) != 0x80;
}

/* What stands in the sentence itself, in its order. */
static GPtrArray *
list_reasons (const TlFigureData *data,
              const char         *sentence)
{
  GPtrArray *reasons = g_ptr_array_new ();

  for (guint i = 0; i < data->why.n_reasons; i++)
    {
      const TlReason *reason = &data->why.reasons[i];

      if (openings[reason->field] != NULL && !tl_span_is_empty (reason->span) &&
          tl_span_contains (data->sentence, reason->span) &&
          begins_letter (sentence, reason->span.start - data->sentence.start) &&
          begins_letter (sentence, reason->span.end - data->sentence.start))
        g_ptr_array_add (reasons, (gpointer) reason);
    }
  g_ptr_array_sort (reasons, compare_places);
  return reasons;
}

static void
append_escaped (GString    *markup,
                const char *text,
                gsize       length)
{
  g_autofree char *escaped = g_markup_escape_text (text, (gssize) length);

  g_string_append (markup, escaped);
}

/* Where nothing is known of the reasons, the quote stands for the amount. */
static void
append_with_quote (GString            *markup,
                   const TlFigureData *data,
                   const char         *sentence)
{
  gsize start = data->quote.start - data->sentence.start, end = data->quote.end - data->sentence.start;

  if (!tl_span_contains (data->sentence, data->quote) || !begins_letter (sentence, start) ||
      !begins_letter (sentence, end))
    {
      append_escaped (markup, sentence, strlen (sentence));
      return;
    }
  append_escaped (markup, sentence, start);
  g_string_append (markup, "<b>");
  append_escaped (markup, sentence + start, end - start);
  g_string_append (markup, "</b>");
  append_escaped (markup, sentence + end, strlen (sentence + end));
}

/**
 * tl_why_markup_new:
 * @figure: a figure
 *
 * Returns: (transfer full): its sentence as Pango markup
 */
char *
tl_why_markup_new (TlFigure *figure)
{
  const TlFigureData *data = tl_figure_get_data (figure);
  const char *sentence = tl_figure_get_sentence (figure);
  g_autoptr(GString) markup = g_string_new (NULL);
  g_autoptr(GPtrArray) reasons = NULL;
  gsize done = 0;

  if (strlen (sentence) != data->sentence.end - data->sentence.start)
    {
      append_escaped (markup, sentence, strlen (sentence));
      return g_string_free (g_steal_pointer (&markup), FALSE);
    }
  reasons = list_reasons (data, sentence);
  if (reasons->len == 0)
    append_with_quote (markup, data, sentence);
  for (guint i = 0; i < reasons->len; i++)
    {
      const TlReason *reason = g_ptr_array_index (reasons, i);
      gsize start = reason->span.start - data->sentence.start;
      gsize end = reason->span.end - data->sentence.start;

      /* Words that say two things are marked for the first of them. */
      if (start < done)
        continue;
      append_escaped (markup, sentence + done, start - done);
      g_string_append (markup, openings[reason->field]);
      append_escaped (markup, sentence + start, end - start);
      g_string_append (markup, closings[reason->field]);
      done = end;
    }
  if (reasons->len > 0)
    append_escaped (markup, sentence + done, strlen (sentence) - done);
  return g_string_free (g_steal_pointer (&markup), FALSE);
}
