/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Looks a page over once: cuts its text into blocks, and notes of each in what it stands and
 * how much of it is links.  All that is decided about a page is decided from this.
 */

#include "tl-page-survey.h"

#include "tl-page-tags.h"

#include <string.h>

/* Attributes that name what an element is for. */
static const char *const naming[] = {
  "class", "id", "role", "data-component", "data-testid", "data-block", "data-role",
};

typedef struct
{
  TlPageSurvey  *survey;
  GHashTable    *known;         /* names, of the tree → TlPageMarks */
  guint          element;       /* the innermost */
  gint           block;         /* the open one, or -1 */
  const xmlNode *link;          /* the outermost that is open, like those below */
  const xmlNode *strong;
  const xmlNode *emphasis;
  const xmlNode *pre;
  const xmlNode *data;          /* table of data */
  const xmlNode *item;
  gboolean       is_item_new;   /* nothing of it is there yet */
  gboolean       is_row_new;
  gboolean       is_apart;      /* white space before what comes */
  guint          n_breaks;
  gboolean       has_picture;   /* since the last block */
  guint          picture;       /* the element that it stands in */
} Walk;

static TlPageMarks
look_up (Walk       *self,
         const char *names)
{
  gpointer found;

  if (!g_hash_table_lookup_extended (self->known, names, NULL, &found))
    {
      found = GUINT_TO_POINTER (tl_page_marks_of (names));
      g_hash_table_insert (self->known, (gpointer) names, found);
    }
  return GPOINTER_TO_UINT (found);
}

static TlPageMarks
marks_of (Walk          *self,
          const xmlNode *node)
{
  TlPageMarks marks = 0;

  for (const xmlAttr *p = node->properties; p != NULL; p = p->next)
    {
      const char *value = p->children != NULL ? (const char *) p->children->content : NULL;

      if (value == NULL)
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (naming); i++)
        if (strcmp ((const char *) p->name, naming[i]) == 0)
          marks |= look_up (self, value);
      if (strcmp ((const char *) p->name, "aria-hidden") == 0 && strcmp (value, "true") == 0)
        marks |= TL_PAGE_MARK_HIDDEN;
    }
  if (tl_html_has_word (node, "itemprop", "headline"))
    marks |= TL_PAGE_MARK_HEADLINE;
  return marks;
}

/* The element that blocks are of: an inline one holds none but where it has blocks in it. */
static guint
find_holder (const TlPageSurvey *survey,
             guint               element)
{
  while (element > 0 && (tl_page_survey_element (survey, element)->tags & TL_PAGE_TAG_INLINE))
    element = tl_page_survey_element (survey, element)->parent;
  return element;
}

static void
end_block (Walk *self)
{
  if (self->block >= 0)
    {
      GString *text = self->survey->text;
      TlPageBlock *block = tl_page_survey_block (self->survey, (guint) self->block);

      while (text->len > block->start && strchr (" \n\t", text->str[text->len - 1]) != NULL)
        g_string_truncate (text, text->len - 1);
      block->length = text->len - block->start;
      g_string_append_c (text, '\n');
      if (block->n_chars == 0)
        g_array_set_size (self->survey->blocks, (guint) self->block);
      else
        self->has_picture = FALSE;
    }
  self->block = -1;
  self->is_apart = FALSE;
  self->n_breaks = 0;
}

/* Tags that give a block its kind come from the elements around it, up to a block of text. */
static TlPageTags
kind_of (const TlPageSurvey *survey,
         guint               element)
{
  const TlPageTags kinds = TL_PAGE_TAG_PARAGRAPH | TL_PAGE_TAG_HEADING | TL_PAGE_TAG_FIRST_HEADING | TL_PAGE_TAG_PRE |
                           TL_PAGE_TAG_ROW | TL_PAGE_TAG_ITEM | TL_PAGE_TAG_QUOTE;
  TlPageTags tags = tl_page_survey_element (survey, element)->tags;

  return tags & kinds;
}

static void
begin_block (Walk *self)
{
  TlPageBlock block = { .start = self->survey->text->len };

  block.element = find_holder (self->survey, self->element);
  block.tags = kind_of (self->survey, block.element);
  block.follows_picture = self->has_picture;
  block.picture = self->picture;
  block.is_centred = tl_page_node_is_centred (tl_page_survey_element (self->survey, block.element)->node);
  block.shares_picture = self->has_picture && self->picture == block.element;
  if (self->item != NULL && self->is_item_new)
    {
      block.is_first_of_item = TRUE;
      self->is_item_new = FALSE;
    }
  if (self->data != NULL)
    block.tags |= TL_PAGE_TAG_ROW;
  g_array_append_val (self->survey->blocks, block);
  self->block = (gint) self->survey->blocks->len - 1;
}

