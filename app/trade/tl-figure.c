/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-figure.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "tl-labels.h"

/**
 * TlFigure:
 *
 * One quantity of trade that a text states: an amount, a change, or both, for one flow
 * between two partners in one period, with the words that it was taken from.  Immutable,
 * so that a worker may make it and a widget may show it.
 */
struct _TlFigure
{
  GObject       parent_instance;

  TlFigureData  data;
  TlReview      review;
  TlFigure     *read;           /* owned: what is read there where a person says otherwise; NULL */
  char         *texts;          /* owned: these three, one behind the other */
  const char   *quote;          /* never NULL */
  const char   *sentence;       /* never NULL */
  const char   *speaker;        /* NULL when nobody is named */
};

G_DEFINE_FINAL_TYPE (TlFigure, tl_figure, G_TYPE_OBJECT)

static const char *const flow_names[] = { "turnover", "exports", "balance" };
static const char *const scope_names[] = { "national", "regional", "bloc", "sector" };
static const char *const status_names[] = { "reported", "target", "forecast", "potential" };

static gboolean
find_name (const char *const *names,
           guint              n_names,
           const char        *string,
           int               *index)
{
  for (guint i = 0; string != NULL && i < n_names; i++)
    if (g_str_equal (names[i], string))
      {
        *index = (int) i;
        return TRUE;
      }
  return FALSE;
}

static const char *
get_name (const char *const *names,
          guint              n_names,
          guint              index)
{
  g_return_val_if_fail (index < n_names, names[0]);

  return names[index];
}

static void
tl_figure_finalize (GObject *object)
{
  TlFigure *self = TL_FIGURE (object);

  g_clear_pointer (&self->texts, g_free);
  g_clear_object (&self->read);

  G_OBJECT_CLASS (tl_figure_parent_class)->finalize (object);
}

static void
tl_figure_class_init (TlFigureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_figure_finalize;
}

static void
tl_figure_init (TlFigure *self G_GNUC_UNUSED)
{
}

/**
 * tl_figure_data_init:
 * @data: (out caller-allocates): fields of a figure
 *
 * Sets every field to what "nothing is said of it" looks like: a reported national
 * turnover without partners, period, value or change.
 */
void
tl_figure_data_init (TlFigureData *data)
{
  g_return_if_fail (data != NULL);

  *data = (TlFigureData) { .value = NAN, .high = NAN };
}

/* One piece of memory for all three: a chart may be made of thousands of figures. */
static void
set_texts (TlFigure   *self,
           const char *quote,
           const char *sentence,
           const char *speaker)
{
  gsize quote_size = strlen (quote) + 1, sentence_size = strlen (sentence) + 1;
  gsize speaker_size = speaker != NULL ? strlen (speaker) + 1 : 0;

  self->texts = g_malloc (quote_size + sentence_size + speaker_size);
  self->quote = memcpy (self->texts, quote, quote_size);
  self->sentence = memcpy (self->texts + quote_size, sentence, sentence_size);
  if (speaker != NULL)
    self->speaker = memcpy (self->texts + quote_size + sentence_size, speaker, speaker_size);
}

/**
 * tl_figure_new:
 * @data: the fields; copied
 * @quote: (nullable): the run of the text that carries the amount or the change
 * @sentence: (nullable): the sentence that holds it
 * @speaker: (nullable): whom the text attributes it to
 *
 * Returns: (transfer full): a figure
 */
TlFigure *
tl_figure_new (const TlFigureData *data,
               const char         *quote,
               const char         *sentence,
               const char         *speaker)
{
  TlFigure *self;

  g_return_val_if_fail (data != NULL, NULL);

  self = g_object_new (TL_TYPE_FIGURE, NULL);
  self->data = *data;
  self->data.currency[sizeof self->data.currency - 1] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (self->data.partners); i++)
    self->data.partners[i][TL_PARTNER_SIZE - 1] = '\0';
  set_texts (self, quote != NULL ? quote : "", sentence != NULL ? sentence : "", speaker);
  return self;
}

