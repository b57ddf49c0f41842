/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How what was read is marked in an article: by the line under it, or the ground behind it,
 * and by colour, so that either alone is enough.  The words themselves keep the colour of
 * the text, which is the one that reads best.  One table for the text and for its key. */

#include "tl-mention.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *heading;
  TlMarkLine  line;
  const char *colours[2];       /* on light and on dark ground */
} Style;

/* Lines have a contrast of 4.5:1 or more to the ground they are on, and so have the words on the
 * ground of a figure. */
static const Style styles[TL_N_MENTION_KINDS] = {
  [TL_MENTION_PERSON] = { N_("People"), TL_MARK_LINE_SOLID, { "#1a5fb4", "#78aeed" } },
  [TL_MENTION_ORGANIZATION] = { N_("Organizations"), TL_MARK_LINE_DOUBLE, { "#813d9c", "#c991e1" } },
  [TL_MENTION_PLACE] = { N_("Places"), TL_MARK_LINE_DOTTED, { "#1a7a45", "#57e389" } },
  [TL_MENTION_EVENT] = { N_("Events"), TL_MARK_LINE_WAVY, { "#b83f00", "#ffa348" } },
  [TL_MENTION_AMOUNT] = { N_("Amounts"), TL_MARK_LINE_THICK, { "#6d6c71", "#9a9996" } },
  [TL_MENTION_DATE] = { N_("Dates and Periods"), TL_MARK_LINE_DASHED, { "#0a6f75", "#5bc8ce" } },
  [TL_MENTION_FIGURE] = { N_("Figures"), TL_MARK_LINE_NONE,
                          { "rgba(246,211,45,0.38)", "rgba(229,165,10,0.32)" } },
};

/**
 * tl_mention_kind_for_entity:
 * @type: what an entity is
 *
 * Returns: how its mentions are marked
 */
TlMentionKind
tl_mention_kind_for_entity (TlEntityType type)
{
  switch (type)
    {
    case TL_ENTITY_PERSON:
      return TL_MENTION_PERSON;
    case TL_ENTITY_ORGANIZATION:
      return TL_MENTION_ORGANIZATION;
    case TL_ENTITY_PLACE:
      return TL_MENTION_PLACE;
    case TL_ENTITY_EVENT:
      return TL_MENTION_EVENT;
    default:
      g_return_val_if_reached (TL_MENTION_PLACE);
    }
}

/**
 * tl_mention_kind_get_heading:
 * @kind: a kind
 *
 * Returns: (transfer none): what a list of them is headed with, translated
 */
const char *
tl_mention_kind_get_heading (TlMentionKind kind)
{
  g_return_val_if_fail (kind < TL_N_MENTION_KINDS, NULL);

  return g_dgettext (GETTEXT_PACKAGE, styles[kind].heading);
}

/**
 * tl_mention_kind_get_name:
 * @kind: a kind
 *
 * Returns: (transfer none): what one of them is, translated
 */
const char *
tl_mention_kind_get_name (TlMentionKind kind)
{
  switch (kind)
    {
    case TL_MENTION_PERSON:
      return C_("mention", "Person");
    case TL_MENTION_ORGANIZATION:
      return C_("mention", "Organization");
    case TL_MENTION_PLACE:
      return C_("mention", "Place");
    case TL_MENTION_EVENT:
      return C_("mention", "Event");
    case TL_MENTION_AMOUNT:
      return C_("mention", "Amount of money");
    case TL_MENTION_DATE:
      return C_("mention", "Date or period");
    case TL_MENTION_FIGURE:
    default:
      return C_("mention", "Trade figure");
    }
}

/**
 * tl_mention_kind_get_line:
 * @kind: a kind
 *
 * Returns: the line under its mentions; %TL_MARK_LINE_NONE where they have a ground behind them
 */
TlMarkLine
tl_mention_kind_get_line (TlMentionKind kind)
{
  g_return_val_if_fail (kind < TL_N_MENTION_KINDS, TL_MARK_LINE_NONE);

  return styles[kind].line;
}

/**
 * tl_mention_kind_get_colour:
 * @kind: a kind
 * @is_dark: whether it is for dark ground
 * @colour: (out): the colour of its line, or of the ground behind it
 */
void
tl_mention_kind_get_colour (TlMentionKind  kind,
                            gboolean       is_dark,
                            GdkRGBA       *colour)
{
  g_return_if_fail (kind < TL_N_MENTION_KINDS);

  gdk_rgba_parse (colour, styles[kind].colours[is_dark ? 1 : 0]);
}
