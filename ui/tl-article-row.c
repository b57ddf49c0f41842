/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-article-row.h"

#include <glib/gi18n-lib.h>

#include "tl-bin.h"
#include "tl-row-name.h"

/**
 * TlArticleRow:
 *
 * An article in the list of articles.
 */
struct _TlArticleRow
{
  AdwBin         parent_instance;

  GtkLabel      *n_figures;
  GtkLabel      *snippet;

  TlArticleItem *item;          /* owned, NULL while the row is not used */
};

typedef enum
{
  PROP_ITEM = 1,
} TlArticleRowProperty;

static GParamSpec *properties[PROP_ITEM + 1];

G_DEFINE_FINAL_TYPE (TlArticleRow, tl_article_row, ADW_TYPE_BIN)

static void
show_n_figures (TlArticleRow *self,
                guint         n_figures,
                gboolean      to_review)
{
  g_autofree char *label = g_strdup_printf ("%u", n_figures);
  g_autofree char *tooltip =
    to_review ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u trade figure, to be reviewed",
                                              "%u trade figures, to be reviewed", n_figures),
                                 n_figures)
              : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u trade figure",
                                              "%u trade figures", n_figures),
                                 n_figures);

  if (to_review)
    gtk_widget_add_css_class (GTK_WIDGET (self->n_figures), "to-review");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->n_figures), "to-review");

  gtk_label_set_text (self->n_figures, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->n_figures), tooltip);
  gtk_widget_set_visible (GTK_WIDGET (self->n_figures), n_figures > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->n_figures),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
}

static void
name_row (TlArticleRow *self)
{
  g_autofree char *subtitle = NULL;

  if (self->item == NULL)
    return;
  g_object_get (self->item, "subtitle", &subtitle, NULL);
  tl_row_name_set (GTK_WIDGET (self), tl_article_item_get_title (self->item), subtitle,
                   gtk_widget_get_tooltip_text (GTK_WIDGET (self->n_figures)), NULL);
}

static void
show_snippet (TlArticleRow *self)
{
  const char *snippet = self->item != NULL ? tl_article_item_get_snippet (self->item) : NULL;

  gtk_label_set_markup (self->snippet, snippet != NULL ? snippet : "");
  gtk_widget_set_visible (GTK_WIDGET (self->snippet), snippet != NULL && *snippet != '\0');
}

static void
tl_article_row_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  TlArticleRow *self = TL_ARTICLE_ROW (object);

  switch ((TlArticleRowProperty) prop_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_article_row_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  TlArticleRow *self = TL_ARTICLE_ROW (object);

  switch ((TlArticleRowProperty) prop_id)
    {
    case PROP_ITEM:
      tl_article_row_set_item (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_article_row_dispose (GObject *object)
{
  TlArticleRow *self = TL_ARTICLE_ROW (object);

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  tl_bin_dispose_template (GTK_WIDGET (self), TL_TYPE_ARTICLE_ROW);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (tl_article_row_parent_class)->dispose (object);
}

static void
tl_article_row_class_init (TlArticleRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_article_row_get_property;
  object_class->set_property = tl_article_row_set_property;
  object_class->dispose = tl_article_row_dispose;

  properties[PROP_ITEM] =
    g_param_spec_object ("item", NULL, NULL, TL_TYPE_ARTICLE_ITEM,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (TL_TYPE_ARTICLE_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TL_RESOURCES "tl-article-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlArticleRow, n_figures);
  gtk_widget_class_bind_template_child (widget_class, TlArticleRow, snippet);
}

static void
tl_article_row_init (TlArticleRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_article_row_get_item:
 * @self: the row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
TlArticleItem *
tl_article_row_get_item (TlArticleRow *self)
{
  g_return_val_if_fail (TL_IS_ARTICLE_ROW (self), NULL);

  return self->item;
}

/**
 * tl_article_row_set_item:
 * @self: the row
 * @item: (nullable): what to show
 *
 * Shows an article.
 */
void
tl_article_row_set_item (TlArticleRow  *self,
                         TlArticleItem *item)
{
  g_return_if_fail (TL_IS_ARTICLE_ROW (self));
  g_return_if_fail (item == NULL || TL_IS_ARTICLE_ITEM (item));

  if (self->item == item)
    return;
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_set_object (&self->item, item);
  if (item != NULL)
    {
      g_signal_connect_swapped (item, "notify::snippet", G_CALLBACK (show_snippet), self);
      show_n_figures (self, tl_article_item_get_n_figures (item),
                      tl_article_item_get_to_review (item));
    }
  show_snippet (self);
  name_row (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}
