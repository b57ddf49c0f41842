/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-renewed-row.h"

#include <glib/gi18n-lib.h>

#include "tl-article-row.h"
#include "tl-bin.h"
#include "tl-library-again.h"
#include "tl-row-name.h"
#include "tl-words.h"

/* So many lines are told; whoever wants to know more reads the article. */
#define MAX_LINES 8

/**
 * TlRenewedRow:
 *
 * An article that is read otherwise than before, and what came and went.
 */
struct _TlRenewedRow
{
  AdwBin         parent_instance;

  TlArticleRow  *article;
  GtkLabel      *changes;

  TlLibrary     *library;       /* owned, NULL until it is known */
  TlArticleItem *item;          /* owned, NULL while the row is not used */
};

typedef enum
{
  PROP_LIBRARY = 1,
  PROP_ITEM,
} TlRenewedRowProperty;

static GParamSpec *properties[PROP_ITEM + 1];

G_DEFINE_FINAL_TYPE (TlRenewedRow, tl_renewed_row, ADW_TYPE_BIN)

static void
append_figures (GPtrArray  *lines,
                const char *sign,
                GPtrArray  *figures)
{
  for (guint i = 0; i < figures->len; i++)
    {
      TlFigure *figure = g_ptr_array_index (figures, i);
      g_autofree char *value = tl_figure_has_value (figure) ? tl_figure_dup_value_label (figure)
                                                            : tl_figure_dup_change_label (figure);
      g_autofree char *trade = tl_words_for_trade (tl_figure_get_data (figure));
      g_autofree char *period = tl_figure_dup_period_label (figure);

      /* Translators: a sign that says whether a figure came or went, its value, period, and
       * whose trade it is: "+ $419 million · 2016 · Turnover, Belarus – Kazakhstan" */
      g_ptr_array_add (lines, g_strdup_printf (_("%s %s · %s · %s"), sign, value,
                                               period[0] != '\0' ? period : _("No period"), trade));
    }
}

static void
append_names (GPtrArray  *lines,
              const char *sign,
              GPtrArray  *names)
{
  g_autofree char *all = NULL;

  if (names->len == 0)
    return;
  g_ptr_array_add (names, NULL);
  /* Translators: between names in a list */
  all = g_strjoinv (_(", "), (char **) names->pdata);
  g_ptr_array_add (lines, g_strdup_printf ("%s %s", sign, all));
}

static char *
describe (TlRenewal *renewal)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  guint n_more;

  append_figures (lines, "−", renewal->gone);
  append_figures (lines, "+", renewal->come);
  append_names (lines, "−", renewal->names_gone);
  append_names (lines, "+", renewal->names_come);
  if (lines->len > MAX_LINES)
    {
      n_more = lines->len - MAX_LINES;
      g_ptr_array_set_size (lines, MAX_LINES);
      g_ptr_array_add (lines, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more",
                                                            n_more), n_more));
    }
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
show_changes (TlRenewedRow *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TlRenewal) renewal = NULL;
  g_autofree char *changes = NULL;

  tl_article_row_set_item (self->article, self->item);
  if (self->library == NULL || self->item == NULL)
    return;
  renewal = tl_library_load_renewal (self->library, tl_article_item_get_id (self->item), &error);
  changes = renewal != NULL ? describe (renewal) : g_strdup (error->message);
  gtk_label_set_text (self->changes, changes);
  tl_row_name_set (GTK_WIDGET (self), tl_article_item_get_title (self->item), changes, NULL);
}

static void
tl_renewed_row_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  TlRenewedRow *self = TL_RENEWED_ROW (object);

  switch ((TlRenewedRowProperty) prop_id)
    {
    case PROP_LIBRARY:
      g_set_object (&self->library, g_value_get_object (value));
      show_changes (self);
      break;
    case PROP_ITEM:
      g_set_object (&self->item, g_value_get_object (value));
      show_changes (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_renewed_row_dispose (GObject *object)
{
  TlRenewedRow *self = TL_RENEWED_ROW (object);

  tl_bin_dispose_template (GTK_WIDGET (self), TL_TYPE_RENEWED_ROW);
  g_clear_object (&self->library);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (tl_renewed_row_parent_class)->dispose (object);
}

static void
tl_renewed_row_class_init (TlRenewedRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = tl_renewed_row_set_property;
  object_class->dispose = tl_renewed_row_dispose;

  properties[PROP_LIBRARY] =
    g_param_spec_object ("library", NULL, NULL, TL_TYPE_LIBRARY,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ITEM] =
    g_param_spec_object ("item", NULL, NULL, TL_TYPE_ARTICLE_ITEM,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (TL_TYPE_ARTICLE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, TL_RESOURCES "tl-renewed-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlRenewedRow, article);
  gtk_widget_class_bind_template_child (widget_class, TlRenewedRow, changes);
}

static void
tl_renewed_row_init (TlRenewedRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
