/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-review-queue.h"

#include "tl-library-figures.h"
#include "tl-review-load.h"
#include "tl-review-stop.h"

/**
 * TlReviewQueue:
 *
 * The figures that nobody has said anything of yet, one after the other, in the order of their
 * articles.  The articles that come next are loaded ahead.  It goes on as soon as something was
 * said; where that could not be kept, it says so by "failed" and comes back to the figure.
 */
struct _TlReviewQueue
{
  GObject       parent_instance;

  TlLibrary    *library;        /* owned */
  GCancellable *cancellable;
  char         *partners[2];    /* owned; NULL for all */
  GArray       *stops;          /* (element-type TlReviewArticle) */
  gboolean      is_found;       /* whether stops are known */
  guint         stop;           /* where we are: stops->len at the end */
  guint         place;          /* and which of its figures */
  gboolean      comes_from_behind; /* the last figure of the stop is wanted when it is there */
};

/* How many articles are there before and behind where we are. */
#define AHEAD 3

enum
{
  CHANGED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlReviewQueue, tl_review_queue, G_TYPE_OBJECT)

static TlReviewArticle *
get_stop (TlReviewQueue *self,
          guint          index)
{
  return index < self->stops->len ? &g_array_index (self->stops, TlReviewArticle, index) : NULL;
}

static TlReviewEntry *
get_entry (TlReviewQueue *self)
{
  TlReviewArticle *stop = get_stop (self, self->stop);

  return stop != NULL && stop->entries != NULL && self->place < stop->entries->len
         ? &g_array_index (stop->entries, TlReviewEntry, self->place) : NULL;
}

static TlReviewArticle *
find_stop (TlReviewQueue *self,
           gint64         id)
{
  for (guint i = 0; i < self->stops->len; i++)
    if (get_stop (self, i)->id == id)
      return get_stop (self, i);
  return NULL;
}

static void
tell (TlReviewQueue *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ---- loading ---- */

static void load_ahead (TlReviewQueue   *self);
static void load       (TlReviewQueue   *self,
                        TlReviewArticle *stop);

/* Where there is nothing to look at, goes on. */
static void
settle (TlReviewQueue *self)
{
  TlReviewArticle *stop;

  while ((stop = get_stop (self, self->stop)) != NULL && stop->entries != NULL &&
         (stop->entries->len == 0 || (!self->comes_from_behind && self->place >= stop->entries->len)))
    {
      if (self->comes_from_behind && self->stop > 0)
        {
          self->stop--;
          continue;
        }
      self->comes_from_behind = FALSE;
      self->stop++;
      self->place = 0;
    }
  if (stop != NULL && stop->entries != NULL && self->comes_from_behind)
    {
      self->place = stop->entries->len - 1;
      self->comes_from_behind = FALSE;
    }
  load_ahead (self);
}

/* Who undoes something wants to see it. */
static void
follow (TlReviewQueue   *self,
        TlReviewArticle *stop)
{
  int undone = tl_review_article_follow (stop);

  for (guint i = 0; undone >= 0 && i < self->stops->len; i++)
    if (get_stop (self, i) == stop)
      {
        self->stop = i;
        self->place = (guint) undone;
      }
}

static void
loaded_cb (GObject      *source_object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TlReviewQueue) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 id;
  g_autoptr(TlArticle) article = tl_review_load_finish (TL_LIBRARY (source_object), result, &id, &error);
  TlReviewArticle *stop = find_stop (self, id);

  if (g_cancellable_is_cancelled (self->cancellable) || stop == NULL)
    return;
  stop->is_loading = FALSE;
  /* It may be as it was before something was said: that is not to look as if it were undone. */
  if (stop->is_stale)
    {
      load (self, stop);
      return;
    }
  g_clear_object (&stop->article);
  stop->article = article != NULL ? g_object_ref (article) : NULL;
  if (article == NULL)
    {
      /* It was removed, or cannot be read: there is nothing to say of it. */
      g_message ("%s", error->message);
      g_clear_pointer (&stop->entries, g_array_unref);
      stop->entries = g_array_new (FALSE, FALSE, sizeof (TlReviewEntry));
    }
  else if (stop->entries == NULL)
    tl_review_article_list (stop, self->partners);
  else if (stop->n_pending == 0)
    follow (self, stop);
  settle (self);
  tell (self);
}