/* Characters that are seen by nobody; entities bring them in after the page was cleaned. */
static gboolean
is_invisible (gunichar c)
{
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0xad || c == 0xfeff || c == 0x200b || c == 0x200e || c == 0x200f ||
         (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x2069);
}

/* Scripts that are written without blanks between words. */
static gboolean
is_wide (gunichar c)
{
  return (c >= 0x3040 && c < 0xa000) || (c >= 0xf900 && c < 0xfb00) || c >= 0x20000;
}

static TlPageMarks
inline_marks (Walk *self)
{
  TlPageMarks marks = 0;

  for (guint i = self->element; i > 0; i = tl_page_survey_element (self->survey, i)->parent)
    {
      const TlPageElement *element = tl_page_survey_element (self->survey, i);

      if (!(element->tags & TL_PAGE_TAG_INLINE))
        break;
      marks |= element->marks;
    }
  return marks;
}

static void
write_gap (Walk *self)
{
  GString *text = self->survey->text;
  TlPageBlock *block = self->block >= 0 ? tl_page_survey_block (self->survey, (guint) self->block) : NULL;

  if (block != NULL && text->len > block->start && text->str[text->len - 1] != '\t')
    {
      if (self->n_breaks > 0 && self->pre != NULL)
        g_string_append_c (text, '\n');
      else if (self->is_apart || self->n_breaks > 0)
        g_string_append_c (text, ' ');
    }
  self->is_apart = FALSE;
  self->n_breaks = 0;
}

/* A headline goes on behind a break; what was written in lines stays together. */
static gboolean
breaks_lines (Walk *self)
{
  return self->data == NULL && self->pre == NULL &&
         !(tl_page_survey_block (self->survey, (guint) self->block)->tags & TL_PAGE_TAG_HEADING);
}

static void
take_char (Walk        *self,
           const char  *p,
           gunichar     c,
           TlPageMarks  marks)
{
  TlPageBlock *block;

  if (self->n_breaks > 0 && self->block >= 0 && breaks_lines (self))
    {
      gboolean is_next_line = self->n_breaks == 1;

      end_block (self);
      begin_block (self);
      tl_page_survey_block (self->survey, (guint) self->block)->is_next_line = is_next_line;
    }
  if (self->block < 0)
    begin_block (self);
  if (self->is_apart || self->n_breaks > 0)
    write_gap (self);
  g_string_append_len (self->survey->text, p, g_utf8_skip[(guchar) *p]);

  block = tl_page_survey_block (self->survey, (guint) self->block);
  if (block->n_chars++ == 0)
    block->begins_in_link = self->link != NULL;
  block->n_wide += is_wide (c);
  block->n_link += self->link != NULL;
  block->n_strong += self->strong != NULL;
  block->n_emphasis += self->emphasis != NULL;
  if (marks != 0)
    {
      block->n_marked++;
      block->marks |= marks;
    }
}

static void
take_text (Walk          *self,
           const xmlNode *node)
{
  TlPageMarks marks = inline_marks (self);

  for (const char *p = (const char *) node->content; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar) *p < 0x80 ? (gunichar) *p : g_utf8_get_char (p);

      if (c == '\n' && self->pre != NULL)
        self->n_breaks = 1;
      else if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || (c >= 0x80 && g_unichar_isspace (c)))
        self->is_apart = TRUE;
      else if (!is_invisible (c))
        take_char (self, p, c, marks);
    }
}

static void
take_break (Walk *self)
{
  if (self->block >= 0)
    self->n_breaks++;
}

/* In a table of data rows are blocks, and cells are apart by tabs. */
static void
enter_in_data (Walk       *self,
               TlPageTags  tags)
{
  if (tags & TL_PAGE_TAG_ROW)
    {
      end_block (self);
      self->is_row_new = TRUE;
    }
  else if (tags & TL_PAGE_TAG_CELL)
    {
      if (self->block < 0)
        begin_block (self);
      if (!self->is_row_new)
        g_string_append_c (self->survey->text, '\t');
      self->is_row_new = FALSE;
      self->is_apart = FALSE;
    }
  else if (!(tags & TL_PAGE_TAG_INLINE))
    self->is_apart = TRUE;
}

static void
add_element (Walk          *self,
             const xmlNode *node,
             TlPageTags     tags,
             TlPageMarks    marks)
{
  TlPageElement element = {
    .node = node,
    .parent = self->element,
    .tags = tags,
    .marks = marks,
    .first = self->survey->blocks->len,
    .is_body = tl_page_node_is_body (node),
    .is_hidden = tl_page_node_is_hidden (node),
    .is_data = self->data == node,
  };

  g_array_append_val (self->survey->elements, element);
  self->element = self->survey->elements->len - 1;
}

