/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-evidence-row.h"

#include <glib/gi18n-lib.h>

#include "tl-bin.h"
#include "tl-figure-row.h"
#include "tl-labels.h"
#include "tl-original.h"
#include "tl-review-bar.h"
#include "tl-words.h"

/**
 * TlEvidenceRow:
 *
 * What stands behind a mark of the chart: a figure with its sentence, the article that it
 * is from, and the ways there.
 */
struct _TlEvidenceRow
{
  AdwBin       parent_instance;

  TlFigureRow *figure_row;
  TlReviewBar *review_bar;
  GtkLabel    *title;
  GtkLabel    *source;
  GtkWidget   *show_in_article;
  GtkButton   *open_original;
  GtkLabel    *host;

  TlReport    *report;          /* owned, NULL while the row is not used */
};

typedef enum
{
  PROP_REPORT = 1,
} TlEvidenceRowProperty;

static GParamSpec *properties[PROP_REPORT + 1];

G_DEFINE_FINAL_TYPE (TlEvidenceRow, tl_evidence_row, ADW_TYPE_BIN)

static void
show_ways (TlEvidenceRow *self)
{
  TlSpan sentence = tl_figure_get_data (tl_report_get_figure (self->report))->sentence;
  const char *url = tl_report_get_url (self->report);
  g_autofree char *host = url != NULL ? tl_original_dup_host (url) : NULL;

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->show_in_article), "(xuu)",
                                    tl_report_get_article_id (self->report),
                                    sentence.start, sentence.end);
  gtk_label_set_text (self->host, host != NULL ? host : "");
  tl_original_set_address (self->open_original, url);
}

/* Where it stands, and that it stands elsewhere too. */
static char *
describe_source (TlReport *report)
{
  g_autofree char *source = tl_words_for_source (tl_report_get_publisher (report),
                                                 tl_report_get_published (report));
  guint n_carriers = tl_report_get_n_carriers (report);
  g_autofree char *note = NULL;

  if (tl_report_is_copy (report))
    note = g_strdup (_("Carries the same article"));
  else if (n_carriers > 1)
    note = tl_label_for_carriers (n_carriers);
  if (note == NULL)
    return g_steal_pointer (&source);
  if (*source == '\0')
    return g_steal_pointer (&note);
  /* Translators: who published an article and when, and "Carried by 3" */
  return g_strdup_printf (C_("article", "%s · %s"), source, note);
}

static void
show_report (TlEvidenceRow *self)
{
  g_autofree char *source = NULL;
  const char *title;

  tl_figure_row_set_figure (self->figure_row, self->report != NULL
                                                ? tl_report_get_figure (self->report) : NULL);
  if (self->report == NULL)
    return;

  tl_review_bar_set_figure (self->review_bar, tl_report_get_article_id (self->report),
                            tl_report_get_figure (self->report));
  title = tl_report_get_title (self->report);
  source = describe_source (self->report);
  gtk_label_set_text (self->title, title != NULL ? title : "");
  gtk_label_set_text (self->source, source);
  gtk_widget_set_visible (GTK_WIDGET (self->source), source[0] != '\0');
  show_ways (self);
}

static void
tl_evidence_row_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TlEvidenceRow *self = TL_EVIDENCE_ROW (object);

  switch ((TlEvidenceRowProperty) prop_id)
    {
    case PROP_REPORT:
      g_value_set_object (value, self->report);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_evidence_row_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  TlEvidenceRow *self = TL_EVIDENCE_ROW (object);

  switch ((TlEvidenceRowProperty) prop_id)
    {
    case PROP_REPORT:
      tl_evidence_row_set_report (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_evidence_row_dispose (GObject *object)
{
  TlEvidenceRow *self = TL_EVIDENCE_ROW (object);

  tl_bin_dispose_template (GTK_WIDGET (self), TL_TYPE_EVIDENCE_ROW);
  g_clear_object (&self->report);

  G_OBJECT_CLASS (tl_evidence_row_parent_class)->dispose (object);
}

static void
tl_evidence_row_class_init (TlEvidenceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_evidence_row_get_property;
  object_class->set_property = tl_evidence_row_set_property;
  object_class->dispose = tl_evidence_row_dispose;

  properties[PROP_REPORT] =
    g_param_spec_object ("report", NULL, NULL, TL_TYPE_REPORT,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (TL_TYPE_FIGURE_ROW);
  g_type_ensure (TL_TYPE_REVIEW_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TL_RESOURCES "tl-evidence-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlEvidenceRow, figure_row);
  gtk_widget_class_bind_template_child (widget_class, TlEvidenceRow, review_bar);
  gtk_widget_class_bind_template_child (widget_class, TlEvidenceRow, title);
  gtk_widget_class_bind_template_child (widget_class, TlEvidenceRow, source);
  gtk_widget_class_bind_template_child (widget_class, TlEvidenceRow, show_in_article);
  gtk_widget_class_bind_template_child (widget_class, TlEvidenceRow, open_original);
  gtk_widget_class_bind_template_child (widget_class, TlEvidenceRow, host);
}

static void
tl_evidence_row_init (TlEvidenceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_evidence_row_set_report:
 * @self: the row
 * @report: (nullable): what to show
 *
 * Shows a report.
 */
void
tl_evidence_row_set_report (TlEvidenceRow *self,
                            TlReport      *report)
{
  g_return_if_fail (TL_IS_EVIDENCE_ROW (self));
  g_return_if_fail (report == NULL || TL_IS_REPORT (report));

  if (!g_set_object (&self->report, report))
    return;
  show_report (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REPORT]);
}

/**
 * tl_evidence_row_get_report:
 * @self: the row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
TlReport *
tl_evidence_row_get_report (TlEvidenceRow *self)
{
  g_return_val_if_fail (TL_IS_EVIDENCE_ROW (self), NULL);

  return self->report;
}
