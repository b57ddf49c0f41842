/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlPageClass:
 * @TL_PAGE_CLASS_AUTHOR: who wrote it
 * @TL_PAGE_CLASS_NO_NAME: of an author other things than the name: a picture, a biography
 * @TL_PAGE_CLASS_DATE: a day
 * @TL_PAGE_CLASS_UPDATED: the day of a change
 * @TL_PAGE_CLASS_TITLE: a headline
 * @TL_PAGE_CLASS_STORY: part of an article
 * @TL_PAGE_CLASS_BESIDE: what stands beside the article: menus, other articles, comments
 * @TL_PAGE_CLASS_BUILDER: of a kit for pages, which calls all its parts so
 * @TL_PAGE_CLASS_LOGO: the site's own picture
 * @TL_PAGE_CLASS_FOOTER: the end, or the menu, of the page, or of the article
 * @TL_PAGE_CLASS_PROFILE: of addresses, the page of a person
 *
 * What the names that an element goes by (class, id) say of it.  Flags.
 */
typedef enum
{
  TL_PAGE_CLASS_AUTHOR = 1 << 0,
  TL_PAGE_CLASS_NO_NAME = 1 << 1,
  TL_PAGE_CLASS_DATE = 1 << 2,
  TL_PAGE_CLASS_UPDATED = 1 << 3,
  TL_PAGE_CLASS_TITLE = 1 << 4,
  TL_PAGE_CLASS_STORY = 1 << 5,
  TL_PAGE_CLASS_BESIDE = 1 << 6,
  TL_PAGE_CLASS_BUILDER = 1 << 7,
  TL_PAGE_CLASS_LOGO = 1 << 8,
  TL_PAGE_CLASS_FOOTER = 1 << 9,
  TL_PAGE_CLASS_PROFILE = 1 << 10,
} TlPageClass;

TlPageClass tl_page_class_of              (const xmlNode *node);
TlPageClass tl_page_class_of_names        (const char    *names);
gboolean    tl_page_class_is_name         (const char    *attribute);
gboolean    tl_page_class_is_beside       (const xmlNode *node);
gboolean    tl_page_class_tells_author    (const char    *property);
gboolean    tl_page_class_leads_to_author (const char    *address);

G_END_DECLS
