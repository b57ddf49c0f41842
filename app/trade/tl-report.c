/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-report.h"

#include <glib/gi18n-lib.h>

#include "tl-labels.h"

/* What is known of an article: one of all its reports, and of what is made of these, since a
 * chart may show thousands. */
typedef struct
{
  gint64  id;
  char   *title;                /* owned, never NULL */
  char   *publisher;            /* owned, NULL when unknown */
  TlDate  published;
  char   *url;                  /* owned, NULL when unknown */
} Article;

struct _TlReport
{
  GObject   parent_instance;

  TlFigure *figure;             /* owned */
  Article  *article;            /* owned with others */
  gint64    story;              /* 0 where no other article carries it */
  GPtrArray *copies;            /* owned TlReports, NULL for none */
  gboolean  is_copy;            /* among another's copies */
  gboolean  is_confirmed;
};

/* So many of those that carry an article are named. */
#define MAX_NAMED 3

G_DEFINE_FINAL_TYPE (TlReport, tl_report, G_TYPE_OBJECT)

static void
article_clear (gpointer data)
{
  Article *article = data;

  g_free (article->title);
  g_free (article->publisher);
  g_free (article->url);
}

static void
article_unref (Article *article)
{
  g_atomic_rc_box_release_full (article, article_clear);
}

static void
tl_report_finalize (GObject *object)
{
  TlReport *self = TL_REPORT (object);

  g_clear_object (&self->figure);
  g_clear_pointer (&self->article, article_unref);
  g_clear_pointer (&self->copies, g_ptr_array_unref);

  G_OBJECT_CLASS (tl_report_parent_class)->finalize (object);
}

static void
tl_report_class_init (TlReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_report_finalize;
}

static void
tl_report_init (TlReport *self G_GNUC_UNUSED)
{
}

/* A title, publisher or address may come from any file: what people read is one line,
 * and valid UTF-8, or Pango complains. */
static char *
dup_line (const char *string)
{
  char *line;

  if (string == NULL)
    return NULL;

  line = g_utf8_make_valid (string, -1);
  for (char *c = line; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c))
      *c = ' ';
  g_strstrip (line);
  if (*line == '\0')
    g_clear_pointer (&line, g_free);
  return line;
}

/**
 * tl_report_new:
 * @figure: the figure
 * @article_id: the library's id of the article that states it, or a number of the
 *   caller's that tells articles apart
 * @title: (nullable): the article's title
 * @publisher: (nullable): who published it
 * @published: the day it was published, as much of it as is known
 * @url: (nullable): its address
 *
 * Returns: (transfer full): a report
 */
TlReport *
tl_report_new (TlFigure   *figure,
               gint64      article_id,
               const char *title,
               const char *publisher,
               TlDate      published,
               const char *url)
{
  TlReport *self;

  g_return_val_if_fail (TL_IS_FIGURE (figure), NULL);

  self = g_object_new (TL_TYPE_REPORT, NULL);
  self->figure = g_object_ref (figure);
  self->article = g_atomic_rc_box_new (Article);
  *self->article = (Article) {
    .id = article_id,
    .title = dup_line (title),
    .publisher = dup_line (publisher),
    .published = tl_date_is_valid (published) ? published : TL_DATE_NONE,
    .url = dup_line (url),
  };
  if (self->article->title == NULL)
    self->article->title = g_strdup ("");
  return self;
}

/**
 * tl_report_new_beside:
 * @self: a report
 * @figure: another figure of the same article
 *
 * Returns: (transfer full): a report of that figure, of the same article in the same story
 */
TlReport *
tl_report_new_beside (TlReport *self,
                      TlFigure *figure)
{
  TlReport *other;

  g_return_val_if_fail (TL_IS_REPORT (self), NULL);
  g_return_val_if_fail (TL_IS_FIGURE (figure), NULL);

  other = g_object_new (TL_TYPE_REPORT, NULL);
  other->figure = g_object_ref (figure);
  other->article = g_atomic_rc_box_acquire (self->article);
  other->story = self->story;
  return other;
}

/* The same in all but its copies. */
static TlReport *
duplicate (TlReport *self)
{
  TlReport *other = tl_report_new_beside (self, self->figure);

  other->is_confirmed = self->is_confirmed;
  return other;
}

/**
 * tl_report_new_in_story:
 * @self: a report
 * @story: a number that all articles have which carry the same story, 0 where no other does
 *
 * Returns: (transfer full): the same report of an article of that story
 */
TlReport *
tl_report_new_in_story (TlReport *self,
                        gint64    story)
{
  TlReport *other;

  g_return_val_if_fail (TL_IS_REPORT (self), NULL);

  other = duplicate (self);
  other->story = story;
  return other;
}

