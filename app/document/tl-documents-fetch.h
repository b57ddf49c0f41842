/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-document.h"
#include "tl-fetch.h"

G_BEGIN_DECLS

gboolean tl_documents_fetch (const char           *uri,
                             const TlFetchRules   *rules,
                             TlFetchProgressFunc   progress,
                             gpointer              progress_data,
                             GCancellable         *cancellable,
                             TlDocumentFunc        func,
                             gpointer              user_data,
                             GError              **error);

G_END_DECLS
