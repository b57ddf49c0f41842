/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was read in a gloss, as what stands in the text. */

#include "tl-gloss-reading.h"

#include <string.h>

/**
 * tl_gloss_bring_amounts:
 * @gloss: a gloss
 * @amounts: (element-type TlAmount): the amounts in it; from then on those of the text.  Their
 *   tokens stay those of the gloss.
 */
void
tl_gloss_bring_amounts (TlGloss *gloss,
                        GArray  *amounts)
{
  for (guint i = 0; i < amounts->len; i++)
    {
      TlAmount *amount = &g_array_index (amounts, TlAmount, i);

      amount->span = tl_gloss_find_source (gloss, amount->span);
    }
}

/**
 * tl_gloss_bring_periods:
 * @gloss: a gloss
 * @periods: (element-type TlPeriod): the periods in it; from then on those of the text.  Their
 *   tokens stay those of the gloss.
 */
void
tl_gloss_bring_periods (TlGloss *gloss,
                        GArray  *periods)
{
  for (guint i = 0; i < periods->len; i++)
    {
      TlPeriod *period = &g_array_index (periods, TlPeriod, i);

      period->span = tl_gloss_find_source (gloss, period->span);
      if (!tl_span_is_empty (period->anchor))
        period->anchor = tl_gloss_find_source (gloss, period->anchor);
    }
}

static char *
dup_source (TlGloss    *gloss,
            const char *text,
            TlSpan      span)
{
  TlSpan source = tl_gloss_find_source (gloss, span);

  return g_strndup (text + source.start, source.end - source.start);
}

/* The words in the text for some that were taken from the gloss, those that stand next to a
 * place; %NULL where they are put together of several. */
static char *
dup_words (TlGloss    *gloss,
           const char *text,
           const char *words,
           gsize       near)
{
  const char *string = tl_text_get_string (tl_gloss_get_text (gloss));
  const char *best = NULL;
  gsize best_distance = G_MAXSIZE;

  if (words == NULL || *words == '\0')
    return NULL;
  for (const char *p = strstr (string, words); p != NULL; p = strstr (p + 1, words))
    {
      gsize at = (gsize) (p - string);
      gsize distance = at > near ? at - near : near - at;

      if (distance < best_distance)
        {
          best_distance = distance;
          best = p;
        }
    }
  if (best == NULL)
    return NULL;
  return dup_source (gloss, text, (TlSpan) { (guint32) (best - string), (guint32) (best - string + strlen (words)) });
}

static gboolean
is_shouted (const char *name)
{
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_islower (g_utf8_get_char (p)))
        return FALSE;
    }
  return TRUE;
}

/* An entity is named as the text's language has it: in the nominative, rather not in capitals. */
static char *
dup_name (TlGloss    *gloss,
          const char *text,
          TlEntity   *entity)
{
  const char *string = tl_text_get_string (tl_gloss_get_text (gloss));
  const char *name = tl_entity_get_name (entity);
  gsize length = strlen (name);
  guint n_mentions;
  const TlSpan *mentions = tl_entity_get_mentions (entity, &n_mentions);
  g_autofree char *shouted = NULL;
  char *words;

  for (guint i = 0; i < n_mentions; i++)
    {
      g_autofree char *nominative = NULL;

      if (mentions[i].end - mentions[i].start != length || strncmp (string + mentions[i].start, name, length) != 0)
        continue;
      nominative = tl_gloss_dup_nominative (gloss, text, mentions[i]);
      if (nominative != NULL && !is_shouted (nominative))
        return g_steal_pointer (&nominative);
      if (shouted == NULL)
        shouted = g_steal_pointer (&nominative);
    }
  if (shouted != NULL)
    return g_steal_pointer (&shouted);
  words = dup_words (gloss, text, name, n_mentions > 0 ? mentions[0].start : 0);
  return words != NULL ? words : g_strdup (name);
}

/* "НПП «Атамекен" has a mark more to it, which English does not have. */
static TlSpan
close_quote (const char *text,
             TlSpan      span)
{
  int depth = 0;

  for (guint32 i = span.start; i < span.end; i++)
    {
      if (g_str_has_prefix (text + i, "«"))
        depth++;
      else if (g_str_has_prefix (text + i, "»"))
        depth--;
    }
  if (depth == 1 && g_str_has_prefix (text + span.end, "»"))
    span.end += (guint32) strlen ("»");
  return span;
}

/* Adjectives are no names, and are written small: "брестские заводы". */
static gboolean
is_small (const char *text,
          TlSpan      span)
{
  return g_unichar_islower (g_utf8_get_char (text + span.start));
}

/* «Вечерний проспект» is nobody, nor is АО «Атамекен». */
static gboolean
is_quoted (const char *text,
           TlSpan      span)
{
  const char *mark = "«";
  gsize length = strlen (mark);

  return (span.start >= length && strncmp (text + span.start - length, mark, length) == 0) ||
         g_strstr_len (text + span.start, span.end - span.start, mark) != NULL;
}