static void
load (TlReviewQueue *self,
      TlReviewArticle          *stop)
{
  stop->is_loading = TRUE;
  stop->is_stale = FALSE;
  tl_review_load_async (self->library, stop->id, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
load_ahead (TlReviewQueue *self)
{
  guint first = self->stop > AHEAD ? self->stop - AHEAD : 0;
  guint last = MIN (self->stop + AHEAD, self->stops->len);

  for (guint i = first > 0 ? first - 1 : 0; i < first; i++)
    g_clear_object (&get_stop (self, i)->article);
  for (guint i = first; i < last; i++)
    {
      TlReviewArticle *stop = get_stop (self, i);

      if (stop->article == NULL && !stop->is_loading && (stop->entries == NULL || stop->entries->len > 0))
        load (self, stop);
    }
}

static void
found_cb (GObject      *source_object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(TlReviewQueue) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) found = tl_review_find_finish (TL_LIBRARY (source_object), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (found == NULL)
    g_signal_emit (self, signals[FAILED], 0, error->message);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const TlReviewStop *review = &g_array_index (found, TlReviewStop, i);
      TlReviewArticle stop = { .id = review->article_id, .n_open = review->n_open };

      g_array_append_val (self->stops, stop);
    }
  self->is_found = TRUE;
  settle (self);
  tell (self);
}

static void
figures_changed_cb (TlReviewQueue *self,
                    gint64         article_id)
{
  TlReviewArticle *stop = find_stop (self, article_id);

  if (stop == NULL)
    return;
  if (stop->is_loading)
    stop->is_stale = TRUE;
  else if (stop->entries != NULL && stop->n_pending == 0)
    load (self, stop);
}

/* ---- saying something ---- */

typedef struct
{
  TlReviewQueue *queue;         /* owned */
  guint          stop;          /* of what */
  guint          place;
  TlFigure      *figure;        /* owned: what it was before */
} Said;

static void
said_cb (GObject      *source_object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autofree Said *said = user_data;
  g_autoptr(TlReviewQueue) self = said->queue;
  g_autoptr(TlFigure) before = said->figure;
  TlReviewArticle *stop = get_stop (self, said->stop);
  g_autoptr(GError) error = NULL;
  TlReviewEntry *entry;

  stop->n_pending--;
  if (tl_library_decide_figures_finish (TL_LIBRARY (source_object), result, NULL, &error) ||
      g_cancellable_is_cancelled (self->cancellable))
    return;
  self->stop = said->stop;
  self->place = said->place;
  entry = get_entry (self);
  if (entry != NULL)
    {
      g_set_object (&entry->figure, before);
      entry->said = tl_review_get_said (before);
    }
  g_signal_emit (self, signals[FAILED], 0, error->message);
  tell (self);
}

static Said *
begin_saying (TlReviewQueue *self,
              TlReviewEntry         *entry)
{
  Said *said = g_new (Said, 1);

  *said = (Said) { g_object_ref (self), self->stop, self->place, g_object_ref (entry->figure) };
  get_stop (self, self->stop)->n_pending++;
  return said;
}

/* To the next that nothing was said of; skipped ones behind it stay where they are. */
static void
go_on (TlReviewQueue *self)
{
  do
    {
      self->place++;
      settle (self);
    }
  while (get_entry (self) != NULL && get_entry (self)->said != TL_SAID_NOTHING);
  tell (self);
}

static void
tl_review_queue_dispose (GObject *object)
{
  TlReviewQueue *self = TL_REVIEW_QUEUE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (tl_review_queue_parent_class)->dispose (object);
}

static void
tl_review_queue_finalize (GObject *object)
{
  TlReviewQueue *self = TL_REVIEW_QUEUE (object);

  g_object_unref (self->cancellable);
  g_array_unref (self->stops);
  g_free (self->partners[0]);
  g_free (self->partners[1]);

  G_OBJECT_CLASS (tl_review_queue_parent_class)->finalize (object);
}

static void
tl_review_queue_class_init (TlReviewQueueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tl_review_queue_dispose;
  object_class->finalize = tl_review_queue_finalize;

  /**
   * TlReviewQueue::changed:
   *
   * Another figure is looked at, or something was said of it.
   */
  signals[CHANGED] =
    g_signal_new ("changed", TL_TYPE_REVIEW_QUEUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  /**
   * TlReviewQueue::failed:
   * @message: why
   *
   * What was said last could not be kept.
   */
  signals[FAILED] =
    g_signal_new ("failed", TL_TYPE_REVIEW_QUEUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
tl_review_queue_init (TlReviewQueue *self)
{
  self->cancellable = g_cancellable_new ();
  self->stops = g_array_new (FALSE, FALSE, sizeof (TlReviewArticle));
  g_array_set_clear_func (self->stops, tl_review_article_clear);
}

/**
 * tl_review_queue_new:
 * @library: a library
 * @article_ids: (nullable) (element-type gint64): articles, in the order in which they are gone
 *   through; %NULL for all, the newest first
 * @partners: (nullable): only figures of trade between these two or their regions
 *
 * Returns: (transfer full): a queue that begins to look for what is to be reviewed
 */
TlReviewQueue *
tl_review_queue_new (TlLibrary          *library,
                     GArray             *article_ids,
                     const char *const  *partners)
{
  TlReviewQueue *self;

  g_return_val_if_fail (TL_IS_LIBRARY (library), NULL);

  self = g_object_new (TL_TYPE_REVIEW_QUEUE, NULL);
  self->library = g_object_ref (library);
  for (guint i = 0; i < 2 && partners != NULL; i++)
    self->partners[i] = g_strdup (partners[i]);
  g_signal_connect_object (library, "figures-changed", G_CALLBACK (figures_changed_cb), self, G_CONNECT_SWAPPED);
  tl_review_find_async (library, article_ids, partners, self->cancellable, found_cb, g_object_ref (self));
  return self;
}

/**
 * tl_review_queue_get_state:
 * @self: a queue
 *
 * Returns: where it is
 */
TlReviewState
tl_review_queue_get_state (TlReviewQueue *self)
{
  g_return_val_if_fail (TL_IS_REVIEW_QUEUE (self), TL_REVIEW_AT_END);

  if (!self->is_found)
    return TL_REVIEW_LOADING;
  if (self->stop >= self->stops->len)
    return TL_REVIEW_AT_END;
  return get_entry (self) != NULL && get_stop (self, self->stop)->article != NULL ? TL_REVIEW_AT_FIGURE
                                                                                 : TL_REVIEW_LOADING;
}

/**
 * tl_review_queue_get_figure:
 * @self: a queue at a figure
 *
 * Returns: (transfer none) (nullable): the figure as it is now
 */
TlFigure *
tl_review_queue_get_figure (TlReviewQueue *self)
{
  g_return_val_if_fail (TL_IS_REVIEW_QUEUE (self), NULL);

  return get_entry (self) != NULL ? get_entry (self)->figure : NULL;
}

/**
 * tl_review_queue_get_article:
 * @self: a queue at a figure
 *
 * Returns: (transfer none) (nullable): the article that states it
 */
TlArticle *
tl_review_queue_get_article (TlReviewQueue *self)
{
  g_return_val_if_fail (TL_IS_REVIEW_QUEUE (self), NULL);

  return get_stop (self, self->stop) != NULL ? get_stop (self, self->stop)->article : NULL;
}

/**
 * tl_review_queue_get_article_id:
 * @self: a queue at a figure
 *
 * Returns: the article that states it; 0 at the end
 */
gint64
tl_review_queue_get_article_id (TlReviewQueue *self)
{
  g_return_val_if_fail (TL_IS_REVIEW_QUEUE (self), 0);

  return get_stop (self, self->stop) != NULL ? get_stop (self, self->stop)->id : 0;
}

/**
 * tl_review_queue_is_dismissed:
 * @self: a queue at a figure
 *
 * Returns: whether the figure was dismissed
 */
gboolean
tl_review_queue_is_dismissed (TlReviewQueue *self)
{
  g_return_val_if_fail (TL_IS_REVIEW_QUEUE (self), FALSE);

  return get_entry (self) != NULL && get_entry (self)->said == TL_SAID_DISMISSED;
}

/**
 * tl_review_queue_get_position:
 * @self: a queue at a figure
 *
 * Returns: the how many-th figure it is, from 1 on
 */
guint
tl_review_queue_get_position (TlReviewQueue *self)
{
  guint n = self->place + 1;

  g_return_val_if_fail (TL_IS_REVIEW_QUEUE (self), 0);

  for (guint i = 0; i < self->stop && i < self->stops->len; i++)
    n += tl_review_article_count (get_stop (self, i));
  return n;
}

/**
 * tl_review_queue_get_counts:
 * @self: a queue
 *
 * Returns: how many figures there are, and what was said of them
 */
TlReviewCounts
tl_review_queue_get_counts (TlReviewQueue *self)
{
  TlReviewCounts counts = { 0, 0, 0, 0 };

  g_return_val_if_fail (TL_IS_REVIEW_QUEUE (self), counts);

  for (guint i = 0; i < self->stops->len; i++)
    {
      const TlReviewArticle *stop = get_stop (self, i);

      counts.n_figures += tl_review_article_count (stop);
      for (guint k = 0; stop->entries != NULL && k < stop->entries->len; k++)
        {
          TlSaid said = g_array_index (stop->entries, TlReviewEntry, k).said;

          counts.n_confirmed += said == TL_SAID_CONFIRMED ? 1 : 0;
          counts.n_edited += said == TL_SAID_EDITED ? 1 : 0;
          counts.n_dismissed += said == TL_SAID_DISMISSED ? 1 : 0;
        }
    }
  return counts;
}

/**
 * tl_review_queue_go:
 * @self: a queue
 * @step: 1 for the next figure, -1 for the one before
 *
 * Goes to another figure without saying anything of this one.
 */
void
tl_review_queue_go (TlReviewQueue *self,
                    int            step)
{
  g_return_if_fail (TL_IS_REVIEW_QUEUE (self));

  if (step > 0 && self->stop < self->stops->len)
    {
      self->place++;
    }
  else if (step < 0 && self->place > 0 && self->stop < self->stops->len)
    {
      self->place--;
    }
  else if (step < 0 && self->stop > 0)
    {
      self->stop--;
      self->comes_from_behind = TRUE;
    }
  settle (self);
  tell (self);
}

/**
 * tl_review_queue_start_over:
 * @self: a queue
 *
 * Goes to the first figure that nothing was said of; stays at the end where there is none.
 */
void
tl_review_queue_start_over (TlReviewQueue *self)
{
  g_return_if_fail (TL_IS_REVIEW_QUEUE (self));

  self->stop = 0;
  self->place = 0;
  settle (self);
  if (get_entry (self) != NULL && get_entry (self)->said != TL_SAID_NOTHING)
    go_on (self);
  else
    tell (self);
}

/**
 * tl_review_queue_confirm:
 * @self: a queue at a figure
 *
 * Confirms the figure and goes on.
 */
void
tl_review_queue_confirm (TlReviewQueue *self)
{
  TlReviewEntry *entry = get_entry (self);
  TlReviewArticle *stop = get_stop (self, self->stop);
  g_autoptr(GPtrArray) figures = g_ptr_array_new ();

  g_return_if_fail (entry != NULL);

  g_ptr_array_add (figures, entry->figure);
  tl_library_confirm_figures_async (self->library, stop->id, figures, NULL, said_cb,
                                    begin_saying (self, entry));
  entry->said = TL_SAID_CONFIRMED;
  go_on (self);
}

/**
 * tl_review_queue_dismiss:
 * @self: a queue at a figure
 *
 * Dismisses the figure and goes on.
 */
void
tl_review_queue_dismiss (TlReviewQueue *self)
{
  TlReviewEntry *entry = get_entry (self);
  TlReviewArticle *stop = get_stop (self, self->stop);

  g_return_if_fail (entry != NULL);

  tl_library_dismiss_figure_async (self->library, stop->id, entry->figure, NULL, said_cb,
                                   begin_saying (self, entry));
  entry->said = TL_SAID_DISMISSED;
  go_on (self);
}

/**
 * tl_review_queue_edit:
 * @self: a queue at a figure
 * @edited: what it is instead
 *
 * Keeps what the figure was edited to and goes on.
 */
void
tl_review_queue_edit (TlReviewQueue *self,
                      TlFigure      *edited)
{
  TlReviewEntry *entry = get_entry (self);
  TlReviewArticle *stop = get_stop (self, self->stop);

  g_return_if_fail (entry != NULL);
  g_return_if_fail (TL_IS_FIGURE (edited));

  tl_library_edit_figure_async (self->library, stop->id, entry->figure, edited, NULL, said_cb,
                                begin_saying (self, entry));
  g_set_object (&entry->figure, edited);
  entry->said = TL_SAID_EDITED;
  go_on (self);
}
