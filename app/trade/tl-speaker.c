/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * To whom each sentence of a text is attributed: to whom it attributes itself, see
 * tl-attribution; a sentence inside a quotation takes the speaker of the sentence that
 * closes it.
 */

#include "tl-speaker.h"

#include "tl-attribution.h"

#include <string.h>

/* So many paragraphs behind "a senior official said" the official may be named. */
#define TO_COME 2

struct _TlSpeakers
{
  const TlReading *reading;
  const guint16   *marks;
  TlSpeakerNames  *names;
  guint8          *quoted;      /* by token: it stands inside a quotation */
  TlSaid          *by_sentence; /* what each sentence itself says, or takes from its quotation */
  guint            n_sentences;
};

/* Whether a token is no quotation mark, as nearly all are: told by its first byte. */
static inline gboolean
is_no_mark (const char    *string,
            const TlToken *token)
{
  const char first = string[token->span.start];

  return token->kind != TL_TOKEN_PUNCTUATION || (first != '"' && first != "“"[0] && first != "«"[0]);
}

/* Marks what stands inside quotations; no quotation goes on in the next paragraph. */
static void
mark_quotations (TlSpeakers *self)
{
  guint n_tokens, n_sentences;
  TlText *text = self->reading->text;
  const char *string = tl_text_get_string (text);
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);
  const TlSentence *sentences = tl_text_get_sentences (text, &n_sentences);

  self->quoted = g_new0 (guint8, n_tokens + 1);
  for (guint i = 0; i < n_sentences; i++)
    {
      gboolean is_open = i > 0 && sentences[i].paragraph == sentences[i - 1].paragraph &&
                         sentences[i].first_token > 0 && self->quoted[sentences[i].first_token - 1];

      for (guint token = sentences[i].first_token; token < sentences[i].end_token; token++)
        {
          if (is_no_mark (string, &tokens[token]))
            ;
          else if (tl_text_token_is (text, token, "\""))
            is_open = !is_open;
          else if (tl_text_token_is (text, token, "“") || tl_text_token_is (text, token, "«"))
            is_open = TRUE;
          else if (tl_text_token_is (text, token, "”") || tl_text_token_is (text, token, "»"))
            is_open = FALSE;
          self->quoted[token] = is_open;
        }
    }
}

/* Whether a part of the sentence is quoted. */
static gboolean
has_quotation (const TlSpeakers *self,
               const TlSentence *sentence)
{
  for (guint i = sentence->first_token; i < sentence->end_token; i++)
    if (self->quoted[i])
      return TRUE;
  return FALSE;
}

/* A sentence that names nobody between two of one and the same speaker is said by them, too. */
static void
lend (TlSpeakers *self)
{
  guint n_sentences;
  const TlSentence *sentences = tl_text_get_sentences (self->reading->text, &n_sentences);

  for (guint i = 1; i + 1 < n_sentences; i++)
    if (self->by_sentence[i].name == NULL && self->by_sentence[i - 1].name != NULL &&
        g_strcmp0 (self->by_sentence[i - 1].name, self->by_sentence[i + 1].name) == 0 &&
        sentences[i - 1].paragraph == sentences[i + 1].paragraph)
      self->by_sentence[i] = self->by_sentence[i - 1];
}

/* Who speaks while the text is read. */
typedef struct
{
  TlAttribution known;
  /* The first sentence of which it has still to be told who speaks, else G_MAXUINT: */
  guint         unattributed;   /* in a quotation */
  guint         to_come;        /* by "a senior official" */
  guint         spoken;         /* the paragraph in which somebody spoke last */
  TlSaid        answering;      /* in an interview: whose answers these are */
  gboolean      is_question;    /* the paragraph is one */
  int           is_interview;   /* whether the text is one, -1 as long as nobody asked */
} State;

/* Whether a paragraph without a label goes on with somebody's answer. */
static gboolean
is_answer (State *state)
{
  if (state->answering.name == NULL || state->is_question)
    return FALSE;
  if (state->is_interview < 0)
    state->is_interview = tl_attribution_is_interview (&state->known);
  return state->is_interview != 0;
}

/* Gives a speaker to the sentences from @first on that lack one. */
static void
give (TlSpeakers   *self,
      guint         first,
      guint         end,
      const TlSaid *said)
{
  for (guint i = first; i < end; i++)
    if (self->by_sentence[i].name == NULL)
      self->by_sentence[i] = *said;
}

/* Remembers who spoke. */
static void
remember (TlSpeakers   *self,
          State        *state,
          guint         index,
          guint         paragraph,
          const TlSaid *said)
{
  guint n_sentences;
  const TlSentence *sentences = tl_text_get_sentences (self->reading->text, &n_sentences);

  if (state->unattributed != G_MAXUINT)
    give (self, state->unattributed, index, said);
  state->unattributed = G_MAXUINT;
  state->spoken = paragraph;
  state->known.last = *said;
  if (!said->is_person && !said->is_cited)
    state->known.last_body = *said;
  if (!said->is_person)
    return;
  state->known.last_person = *said;
  /* "a senior official said": the one who is named first behind it. */
  for (guint i = state->to_come; i < index; i++)
    if (self->by_sentence[i].is_to_come && paragraph - sentences[i].paragraph <= TO_COME)
      self->by_sentence[i] = *said;
  state->to_come = G_MAXUINT;
}

