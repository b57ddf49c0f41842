/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-date.h"

G_BEGIN_DECLS

/**
 * TlCitation:
 * @title: the headline, or what stands for it
 * @author: (nullable): who wrote it, as the article says it
 * @publisher: (nullable): who published it
 * @url: (nullable): its address in the web
 * @language: (nullable): ISO 639-1 code
 * @published: when it was published, or as much of that as is known
 * @digest: what tells it from all other articles: at least eight letters or digits
 *
 * What is said of an article where it is cited.
 */
typedef struct
{
  const char *title;
  const char *author;
  const char *publisher;
  const char *url;
  const char *language;
  TlDate      published;
  const char *digest;
} TlCitation;

char *tl_citation_dup_key         (const TlCitation *self);
char *tl_citation_dup_text        (const TlCitation *self);
void  tl_citation_append_bibtex   (const TlCitation *self,
                                   GString          *text);
void  tl_citation_append_csl_json (const TlCitation *self,
                                   GString          *text);
void  tl_citation_append_ris      (const TlCitation *self,
                                   GString          *text);

G_END_DECLS
