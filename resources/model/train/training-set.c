/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Texts whose names are known, as the tagger will see them: the tokens of a column file
 * are put together to a text, which is read by the program's own tokeniser and rules.
 */

#include "training-set.h"

#include <gio/gio.h>
#include <string.h>

/* A name that the data gives: where it stands and what it is. */
typedef struct
{
  TlSpan span;
  guint  type;
} Gold;

/*
 * training_set_new:
 *
 * Returns: (transfer full): a set without islands
 */
TrainingSet *
training_set_new (void)
{
  TrainingSet *self = g_new0 (TrainingSet, 1);
  guint64 zero = 0;

  self->islands = g_array_new (FALSE, TRUE, sizeof (TrainingIsland));
  self->tags = g_array_new (FALSE, TRUE, sizeof (guint8));
  self->rules = g_array_new (FALSE, TRUE, sizeof (guint8));
  self->rule_weights = g_array_new (FALSE, TRUE, sizeof (guint8));
  self->offsets = g_array_new (FALSE, TRUE, sizeof (guint64));
  self->features = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (self->offsets, zero);
  return self;
}

/* Frees the set. */
void
training_set_free (TrainingSet *self)
{
  g_array_unref (self->features);
  g_array_unref (self->offsets);
  g_array_unref (self->rules);
  g_array_unref (self->rule_weights);
  g_array_unref (self->tags);
  g_array_unref (self->islands);
  g_free (self);
}

/* Gives each token of the text the tag that the names say. */
static guint8 *
lay_tags (TlText *text,
          GArray *golds)
{
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);
  guint8 *tags = g_new0 (guint8, n_tokens + 1);
  guint token = 0;

  for (guint g = 0; g < golds->len; g++)
    {
      const Gold *gold = &g_array_index (golds, Gold, g);
      guint end;

      while (token < n_tokens && tokens[token].span.end <= gold->span.start)
        token++;
      for (end = token; end < n_tokens && tokens[end].span.start < gold->span.end; end++)
        ;
      for (guint i = token; i < end; i++)
        tags[i] = (guint8) tl_tag (gold->type, end == token + 1 ? TL_TAG_ONLY
                                               : i == token     ? TL_TAG_FIRST
                                               : i + 1 == end   ? TL_TAG_LAST
                                                                : TL_TAG_INSIDE);
      token = end;
    }
  return tags;
}

static void
add_token (TrainingSet *self,
           TlTagView   *view,
           guint        token,
           guint8       tag)
{
  guint32 features[TL_MAX_FEATURES];
  guint n = tl_tag_view_get_features (view, token, features);
  guint rule_weight;
  guint8 rule = (guint8) tl_tag_view_get_rule (view, token, &rule_weight);
  guint8 said = (guint8) rule_weight;
  guint64 end;

  g_array_append_vals (self->features, features, n);
  end = self->features->len;
  g_array_append_val (self->offsets, end);
  g_array_append_val (self->tags, tag);
  g_array_append_val (self->rules, rule);
  g_array_append_val (self->rule_weights, said);
}

/* Whether the tags of the tokens are a legal way by themselves. */
static gboolean
is_whole (const guint8   *tags,
          const TlIsland *island)
{
  guint before = TL_TAG_OUTSIDE;

  for (guint i = island->first; i < island->end; i++)
    {
      if (!tl_tag_may_follow (before, tags[i]))
        return FALSE;
      before = tags[i];
    }
  return !tl_tag_is_open (before);
}

static guint
count_names (const guint8 *tags,
             guint         first,
             guint         end)
{
  guint n = 0;

  for (guint i = first; i < end; i++)
    n += tags[i] != TL_TAG_OUTSIDE &&
         (tl_tag_part (tags[i]) == TL_TAG_FIRST || tl_tag_part (tags[i]) == TL_TAG_ONLY);
  return n;
}

/*
 * Makes the sources' tags follow one guideline: a country or a city is a place also where it
 * stands for its government or its team, and an adjective ("Philippine") is no name.
 */
static void
follow_guideline (const TlReading *reading,
                  guint8          *tags)
{
  for (guint i = 0; i < reading->places->len; i++)
    {
      const TlPlaceMatch *match = &g_array_index (reading->places, TlPlaceMatch, i);
      guint first = match->first_token, end = match->end_token;
      gboolean is_name = match->place->form == TL_NAME_PROPER || match->place->form == TL_NAME_CAPITAL;

      if (match->place->kind == TL_PLACE_BLOC || tags[first] == TL_TAG_OUTSIDE ||
          tl_tag_part (tags[first]) != (end == first + 1 ? TL_TAG_ONLY : TL_TAG_FIRST) ||
          tags[end - 1] == TL_TAG_OUTSIDE ||
          tl_tag_part (tags[end - 1]) != (end == first + 1 ? TL_TAG_ONLY : TL_TAG_LAST))
        continue;
      for (guint k = first; k < end; k++)
        tags[k] = is_name ? (guint8) tl_tag (TL_ENTITY_PLACE, tl_tag_part (tags[k])) : TL_TAG_OUTSIDE;
    }
}

