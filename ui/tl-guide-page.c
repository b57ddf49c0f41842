/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-guide-page.h"

#include "tl-chart-view.h"
#include "tl-guide-example.h"
#include "tl-mark-swatch.h"
#include "tl-shortcut-row.h"

/**
 * TlGuidePage:
 *
 * A page of the guide.  It is made of the blocks of its topic, and its pictures are what the window
 * itself draws, so that they are in the person's language, colours and size of text.
 */
struct _TlGuidePage
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (TlGuidePage, tl_guide_page, ADW_TYPE_BIN)

#define WIDTH 560
#define CHART_HEIGHT 360

static void
tl_guide_page_class_init (TlGuidePageClass *klass)
{
}

static void
tl_guide_page_init (TlGuidePage *self)
{
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_term (const TlGuideBlock *block)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (box), make_label (tl_guide_block_term (block), "heading"));
  gtk_box_append (GTK_BOX (box), make_label (tl_guide_block_text (block), NULL));
  return box;
}

/* As the text of an article has them; figures are marked as amounts and dates are, and as a whole. */
static GtkWidget *
make_mentions (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (TlMentionKind kind = 0; kind < TL_N_MENTION_KINDS; kind++)
    {
      GtkWidget *line;
      GtkWidget *swatch;

      if (tl_mention_kind_get_line (kind) == TL_MARK_LINE_NONE)
        continue;
      line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      swatch = tl_mark_swatch_new (kind);
      gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (line), swatch);
      gtk_box_append (GTK_BOX (line), make_label (tl_mention_kind_get_heading (kind), NULL));
      gtk_box_append (GTK_BOX (box), line);
    }
  return box;
}

static GtkWidget *
make_chart (void)
{
  g_autoptr(TlChart) chart = tl_guide_example_new ();
  GtkWidget *frame = gtk_frame_new (NULL);
  GtkWidget *view = g_object_new (TL_TYPE_CHART_VIEW, NULL);

  gtk_widget_set_size_request (view, -1, CHART_HEIGHT);
  tl_chart_view_set_chart (TL_CHART_VIEW (view), chart);
  gtk_frame_set_child (GTK_FRAME (frame), view);
  return frame;
}

static GtkWidget *
make_keys (void)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  return list;
}

static GtkWidget *
make_key (const TlGuideBlock *block)
{
  return g_object_new (TL_TYPE_SHORTCUT_ROW, "title", tl_guide_block_text (block), "accelerator", block->term, NULL);
}

static GtkWidget *
make_block (const TlGuideBlock *block)
{
  switch (block->kind)
    {
    case TL_GUIDE_TERM:
      return make_term (block);
    case TL_GUIDE_MENTIONS:
      return make_mentions ();
    case TL_GUIDE_CHART:
      return make_chart ();
    case TL_GUIDE_KEY:
      return make_keys ();
    case TL_GUIDE_TEXT:
    default:
      return make_label (tl_guide_block_text (block), NULL);
    }
}

/* Keys that stand one after the other are one list. */
static void
fill (GtkBox             *box,
      const TlGuideTopic *topic)
{
  GtkWidget *keys = NULL;

  gtk_box_append (box, make_label (tl_guide_topic_title (topic), "title-2"));
  for (guint i = 0; i < topic->n_blocks; i++)
    {
      const TlGuideBlock *block = &topic->blocks[i];

      if (block->kind != TL_GUIDE_KEY || keys == NULL)
        {
          GtkWidget *widget = make_block (block);

          gtk_box_append (box, widget);
          keys = block->kind == TL_GUIDE_KEY ? widget : NULL;
        }
      if (keys != NULL)
        gtk_list_box_append (GTK_LIST_BOX (keys), make_key (block));
    }
}

/**
 * tl_guide_page_new:
 * @topic: what it is about
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
tl_guide_page_new (const TlGuideTopic *topic)
{
  TlGuidePage *self;
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 15);

  g_return_val_if_fail (topic != NULL, NULL);

  self = g_object_new (TL_TYPE_GUIDE_PAGE, NULL);
  fill (GTK_BOX (box), topic);
  gtk_widget_add_css_class (box, "guide");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  /* The arrow keys scroll it, as there may be nothing else in it to have the focus. */
  gtk_widget_set_focusable (scroller, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scroller), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tl_guide_topic_title (topic), -1);
  adw_bin_set_child (ADW_BIN (self), scroller);
  return GTK_WIDGET (self);
}
