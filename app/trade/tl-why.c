/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Why a figure was read as it was.  The reasons are noted where the reader decides, not
 * looked for afterwards.
 */

#include "tl-why.h"

#define NO_WORDS ((TlSpan) { 0, 0 })

/**
 * tl_why_add:
 * @self: the reasons of a figure
 * @field: what it is a reason for
 * @how: in which way
 * @span: the words; empty where no words say it
 *
 * Adds a reason.  The same twice is one, and what does not fit is left out.
 */
void
tl_why_add (TlWhy   *self,
            TlField  field,
            TlHow    how,
            TlSpan   span)
{
  tl_why_add_from (self, field, how, span, TL_DATE_NONE);
}

/**
 * tl_why_add_from:
 * @self: the reasons of a figure
 * @field: what it is a reason for
 * @how: in which way
 * @span: the words; empty where no words say it
 * @from: the date that the words were counted from
 *
 * Adds a reason, as tl_why_add() does.
 */
void
tl_why_add_from (TlWhy   *self,
                 TlField  field,
                 TlHow    how,
                 TlSpan   span,
                 TlDate   from)
{
  TlReason reason = { field, how, tl_span_is_empty (span) ? NO_WORDS : span, from };
  guint place = self->n_reasons;

  for (guint i = 0; i < self->n_reasons; i++)
    {
      const TlReason *other = &self->reasons[i];

      if (other->field == field && other->how == how && other->span.start == reason.span.start &&
          other->span.end == reason.span.end)
        return;
    }
  if (self->n_reasons == TL_WHY_SIZE)
    return;
  for (; place > 0 && self->reasons[place - 1].field > field; place--)
    self->reasons[place] = self->reasons[place - 1];
  self->reasons[place] = reason;
  self->n_reasons++;
}

/**
 * tl_how_within:
 * @how: in which way words tell something
 * @span: the words
 * @sentence: a sentence
 *
 * Returns: in which way they tell it to that sentence: %TL_HOW_CARRIED where they tell it
 *   by themselves and stand in another one
 */
TlHow
tl_how_within (TlHow  how,
               TlSpan span,
               TlSpan sentence)
{
  if (tl_span_is_empty (span) || tl_span_overlaps (span, sentence))
    return how;
  switch (how)
    {
    case TL_HOW_STATED:
    case TL_HOW_RELATIVE:
    case TL_HOW_COUNTERPART:
    case TL_HOW_FISCAL:
    case TL_HOW_MIRRORED:
      return TL_HOW_CARRIED;
    case TL_HOW_CARRIED:
    case TL_HOW_COLUMN:
    case TL_HOW_REFERENCE:
    case TL_HOW_TOPIC:
    case TL_HOW_HOME:
    case TL_HOW_COMPARED:
    case TL_HOW_FUTURE:
    case TL_HOW_DEFAULT:
    default:
      return how;
    }
}

/**
 * tl_why_carry:
 * @self: the reasons of a figure
 * @field: a field that it takes from another figure
 * @other: the reasons of that one
 * @other_field: the field of it that is taken
 * @sentence: the sentence that takes it
 *
 * Adds the other figure's reasons for its field, which are carried over where their words
 * stand in another sentence.
 */
void
tl_why_carry (TlWhy       *self,
              TlField      field,
              const TlWhy *other,
              TlField      other_field,
              TlSpan       sentence)
{
  for (guint i = 0; i < other->n_reasons; i++)
    {
      const TlReason *reason = &other->reasons[i];

      if (reason->field == other_field)
        tl_why_add_from (self, field, tl_how_within (reason->how, reason->span, sentence),
                         reason->span, reason->from);
    }
}

/**
 * tl_why_drop:
 * @self: the reasons of a figure
 * @field: a field
 *
 * Forgets the reasons for the field, which is read anew.
 */
void
tl_why_drop (TlWhy   *self,
             TlField  field)
{
  guint n = 0;

  for (guint i = 0; i < self->n_reasons; i++)
    if (self->reasons[i].field != field)
      self->reasons[n++] = self->reasons[i];
  self->n_reasons = n;
}

/**
 * tl_why_find:
 * @self: the reasons of a figure
 * @field: a field
 *
 * Returns: (nullable) (transfer none): the first reason for the field
 */
const TlReason *
tl_why_find (const TlWhy *self,
             TlField      field)
{
  for (guint i = 0; i < self->n_reasons; i++)
    if (self->reasons[i].field == field)
      return &self->reasons[i];
  return NULL;
}
