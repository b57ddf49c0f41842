/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-delivery.h"

G_BEGIN_DECLS

/**
 * TlFormatRisk:
 * @TL_FORMAT_RISK_NONE: there is no reader for it
 * @TL_FORMAT_RISK_TEXT: it is read as plain text
 * @TL_FORMAT_RISK_PARSER: a parser, or a library that unpacks, is let at it
 *
 * What reading something exposes a process to.
 */
typedef enum
{
  TL_FORMAT_RISK_NONE,
  TL_FORMAT_RISK_TEXT,
  TL_FORMAT_RISK_PARSER,
} TlFormatRisk;

TlFormatRisk tl_format_get_risk (const guint8  *data,
                                 gsize          length,
                                 const char    *media_type);
gboolean tl_format_is_piecewise (const guint8  *data,
                                 gsize          length);
gboolean tl_format_reads_packed (const guint8  *data,
                                 gsize          length);
gboolean tl_format_read_packed  (const guint8  *data,
                                 gsize          length,
                                 const TlPart  *part,
                                 TlDelivery    *delivery,
                                 GError       **error);
gboolean tl_format_read         (const TlPart  *part,
                                 TlDelivery    *delivery,
                                 GError       **error);

G_END_DECLS