/**
 * tl_report_new_confirmed:
 * @self: a report
 *
 * Returns: (transfer full): the same report, of a figure that a person has checked and found
 *   rightly read
 */
TlReport *
tl_report_new_confirmed (TlReport *self)
{
  TlReport *other;

  g_return_val_if_fail (TL_IS_REPORT (self), NULL);

  other = self->copies != NULL ? tl_report_new_with_copies (self, self->copies) : duplicate (self);
  other->is_confirmed = TRUE;
  return other;
}

/**
 * tl_report_new_with_copies:
 * @self: a report
 * @copies: (element-type TlReport): what says the same in other articles of the story
 *
 * Returns: (transfer full): all of these as one report
 */
TlReport *
tl_report_new_with_copies (TlReport  *self,
                           GPtrArray *copies)
{
  TlReport *other;

  g_return_val_if_fail (TL_IS_REPORT (self), NULL);
  g_return_val_if_fail (copies != NULL, NULL);

  other = duplicate (self);
  other->copies = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < copies->len; i++)
    {
      TlReport *copy = duplicate (copies->pdata[i]);

      copy->is_copy = TRUE;
      g_ptr_array_add (other->copies, copy);
    }
  return other;
}

/**
 * tl_report_get_figure:
 * @self: a report
 *
 * Returns: (transfer none): the figure
 */
TlFigure *
tl_report_get_figure (TlReport *self)
{
  g_return_val_if_fail (TL_IS_REPORT (self), NULL);

  return self->figure;
}

/**
 * tl_report_get_article_id:
 * @self: a report
 *
 * Returns: what was given to tl_report_new()
 */
gint64
tl_report_get_article_id (TlReport *self)
{
  g_return_val_if_fail (TL_IS_REPORT (self), 0);

  return self->article->id;
}

/**
 * tl_report_get_title:
 * @self: a report
 *
 * Returns: (transfer none): the article's title in one line, or ""
 */
const char *
tl_report_get_title (TlReport *self)
{
  g_return_val_if_fail (TL_IS_REPORT (self), NULL);

  return self->article->title;
}

/**
 * tl_report_get_publisher:
 * @self: a report
 *
 * Returns: (transfer none) (nullable): who published the article
 */
const char *
tl_report_get_publisher (TlReport *self)
{
  g_return_val_if_fail (TL_IS_REPORT (self), NULL);

  return self->article->publisher;
}

/**
 * tl_report_get_published:
 * @self: a report
 *
 * Returns: the day the article was published, as much of it as is known
 */
TlDate
tl_report_get_published (TlReport *self)
{
  g_return_val_if_fail (TL_IS_REPORT (self), TL_DATE_NONE);

  return self->article->published;
}

/**
 * tl_report_get_url:
 * @self: a report
 *
 * Returns: (transfer none) (nullable): the article's address
 */
const char *
tl_report_get_url (TlReport *self)
{
  g_return_val_if_fail (TL_IS_REPORT (self), NULL);

  return self->article->url;
}

/**
 * tl_report_get_story:
 * @self: a report
 *
 * Returns: the number of the story that its article carries with others; 0 where no other does
 */
gint64
tl_report_get_story (TlReport *self)
{
  g_return_val_if_fail (TL_IS_REPORT (self), 0);

  return self->story;
}

/**
 * tl_report_get_copies:
 * @self: a report
 *
 * Returns: (transfer none) (nullable) (element-type TlReport): what says the same in other
 *   articles of the story
 */
GPtrArray *
tl_report_get_copies (TlReport *self)
{
  g_return_val_if_fail (TL_IS_REPORT (self), NULL);

  return self->copies;
}

/**
 * tl_report_is_copy:
 * @self: a report
 *
 * Returns: whether it is one of another report's copies
 */
gboolean
tl_report_is_copy (TlReport *self)
{
  g_return_val_if_fail (TL_IS_REPORT (self), FALSE);

  return self->is_copy;
}

/**
 * tl_report_is_confirmed:
 * @self: a report
 *
 * Returns: whether a person has checked it
 */
gboolean
tl_report_is_confirmed (TlReport *self)
{
  g_return_val_if_fail (TL_IS_REPORT (self), FALSE);

  return self->is_confirmed;
}

/**
 * tl_report_get_n_carriers:
 * @self: a report
 *
 * Returns: how many articles it stands in
 */
guint
tl_report_get_n_carriers (TlReport *self)
{
  g_autoptr(GHashTable) ids = NULL;

  g_return_val_if_fail (TL_IS_REPORT (self), 1);

  if (self->copies == NULL)
    return 1;
  ids = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_hash_table_add (ids, &self->article->id);
  for (guint i = 0; i < self->copies->len; i++)
    g_hash_table_add (ids, &((TlReport *) self->copies->pdata[i])->article->id);
  return g_hash_table_size (ids);
}