static TlEntity *
bring_entity (TlGloss    *gloss,
              const char *text,
              TlEntity   *entity)
{
  guint n_mentions, n = 0;
  const TlSpan *mentions = tl_entity_get_mentions (entity, &n_mentions);
  g_autofree TlSpan *spans = g_new (TlSpan, n_mentions);
  g_autofree guint8 *confidences = g_new (guint8, n_mentions);
  g_autofree char *name = dup_name (gloss, text, entity);
  g_autofree char *role = dup_words (gloss, text, tl_entity_get_role (entity), n_mentions > 0 ? mentions[0].start : 0);
  TlEntityType type = tl_entity_get_entity_type (entity);
  TlEntity *brought;

  for (guint i = 0; i < n_mentions; i++)
    {
      spans[n] = close_quote (text, tl_gloss_find_source (gloss, mentions[i]));
      confidences[n] = (guint8) tl_entity_get_confidence (entity, i);
      if (tl_span_is_empty (spans[n]) ||
          (is_small (text, spans[n]) && (type == TL_ENTITY_PLACE || type == TL_ENTITY_PERSON)))
        continue;
      if (type == TL_ENTITY_PERSON && is_quoted (text, spans[n]))
        type = TL_ENTITY_ORGANIZATION;
      n++;
    }
  if (n == 0)
    return NULL;
  brought = tl_entity_new_identified (type, name, role, tl_entity_get_identity (entity), spans, n);
  tl_entity_set_confidences (brought, confidences);
  return brought;
}

/**
 * tl_gloss_bring_entities:
 * @gloss: a gloss
 * @text: the text
 * @entities: (element-type TlEntity): what the gloss names
 *
 * Returns: (transfer full) (element-type TlEntity): the same in the text, in the same order, but for
 *   what is no name there
 */
GPtrArray *
tl_gloss_bring_entities (TlGloss    *gloss,
                         const char *text,
                         GPtrArray  *entities)
{
  GPtrArray *brought = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < entities->len; i++)
    {
      TlEntity *entity = bring_entity (gloss, text, g_ptr_array_index (entities, i));

      if (entity != NULL)
        g_ptr_array_add (brought, entity);
    }
  return brought;
}

/* Who says so is mostly one of the entities. */
static char *
dup_speaker (TlGloss    *gloss,
             const char *text,
             TlFigure   *figure,
             GPtrArray  *entities)
{
  const char *speaker = tl_figure_get_speaker (figure);

  for (guint i = 0; speaker != NULL && i < entities->len; i++)
    {
      TlEntity *entity = g_ptr_array_index (entities, i);

      if (g_str_equal (tl_entity_get_name (entity), speaker))
        return dup_name (gloss, text, entity);
    }
  return dup_words (gloss, text, speaker, tl_figure_get_data (figure)->quote.start);
}

typedef TlSpan (*FindSpan) (TlGloss *gloss, TlSpan span);

/* The figure with all its places looked up. */
static TlFigure *
move_figure (TlGloss    *gloss,
             FindSpan    find,
             const char *text,
             TlFigure   *figure,
             const char *speaker)
{
  TlFigureData data = *tl_figure_get_data (figure);
  g_autofree char *quote = NULL;
  g_autofree char *sentence = NULL;

  data.quote = find (gloss, data.quote);
  data.sentence = find (gloss, data.sentence);
  for (guint i = 0; i < data.why.n_reasons; i++)
    {
      TlReason *reason = &data.why.reasons[i];

      if (!tl_span_is_empty (reason->span))
        reason->span = find (gloss, reason->span);
    }
  quote = g_strndup (text + data.quote.start, data.quote.end - data.quote.start);
  sentence = g_strndup (text + data.sentence.start, data.sentence.end - data.sentence.start);
  return tl_figure_new (&data, quote, sentence, speaker);
}

/**
 * tl_gloss_bring_figure:
 * @gloss: a gloss
 * @text: the text
 * @figure: what the gloss states
 * @entities: (element-type TlEntity): what the gloss names
 *
 * Returns: (transfer full): the same in the text
 */
TlFigure *
tl_gloss_bring_figure (TlGloss    *gloss,
                       const char *text,
                       TlFigure   *figure,
                       GPtrArray  *entities)
{
  g_autofree char *speaker = dup_speaker (gloss, text, figure, entities);

  return move_figure (gloss, tl_gloss_find_source, text, figure, speaker);
}

/**
 * tl_gloss_send_figures:
 * @gloss: a gloss
 * @figures: (nullable) (element-type TlFigure): what the text states
 *
 * Returns: (transfer full) (nullable) (element-type TlFigure): the same in the gloss
 */
GPtrArray *
tl_gloss_send_figures (TlGloss   *gloss,
                       GPtrArray *figures)
{
  const char *string = tl_text_get_string (tl_gloss_get_text (gloss));
  GPtrArray *sent = figures != NULL ? g_ptr_array_new_with_free_func (g_object_unref) : NULL;

  for (guint i = 0; figures != NULL && i < figures->len; i++)
    {
      TlFigure *figure = g_ptr_array_index (figures, i);

      g_ptr_array_add (sent, move_figure (gloss, tl_gloss_find_span, string, figure, tl_figure_get_speaker (figure)));
    }
  return sent;
}

/**
 * tl_gloss_bring_figures:
 * @gloss: a gloss
 * @text: the text
 * @figures: (element-type TlFigure): what the gloss states
 * @entities: (element-type TlEntity): what the gloss names
 *
 * Returns: (transfer full) (element-type TlFigure): the same in the text, in the same order
 */
GPtrArray *
tl_gloss_bring_figures (TlGloss    *gloss,
                        const char *text,
                        GPtrArray  *figures,
                        GPtrArray  *entities)
{
  GPtrArray *brought = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < figures->len; i++)
    g_ptr_array_add (brought, tl_gloss_bring_figure (gloss, text, g_ptr_array_index (figures, i), entities));
  return brought;
}
