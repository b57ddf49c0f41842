/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-provenance.h"

static const char *const fact_names[] = {
  [TL_FACT_TITLE] = "title",
  [TL_FACT_PUBLISHER] = "publisher",
  [TL_FACT_AUTHOR] = "author",
  [TL_FACT_URL] = "url",
  [TL_FACT_LANGUAGE] = "language",
  [TL_FACT_PUBLISHED] = "published",
};

static const char *const provenance_names[] = {
  [TL_PROVENANCE_NONE] = "none",
  [TL_PROVENANCE_TEXT] = "text",
  [TL_PROVENANCE_JSON_LD] = "json-ld",
  [TL_PROVENANCE_OPENGRAPH] = "opengraph",
  [TL_PROVENANCE_META] = "meta",
  [TL_PROVENANCE_ELEMENT] = "element",
  [TL_PROVENANCE_HEADER] = "header",
  [TL_PROVENANCE_ENTRY] = "entry",
  [TL_PROVENANCE_PROPERTIES] = "properties",
  [TL_PROVENANCE_ADDRESS] = "address",
  [TL_PROVENANCE_DOWNLOAD] = "download",
  [TL_PROVENANCE_INFERRED] = "inferred",
  [TL_PROVENANCE_GIVEN] = "given",
  [TL_PROVENANCE_PERSON] = "person",
};

G_STATIC_ASSERT (G_N_ELEMENTS (fact_names) == TL_N_FACTS);
G_STATIC_ASSERT (G_N_ELEMENTS (provenance_names) == TL_PROVENANCE_PERSON + 1);

/**
 * tl_fact_get_name:
 * @fact: a fact
 *
 * Returns: its name in JSON and in the library: "title"
 */
const char *
tl_fact_get_name (TlFact fact)
{
  g_return_val_if_fail (fact < TL_N_FACTS, NULL);

  return fact_names[fact];
}

/**
 * tl_provenance_get_name:
 * @provenance: where a fact comes from
 *
 * Returns: its name in JSON and in the library: "json-ld"
 */
const char *
tl_provenance_get_name (TlProvenance provenance)
{
  g_return_val_if_fail (provenance < G_N_ELEMENTS (provenance_names), NULL);

  return provenance_names[provenance];
}

/**
 * tl_provenance_from_name:
 * @name: (nullable): a name
 *
 * Returns: what tl_provenance_get_name() has that name for; %TL_PROVENANCE_NONE for any other
 */
TlProvenance
tl_provenance_from_name (const char *name)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (provenance_names); i++)
    if (g_str_equal (name, provenance_names[i]))
      return (TlProvenance) i;
  return TL_PROVENANCE_NONE;
}