/**
 * tl_figure_new_reviewed:
 * @self: a figure
 * @review: what a person said of it
 * @read: (nullable): what is read there, where that is another figure
 *
 * Returns: (transfer full): the same figure, of which a person said this
 */
TlFigure *
tl_figure_new_reviewed (TlFigure *self,
                        TlReview  review,
                        TlFigure *read)
{
  TlFigure *figure;

  g_return_val_if_fail (TL_IS_FIGURE (self), NULL);

  figure = tl_figure_new (&self->data, self->quote, self->sentence, self->speaker);
  figure->review = review;
  g_set_object (&figure->read, read);
  return figure;
}

/**
 * tl_figure_get_read:
 * @self: a figure
 *
 * Returns: (transfer none) (nullable): what is read in its place now, where a person's word
 *   holds instead of it; %NULL where that is the same, or nothing is read there, or nobody said
 *   anything of it
 */
TlFigure *
tl_figure_get_read (TlFigure *self)
{
  g_return_val_if_fail (TL_IS_FIGURE (self), NULL);

  return self->read;
}

/**
 * tl_figure_get_review:
 * @self: a figure
 *
 * Returns: what a person said of it
 */
TlReview
tl_figure_get_review (TlFigure *self)
{
  g_return_val_if_fail (TL_IS_FIGURE (self), TL_REVIEW_OPEN);

  return self->review;
}

static void
append_number (GString *key,
               double   value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_c (key, '|');
  if (isfinite (value))
    g_string_append (key, g_ascii_formatd (buffer, sizeof buffer, "%.15g", value));
}

static void
append_month (GString *key,
              TlDate   date)
{
  g_autofree char *month = tl_date_to_month (date);

  g_string_append_printf (key, "|%s", month != NULL ? month : "");
}

/**
 * tl_figure_dup_key:
 * @self: a figure
 *
 * Two figures of one text are the same when their quotes stand in the same place and their keys
 * are equal.  Keys are kept in libraries: what they are made of is never changed.
 *
 * Returns: (transfer full): all that it states of trade, in one string
 */
char *
tl_figure_dup_key (TlFigure *self)
{
  const TlFigureData *data;
  gboolean has_change;
  GString *key;

  g_return_val_if_fail (TL_IS_FIGURE (self), NULL);

  data = &self->data;
  has_change = data->change_kind != TL_CHANGE_NONE;
  key = g_string_new (tl_flow_to_string (data->flow));
  g_string_append_printf (key, "|%s|%s|%s|%s|%s|%s", data->partners[0], data->partners[1],
                          tl_scope_to_string (data->scope), tl_status_to_string (data->status),
                          data->currency, tl_precision_to_string (data->precision));
  append_month (key, data->start);
  append_month (key, data->end);
  append_number (key, data->value);
  append_number (key, data->high);
  g_string_append_printf (key, "|%d", (int) data->change_kind);
  append_number (key, data->change_kind == TL_CHANGE_PERCENT ? data->change : NAN);
  g_string_append_printf (key, "|%d", has_change ? data->change_against : 0);
  return g_string_free (key, FALSE);
}

/**
 * tl_figure_get_data:
 * @self: a figure
 *
 * Returns: (transfer none): its fields, which live as long as the figure
 */
const TlFigureData *
tl_figure_get_data (TlFigure *self)
{
  g_return_val_if_fail (TL_IS_FIGURE (self), NULL);

  return &self->data;
}

/**
 * tl_figure_get_quote:
 * @self: a figure
 *
 * Returns: (transfer none): the run of the text that carries the amount or the change, or ""
 */
const char *
tl_figure_get_quote (TlFigure *self)
{
  g_return_val_if_fail (TL_IS_FIGURE (self), NULL);

  return self->quote;
}

/**
 * tl_figure_get_sentence:
 * @self: a figure
 *
 * Returns: (transfer none): the sentence that holds the quote, or ""
 */