static void
enter_block (Walk          *self,
             const xmlNode *node,
             TlPageTags     tags)
{
  if (self->data != NULL)
    {
      enter_in_data (self, tags);
      return;
    }
  end_block (self);
  if ((tags & TL_PAGE_TAG_TABLE) && tl_page_table_is_data (node))
    self->data = node;
  if ((tags & TL_PAGE_TAG_PRE) && self->pre == NULL)
    self->pre = node;
  if (tags & TL_PAGE_TAG_ITEM)
    {
      self->item = node;
      self->is_item_new = TRUE;
    }
  add_element (self, node, tags, marks_of (self, node));
}

static gboolean
is_real_link (const xmlNode *node)
{
  return tl_html_get (node, "href") != NULL || (tl_html_get (node, "name") == NULL && tl_html_get (node, "id") == NULL);
}

/* Returns: whether to look at what is in it */
static gboolean
enter (Walk          *self,
       const xmlNode *node)
{
  TlPageTags tags;

  if (node->type == XML_TEXT_NODE)
    take_text (self, node);
  if (node->type != XML_ELEMENT_NODE)
    return node->type == XML_HTML_DOCUMENT_NODE;

  tags = tl_page_tags_of ((const char *) node->name);
  if (tags & TL_PAGE_TAG_PICTURE)
    {
      self->has_picture = TRUE;
      self->picture = find_holder (self->survey, self->element);
    }
  if (tags & TL_PAGE_TAG_DROPPED)
    return FALSE;
  if (tags & TL_PAGE_TAG_BREAK)
    {
      take_break (self);
      return FALSE;
    }
  if (!(tags & TL_PAGE_TAG_INLINE))
    {
      enter_block (self, node, tags);
      return TRUE;
    }

  if (tl_page_node_is_hidden (node) && self->data == NULL)
    return FALSE;
  if ((tags & TL_PAGE_TAG_LINK) && self->link == NULL && is_real_link (node))
    self->link = node;
  if ((tags & TL_PAGE_TAG_STRONG) && self->strong == NULL)
    self->strong = node;
  if ((tags & TL_PAGE_TAG_EMPHASIS) && self->emphasis == NULL)
    self->emphasis = node;
  if (node->properties != NULL && self->data == NULL)
    {
      TlPageMarks marks = marks_of (self, node);

      if (marks != 0 || tl_page_node_is_body (node))
        add_element (self, node, tags, marks);
    }
  return TRUE;
}

static void
leave (Walk          *self,
       const xmlNode *node)
{
  TlPageElement *element = tl_page_survey_element (self->survey, self->element);

  if (node == self->link)
    self->link = NULL;
  if (node == self->strong)
    self->strong = NULL;
  if (node == self->emphasis)
    self->emphasis = NULL;
  if (node == self->pre)
    self->pre = NULL;
  if (node->type != XML_ELEMENT_NODE)
    return;
  if (element->node != node)
    {
      if (self->data != NULL && tl_html_is (node, "tr"))
        end_block (self);
      return;
    }
  if (node == self->data)
    self->data = NULL;
  if (node == self->item)
    self->item = NULL;
  if (!(element->tags & TL_PAGE_TAG_INLINE))
    end_block (self);
  element->end = self->survey->blocks->len;
  self->element = element->parent;
}

static void
walk (Walk          *self,
      const xmlNode *root)
{
  const xmlNode *node = root;

  while (node != NULL)
    {
      if (enter (self, node) && node->children != NULL)
        {
          node = node->children;
          continue;
        }
      leave (self, node);
      while (node != root && node->next == NULL)
        {
          node = node->parent;
          leave (self, node);
        }
      node = node == root ? NULL : node->next;
    }
}

/**
 * tl_page_survey_new:
 * @document: the tree of a page, which has to outlive the survey
 *
 * Returns: (transfer full): what stands on the page
 */
TlPageSurvey *
tl_page_survey_new (const xmlDoc *document)
{
  TlPageSurvey *survey = g_new0 (TlPageSurvey, 1);
  TlPageElement root = { .node = (const xmlNode *) document, .tags = TL_PAGE_TAG_BODY };
  Walk self = { .survey = survey, .block = -1 };

  survey->text = g_string_sized_new (16384);
  survey->elements = g_array_sized_new (FALSE, FALSE, sizeof (TlPageElement), 512);
  survey->blocks = g_array_sized_new (FALSE, FALSE, sizeof (TlPageBlock), 256);
  g_array_append_val (survey->elements, root);

  self.known = g_hash_table_new (g_str_hash, g_str_equal);
  walk (&self, (const xmlNode *) document);
  end_block (&self);
  tl_page_survey_element (survey, 0)->end = survey->blocks->len;
  g_hash_table_unref (self.known);
  return survey;
}

/**
 * tl_page_survey_free:
 * @self: (nullable): a survey
 *
 * Frees it.
 */
void
tl_page_survey_free (TlPageSurvey *self)
{
  if (self == NULL)
    return;
  g_string_free (self->text, TRUE);
  g_array_unref (self->elements);
  g_array_unref (self->blocks);
  g_free (self);
}