/* Whether a sentence begins with a quotation mark. */
static gboolean
opens_quotation (const TlSpeakers *self,
                 const TlSentence *sentence)
{
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (self->reading->text, &n_tokens);

  return self->quoted[sentence->first_token] &&
         tokens[sentence->first_token].kind == TL_TOKEN_PUNCTUATION;
}

/* The speaker of a sentence that names none: the one whose quotation goes on in it. */
static TlSaid
speaker_of_quotation (TlSpeakers *self,
                      State      *state,
                      guint       index,
                      gboolean    begins)
{
  if (!begins && self->by_sentence[index - 1].name != NULL)
    return self->by_sentence[index - 1];
  if (state->unattributed == G_MAXUINT)
    state->unattributed = index;
  return TL_SAID_NOBODY;
}

/* A paragraph that is all quotation, and names nobody: who spoke in the one before says it. */
static void
carry_over (TlSpeakers *self,
            State      *state,
            guint       index)
{
  guint n_sentences;
  const TlSentence *sentences = tl_text_get_sentences (self->reading->text, &n_sentences);
  guint first = state->unattributed;

  if (first != G_MAXUINT && state->known.last.name != NULL &&
      opens_quotation (self, &sentences[first]) && sentences[first].paragraph - state->spoken == 1)
    {
      give (self, first, index, &state->known.last);
      state->spoken = sentences[first].paragraph;
    }
  state->unattributed = G_MAXUINT;
}

/* Gives the sentences of each quotation the speaker that one of its paragraph names. */
static void
attribute (TlSpeakers *self,
           guint       last)
{
  guint n_sentences;
  const TlSentence *sentences = tl_text_get_sentences (self->reading->text, &n_sentences);
  State state = {
    .known = { .reading = self->reading, .words = tl_attribution_words (),
               .names = self->names, .marks = self->marks, .quoted = self->quoted },
    .unattributed = G_MAXUINT,
    .to_come = G_MAXUINT,
    .spoken = G_MAXUINT / 2,
    .is_interview = -1,
  };

  for (guint i = 0; i < n_sentences; i++)
    {
      gboolean begins = i == 0 || sentences[i].paragraph != sentences[i - 1].paragraph;
      TlSaid own;
      TlLabel label;

      /* Nobody is named for it any more. */
      if (begins && i > last && sentences[i].paragraph - sentences[last].paragraph > TO_COME)
        break;
      if (begins)
        {
          carry_over (self, &state, i);
          label = tl_attribution_label (&state.known, i, &state.answering);
          state.is_question = label == TL_LABEL_QUESTION;
          state.known.subject_before = state.known.only_before = TL_SAID_NOBODY;
        }
      state.known.before = begins ? NULL : &self->by_sentence[i - 1];
      tl_speaker_names_advance (self->names, sentences[i].end_token);
      own = tl_attribution_read (&state.known, i);
      if (own.name != NULL)
        remember (self, &state, i, sentences[i].paragraph, &own);
      else if (own.is_to_come)
        state.to_come = MIN (state.to_come, i);
      else if (is_answer (&state))
        own = state.answering;
      else if (has_quotation (self, &sentences[i]))
        own = speaker_of_quotation (self, &state, i, begins);
      self->by_sentence[i] = own;
      state.known.subject_before = tl_attribution_subject_of (&state.known, i, &state.known.only_before);
    }
  carry_over (self, &state, n_sentences);
}

/*
 * tl_speakers_new:
 * @reading: what was read from the text, its entities among it
 * @mentions: (element-type TlEntityMention): from tl_entity_index_new()
 * @marks: (array): from tl_trade_marks_find()
 * @last: the last sentence that will be asked about; who speaks far behind it is not found out
 *
 * Returns: (transfer full): who speaks where
 */
TlSpeakers *
tl_speakers_new (const TlReading *reading,
                 GArray          *mentions,
                 const guint16   *marks,
                 guint            last)
{
  TlSpeakers *self = g_new0 (TlSpeakers, 1);

  self->reading = reading;
  self->marks = marks;
  self->names = tl_speaker_names_new (reading, mentions);
  tl_text_get_sentences (reading->text, &self->n_sentences);
  self->by_sentence = g_new0 (TlSaid, self->n_sentences + 1);
  mark_quotations (self);
  attribute (self, last);
  lend (self);
  return self;
}

/*
 * tl_speakers_free:
 * @self: (transfer full): who speaks where
 */
void
tl_speakers_free (TlSpeakers *self)
{
  tl_speaker_names_free (self->names);
  g_free (self->quoted);
  g_free (self->by_sentence);
  g_free (self);
}

/*
 * tl_speakers_find:
 * @self: who speaks where
 * @sentence: index of a sentence
 * @why: the reasons of a figure of the sentence; those for the speaker are added
 *
 * Returns: (nullable) (transfer none): the full name of whom the sentence is attributed to
 */
const char *
tl_speakers_find (TlSpeakers        *self,
                  guint              sentence,
                  TlWhy             *why)
{
  guint n_sentences;
  const TlSentence *sentences = tl_text_get_sentences (self->reading->text, &n_sentences);
  const TlSaid *said = &self->by_sentence[sentence];

  if (said->name == NULL)
    return NULL;
  if (!tl_span_is_empty (said->reference))
    tl_why_add (why, TL_FIELD_SPEAKER, TL_HOW_REFERENCE, said->reference);
  tl_why_add (why, TL_FIELD_SPEAKER, tl_how_within (TL_HOW_STATED, said->span, sentences[sentence].span),
              said->span);
  return said->name;
}