const char *
tl_figure_get_sentence (TlFigure *self)
{
  g_return_val_if_fail (TL_IS_FIGURE (self), NULL);

  return self->sentence;
}

/**
 * tl_figure_get_speaker:
 * @self: a figure
 *
 * Returns: (transfer none) (nullable): whom the text attributes it to, in full
 */
const char *
tl_figure_get_speaker (TlFigure *self)
{
  g_return_val_if_fail (TL_IS_FIGURE (self), NULL);

  return self->speaker;
}

/**
 * tl_figure_has_value:
 * @self: a figure
 *
 * Returns: whether an amount is stated, not only a change
 */
gboolean
tl_figure_has_value (TlFigure *self)
{
  g_return_val_if_fail (TL_IS_FIGURE (self), FALSE);

  return isfinite (self->data.value);
}

/**
 * tl_figure_is_full_year:
 * @self: a figure
 *
 * Returns: whether its period is one calendar year, January to December
 */
gboolean
tl_figure_is_full_year (TlFigure *self)
{
  g_return_val_if_fail (TL_IS_FIGURE (self), FALSE);

  return tl_date_is_set (self->data.start) &&
         self->data.start.year == self->data.end.year &&
         self->data.start.month <= 1 &&
         (self->data.end.month == 12 || (self->data.end.month == 0 && self->data.start.month == 0));
}

/**
 * tl_figure_is_complete:
 * @self: a figure
 *
 * Returns: whether it says all that a chart needs, of whatever scope: two partners, an amount
 *   above zero in a known currency, and a period between 1900 and 2100
 */
gboolean
tl_figure_is_complete (TlFigure *self)
{
  const TlFigureData *data;

  g_return_val_if_fail (TL_IS_FIGURE (self), FALSE);

  data = &self->data;
  return data->partners[0][0] != '\0' &&
         data->partners[1][0] != '\0' &&
         !g_str_equal (data->partners[0], data->partners[1]) &&
         data->currency[0] != '\0' &&
         isfinite (data->value) &&
         data->value > 0 &&
         data->start.year >= TL_FIRST_YEAR &&
         data->end.year <= TL_LAST_YEAR &&
         (data->end.year > data->start.year ||
          (data->end.year == data->start.year &&
           (data->end.month == 0 || data->end.month >= data->start.month)));
}

/**
 * tl_figure_is_chartable:
 * @self: a figure
 *
 * Returns: whether a chart of its partners can show it: trade between two countries, of
 *   any flow and status, and complete, see tl_figure_is_complete()
 */
gboolean
tl_figure_is_chartable (TlFigure *self)
{
  g_return_val_if_fail (TL_IS_FIGURE (self), FALSE);

  return self->data.scope == TL_SCOPE_NATIONAL && tl_figure_is_complete (self);
}

/**
 * tl_figure_dup_value_label:
 * @self: a figure
 *
 * Returns: (transfer full): its amount for people: "almost $1 billion",
 *   "$750–800 million", "KZT 3.4 billion"; "" when only a change is stated
 */
char *
tl_figure_dup_value_label (TlFigure *self)
{
  g_return_val_if_fail (TL_IS_FIGURE (self), NULL);

  return tl_label_for_amount (self->data.value,
                              self->data.high,
                              self->data.currency,
                              self->data.precision,
                              TL_LABEL_STYLE_WORDS);
}

static char *
dup_against_label (const TlFigureData *data)
{
  if (data->change_against == TL_AGAINST_PREVIOUS_PERIOD)
    return g_strdup (_("against the period before"));
  if (data->change_against == TL_AGAINST_PREVIOUS_YEAR)
    return g_strdup (_("against the year before"));
  /* Translators: %d is a year */
  return g_strdup_printf (_("against %d"), data->change_against);
}

