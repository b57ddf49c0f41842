/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-chart.h"
#include "tl-subject.h"

G_BEGIN_DECLS

TlSubject tl_chart_find_again (TlChart   *chart,
                               TlChart   *before,
                               TlSubject  subject);

G_END_DECLS
