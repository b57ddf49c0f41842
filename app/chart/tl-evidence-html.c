/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An evidence report as one web page.  Nothing in it runs, and nothing is fetched: its policy
 * forbids that even where something were overlooked. */

#include "tl-evidence-private.h"

#include <glib/gi18n-lib.h>

#include "tl-chart-painter.h"

/* So much is gathered before it is written. */
#define BUFFER_SIZE 65536

static const char style_sheet[] =
  ":root{color-scheme:light dark;--ground:#fff;--text:#1e1e1e;--dim:#5e5c64;--line:#deddda;"
  "--link:#1a5fb4;--mark:#f9f06b;--on-mark:#1e1e1e}"
  "@media screen and (prefers-color-scheme:dark){:root{--ground:#1e1e1e;--text:#f6f5f4;--dim:#b3b1ad;"
  "--line:#4a4a4a;--link:#99c1f1;--mark:#8a6d00;--on-mark:#fff}}"
  "*{box-sizing:border-box}"
  "body{margin:0;background:var(--ground);color:var(--text);"
  "font:1rem/1.55 Cantarell,\"Adwaita Sans\",system-ui,sans-serif;overflow-wrap:anywhere}"
  "main{max-width:52rem;margin:0 auto;padding:2rem 1.25rem 4rem}"
  "h1{font-size:1.8rem;line-height:1.2;margin:0 0 .25rem}"
  "h2{font-size:1.3rem;line-height:1.25;margin:2.75rem 0 .5rem;padding-top:1rem;"
  "border-top:1px solid var(--line)}"
  "h3{font-size:1rem;font-weight:normal;margin:0}"
  "p{margin:.4rem 0}"
  "a{color:var(--link)}"
  ".dim,.subtitle,figcaption,.copies{color:var(--dim)}"
  "figure{margin:1.5rem 0 0}figcaption{margin-top:.5rem}"
  ".scroll{overflow-x:auto}"
  ".chart svg{display:block;width:100%;min-width:36rem;height:auto}"
  ".chart .dark{display:none}"
  "@media screen and (prefers-color-scheme:dark){.chart .light{display:none}"
  ".chart .dark{display:block}}"
  "table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums;"
  "overflow-wrap:break-word}"
  "caption{text-align:start;color:var(--dim);padding:.25rem 0 .5rem}"
  "th,td{text-align:start;vertical-align:top;padding:.4rem .9rem .4rem 0;"
  "border-bottom:1px solid var(--line);font-weight:normal}"
  "thead th{font-weight:bold;border-bottom:2px solid var(--line)}"
  "tbody th{white-space:nowrap}"
  ".source{margin:1.75rem 0 0}"
  ".entry{display:grid;grid-template-columns:3.25rem 1fr}"
  ".entry>*{min-width:0}"
  ".number{font-weight:bold;font-variant-numeric:tabular-nums;overflow-wrap:normal}"
  ".sentence{margin-top:.75rem}"
  ".sentence p{margin:0}"
  ".copies{margin:.25rem 0 0;padding-inline-start:1.1rem}"
  "blockquote{margin:.2rem 0 .3rem;padding-inline-start:.8rem;border-inline-start:3px solid var(--line)}"
  "mark{background:var(--mark);color:var(--on-mark);padding:0 .1em;border-radius:.15em}"
  ":target{outline:2px solid var(--link);outline-offset:.3rem;border-radius:.2rem}"
  "ul.rules{padding-inline-start:1.25rem}ul.rules li{margin:.4rem 0}"
  "@media (max-width:34rem){main{padding:1.25rem .9rem 3rem}h1{font-size:1.5rem}"
  ".entry{grid-template-columns:2.5rem 1fr}}"
  "@page{size:A4;margin:18mm}"
  "@media print{html{font-size:10pt}main{max-width:none;padding:0}a{color:inherit}"
  "h2,h3,caption,.reading{break-after:avoid}tr,figure,.sentence,blockquote{break-inside:avoid}"
  "p,blockquote{orphans:2;widows:2}thead{display:table-header-group}.scroll{overflow:visible}"
  "mark{print-color-adjust:exact;-webkit-print-color-adjust:exact}"
  ".chart svg{min-width:0}}";