/* Who carries it too, each once: "Outlet, Daily"; "" where nobody is known by name. */
static char *
dup_carriers (TlReport *self)
{
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GString *carriers = g_string_new (NULL);
  guint n_named = 0;

  if (self->article->publisher != NULL)
    g_hash_table_add (names, g_utf8_casefold (self->article->publisher, -1));
  for (guint i = 0; i < self->copies->len && n_named < MAX_NAMED; i++)
    {
      const char *name = ((TlReport *) self->copies->pdata[i])->article->publisher;

      if (name != NULL && g_hash_table_add (names, g_utf8_casefold (name, -1)))
        g_string_append_printf (carriers, "%s%s", n_named++ > 0 ? ", " : "", name);
    }
  return g_string_free (carriers, FALSE);
}

static char *
add_carriers (TlReport *self,
              char     *origin)
{
  g_autofree char *owned = origin;
  g_autofree char *carriers = NULL;
  guint n_carriers = tl_report_get_n_carriers (self);

  if (n_carriers < 2)
    return g_steal_pointer (&owned);
  carriers = dup_carriers (self);
  if (*carriers == '\0')
    /* Translators: where an article appeared first, and how many outlets brought it */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s (carried by %u)", "%s (carried by %u)",
                                         n_carriers), origin, n_carriers);
  /* Translators: where an article appeared first, how many outlets brought it, and some of the
   * others by name */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s (carried by %u: also %s)",
                                       "%s (carried by %u: also %s)", n_carriers),
                          origin, n_carriers, carriers);
}

static char *
dup_first_origin (TlReport *self)
{
  g_autofree char *date = tl_label_for_date (self->article->published);

  if (self->article->publisher == NULL)
    return g_steal_pointer (&date);
  if (*date == '\0')
    return g_strdup (self->article->publisher);
  /* Translators: a publisher and a date, "Kazinform, 16 March 2017" */
  return g_strdup_printf (C_("citation", "%s, %s"), self->article->publisher, date);
}

static char *
dup_origin (TlReport *self)
{
  return g_strchug (add_carriers (self, dup_first_origin (self)));
}

/**
 * tl_report_dup_short_citation:
 * @self: a report
 *
 * Returns: (transfer full): as tl_report_dup_citation(), without the address: "Kazinform,
 *   16 March 2017: Title"; "" when nothing but an address is known.  Who else carries the
 *   article stands before its title
 */
char *
tl_report_dup_short_citation (TlReport *self)
{
  g_autofree char *origin = NULL;

  g_return_val_if_fail (TL_IS_REPORT (self), NULL);

  origin = dup_origin (self);
  if (*origin == '\0')
    return g_strdup (self->article->title);
  if (*self->article->title == '\0')
    return g_steal_pointer (&origin);
  /* Translators: where an article appeared, and its title */
  return g_strdup_printf (C_("citation", "%s: %s"), origin, self->article->title);
}

/**
 * tl_report_dup_citation:
 * @self: a report
 *
 * Returns: (transfer full): the article in one line, as it is cited in a list of sources:
 *   "Kazinform, 16 March 2017: Title, https://…", as much of it as is known
 */
char *
tl_report_dup_citation (TlReport *self)
{
  g_autofree char *citation = NULL;

  g_return_val_if_fail (TL_IS_REPORT (self), NULL);

  citation = tl_report_dup_short_citation (self);
  if (*citation == '\0')
    return g_strdup (self->article->url != NULL ? self->article->url : _("Untitled article"));
  if (self->article->url == NULL)
    return g_steal_pointer (&citation);
  /* Translators: a citation and the article's address */
  return g_strdup_printf (C_("citation", "%s, %s"), citation, self->article->url);
}

/**
 * tl_report_dup_host:
 * @self: a report
 *
 * Returns: (transfer full) (nullable): the site of the article's address, "inform.kz", for
 *   where the whole address finds no room; %NULL when there is none
 */
char *
tl_report_dup_host (TlReport *self)
{
  g_autoptr(GUri) uri = NULL;
  const char *host;

  g_return_val_if_fail (TL_IS_REPORT (self), NULL);

  uri = self->article->url != NULL ? g_uri_parse (self->article->url, G_URI_FLAGS_NONE, NULL) : NULL;
  host = uri != NULL ? g_uri_get_host (uri) : NULL;
  if (host == NULL || *host == '\0')
    return NULL;
  return g_strdup (g_str_has_prefix (host, "www.") ? host + strlen ("www.") : host);
}