static char *
dup_percent_label (const TlFigureData *data)
{
  g_autofree char *percent = tl_label_for_percent (data->change);
  /* Translators: a change, "+7.5%"; the minus is U+2212 */
  g_autofree char *size = g_strconcat (data->change < 0 ? "−" : "+", percent, NULL);
  g_autofree char *against = NULL;

  if (!isfinite (data->change))
    return g_strdup ("");

  against = dup_against_label (data);
  /* Translators: a change and what it is counted from, "−30% against the year before" */
  return g_strdup_printf (C_("change", "%s %s"), size, against);
}

/**
 * tl_figure_dup_change_label:
 * @self: a figure
 *
 * Returns: (transfer full): the stated change for people: "−30% against the year before",
 *   "up", "down"; "" when none is stated
 */
char *
tl_figure_dup_change_label (TlFigure *self)
{
  g_return_val_if_fail (TL_IS_FIGURE (self), NULL);

  switch (self->data.change_kind)
    {
    case TL_CHANGE_PERCENT:
      return dup_percent_label (&self->data);
    case TL_CHANGE_UP:
      return g_strdup (C_("change", "up"));
    case TL_CHANGE_DOWN:
      return g_strdup (C_("change", "down"));
    case TL_CHANGE_FLAT:
      return g_strdup (C_("change", "unchanged"));
    case TL_CHANGE_NONE:
    default:
      return g_strdup ("");
    }
}

/**
 * tl_figure_dup_period_label:
 * @self: a figure
 *
 * Returns: (transfer full): its period for people: "2016", "Jan–Sep 2017", "Dec 2018",
 *   "2018–2024"; "" when it has none
 */
char *
tl_figure_dup_period_label (TlFigure *self)
{
  g_return_val_if_fail (TL_IS_FIGURE (self), NULL);

  return tl_label_for_period (self->data.start, self->data.end);
}

/**
 * tl_flow_to_string:
 * @flow: a flow
 *
 * Returns: (transfer none): its name in files and on the command line
 */
const char *
tl_flow_to_string (TlFlow flow)
{
  return get_name (flow_names, G_N_ELEMENTS (flow_names), flow);
}

/**
 * tl_flow_from_string:
 * @string: (nullable): "turnover", "exports" or "balance"
 * @flow: (out): the flow; left alone when the string names none
 *
 * Returns: whether the string names a flow
 */
gboolean
tl_flow_from_string (const char *string,
                     TlFlow     *flow)
{
  int index;

  if (!find_name (flow_names, G_N_ELEMENTS (flow_names), string, &index))
    return FALSE;
  *flow = (TlFlow) index;
  return TRUE;
}

/**
 * tl_scope_to_string:
 * @scope: a scope
 *
 * Returns: (transfer none): its name in files
 */
const char *
tl_scope_to_string (TlScope scope)
{
  return get_name (scope_names, G_N_ELEMENTS (scope_names), scope);
}

/**
 * tl_scope_from_string:
 * @string: (nullable): "national", "regional", "bloc" or "sector"
 * @scope: (out): the scope; left alone when the string names none
 *
 * Returns: whether the string names a scope
 */
gboolean
tl_scope_from_string (const char *string,
                      TlScope    *scope)
{
  int index;

  if (!find_name (scope_names, G_N_ELEMENTS (scope_names), string, &index))
    return FALSE;
  *scope = (TlScope) index;
  return TRUE;
}

/**
 * tl_status_to_string:
 * @status: a status
 *
 * Returns: (transfer none): its name in files
 */
const char *
tl_status_to_string (TlStatus status)
{
  return get_name (status_names, G_N_ELEMENTS (status_names), status);
}

/**
 * tl_status_from_string:
 * @string: (nullable): "reported", "target", "forecast" or "potential"
 * @status: (out): the status; left alone when the string names none
 *
 * Returns: whether the string names a status
 */
gboolean
tl_status_from_string (const char *string,
                       TlStatus   *status)
{
  int index;

  if (!find_name (status_names, G_N_ELEMENTS (status_names), string, &index))
    return FALSE;
  *status = (TlStatus) index;
  return TRUE;
}
