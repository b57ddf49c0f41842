/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What more than one widget says, said in one way. */

#include "tl-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-gazetteer.h"
#include "tl-labels.h"

/**
 * tl_words_for_flow:
 * @flow: a flow
 *
 * Returns: (transfer none): its name, translated
 */
const char *
tl_words_for_flow (TlFlow flow)
{
  switch (flow)
    {
    case TL_FLOW_TURNOVER:
      return C_("flow", "Turnover");
    case TL_FLOW_EXPORTS:
      return C_("flow", "Exports");
    case TL_FLOW_BALANCE:
      return C_("flow", "Balance");
    default:
      g_return_val_if_reached ("");
    }
}

static char *
join_names (const char *format,
            const char *partner,
            const char *other)
{
  TlGazetteer *gazetteer = tl_gazetteer_get_default ();
  g_autofree char *first = tl_gazetteer_dup_display_name (gazetteer, partner);
  g_autofree char *second = tl_gazetteer_dup_display_name (gazetteer, other);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (format, first, second);
#pragma GCC diagnostic pop
}

/**
 * tl_words_for_pair:
 * @partner: a partner's code
 * @other: the other's
 *
 * Returns: (transfer full): "Belarus – Kazakhstan"
 */
char *
tl_words_for_pair (const char *partner,
                   const char *other)
{
  g_return_val_if_fail (partner != NULL && other != NULL, NULL);

  /* Translators: two partners in trade, "Belarus – Kazakhstan" */
  return join_names (C_("pair", "%s – %s"), partner, other);
}

/**
 * tl_words_for_direction:
 * @flow: a flow
 * @partner: its first partner's code
 * @other: its second partner's
 *
 * Returns: (transfer full): what flows which way: "Turnover", "Exports from Belarus to
 *   Kazakhstan", "Surplus of Belarus over Kazakhstan"
 */
char *
tl_words_for_direction (TlFlow      flow,
                        const char *partner,
                        const char *other)
{
  g_return_val_if_fail (partner != NULL && other != NULL, NULL);

  switch (flow)
    {
    case TL_FLOW_EXPORTS:
      return join_names (_("Exports from %s to %s"), partner, other);
    case TL_FLOW_BALANCE:
      return join_names (_("Surplus of %s over %s"), partner, other);
    case TL_FLOW_TURNOVER:
    default:
      return g_strdup (tl_words_for_flow (flow));
    }
}

/**
 * tl_words_for_trade:
 * @data: a figure
 *
 * Returns: (transfer full): the flow and between whom it is: "Turnover, Belarus – Kazakhstan",
 *   "Exports from Belarus to Kazakhstan"
 */
char *
tl_words_for_trade (const TlFigureData *data)
{
  g_autofree char *pair = NULL;

  if (data->flow != TL_FLOW_TURNOVER)
    return tl_words_for_direction (data->flow, data->partners[0], data->partners[1]);

  pair = tl_words_for_pair (data->partners[0], data->partners[1]);
  /* Translators: a flow and the partners, "Turnover, Belarus – Kazakhstan" */
  return g_strdup_printf (_("%s, %s"), tl_words_for_flow (data->flow), pair);
}

/**
 * tl_words_for_status:
 * @status: a status
 *
 * Returns: (transfer none) (nullable): its name, translated; %NULL for what happened, which
 *   needs no word
 */
const char *
tl_words_for_status (TlStatus status)
{
  switch (status)
    {
    case TL_STATUS_TARGET:
      return C_("status", "Target");
    case TL_STATUS_FORECAST:
      return C_("status", "Forecast");
    case TL_STATUS_POTENTIAL:
      return C_("status", "Potential");
    case TL_STATUS_REPORTED:
    default:
      return NULL;
    }
}

/**
 * tl_words_for_scope:
 * @scope: a scope
 *
 * Returns: (transfer none) (nullable): its name, translated; %NULL for the trade of country
 *   with country, which needs no word
 */
const char *
tl_words_for_scope (TlScope scope)
{
  switch (scope)
    {
    case TL_SCOPE_REGIONAL:
      return C_("scope", "Regional");
    case TL_SCOPE_BLOC:
      return C_("scope", "Group of Countries");
    case TL_SCOPE_SECTOR:
      return C_("scope", "Some Goods Only");
    case TL_SCOPE_NATIONAL:
    default:
      return NULL;
    }
}

/**
 * tl_words_for_review:
 * @review: what a person said of a figure
 *
 * Returns: (transfer none): it in words, translated: "Not confirmed yet"
 */
const char *
tl_words_for_review (TlReview review)
{
  switch (review)
    {
    case TL_REVIEW_CONFIRMED:
      return C_("figure", "Confirmed");
    case TL_REVIEW_EDITED:
      return C_("figure", "Edited by you");
    case TL_REVIEW_ADDED:
      return C_("figure", "Added by you");
    case TL_REVIEW_OPEN:
    default:
      return C_("figure", "Not confirmed yet");
    }
}

/**
 * tl_words_for_source:
 * @publisher: (nullable): a publisher
 * @published: a date, set or not
 *
 * Returns: (transfer full): "BelTA · 23 November 2017", or what is known of it; "" when
 *   nothing is
 */
