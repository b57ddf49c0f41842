/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Why the figures of whole articles were read so: every part of each has a reason, and the
 * words of the reason say what it is a reason for.
 */

#include "figure-fixture.h"
#include "tl-article.h"
#include "tl-gazetteer.h"

#include <string.h>

typedef struct
{
  TlArticle          *article;
  TlFigure           *figure;
  const TlFigureData *data;
  const TlReason     *reason;
} Look;

static char *
dup_words (const Look *look)
{
  TlSpan span = look->reason->span;

  return g_strndup (tl_article_get_text (look->article) + span.start, span.end - span.start);
}

/* Tells which figure it is before the test ends. */
static void
expect (const Look *look,
        gboolean    is_right,
        const char *what)
{
  g_autofree char *words = NULL;

  if (is_right)
    return;
  words = look->reason != NULL ? dup_words (look) : g_strdup ("");
  g_error ("%s: “%s”: %s %s “%s”: %s", tl_article_get_uri (look->article), tl_figure_get_quote (look->figure),
           look->reason != NULL ? tl_field_to_string (look->reason->field) : "",
           look->reason != NULL ? tl_how_to_string (look->reason->how) : "", words, what);
}

static gboolean
is_amount (const Look *look)
{
  GArray *amounts = tl_article_get_amounts (look->article);

  for (guint i = 0; i < amounts->len; i++)
    if (tl_span_overlaps (g_array_index (amounts, TlAmount, i).span, look->reason->span))
      return TRUE;
  return FALSE;
}

/* Then the words may name that other period. */
static gboolean
is_counted_from_another (const Look *look)
{
  const TlWhy *why = &look->data->why;

  for (guint i = 0; i < why->n_reasons; i++)
    if (why->reasons[i].field == TL_FIELD_PERIOD && why->reasons[i].how == TL_HOW_COUNTERPART)
      return TRUE;
  return FALSE;
}

static gboolean
is_period (const Look *look)
{
  GArray *dates = tl_article_get_dates (look->article);

  for (guint i = 0; i < dates->len; i++)
    {
      const TlPeriod *period = &g_array_index (dates, TlPeriod, i);

      if (period->span.start == look->reason->span.start && period->span.end == look->reason->span.end)
        return is_counted_from_another (look) ||
               (period->start.year <= look->data->start.year && period->end.year >= look->data->end.year);
    }
  return FALSE;
}

/* Whether the words are a name of the partner, or of the region or country that it lies in. */
static gboolean
is_partner (const Look *look,
            const char *code)
{
  g_autofree char *words = dup_words (look);
  g_autoptr(TlText) text = tl_text_new (words, -1);
  g_autoptr(GArray) places = tl_gazetteer_find (tl_gazetteer_get_default (), text);

  for (guint i = 0; i < places->len; i++)
    {
      const char *other = g_array_index (places, TlPlaceMatch, i).place->code;

      if (g_str_equal (other, code) || (g_str_equal (other, "EUROPE") && g_str_equal (code, "EU")))
        return TRUE;
    }
  return g_str_equal (code, "WORLD") || g_str_equal (words, code);
}

/* Of a name that the text gives in full elsewhere, and of a body that is no entity, the last word tells. */
static const char *
last_word (const char *name)
{
  const char *space = strrchr (name, ' ');

  return space != NULL ? space + 1 : name;
}

static gboolean
is_speaker (const Look *look)
{
  GPtrArray *entities = tl_article_get_entities (look->article);
  g_autofree char *words = dup_words (look);
  const char *speaker = tl_figure_get_speaker (look->figure);

  if (g_str_equal (last_word (words), last_word (speaker)))
    return TRUE;

  for (guint i = 0; i < entities->len; i++)
    {
      TlEntity *entity = g_ptr_array_index (entities, i);
      guint n;
      const TlSpan *mentions = tl_entity_get_mentions (entity, &n);

      for (guint k = 0; k < n; k++)
        if (g_str_equal (last_word (tl_entity_get_name (entity)), last_word (speaker)) &&
            tl_span_overlaps (mentions[k], look->reason->span))
          return TRUE;
    }
  return FALSE;
}

