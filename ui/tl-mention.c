/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How what was read is marked in an article: by the line under it, or the ground behind it,
 * and by colour, so that either alone is enough.  The words themselves keep the colour of
 * the text, which is the one that reads best.  One table for the text and for its key. */

#include "tl-mention.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char     *tag_name;
  const char     *heading;
  PangoUnderline  underline;
  const char     *line[2];       /* colours on light and on dark ground */
  const char     *ground[2];     /* NULL for none */
  PangoWeight     weight;
  PangoStyle      slant;
} Style;

/* Lines have a contrast of 3:1 or more to the ground they are on.  Without colours, names of
 * places are told from amounts and dates by what they are, and dates by their slant. */
static const Style styles[TL_N_MENTION_KINDS] = {
  [TL_MENTION_PERSON] = {
    "person", N_("People"), PANGO_UNDERLINE_SINGLE,
    { "#1c71d8", "#78aeed" }, { NULL, NULL },
    PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL,
  },
  [TL_MENTION_ORGANIZATION] = {
    "organization", N_("Organizations"), PANGO_UNDERLINE_DOUBLE,
    { "#813d9c", "#c991e1" }, { NULL, NULL },
    PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL,
  },
  [TL_MENTION_PLACE] = {
    "place", N_("Places"), PANGO_UNDERLINE_NONE,
    { NULL, NULL }, { "rgba(38,162,105,0.16)", "rgba(51,209,122,0.22)" },
    PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL,
  },
  [TL_MENTION_EVENT] = {
    "event", N_("Events"), PANGO_UNDERLINE_ERROR,
    { "#c64600", "#ffa348" }, { NULL, NULL },
    PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL,
  },
  [TL_MENTION_AMOUNT] = {
    "amount", N_("Amounts"), PANGO_UNDERLINE_NONE,
    { NULL, NULL }, { "rgba(154,153,150,0.28)", "rgba(192,191,188,0.24)" },
    PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL,
  },
  [TL_MENTION_DATE] = {
    "date", N_("Dates and Periods"), PANGO_UNDERLINE_NONE,
    { NULL, NULL }, { "rgba(53,132,228,0.15)", "rgba(98,160,234,0.25)" },
    PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC,
  },
  [TL_MENTION_FIGURE] = {
    "figure", N_("Figures"), PANGO_UNDERLINE_NONE,
    { NULL, NULL }, { "rgba(246,211,45,0.45)", "rgba(229,165,10,0.40)" },
    PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL,
  },
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
 * tl_mention_kind_get_tag_name:
 * @kind: a kind
 *
 * Returns: (transfer none): the name of its tag, see tl_mention_create_tags()
 */
const char *
tl_mention_kind_get_tag_name (TlMentionKind kind)
{
  g_return_val_if_fail (kind < TL_N_MENTION_KINDS, NULL);

  return styles[kind].tag_name;
}

/**
 * tl_mention_create_tags:
 * @buffer: a buffer without them
 *
 * Creates a tag for each kind; they have no colours yet, see tl_mention_colour_tags().
 */
void
tl_mention_create_tags (GtkTextBuffer *buffer)
{
  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));

  for (guint i = 0; i < TL_N_MENTION_KINDS; i++)
    {
      GtkTextTag *tag = gtk_text_buffer_create_tag (buffer, styles[i].tag_name, NULL);

      if (styles[i].underline != PANGO_UNDERLINE_NONE)
        g_object_set (tag, "underline", styles[i].underline, NULL);
      if (styles[i].weight != PANGO_WEIGHT_NORMAL)
        g_object_set (tag, "weight", styles[i].weight, NULL);
      if (styles[i].slant != PANGO_STYLE_NORMAL)
        g_object_set (tag, "style", styles[i].slant, NULL);
    }
}

static void
set_colour (GtkTextTag *tag,
            const char *property,
            const char *colour)
{
  GdkRGBA rgba;

  if (colour != NULL && gdk_rgba_parse (&rgba, colour))
    g_object_set (tag, property, &rgba, NULL);
}

/**
 * tl_mention_colour_tags:
 * @buffer: a buffer with the tags
 * @is_dark: whether it is shown on dark ground
 *
 * Gives the tags of tl_mention_create_tags() their colours.
 */
void
tl_mention_colour_tags (GtkTextBuffer *buffer,
                        gboolean       is_dark)
{
  GtkTextTagTable *table;
  guint ground = is_dark ? 1 : 0;

  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));

  table = gtk_text_buffer_get_tag_table (buffer);
  for (guint i = 0; i < TL_N_MENTION_KINDS; i++)
    {
      GtkTextTag *tag = gtk_text_tag_table_lookup (table, styles[i].tag_name);

      set_colour (tag, "underline-rgba", styles[i].line[ground]);
      set_colour (tag, "background-rgba", styles[i].ground[ground]);
    }
}

static void
add_colour (PangoAttrList  *attributes,
            const char     *colour,
            PangoAttribute *(*new_colour) (guint16, guint16, guint16),
            PangoAttribute *(*new_alpha) (guint16))
{
  GdkRGBA rgba;

  if (colour == NULL || !gdk_rgba_parse (&rgba, colour))
    return;
  pango_attr_list_insert (attributes, new_colour ((guint16) (rgba.red * G_MAXUINT16),
                                                  (guint16) (rgba.green * G_MAXUINT16),
                                                  (guint16) (rgba.blue * G_MAXUINT16)));
  if (new_alpha != NULL)
    pango_attr_list_insert (attributes, new_alpha ((guint16) (rgba.alpha * G_MAXUINT16)));
}

/**
 * tl_mention_kind_new_attributes:
 * @kind: a kind
 * @is_dark: whether they are for dark ground
 *
 * Returns: (transfer full): attributes that make a label look as a mention in the text does
 */
PangoAttrList *
tl_mention_kind_new_attributes (TlMentionKind kind,
                                gboolean      is_dark)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  guint ground = is_dark ? 1 : 0;

  g_return_val_if_fail (kind < TL_N_MENTION_KINDS, attributes);

  if (styles[kind].underline != PANGO_UNDERLINE_NONE)
    pango_attr_list_insert (attributes, pango_attr_underline_new (styles[kind].underline));
  if (styles[kind].slant != PANGO_STYLE_NORMAL)
    pango_attr_list_insert (attributes, pango_attr_style_new (styles[kind].slant));
  add_colour (attributes, styles[kind].line[ground], pango_attr_underline_color_new, NULL);
  add_colour (attributes, styles[kind].ground[ground],
              pango_attr_background_new, pango_attr_background_alpha_new);
  return attributes;
}