/* Whether the names of the island, right or by the rules, hold an event. */
static gboolean
has_event (TlTagView      *view,
           const guint8   *tags,
           const TlIsland *island)
{
  for (guint i = island->first; i < island->end; i++)
    {
      guint weight, rule = tl_tag_view_get_rule (view, i, &weight);

      if ((tags[i] != TL_TAG_OUTSIDE && tl_tag_type (tags[i]) == TL_ENTITY_EVENT) ||
          (rule != TL_TAG_OUTSIDE && tl_tag_type (rule) == TL_ENTITY_EVENT))
        return TRUE;
    }
  return FALSE;
}

/* How a text is learned from. */
typedef struct
{
  guint       weight;
  TrainingUse how;
  gboolean    is_held;
} Use;

static void
add_text (TrainingSet        *self,
          const char         *string,
          GArray             *golds,
          const Use          *use,
          const TlModelParts *parts)
{
  g_autoptr(TlText) text = tl_text_new (string, -1);
  g_autoptr(TlReading) reading = tl_reading_new (text, NULL);
  g_autoptr(GArray) names = NULL;
  g_autoptr(GArray) mentions = NULL;
  g_autoptr(TlTagView) view = NULL;
  g_autofree guint8 *tags = lay_tags (text, golds);
  TlIsland island = { 0, 0 };
  guint n_names, n_held = 0;

  if ((use->how & TRAINING_AS_MARKED) == 0)
    follow_guideline (reading, tags);
  n_names = count_names (tags, 0, reading->n_tokens);
  tl_layout_mark (reading);
  tl_candidates_find (reading);
  tl_evidence_weigh (reading);
  names = tl_names_decide (reading);
  mentions = tl_mentions_spread (reading, names);
  view = tl_tag_view_new (reading, names, mentions, parts);
  while (tl_tag_view_next_island (view, &island))
    {
      TrainingIsland known = {
        .first_token = self->tags->len,
        .n_tokens = island.end - island.first,
        .weight = (guint16) use->weight,
        .is_held = use->is_held,
      };

      if (!is_whole (tags, &island))
        continue;
      n_held += count_names (tags, island.first, island.end);
      tl_tag_view_enter (view, &island);
      if ((use->how & TRAINING_HAS_EVENTS) == 0 && has_event (view, tags, &island))
        continue;
      for (guint i = island.first; i < island.end; i++)
        add_token (self, view, i, tags[i]);
      g_array_append_val (self->islands, known);
    }
  self->n_names += n_names;
  self->n_lost += n_names - n_held;
}

static gboolean
goes_without_space (const char *before,
                    const char *token)
{
  static const char *const behind[] = { ",", ".", ";", ":", "!", "?", ")", "]", "%", "'s", "'", "n't",
                                        "’s", "'re", "'ve", "'ll", "'d", "'m", "''", NULL };
  static const char *const openers[] = { "(", "[", "$", "``", NULL };

  return *before == '\0' || g_strv_contains (behind, token) || g_strv_contains (openers, before);
}

static gint
type_of (const char *name)
{
  static const char *const names[TL_N_ENTITY_TYPES] = { "PER", "ORG", "LOC", "EVT" };

  for (gint i = 0; i < TL_N_ENTITY_TYPES; i++)
    if (strcmp (names[i], name) == 0)
      return i;
  return -1;
}

/* Puts one line's token behind the text, and tells its name's span. */
static void
add_line (GString    *text,
          GArray     *golds,
          const char *token,
          const char *tag,
          char      **before)
{
  Gold gold;

  if (!goes_without_space (*before, token))
    g_string_append_c (text, ' ');
  gold.span.start = (guint32) text->len;
  /* Treebank's quotation marks */
  g_string_append (text, strcmp (token, "``") == 0 || strcmp (token, "''") == 0 ? "\"" : token);
  gold.span.end = (guint32) text->len;
  g_free (*before);
  *before = g_strdup (token);
  if (tag[0] == 'B' && type_of (tag + 2) >= 0)
    {
      gold.type = (guint) type_of (tag + 2);
      g_array_append_val (golds, gold);
    }
  else if (tag[0] == 'I' && golds->len > 0)
    g_array_index (golds, Gold, golds->len - 1).span.end = gold.span.end;
}

/*
 * training_read_gzip:
 * @path: a gzipped file
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): its text
 */
