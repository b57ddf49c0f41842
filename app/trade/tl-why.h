/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "tl-date.h"
#include "tl-span.h"

G_BEGIN_DECLS

/**
 * TlField:
 * @TL_FIELD_AMOUNT: the value, its currency and its precision
 * @TL_FIELD_CHANGE: the change, and against what it is counted
 * @TL_FIELD_PERIOD: the period
 * @TL_FIELD_FIRST_PARTNER: the first of the two partners
 * @TL_FIELD_SECOND_PARTNER: the second
 * @TL_FIELD_FLOW: which flow
 * @TL_FIELD_STATUS: whether it happened
 * @TL_FIELD_SPEAKER: who says so
 *
 * The part of a figure that something was read for.
 */
typedef enum
{
  TL_FIELD_AMOUNT,
  TL_FIELD_CHANGE,
  TL_FIELD_PERIOD,
  TL_FIELD_FIRST_PARTNER,
  TL_FIELD_SECOND_PARTNER,
  TL_FIELD_FLOW,
  TL_FIELD_STATUS,
  TL_FIELD_SPEAKER,
} TlField;

#define TL_N_FIELDS (TL_FIELD_SPEAKER + 1)

/**
 * TlHow:
 * @TL_HOW_STATED: words of the figure's sentence say it
 * @TL_HOW_CARRIED: words of another sentence say it, and this one goes on about it
 * @TL_HOW_RELATIVE: words of the sentence say it, counted from the article's date
 * @TL_HOW_COUNTERPART: it is counted from another period of the text, or has its year from that: the
 *   words are those that say so ("a year earlier", "May"), or that name the other period
 * @TL_HOW_FISCAL: words of the sentence say it, which name a fiscal year, and that begins as the
 *   one of the country does
 * @TL_HOW_COLUMN: the heading of its column of a table says it
 * @TL_HOW_MIRRORED: the words say it from the other side: imports, a deficit
 * @TL_HOW_REFERENCE: these words stand for what other words name ("the two countries",
 *   "this number", "he"); those are a reason of their own
 * @TL_HOW_TOPIC: the country, or one of the two, that the article is about; the words are
 *   where it names it first
 * @TL_HOW_HOME: the country of the outlet; no words say it
 * @TL_HOW_COMPARED: it follows from two amounts ("from $1bn to $2bn")
 * @TL_HOW_FUTURE: its period, whose words these are, lies behind the article's date
 * @TL_HOW_DEFAULT: nothing says anything else
 *
 * In which way words, or none, told a part of a figure.
 */
typedef enum
{
  TL_HOW_STATED,
  TL_HOW_CARRIED,
  TL_HOW_RELATIVE,
  TL_HOW_COUNTERPART,
  TL_HOW_FISCAL,
  TL_HOW_COLUMN,
  TL_HOW_MIRRORED,
  TL_HOW_REFERENCE,
  TL_HOW_TOPIC,
  TL_HOW_HOME,
  TL_HOW_COMPARED,
  TL_HOW_FUTURE,
  TL_HOW_DEFAULT,
} TlHow;

#define TL_N_HOWS (TL_HOW_DEFAULT + 1)

/**
 * TlReason:
 * @field: what it is a reason for
 * @how: in which way
 * @span: the words; empty where no words say it
 * @from: the date that the words were counted from, not set where they were not
 *
 * One reason why a part of a figure was read so.
 */
typedef struct
{
  TlField field;
  TlHow   how;
  TlSpan  span;
  TlDate  from;
} TlReason;

/* More than the reader ever has for one figure: two or three for each field. */
#define TL_WHY_SIZE 20

/**
 * TlWhy:
 * @reasons: the reasons, in the order of the fields, those of one in that in which they were found
 * @n_reasons: how many there are
 *
 * Why a figure was read as it was.  A plain value without anything to free, so that it
 * can be copied and carried on with the figure that it belongs to.
 */
typedef struct
{
  TlReason reasons[TL_WHY_SIZE];
  guint    n_reasons;
} TlWhy;

void            tl_why_add      (TlWhy          *self,
                                 TlField         field,
                                 TlHow           how,
                                 TlSpan          span);
void            tl_why_add_from (TlWhy          *self,
                                 TlField         field,
                                 TlHow           how,
                                 TlSpan          span,
                                 TlDate          from);
void            tl_why_carry    (TlWhy          *self,
                                 TlField         field,
                                 const TlWhy    *other,
                                 TlField         other_field,
                                 TlSpan          sentence);
void            tl_why_drop     (TlWhy          *self,
                                 TlField         field);
const TlReason *tl_why_find     (const TlWhy    *self,
                                 TlField         field);
TlHow           tl_how_within   (TlHow           how,
                                 TlSpan          span,
                                 TlSpan          sentence);

const char *tl_field_to_string   (TlField      field);
gboolean    tl_field_from_string (const char  *string,
                                  TlField     *field);
const char *tl_how_to_string     (TlHow        how);
gboolean    tl_how_from_string   (const char  *string,
                                  TlHow       *how);

G_END_DECLS
