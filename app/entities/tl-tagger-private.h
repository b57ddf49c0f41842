/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-model.h"
#include "tl-recognizer-private.h"

G_BEGIN_DECLS

/*
 * The tags: outside, and for each #TlEntityType the first token of a name, one inside it,
 * its last, and the only one.  Column of a tag's weight in the model: the tag less one.
 */
typedef enum
{
  TL_TAG_FIRST,
  TL_TAG_INSIDE,
  TL_TAG_LAST,
  TL_TAG_ONLY,
} TlTagPart;

#define TL_TAG_OUTSIDE 0
#define TL_TAG_PARTS   4

static inline guint
tl_tag (TlEntityType type,
        TlTagPart    part)
{
  return 1 + (guint) type * TL_TAG_PARTS + (guint) part;
}

static inline TlEntityType
tl_tag_type (guint tag)
{
  return (TlEntityType) ((tag - 1) / TL_TAG_PARTS);
}

static inline TlTagPart
tl_tag_part (guint tag)
{
  return (TlTagPart) ((tag - 1) % TL_TAG_PARTS);
}

/* Whether a name may go on behind @tag. */
static inline gboolean
tl_tag_is_open (guint tag)
{
  return tag != TL_TAG_OUTSIDE && tl_tag_part (tag) <= TL_TAG_INSIDE;
}

/* Whether @behind may follow @before: a name that is open goes on, with its own kind. */
static inline gboolean
tl_tag_may_follow (guint before,
                   guint behind)
{
  gboolean goes_on = behind != TL_TAG_OUTSIDE && (tl_tag_part (behind) == TL_TAG_INSIDE ||
                                                  tl_tag_part (behind) == TL_TAG_LAST);

  if (tl_tag_is_open (before))
    return goes_on && tl_tag_type (before) == tl_tag_type (behind);
  return !goes_on;
}

/* What has more tokens is cut, wherever that is. */
#define TL_MAX_ISLAND 256

/* More of one token are not used. */
#define TL_MAX_FEATURES 128

/*
 * TlIsland:
 * @first: index of its first token
 * @end: index after its last token
 *
 * A run of tokens that may be parts of names, between others that can't be.
 */
typedef struct
{
  guint32 first;
  guint32 end;
} TlIsland;

/*
 * TlTagView:
 *
 * What the features are made of: a reading, what the rules took for names in it, and
 * what the model knows of its words.
 */
typedef struct _TlTagView TlTagView;

TlTagView *tl_tag_view_new          (const TlReading    *reading,
                                     GArray             *names,
                                     GArray             *mentions,
                                     const TlModelParts *parts);
void       tl_tag_view_free         (TlTagView          *self);
gboolean   tl_tag_view_next_island  (TlTagView          *self,
                                     TlIsland           *island);
void       tl_tag_view_enter        (TlTagView          *self,
                                     const TlIsland     *island);
guint      tl_tag_view_get_rule     (TlTagView          *self,
                                     guint               token,
                                     guint              *weight);
guint      tl_tag_view_get_features (TlTagView          *self,
                                     guint               token,
                                     guint32             features[TL_MAX_FEATURES]);
void       tl_tag_view_weigh        (TlTagView          *self,
                                     guint               token,
                                     gint32              weights[TL_MODEL_TAGS]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTagView, tl_tag_view_free)

G_END_DECLS