char *
tl_words_for_source (const char *publisher,
                     TlDate      published)
{
  g_autofree char *date = tl_label_for_date (published);

  if (publisher == NULL || publisher[0] == '\0')
    return g_steal_pointer (&date);
  if (date[0] == '\0')
    return g_strdup (publisher);
  /* Translators: a publisher and a date */
  return g_strdup_printf (C_("source", "%s · %s"), publisher, date);
}

/* What is not a sentence, but a page without a full stop, is cut down to what is near. */
#define MOST_BEFORE 300
#define MOST_AFTER 300

static char *
escape_end (const char *text,
            gsize       length)
{
  const char *end = text + length;
  const char *start = end;
  g_autofree char *escaped = NULL;

  for (guint i = 0; i < MOST_BEFORE && start > text; i++)
    start = g_utf8_prev_char (start);
  escaped = g_markup_escape_text (start, end - start);
  return start > text ? g_strconcat ("…", escaped, NULL) : g_steal_pointer (&escaped);
}

static char *
escape_beginning (const char *text)
{
  const char *end = text;
  g_autofree char *escaped = NULL;

  for (guint i = 0; i < MOST_AFTER && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  escaped = g_markup_escape_text (text, end - text);
  return *end != '\0' ? g_strconcat (escaped, "…", NULL) : g_steal_pointer (&escaped);
}

/* The same words may stand in a sentence twice; the spans say which are meant. */
static const char *
find_quote (TlFigure *figure)
{
  const TlFigureData *data = tl_figure_get_data (figure);
  const char *sentence = tl_figure_get_sentence (figure);
  const char *quote = tl_figure_get_quote (figure);
  gsize start;

  if (!tl_span_contains (data->sentence, data->quote))
    return strstr (sentence, quote);
  start = data->quote.start - data->sentence.start;
  if (start <= strlen (sentence) && g_str_has_prefix (sentence + start, quote))
    return sentence + start;
  return strstr (sentence, quote);
}

/**
 * tl_words_for_fact:
 * @fact: a fact about an article
 *
 * Returns: (transfer none): what it is called, translated
 */
const char *
tl_words_for_fact (TlFact fact)
{
  switch (fact)
    {
    case TL_FACT_TITLE:
      return _("Title");
    case TL_FACT_PUBLISHER:
      return _("Publisher");
    case TL_FACT_AUTHOR:
      return _("Author");
    case TL_FACT_URL:
      return _("Web Address");
    case TL_FACT_LANGUAGE:
      return _("Language");
    case TL_FACT_PUBLISHED:
      return _("Published");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * tl_words_for_fact_entry:
 * @fact: a fact about an article
 *
 * Returns: (transfer none): what it is called where it is written, translated: with how
 */
const char *
tl_words_for_fact_entry (TlFact fact)
{
  return fact == TL_FACT_PUBLISHED ? _("Published (Year-Month-Day)") : tl_words_for_fact (fact);
}

/**
 * tl_words_for_provenance:
 * @provenance: where a fact about an article comes from
 *
 * Returns: (transfer none): it in words, translated; "" where that is not known
 */
const char *
tl_words_for_provenance (TlProvenance provenance)
{
  switch (provenance)
    {
    case TL_PROVENANCE_TEXT:
      return _("Read in the text");
    case TL_PROVENANCE_JSON_LD:
      return _("From the page’s data for search engines");
    case TL_PROVENANCE_OPENGRAPH:
      return _("From the page’s data for social networks");
    case TL_PROVENANCE_META:
      return _("From the page’s metadata");
    case TL_PROVENANCE_ELEMENT:
      return _("Read on the page");
    case TL_PROVENANCE_HEADER:
      return _("From the header of the message or page");
    case TL_PROVENANCE_ENTRY:
      return _("From the entry of the feed or list");
    case TL_PROVENANCE_PROPERTIES:
      return _("From the properties of the document");
    case TL_PROVENANCE_ADDRESS:
      return _("From the article’s address");
    case TL_PROVENANCE_DOWNLOAD:
      return _("Noted when the file was saved");
    case TL_PROVENANCE_INFERRED:
      return _("Worked out from what the text tells");
    case TL_PROVENANCE_GIVEN:
      return _("Given when the article was imported");
    case TL_PROVENANCE_PERSON:
      return _("Corrected by you");
    case TL_PROVENANCE_NONE:
    default:
      return "";
    }
}

/**
 * tl_words_mark_quote:
 * @figure: a figure
 *
 * Returns: (transfer full): its sentence as Pango markup, with the quote in bold
 */
char *
tl_words_mark_quote (TlFigure *figure)
{
  const char *sentence;
  const char *found;
  g_autofree char *before = NULL;
  g_autofree char *quote = NULL;
  g_autofree char *after = NULL;

  g_return_val_if_fail (TL_IS_FIGURE (figure), NULL);

  sentence = tl_figure_get_sentence (figure);
  found = find_quote (figure);
  if (found == NULL)
    return escape_beginning (sentence);

  before = escape_end (sentence, found - sentence);
  quote = escape_beginning (tl_figure_get_quote (figure));
  after = escape_beginning (found + strlen (tl_figure_get_quote (figure)));
  return g_strconcat (before, "<b>", quote, "</b>", after, NULL);
}