typedef struct
{
  GString       *html;
  GOutputStream *stream;        /* borrowed */
  GCancellable  *cancellable;   /* borrowed, or NULL */
  gboolean       in_section;
  gboolean       in_source;
  gboolean       in_list;
} Writer;

static gboolean
flush (Writer  *self,
       GError **error)
{
  gboolean is_written = g_output_stream_write_all (self->stream, self->html->str, self->html->len,
                                                   NULL, self->cancellable, error);

  g_string_truncate (self->html, 0);
  return is_written;
}

/* ---- texts ---- */

static void
add_escaped (GString    *html,
             const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    switch (*c)
      {
      case '&':
        g_string_append (html, "&amp;");
        break;
      case '<':
        g_string_append (html, "&lt;");
        break;
      case '>':
        g_string_append (html, "&gt;");
        break;
      case '"':
        g_string_append (html, "&quot;");
        break;
      case '\'':
        g_string_append (html, "&#39;");
        break;
      default:
        g_string_append_c (html, *c);
      }
}

/* Words of an article are in its language and direction, whatever is around them. */
static void
add_run (GString             *html,
         const TlEvidenceRun *run,
         gboolean             is_quoted)
{
  static const struct
  {
    const char *before, *after;
  } tags[] = {
    [TL_EVIDENCE_PLAIN] = { "", "" },
    [TL_EVIDENCE_STRONG] = { "<strong>", "</strong>" },
    [TL_EVIDENCE_DIM] = { "<span class=\"dim\">", "</span>" },
    [TL_EVIDENCE_FOREIGN] = { "<bdi lang=\"\">", "</bdi>" },
    [TL_EVIDENCE_MARKED] = { "<mark>", "</mark>" },
  };
  gboolean is_bare = is_quoted && run->style == TL_EVIDENCE_FOREIGN;

  if (run->link != NULL)
    {
      g_string_append (html, "<a href=\"");
      add_escaped (html, run->link);
      g_string_append (html, *run->link == '#' ? "\">" : "\" rel=\"external noopener noreferrer\">");
    }
  g_string_append (html, is_bare ? "" : tags[run->style].before);
  add_escaped (html, run->text);
  g_string_append (html, is_bare ? "" : tags[run->style].after);
  if (run->link != NULL)
    g_string_append (html, "</a>");
}

static void
add_text (GString *html,
          GArray  *text)
{
  for (guint i = 0; i < text->len; i++)
    add_run (html, &g_array_index (text, TlEvidenceRun, i), FALSE);
}

static void
add_id (GString    *html,
        const char *id)
{
  if (id != NULL)
    g_string_append_printf (html, " id=\"%s\"", id);
}

/* ---- what blocks stand in ---- */

static void
end_list (Writer *self)
{
  if (self->in_list)
    g_string_append (self->html, "</ul>\n");
  self->in_list = FALSE;
}

static void
end_source (Writer *self)
{
  if (self->in_source)
    g_string_append (self->html, "</article>\n");
  self->in_source = FALSE;
}

static void
end_section (Writer *self)
{
  end_list (self);
  end_source (self);
  if (self->in_section)
    g_string_append (self->html, "</section>\n");
  self->in_section = FALSE;
}

static void
add_heading (Writer                *self,
             const TlEvidenceBlock *block)
{
  end_section (self);
  g_string_append (self->html, "<section>\n<h2>");
  add_text (self->html, block->text);
  g_string_append (self->html, "</h2>\n");
  self->in_section = TRUE;
}

static void
add_item (Writer                *self,
          const TlEvidenceBlock *block)
{
  if (!self->in_list)
    g_string_append (self->html, "<ul class=\"rules\">\n");
  self->in_list = TRUE;
  g_string_append (self->html, "<li>");
  add_text (self->html, block->text);
  g_string_append (self->html, "</li>\n");
}

/* ---- blocks ---- */