/* Whether the words say what they are a reason for. */
static gboolean
says_so (const Look *look)
{
  if (look->reason->how == TL_HOW_REFERENCE)
    return TRUE;
  switch (look->reason->field)
    {
    case TL_FIELD_AMOUNT:
      return is_amount (look);
    case TL_FIELD_PERIOD:
      return is_period (look);
    case TL_FIELD_FIRST_PARTNER:
      return is_partner (look, look->data->partners[0]);
    case TL_FIELD_SECOND_PARTNER:
      return is_partner (look, look->data->partners[1]);
    case TL_FIELD_SPEAKER:
      return is_speaker (look);
    case TL_FIELD_CHANGE:
    case TL_FIELD_FLOW:
    case TL_FIELD_STATUS:
    default:
      return TRUE;
    }
}

static gboolean
needs_words (TlHow how)
{
  return how != TL_HOW_HOME && how != TL_HOW_DEFAULT;
}

static void
check_place (const Look *look)
{
  const TlReason *reason = look->reason;
  const char *text = tl_article_get_text (look->article);
  gboolean is_inside = tl_span_overlaps (reason->span, look->data->sentence);

  expect (look, reason->span.end <= strlen (text), "outside of the text");
  expect (look, (text[reason->span.start] & 0xc0) != 0x80 && (text[reason->span.end] & 0xc0) != 0x80,
          "within a character");
  if (reason->how == TL_HOW_STATED || reason->how == TL_HOW_RELATIVE || reason->how == TL_HOW_MIRRORED)
    expect (look, is_inside, "outside of its sentence");
  if (reason->how == TL_HOW_CARRIED)
    expect (look, !is_inside, "inside of its sentence");
}

static void
check_reason (const Look *look)
{
  const TlReason *reason = look->reason;

  expect (look, figure_fixture_has (look->figure, reason->field), "of a field that is not set");
  if (reason->how == TL_HOW_RELATIVE || reason->how == TL_HOW_FUTURE)
    expect (look, tl_date_compare (reason->from, tl_article_get_published (look->article)) == 0,
            "counted from another day");
  if (tl_span_is_empty (reason->span))
    {
      expect (look, !needs_words (reason->how), "without words");
      return;
    }
  check_place (look);
  expect (look, says_so (look), "that is not what the words say");
}

static void
check_figure (TlArticle *article,
              TlFigure  *figure)
{
  Look look = { article, figure, tl_figure_get_data (figure), NULL };

  for (guint i = 0; i < TL_N_FIELDS; i++)
    {
      look.reason = NULL;
      if (figure_fixture_has (figure, i) && tl_why_find (&look.data->why, i) == NULL)
        expect (&look, FALSE, tl_field_to_string (i));
    }
  g_assert_cmpuint (look.data->why.n_reasons, <, TL_WHY_SIZE);
  for (guint i = 0; i < look.data->why.n_reasons; i++)
    {
      look.reason = &look.data->why.reasons[i];
      check_reason (&look);
    }
}

static void
test_folder (gconstpointer data)
{
  const char *path = data;
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint n_figures = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr(GFile) file = g_file_new_build_filename (path, name, NULL);
      g_autoptr(TlArticle) article = NULL;
      g_autoptr(GError) error = NULL;
      GPtrArray *figures;

      if (!g_str_has_suffix (name, ".txt"))
        continue;
      article = tl_article_load (file, TL_DATE_NONE, NULL, &error);
      g_assert_no_error (error);
      figures = tl_article_get_figures (article);
      for (guint i = 0; i < figures->len; i++)
        check_figure (article, g_ptr_array_index (figures, i));
      n_figures += figures->len;
    }
  g_assert_cmpuint (n_figures, >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  /* Folders that are not there are not looked at: the project's corpus lies beside the checkout. */
  for (int i = 1; i < argc; i++)
    {
      g_autofree char *base = g_path_get_basename (argv[i]);
      g_autofree char *name = g_strconcat ("/why/", base, NULL);

      if (g_file_test (argv[i], G_FILE_TEST_IS_DIR))
        g_test_add_data_func (name, argv[i], test_folder);
    }
  return g_test_run ();
}