char *
training_read_gzip (const char  *path,
                    GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFileInputStream) raw = g_file_read (file, NULL, error);
  g_autoptr(GZlibDecompressor) unzip = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr(GInputStream) stream = NULL;
  g_autoptr(GOutputStream) out = g_memory_output_stream_new_resizable ();

  if (raw == NULL)
    return NULL;
  stream = g_converter_input_stream_new (G_INPUT_STREAM (raw), G_CONVERTER (unzip));
  if (g_output_stream_splice (out, stream, G_OUTPUT_STREAM_SPLICE_NONE, NULL, error) < 0 ||
      !g_output_stream_write_all (out, "", 1, NULL, NULL, error) || !g_output_stream_close (out, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (out));
}

/*
 * training_set_add_columns:
 * @self: a set
 * @path: a gzipped file of two columns: token, tag
 * @weight: how much a mistake in it counts
 * @how: what its marks are worth; unless they are kept, a country or a capital is made a place
 *   wherever it is marked, and an adjective of a nation no name
 * @parts: a model that has clusters
 * @error: return location for an error
 *
 * Returns: whether the file was read
 */
gboolean
training_set_add_columns (TrainingSet         *self,
                          const char          *path,
                          guint                weight,
                          TrainingUse          how,
                          const TlModelParts  *parts,
                          GError             **error)
{
  const Use use = { weight, how, FALSE };
  g_autofree char *content = training_read_gzip (path, error);
  g_auto(GStrv) lines = NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GArray) golds = g_array_new (FALSE, FALSE, sizeof (Gold));
  g_autofree char *before = g_strdup ("");

  if (content == NULL)
    return FALSE;
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *tab = strchr (lines[i], '\t');

      if (tab == NULL)
        continue;
      *tab = '\0';
      if (strcmp (lines[i], "-DOCSTART-") != 0)
        {
          add_line (text, golds, lines[i], tab + 1, &before);
          continue;
        }
      add_text (self, text->str, golds, &use, parts);
      g_string_truncate (text, 0);
      g_array_set_size (golds, 0);
      g_free (before);
      before = g_strdup ("");
    }
  add_text (self, text->str, golds, &use, parts);
  return TRUE;
}

/* The kind that a mark's letter stands for, or -1. */
static gint
type_of_letter (char letter)
{
  static const char letters[TL_N_ENTITY_TYPES] = { 'P', 'O', 'L', 'E' };

  for (gint i = 0; i < TL_N_ENTITY_TYPES; i++)
    if (letters[i] == letter)
      return i;
  return -1;
}

/* Takes the marks out of "[P Ana Silva] visits [L Lima]". */
static gboolean
take_marks (const char  *marked,
            const char  *path,
            GString     *text,
            GArray      *golds,
            GError     **error)
{
  const char *p = marked;

  while (*p != '\0')
    {
      const char *end = *p == '[' ? strchr (p, ']') : NULL;
      Gold gold;

      if (*p != '[' && *p != ']')
        {
          g_string_append_c (text, *p++);
          continue;
        }
      if (end == NULL || type_of_letter (p[1]) < 0 || p[2] != ' ' || memchr (p + 1, '[', (gsize) (end - p - 1)) != NULL)
        {
          g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "%s: a mark at byte %u is none", path,
                       (guint) (p - marked));
          return FALSE;
        }
      gold.type = (guint) type_of_letter (p[1]);
      gold.span.start = (guint32) text->len;
      g_string_append_len (text, p + 3, end - p - 3);
      gold.span.end = (guint32) text->len;
      g_array_append_val (golds, gold);
      p = end + 1;
    }
  return TRUE;
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/*
 * training_set_add_articles:
 * @self: a set
 * @folder: a folder of articles with every name marked: "[P Ana Silva] visits [L Lima]";
 *   one of %TRAINING_FOLDS is held out while confidence is calibrated
 * @weight: how much a mistake in them counts
 * @parts: a model that has clusters
 * @error: return location for an error
 *
 * Returns: whether all were read
 */
gboolean
training_set_add_articles (TrainingSet         *self,
                           const char          *folder,
                           guint                weight,
                           const TlModelParts  *parts,
                           GError             **error)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, error);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL)
    return FALSE;
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".txt"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_strings);
  for (guint i = 0; i < names->len; i++)
    {
      const Use use = { weight, TRAINING_HAS_EVENTS, i % TRAINING_FOLDS == 0 };
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);
      g_autofree char *marked = NULL;
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(GArray) golds = g_array_new (FALSE, FALSE, sizeof (Gold));

      if (!g_file_get_contents (path, &marked, NULL, error) ||
          !take_marks (marked, path, text, golds, error))
        return FALSE;
      add_text (self, text->str, golds, &use, parts);
    }
  return TRUE;
}
