/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A text that is read in parts: nothing is lost at the seams, and what is named in several
 * parts is one.
 */

#include "tl-recognizer.h"

#include <string.h>

#define SENTENCE "Ambassador Rosa Quispe flew to Lima with a delegation of traders. "
#define REPEATS  8000

static TlEntity *
find (GPtrArray    *entities,
      TlEntityType  type,
      const char   *name)
{
  for (guint i = 0; i < entities->len; i++)
    if (tl_entity_get_entity_type (entities->pdata[i]) == type &&
        strcmp (tl_entity_get_name (entities->pdata[i]), name) == 0)
      return entities->pdata[i];
  g_test_fail_printf ("%s is not found", name);
  return NULL;
}

static void
assert_everywhere (const char *string,
                   TlEntity   *entity,
                   const char *name)
{
  guint n_mentions;
  const TlSpan *mentions = tl_entity_get_mentions (entity, &n_mentions);

  g_assert_cmpuint (n_mentions, ==, REPEATS);
  for (guint i = 0; i < n_mentions; i++)
    {
      const char *found = string + mentions[i].start;

      g_assert_cmpuint (mentions[i].end - mentions[i].start, ==, strlen (name));
      g_assert_true (strncmp (found, name, strlen (name)) == 0);
      g_assert_true (i == 0 || mentions[i].start > mentions[i - 1].start);
      g_assert_cmpuint (tl_entity_get_confidence (entity, i), >, 0);
    }
}

static void
test_parts (void)
{
  g_autoptr(GString) string = g_string_new (NULL);
  g_autoptr(TlText) text = NULL;
  g_autoptr(GPtrArray) entities = NULL;

  for (guint i = 0; i < REPEATS; i++)
    g_string_append (string, SENTENCE);
  text = tl_text_new (string->str, -1);
  entities = tl_recognizer_find (text);
  g_assert_cmpuint (entities->len, ==, 2);
  assert_everywhere (string->str, find (entities, TL_ENTITY_PERSON, "Rosa Quispe"), "Rosa Quispe");
  assert_everywhere (string->str, find (entities, TL_ENTITY_PLACE, "Lima"), "Lima");
  g_assert_cmpstr (tl_entity_get_role (find (entities, TL_ENTITY_PERSON, "Rosa Quispe")), ==, "Ambassador");
}

/* No sentence ends anywhere: the seams are between two words. */
static void
test_no_sentence (void)
{
  g_autoptr(GString) string = g_string_new (NULL);
  g_autoptr(TlText) text = NULL;
  g_autoptr(GPtrArray) entities = NULL;
  guint n_mentions;

  for (guint i = 0; i < 120000; i++)
    g_string_append (string, i % 1000 == 10 ? "Paraguay " : "rice ");
  text = tl_text_new (string->str, -1);
  entities = tl_recognizer_find (text);
  g_assert_cmpuint (entities->len, ==, 1);
  tl_entity_get_mentions (entities->pdata[0], &n_mentions);
  g_assert_cmpuint (n_mentions, ==, 120);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/long-text/parts", test_parts);
  g_test_add_func ("/long-text/no-sentence", test_no_sentence);

  return g_test_run ();
}
