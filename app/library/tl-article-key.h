/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"

G_BEGIN_DECLS

/**
 * TlArticleKey:
 *
 * An article's id and date in one number that sorts as the list of articles does:
 * newest first, without a date last, then as they were added.  8 bytes an article are
 * all that the list keeps of what is not on screen.
 */
typedef guint64 TlArticleKey;

#define TL_ARTICLE_KEY_ID_BITS  37
#define TL_ARTICLE_KEY_MAX_ID   137438953471    /* of so many bits */
#define TL_ARTICLE_KEY_MAX_DATE 99991231

static inline TlArticleKey
tl_article_key (gint64 id,
                int    packed_date)
{
  guint64 age = TL_ARTICLE_KEY_MAX_DATE - CLAMP (packed_date, 0, TL_ARTICLE_KEY_MAX_DATE);

  return age << TL_ARTICLE_KEY_ID_BITS | ((guint64) id & TL_ARTICLE_KEY_MAX_ID);
}

static inline gint64
tl_article_key_get_id (TlArticleKey key)
{
  return (gint64) (key & TL_ARTICLE_KEY_MAX_ID);
}

G_END_DECLS
