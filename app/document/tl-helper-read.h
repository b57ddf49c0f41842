/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-claim.h"
#include "tl-helper.h"

G_BEGIN_DECLS

void     tl_helper_set_patience (guint           work,
                                 guint           silence);
gboolean tl_helper_read         (TlHelper       *helper,
                                 int             fd,
                                 const TlPart   *part,
                                 const char     *uri,
                                 const TlClaim  *claim,
                                 GCancellable   *cancellable,
                                 TlDocumentFunc  func,
                                 gpointer        user_data,
                                 GError        **error);

G_END_DECLS
