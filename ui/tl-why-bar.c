/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-why-bar.h"

#include <glib/gi18n-lib.h>

#include "tl-bin.h"
#include "tl-mark-swatch.h"
#include "tl-why-words.h"
#include "tl-words.h"

/**
 * TlWhyBar:
 *
 * The legend of the words that a figure was read from: of each of its parts the line that marks
 * them, what the part is, and from where it was taken.
 */
struct _TlWhyBar
{
  AdwBin       parent_instance;

  GtkRevealer *revealer;
  GtkGrid     *grid;
};

enum
{
  CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlWhyBar, tl_why_bar, ADW_TYPE_BIN)

typedef enum
{
  PART_AMOUNT,
  PART_PERIOD,
  PART_PARTNERS,
  PART_FLOW,
} Part;

#define N_PARTS (PART_FLOW + 1)

/* The same lines as what they are about has everywhere. */
static const TlMentionKind kinds[N_PARTS] = {
  [PART_AMOUNT] = TL_MENTION_AMOUNT,
  [PART_PERIOD] = TL_MENTION_DATE,
  [PART_PARTNERS] = TL_MENTION_PLACE,
  [PART_FLOW] = TL_MENTION_EVENT,
};

static gboolean
get_part (TlField  field,
          Part    *part)
{
  switch (field)
    {
    case TL_FIELD_AMOUNT:
    case TL_FIELD_CHANGE:
      *part = PART_AMOUNT;
      return TRUE;
    case TL_FIELD_PERIOD:
      *part = PART_PERIOD;
      return TRUE;
    case TL_FIELD_FIRST_PARTNER:
    case TL_FIELD_SECOND_PARTNER:
      *part = PART_PARTNERS;
      return TRUE;
    case TL_FIELD_FLOW:
      *part = PART_FLOW;
      return TRUE;
    case TL_FIELD_STATUS:
    case TL_FIELD_SPEAKER:
    default:
      return FALSE;
    }
}

static char *
dup_value (TlFigure *figure,
           Part      part)
{
  const TlFigureData *data = tl_figure_get_data (figure);

  switch (part)
    {
    case PART_AMOUNT:
      return tl_figure_has_value (figure) ? tl_figure_dup_value_label (figure)
                                          : tl_figure_dup_change_label (figure);
    case PART_PERIOD:
      return tl_date_is_set (data->start) ? tl_figure_dup_period_label (figure) : g_strdup (_("No period"));
    case PART_PARTNERS:
      return tl_words_for_pair (data->partners[0], data->partners[1]);
    case PART_FLOW:
    default:
      return g_strdup (tl_words_for_flow (data->flow));
    }
}

/* "2016: from “last year” and the article’s date, 16 March 2017" */
static char *
dup_row (TlArticle *article,
         TlFigure  *figure,
         Part       part)
{
  const TlWhy *why = &tl_figure_get_data (figure)->why;
  g_autofree char *value = dup_value (figure, part);
  g_autoptr(GPtrArray) sources = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *all = NULL;

  for (guint i = 0; i < why->n_reasons; i++)
    {
      g_autofree char *source = NULL;
      Part its_part;

      if (!get_part (why->reasons[i].field, &its_part) || its_part != part)
        continue;
      source = tl_why_words_dup_source (&why->reasons[i], tl_article_get_text (article));
      if (!g_ptr_array_find_with_equal_func (sources, source, g_str_equal, NULL))
        g_ptr_array_add (sources, g_steal_pointer (&source));
    }
  if (sources->len == 0)
    return g_steal_pointer (&value);
  g_ptr_array_add (sources, NULL);
  all = g_strjoinv ("; ", (char **) sources->pdata);
  /* Translators: a part of a figure, and where it was taken from: "2016: from “last year”" */
  return g_strdup_printf (C_("reason", "%s: %s"), value, all);
}

static void
clear (TlWhyBar *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
}

static void
add_row (TlWhyBar   *self,
         Part        part,
         const char *text)
{
  GtkWidget *swatch = tl_mark_swatch_new (kinds[part]);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_grid_attach (self->grid, swatch, 0, (int) part, 1, 1);
  gtk_grid_attach (self->grid, label, 1, (int) part, 1, 1);
}

static void
closed_cb (TlWhyBar *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
tl_why_bar_dispose (GObject *object)
{
  tl_bin_dispose_template (GTK_WIDGET (object), TL_TYPE_WHY_BAR);

  G_OBJECT_CLASS (tl_why_bar_parent_class)->dispose (object);
}

static void
tl_why_bar_class_init (TlWhyBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_why_bar_dispose;

  /**
   * TlWhyBar::closed:
   *
   * A person has seen enough.
   */
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, TL_RESOURCES "tl-why-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TlWhyBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, TlWhyBar, grid);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

static void
tl_why_bar_init (TlWhyBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_why_bar_set_figure:
 * @self: the bar
 * @article: (nullable): an article; %NULL to show nothing
 * @figure: (nullable): one of its figures
 *
 * Says why a figure was read so.
 */
void
tl_why_bar_set_figure (TlWhyBar  *self,
                       TlArticle *article,
                       TlFigure  *figure)
{
  g_return_if_fail (TL_IS_WHY_BAR (self));

  if (figure != NULL)
    {
      clear (self);
      for (guint part = 0; part < N_PARTS; part++)
        {
          g_autofree char *row = dup_row (article, figure, (Part) part);

          add_row (self, (Part) part, row);
        }
    }
  gtk_revealer_set_reveal_child (self->revealer, figure != NULL);
}

/**
 * tl_why_bar_is_shown:
 * @self: the bar
 *
 * Returns: whether it says something
 */
gboolean
tl_why_bar_is_shown (TlWhyBar *self)
{
  g_return_val_if_fail (TL_IS_WHY_BAR (self), FALSE);

  return gtk_revealer_get_reveal_child (self->revealer);
}

/**
 * tl_why_bar_list_lines:
 * @figure: a figure
 *
 * Returns: (transfer full) (element-type TlWordsLine): the words that it was read from, as the
 *   legend has them
 */
GArray *
tl_why_bar_list_lines (TlFigure *figure)
{
  const TlFigureData *data = tl_figure_get_data (figure);
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (TlWordsLine));
  gboolean has_amount = FALSE;

  for (guint i = 0; i < data->why.n_reasons; i++)
    {
      const TlReason *reason = &data->why.reasons[i];
      Part part;

      if (!tl_span_is_empty (reason->span) && get_part (reason->field, &part))
        {
          TlWordsLine line = { reason->span, kinds[part] };

          g_array_append_val (lines, line);
          has_amount = has_amount || part == PART_AMOUNT;
        }
    }
  if (!has_amount && !tl_span_is_empty (data->quote))
    {
      TlWordsLine line = { data->quote, TL_MENTION_AMOUNT };

      g_array_append_val (lines, line);
    }
  return lines;
}