static void
add_picture (Writer       *self,
             TlChartScene *scene,
             TlChartStyle  style)
{
  double width = tl_chart_scene_get_width (scene), height = tl_chart_scene_get_height (scene);

  g_string_append_printf (self->html, "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"%s\" "
                          "viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"",
                          tl_chart_style_to_string (style), (int) (width + 0.999),
                          (int) (height + 0.999));
  add_escaped (self->html, tl_chart_scene_get_description (scene));
  g_string_append (self->html, "\">\n");
  tl_chart_paint_svg (scene, style, self->html);
  g_string_append (self->html, "</svg>\n");
}

/* A small screen shows a part of it, which is moved by touch or by the arrow keys. */
static void
add_chart (Writer                *self,
           TlEvidenceReport      *report,
           const TlEvidenceBlock *block)
{
  g_string_append (self->html, "<figure class=\"chart\">\n"
                               "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"");
  add_escaped (self->html, tl_evidence_report_get_title (report));
  g_string_append (self->html, "\">\n");
  add_picture (self, tl_evidence_report_get_scene (report), TL_CHART_STYLE_LIGHT);
  add_picture (self, tl_evidence_report_get_scene (report), TL_CHART_STYLE_DARK);
  g_string_append (self->html, "</div>\n<figcaption>");
  add_text (self->html, block->text);
  g_string_append (self->html, "</figcaption>\n</figure>\n");
}

static void
add_row (Writer    *self,
         GPtrArray *cells,
         gboolean   is_head)
{
  g_string_append (self->html, "<tr>");
  for (guint i = 0; i < cells->len; i++)
    {
      gboolean is_name = is_head || i == 0;

      g_string_append (self->html, is_head ? "<th scope=\"col\">"
                                           : is_name ? "<th scope=\"row\">" : "<td>");
      add_text (self->html, cells->pdata[i]);
      g_string_append (self->html, is_name ? "</th>" : "</td>");
    }
  g_string_append (self->html, "</tr>\n");
}

static gboolean
add_table (Writer                 *self,
           const TlEvidenceBlock  *block,
           GError                **error)
{
  g_string_append (self->html, "<div class=\"scroll\">\n<table>\n<caption>");
  add_text (self->html, block->text);
  g_string_append (self->html, "</caption>\n<thead>\n");
  add_row (self, block->rows->pdata[0], TRUE);
  g_string_append (self->html, "</thead>\n<tbody>\n");
  for (guint i = 1; i < block->rows->len; i++)
    {
      add_row (self, block->rows->pdata[i], FALSE);
      if (self->html->len > BUFFER_SIZE && !flush (self, error))
        return FALSE;
    }
  g_string_append (self->html, "</tbody>\n</table>\n</div>\n");
  return TRUE;
}

static void
add_source (Writer                *self,
            const TlEvidenceBlock *block)
{
  end_source (self);
  self->in_source = TRUE;
  g_string_append (self->html, "<article class=\"source\"");
  add_id (self->html, block->id);
  g_string_append_printf (self->html, ">\n<div class=\"entry\"><span class=\"number\">%s</span>"
                          "<div><h3>", block->label);
  add_text (self->html, block->text);
  g_string_append (self->html, "</h3>");
  if (block->notes != NULL)
    g_string_append (self->html, "<ul class=\"copies\">");
  for (guint i = 0; block->notes != NULL && i < block->notes->len; i++)
    {
      g_string_append (self->html, "<li>");
      add_text (self->html, block->notes->pdata[i]);
      g_string_append (self->html, "</li>");
    }
  if (block->notes != NULL)
    g_string_append (self->html, "</ul>");
  g_string_append (self->html, "</div></div>\n");
}

static void
add_sentence (Writer                *self,
              const TlEvidenceBlock *block)
{
  g_string_append (self->html, "<div class=\"entry sentence\"");
  add_id (self->html, block->id);
  g_string_append_printf (self->html, "><span class=\"number\">%s</span><div><p class=\"reading\">",
                          block->label);
  add_text (self->html, block->text);
  g_string_append_printf (self->html, "</p>\n<blockquote lang=\"\" dir=\"%s\">",
                          tl_evidence_text_is_right_to_left (block->quote) ? "rtl" : "ltr");
  for (guint i = 0; i < block->quote->len; i++)
    add_run (self->html, &g_array_index (block->quote, TlEvidenceRun, i), TRUE);
  g_string_append (self->html, "</blockquote>");
  for (guint i = 0; block->notes != NULL && i < block->notes->len; i++)
    {
      g_string_append (self->html, "<p class=\"dim\">");
      add_text (self->html, block->notes->pdata[i]);
      g_string_append (self->html, "</p>");
    }
  g_string_append (self->html, "</div></div>\n");
}

static gboolean
add_block (Writer                 *self,
           TlEvidenceReport       *report,
           const TlEvidenceBlock  *block,
           GError                **error)
{
  switch (block->kind)
    {
    case TL_EVIDENCE_HEADING:
      add_heading (self, block);
      return TRUE;
    case TL_EVIDENCE_ITEM:
      add_item (self, block);
      return TRUE;
    case TL_EVIDENCE_CHART:
      add_chart (self, report, block);
      return TRUE;
    case TL_EVIDENCE_TABLE:
      return add_table (self, block, error);
    case TL_EVIDENCE_SOURCE:
      add_source (self, block);
      return TRUE;
    case TL_EVIDENCE_SENTENCE:
      add_sentence (self, block);
      return TRUE;
    case TL_EVIDENCE_PARAGRAPH:
    default:
      g_string_append (self->html, "<p>");
      add_text (self->html, block->text);
      g_string_append (self->html, "</p>\n");
      return TRUE;
    }
}

/* ---- the whole ---- */

/* The one style sheet that the policy lets through is this one. */
static char *
dup_style_hash (void)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;

  g_checksum_update (checksum, (const guchar *) style_sheet, (gssize) strlen (style_sheet));
  g_checksum_get_digest (checksum, digest, &length);
  return g_base64_encode (digest, length);
}

