/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-figure.h"

G_BEGIN_DECLS

/**
 * TlEntryError:
 * @TL_ENTRY_ERROR_AMOUNT: what was entered is no amount of money
 * @TL_ENTRY_ERROR_PERIOD: it is no period
 * @TL_ENTRY_ERROR_CHANGE: it is no change in per cent, or against no year
 * @TL_ENTRY_ERROR_PARTNERS: the partners are one and the same
 * @TL_ENTRY_ERROR_EMPTY: neither an amount nor a change is left
 *
 * What is wrong with what a person entered for a figure.
 */
typedef enum
{
  TL_ENTRY_ERROR_AMOUNT,
  TL_ENTRY_ERROR_PERIOD,
  TL_ENTRY_ERROR_CHANGE,
  TL_ENTRY_ERROR_PARTNERS,
  TL_ENTRY_ERROR_EMPTY,
} TlEntryError;

#define TL_ENTRY_ERROR (tl_entry_error_quark ())

GQuark tl_entry_error_quark (void);

char     *tl_figure_dup_amount_entry  (TlFigure            *self);
char     *tl_figure_dup_period_entry  (TlFigure            *self);
char     *tl_figure_dup_change_entry  (TlFigure            *self);
gboolean  tl_entry_read_amount        (const char          *entered,
                                       const char          *currency,
                                       TlFigureData        *data,
                                       GError             **error);
gboolean  tl_entry_read_period        (const char          *entered,
                                       TlDate               published,
                                       TlFigureData        *data,
                                       GError             **error);
gboolean  tl_entry_read_percent       (const char          *entered,
                                       TlFigureData        *data,
                                       GError             **error);
TlFigure *tl_figure_new_edited        (TlFigure            *self,
                                       const TlFigureData  *data,
                                       const char          *speaker,
                                       GError             **error);

G_END_DECLS
