/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-change.h"

G_BEGIN_DECLS

/* Private to the readers of changes. */
gboolean tl_change_read_size         (TlText         *text,
                                      guint           token,
                                      const TlChange *before,
                                      gboolean        has_unit,
                                      TlChange       *change);
int      tl_change_direction_of_size (TlText         *text,
                                      guint           first,
                                      guint           end,
                                      TlSpan         *span);

G_END_DECLS
