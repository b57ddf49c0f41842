/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TL_TYPE_CHART_KINDS (tl_chart_kinds_get_type ())
G_DECLARE_FINAL_TYPE (TlChartKinds, tl_chart_kinds, TL, CHART_KINDS, GObject)

TlChartKinds *tl_chart_kinds_new         (void);
GActionGroup *tl_chart_kinds_get_actions (TlChartKinds *self);
guint         tl_chart_kinds_get_shown   (TlChartKinds *self);

G_END_DECLS
