/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the picture says of itself in XMP, which photo libraries, web editors and screen
 * readers look for.  No date and no identifier: the same chart has the same packet. */

#include "tl-chart-export-private.h"
#include "tl-chart-scene-private.h"

/* The byte order mark and the identifier are the XMP specification's. */
#define BEGIN \
  "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" \
  "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n" \
  "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n" \
  "<rdf:Description rdf:about=\"\"" \
  " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"" \
  " xmlns:Iptc4xmpCore=\"http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/\">\n"
#define END \
  "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>"

static void
append_plain (GString    *xmp,
              const char *name,
              const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (xmp, "<%s>%s</%s>\n", name, escaped, name);
}

/* A property that may be given in several languages. */
static void
append_text (GString    *xmp,
             const char *name,
             const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (xmp, "<%s><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></%s>\n",
                          name, escaped, name);
}

/* The packet of a chart, whose sources are listed one a line. */
char *
tl_chart_dup_xmp (TlChartScene *scene,
                  const char   *sources)
{
  GString *xmp = g_string_new (BEGIN);
  const char *title = tl_chart_scene_get_title (scene);
  const char *description = tl_chart_scene_get_description (scene);
  g_autofree char *alt_text = tl_chart_dup_chart_alt_text (tl_chart_scene_get_chart (scene),
                                                            tl_chart_scene_get_arrangement (scene), title);

  append_text (xmp, "dc:title", title);
  append_text (xmp, "dc:description", description);
  if (*sources != '\0')
    append_plain (xmp, "dc:source", sources);
  append_text (xmp, "Iptc4xmpCore:AltTextAccessibility", alt_text);
  append_text (xmp, "Iptc4xmpCore:ExtDescrAccessibility", description);
  g_string_append (xmp, END);
  return g_string_free (xmp, FALSE);
}
