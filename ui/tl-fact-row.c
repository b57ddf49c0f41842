/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-fact-row.h"

#include "tl-bin.h"
#include "tl-fact-entry.h"
#include "tl-words.h"

struct _TlFactRow
{
  AdwBin       parent_instance;

  GtkWidget   *list;
  AdwEntryRow *entry;
  GtkLabel    *origin;
  GtkWidget   *reset;

  guint        fact;            /* a TlFact */
  char        *value;           /* owned: what it is now, "" where it is not known */
  char        *origin_words;    /* owned, where that comes from */
};

typedef enum
{
  PROP_FACT = 1,
} TlFactRowProperty;

static GParamSpec *properties[PROP_FACT + 1];

enum
{
  CORRECTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlFactRow, tl_fact_row, ADW_TYPE_BIN)

/* Spaces at the ends are not meant. */
static char *
dup_entered (TlFactRow *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

static gboolean
is_changed (TlFactRow *self)
{
  g_autofree char *entered = dup_entered (self);

  return self->value != NULL && !g_str_equal (entered, self->value);
}

static void
show_state (TlFactRow *self)
{
  g_autofree char *entered = dup_entered (self);
  const char *mistake = is_changed (self) ? tl_fact_find_mistake ((TlFact) self->fact, entered) : NULL;

  if (mistake != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_label_set_text (self->origin, mistake != NULL ? mistake : self->origin_words);
}

static void
changed_cb (TlFactRow *self)
{
  if (self->value != NULL)
    show_state (self);
}

static void
reset_cb (TlFactRow *self)
{
  g_signal_emit (self, signals[CORRECTED], 0, NULL);
}

static void
apply_cb (TlFactRow *self)
{
  tl_fact_row_apply (self);
}

static void
tl_fact_row_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  TlFactRow *self = TL_FACT_ROW (object);

  switch ((TlFactRowProperty) prop_id)
    {
    case PROP_FACT:
      g_value_set_uint (value, self->fact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_fact_row_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  TlFactRow *self = TL_FACT_ROW (object);

  switch ((TlFactRowProperty) prop_id)
    {
    case PROP_FACT:
      self->fact = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_fact_row_constructed (GObject *object)
{
  TlFactRow *self = TL_FACT_ROW (object);

  G_OBJECT_CLASS (tl_fact_row_parent_class)->constructed (object);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry),
                                 tl_words_for_fact_entry ((TlFact) self->fact));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tl_words_for_fact ((TlFact) self->fact), -1);
}

static void
tl_fact_row_dispose (GObject *object)
{
  TlFactRow *self = TL_FACT_ROW (object);

  g_clear_pointer (&self->value, g_free);
  g_clear_pointer (&self->origin_words, g_free);
  tl_bin_dispose_template (GTK_WIDGET (self), TL_TYPE_FACT_ROW);

  G_OBJECT_CLASS (tl_fact_row_parent_class)->dispose (object);
}

static void
tl_fact_row_class_init (TlFactRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_fact_row_get_property;
  object_class->set_property = tl_fact_row_set_property;
  object_class->constructed = tl_fact_row_constructed;
  object_class->dispose = tl_fact_row_dispose;

  properties[PROP_FACT] =
    g_param_spec_uint ("fact", NULL, NULL, 0, TL_N_FACTS - 1, TL_FACT_TITLE,
                       G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[CORRECTED] =
    g_signal_new ("corrected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, TL_RESOURCES "tl-fact-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFactRow, list);
  gtk_widget_class_bind_template_child (widget_class, TlFactRow, entry);
  gtk_widget_class_bind_template_child (widget_class, TlFactRow, origin);
  gtk_widget_class_bind_template_child (widget_class, TlFactRow, reset);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
}

static void
tl_fact_row_init (TlFactRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_fact_row_set_article:
 * @self: the row
 * @article: an article
 *
 * Shows the article's fact, unless a person is just writing another.
 */
void
tl_fact_row_set_article (TlFactRow *self,
                         TlArticle *article)
{
  gboolean is_writing;
  TlProvenance provenance;

  g_return_if_fail (TL_IS_FACT_ROW (self));
  g_return_if_fail (TL_IS_ARTICLE (article));

  is_writing = is_changed (self);
  provenance = tl_article_get_provenance (article, (TlFact) self->fact);
  g_free (self->value);
  self->value = tl_fact_dup_entry (article, (TlFact) self->fact);
  g_free (self->origin_words);
  self->origin_words = tl_fact_dup_origin (article, (TlFact) self->fact);
  gtk_widget_set_visible (self->reset, provenance == TL_PROVENANCE_PERSON);
  if (!is_writing && !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->value))
    {
      /* The button to apply is for what a person writes. */
      adw_entry_row_set_show_apply_button (self->entry, FALSE);
      gtk_editable_set_text (GTK_EDITABLE (self->entry), self->value);
      adw_entry_row_set_show_apply_button (self->entry, TRUE);
    }
  show_state (self);
}

/**
 * tl_fact_row_apply:
 * @self: the row
 *
 * Takes what was written for a correction, if it is another value and a possible one.
 */
void
tl_fact_row_apply (TlFactRow *self)
{
  g_autofree char *entered = NULL;

  g_return_if_fail (TL_IS_FACT_ROW (self));

  entered = dup_entered (self);
  if (!is_changed (self) || tl_fact_find_mistake ((TlFact) self->fact, entered) != NULL)
    return;
  g_free (self->value);
  self->value = g_strdup (entered);
  g_signal_emit (self, signals[CORRECTED], 0, entered);
}