static void
add_head (Writer           *self,
          TlEvidenceReport *report)
{
  g_autofree char *hash = dup_style_hash ();

  /* Translators: the code of the language that you translate into, such as "de" or "pt-BR" */
  g_string_append_printf (self->html, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n"
                          "<meta charset=\"utf-8\">\n", C_("language", "en"));
  g_string_append_printf (self->html, "<meta http-equiv=\"Content-Security-Policy\" content=\""
                          "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; "
                          "form-action 'none'\">\n", hash);
  g_string_append (self->html, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                               "<meta name=\"color-scheme\" content=\"light dark\">\n"
                               "<meta name=\"referrer\" content=\"no-referrer\">\n"
                               "<meta name=\"generator\" content=\"Tradelines\">\n<title>");
  add_escaped (self->html, tl_evidence_report_get_title (report));
  g_string_append_printf (self->html, "</title>\n<style>%s</style>\n</head>\n<body>\n<main>\n"
                          "<header>\n<h1>", style_sheet);
  add_escaped (self->html, tl_evidence_report_get_title (report));
  g_string_append (self->html, "</h1>\n<p class=\"subtitle\">");
  add_escaped (self->html, tl_evidence_report_get_subtitle (report));
  g_string_append (self->html, "</p>\n</header>\n");
}

/**
 * tl_evidence_write_html:
 * @self: a report
 * @stream: where to
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Writes the report as a web page.
 *
 * Returns: whether all of it was written
 */
gboolean
tl_evidence_write_html (TlEvidenceReport  *self,
                        GOutputStream     *stream,
                        GCancellable      *cancellable,
                        GError           **error)
{
  g_autoptr(GString) html = g_string_new (NULL);
  Writer writer = { .html = html, .stream = stream, .cancellable = cancellable };

  add_head (&writer, self);
  for (guint i = 0; i < tl_evidence_report_get_n_blocks (self); i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !add_block (&writer, self, tl_evidence_report_get_block (self, i), error) ||
        (html->len > BUFFER_SIZE && !flush (&writer, error)))
      return FALSE;
  end_section (&writer);
  g_string_append (html, "</main>\n</body>\n</html>\n");
  return flush (&writer, error);
}
