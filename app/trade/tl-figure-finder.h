/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-figure.h"
#include "tl-period.h"
#include "tl-text.h"

G_BEGIN_DECLS

/**
 * TlReading:
 * @text: the text
 * @published: the day that relative dates count from, not set when unknown
 * @home: (nullable): ISO 3166-1 code of the outlet's country, where known
 * @amounts: (element-type TlAmount): from tl_amounts_find()
 * @periods: (element-type TlPeriod): from tl_periods_find()
 * @places: (element-type TlPlaceMatch): from tl_gazetteer_find()
 * @entities: (element-type TlEntity): from tl_recognizer_find()
 *
 * What was read from a text before its trade figures are looked for.
 */
typedef struct
{
  TlText     *text;
  TlDate      published;
  const char *home;
  GArray     *amounts;
  GArray     *periods;
  GArray     *places;
  GPtrArray  *entities;
} TlReading;

GPtrArray *tl_figures_find (const TlReading *reading);

G_END_DECLS
