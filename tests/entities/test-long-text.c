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

/* A part has the tokens and sentences of the whole, also where it begins or ends within one. */
static void
test_part (void)
{
  g_autoptr(TlText) text = tl_text_new ("One two three. Four five six.\n\nSeven eight.", -1);
  g_autoptr(TlText) part = tl_text_new_part (text, 2, 10);
  guint n_tokens, n_sentences;
  const TlToken *tokens = tl_text_get_tokens (part, &n_tokens);
  const TlSentence *sentences = tl_text_get_sentences (part, &n_sentences);

  g_assert_cmpstr (tl_text_get_string (part), ==, "three. Four five six.\n\nSeven eight");
  g_assert_cmpuint (n_tokens, ==, 8);
  g_assert_cmpuint (n_sentences, ==, 3);
  for (guint i = 0; i < n_sentences; i++)
    {
      g_assert_cmpuint (sentences[i].first_token, ==, i == 0 ? 0 : sentences[i - 1].end_token);
      g_assert_cmpuint (sentences[i].span.start, ==, tokens[sentences[i].first_token].span.start);
      g_assert_cmpuint (sentences[i].span.end, ==, tokens[sentences[i].end_token - 1].span.end);
      for (guint k = sentences[i].first_token; k < sentences[i].end_token; k++)
        g_assert_cmpuint (tokens[k].sentence, ==, i);
    }
  g_assert_cmpuint (sentences[2].end_token, ==, n_tokens);
  g_assert_cmpuint (sentences[0].paragraph, ==, 0);
  g_assert_cmpuint (sentences[2].paragraph, ==, 1);
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

  g_test_add_func ("/long-text/part", test_part);
  g_test_add_func ("/long-text/parts", test_parts);
  g_test_add_func ("/long-text/no-sentence", test_no_sentence);

  return g_test_run ();
}
