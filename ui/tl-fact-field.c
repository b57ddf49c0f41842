/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-fact-field.h"

#include <glib/gi18n-lib.h>

#include "tl-bin.h"
#include "tl-fact-entry.h"
#include "tl-labels.h"
#include "tl-original.h"
#include "tl-words.h"

struct _TlFactField
{
  AdwBin     parent_instance;

  GtkWidget *button;
  GtkLabel  *label;
  GtkWidget *editor;
  GtkEntry  *entry;
  GtkLabel  *origin;
  GtkWidget *reset;

  guint      fact;              /* a TlFact */
  char      *value;             /* owned: what it is now, as it is written; NULL before there is one */
  char      *origin_words;      /* owned, where that comes from */
  gboolean   is_editing;
};

typedef enum
{
  PROP_FACT = 1,
} TlFactFieldProperty;

static GParamSpec *properties[PROP_FACT + 1];

enum
{
  CORRECTED,
  STOPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlFactField, tl_fact_field, ADW_TYPE_BIN)

static char *
dup_entered (TlFactField *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

static void
show_state (TlFactField *self)
{
  g_autofree char *entered = dup_entered (self);
  const char *mistake = tl_fact_find_mistake ((TlFact) self->fact, entered);

  if (mistake != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               mistake != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  gtk_label_set_text (self->origin, mistake != NULL ? mistake : self->origin_words);
}

/* Who worked in it goes on where it stands. */
static void
stop (TlFactField *self)
{
  gboolean has_focus = gtk_widget_get_focus_child (self->editor) != NULL;

  self->is_editing = FALSE;
  gtk_widget_set_visible (self->button, TRUE);
  if (has_focus)
    gtk_widget_grab_focus (self->button);
  gtk_widget_set_visible (self->editor, FALSE);
  g_signal_emit (self, signals[STOPPED], 0);
}

/* Returns FALSE where it is no such fact. */
static gboolean
keep (TlFactField *self)
{
  g_autofree char *entered = dup_entered (self);

  if (tl_fact_find_mistake ((TlFact) self->fact, entered) != NULL)
    return FALSE;
  stop (self);
  if (!g_str_equal (entered, self->value))
    g_signal_emit (self, signals[CORRECTED], 0, entered);
  return TRUE;
}

static void
activate_cb (TlFactField *self)
{
  if (!keep (self))
    gtk_widget_error_bell (GTK_WIDGET (self->entry));
}

/* What was written was meant, but what is none is not insisted on. */
static void
leave_cb (TlFactField *self)
{
  if (self->is_editing && !keep (self))
    stop (self);
}

static void
reset_cb (TlFactField *self)
{
  stop (self);
  g_signal_emit (self, signals[CORRECTED], 0, NULL);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller G_GNUC_UNUSED,
                guint                  keyval,
                guint                  keycode G_GNUC_UNUSED,
                GdkModifierType        state G_GNUC_UNUSED,
                TlFactField           *self)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  stop (self);
  return GDK_EVENT_STOP;
}

static const char *
get_invitation (TlFact fact)
{
  switch (fact)
    {
    case TL_FACT_TITLE:
      return _("Add Title");
    case TL_FACT_PUBLISHER:
      return _("Add Publisher");
    case TL_FACT_AUTHOR:
      return _("Add Author");
    case TL_FACT_PUBLISHED:
      return _("Add Date");
    case TL_FACT_URL:
      return _("Add Address");
    case TL_FACT_LANGUAGE:
      return _("Add Language");
    default:
      g_return_val_if_reached ("");
    }
}

/* As it is read: of an address who it is, of a day its month by name. */
static char *
dup_words (TlFact      fact,
           const char *value)
{
  if (fact == TL_FACT_PUBLISHED)
    return tl_label_for_date (tl_date_from_string (value));
  return fact == TL_FACT_URL ? tl_original_dup_host (value) : g_strdup (value);
}

/* An article without a title is called by how it begins. */
static char *
dup_substitute (TlFact     fact,
                TlArticle *article)
{
  g_autofree char *title = fact == TL_FACT_TITLE ? tl_article_dup_display_title (article) : NULL;

  return title != NULL && *title != '\0' ? g_steal_pointer (&title) : g_strdup (get_invitation (fact));
}

static void
show_words (TlFactField *self,
            TlArticle   *article)
{
  TlFact fact = (TlFact) self->fact;
  gboolean is_known = *self->value != '\0';
  g_autofree char *words = is_known ? dup_words (fact, self->value) : dup_substitute (fact, article);
  g_autofree char *name = NULL;
  g_autofree char *tooltip = NULL;

  gtk_label_set_text (self->label, words);
  /* Translators: a fact and what it is, "Author: Ana Paz" */
  name = g_strdup_printf (C_("fact", "%s: %s"), tl_words_for_fact (fact), is_known ? words : _("Not known"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->origin_words, -1);
  tooltip = g_strdup_printf ("%s\n%s", fact == TL_FACT_URL && is_known ? self->value : tl_words_for_fact (fact),
                             self->origin_words);
  gtk_widget_set_tooltip_text (self->button, tooltip);
  if (is_known || fact == TL_FACT_TITLE)
    gtk_widget_remove_css_class (GTK_WIDGET (self->label), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "dim-label");
}

static void
tl_fact_field_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  TlFactField *self = TL_FACT_FIELD (object);

  switch ((TlFactFieldProperty) prop_id)
    {
    case PROP_FACT:
      g_value_set_uint (value, self->fact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_fact_field_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  TlFactField *self = TL_FACT_FIELD (object);

  switch ((TlFactFieldProperty) prop_id)
    {
    case PROP_FACT:
      self->fact = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_fact_field_constructed (GObject *object)
{
  TlFactField *self = TL_FACT_FIELD (object);

  G_OBJECT_CLASS (tl_fact_field_parent_class)->constructed (object);
  if (self->fact == TL_FACT_TITLE)
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "title-2");
  else
    gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), self->fact == TL_FACT_PUBLISHED ? 12 : 26);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tl_words_for_fact_entry ((TlFact) self->fact), -1);
}

static void
tl_fact_field_dispose (GObject *object)
{
  TlFactField *self = TL_FACT_FIELD (object);

  tl_bin_dispose_template (GTK_WIDGET (self), TL_TYPE_FACT_FIELD);
  g_clear_pointer (&self->value, g_free);
  g_clear_pointer (&self->origin_words, g_free);

  G_OBJECT_CLASS (tl_fact_field_parent_class)->dispose (object);
}

static void
tl_fact_field_class_init (TlFactFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_fact_field_get_property;
  object_class->set_property = tl_fact_field_set_property;
  object_class->constructed = tl_fact_field_constructed;
  object_class->dispose = tl_fact_field_dispose;

  properties[PROP_FACT] =
    g_param_spec_uint ("fact", NULL, NULL, 0, TL_N_FACTS - 1, TL_FACT_TITLE,
                       G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[CORRECTED] =
    g_signal_new ("corrected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * TlFactField::stopped:
   *
   * Nobody writes in it any more.
   */
  signals[STOPPED] =
    g_signal_new ("stopped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, TL_RESOURCES "tl-fact-field.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFactField, button);
  gtk_widget_class_bind_template_child (widget_class, TlFactField, label);
  gtk_widget_class_bind_template_child (widget_class, TlFactField, editor);
  gtk_widget_class_bind_template_child (widget_class, TlFactField, entry);
  gtk_widget_class_bind_template_child (widget_class, TlFactField, origin);
  gtk_widget_class_bind_template_child (widget_class, TlFactField, reset);
  gtk_widget_class_bind_template_callback (widget_class, tl_fact_field_edit);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_state);
}

static void
tl_fact_field_init (TlFactField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_fact_field_set_article:
 * @self: the field
 * @article: an article
 *
 * Shows the article's fact.  What a person is just writing stays, unless the fact is another now.
 */
void
tl_fact_field_set_article (TlFactField *self,
                           TlArticle   *article)
{
  g_autofree char *value = NULL;

  g_return_if_fail (TL_IS_FACT_FIELD (self));
  g_return_if_fail (TL_IS_ARTICLE (article));

  value = tl_fact_dup_entry (article, (TlFact) self->fact);
  if (self->is_editing && g_strcmp0 (value, self->value) != 0)
    stop (self);
  g_free (self->value);
  self->value = g_steal_pointer (&value);
  g_free (self->origin_words);
  self->origin_words = tl_fact_dup_origin (article, (TlFact) self->fact);
  gtk_widget_set_visible (self->reset, tl_article_get_provenance (article, (TlFact) self->fact) ==
                                         TL_PROVENANCE_PERSON);
  show_words (self, article);
}

/**
 * tl_fact_field_edit:
 * @self: the field, with an article
 *
 * Lets the fact be edited where it stands.
 */
void
tl_fact_field_edit (TlFactField *self)
{
  g_return_if_fail (TL_IS_FACT_FIELD (self));

  if (self->value == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->value);
  show_state (self);
  self->is_editing = TRUE;
  gtk_widget_set_visible (self->editor, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_widget_set_visible (self->button, FALSE);
}

/**
 * tl_fact_field_is_edited:
 * @self: the field
 *
 * Returns: whether somebody writes in it
 */
gboolean
tl_fact_field_is_edited (TlFactField *self)
{
  g_return_val_if_fail (TL_IS_FACT_FIELD (self), FALSE);

  return self->is_editing;
}

/**
 * tl_fact_field_give_up:
 * @self: the field
 *
 * Forgets what is being written, as when another article comes.
 */
void
tl_fact_field_give_up (TlFactField *self)
{
  g_return_if_fail (TL_IS_FACT_FIELD (self));

  if (self->is_editing)
    stop (self);
}
