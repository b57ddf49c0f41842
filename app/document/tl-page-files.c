/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A browser saves a "complete" page as the page and a folder beside it, with what the page
 * is made of: pictures, scripts, style sheets, the advertisements in its frames.  Nothing
 * there is an article.  The folder is called after the page, with a word for "files" in the
 * browser's language behind it; most of these are known, and where the word is not, what
 * lies in the folder tells.
 */

#include "tl-page-files.h"

#include "tl-document-words.h"

#include <string.h>

/* No language's word for "files" is longer, in bytes. */
#define MAX_WORD 40

static gboolean
is_word_for_files (const char *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);
  const char *const *words = tl_document_words (TL_DOCUMENT_PAGE_FOLDERS);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *known = g_utf8_casefold (words[i], -1);

      if (strcmp (folded, known) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_one_word (const char *text)
{
  if (*text == '\0' || strlen (text) > MAX_WORD || !g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalpha (c) && !g_unichar_ismark (c))
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_page_folder_look:
 * @name: a folder's name without the path
 *
 * Returns: whether it may be the folder that a browser saved beside a page: the page's
 *   name, one of "_-. ", and a word
 */
TlPageFolder
tl_page_folder_look (const char *name)
{
  TlPageFolder folder = { 0, FALSE };
  gsize end = strlen (name);

  while (end > 0 && strchr ("_-. ", name[end - 1]) == NULL)
    end--;
  if (end < 2 || !is_one_word (name + end))
    return folder;
  folder.n_stem = end - 1;
  folder.is_certain = is_word_for_files (name + end);
  return folder;
}

/**
 * tl_page_folder_belongs:
 * @folder: what the name of a folder tells, beside which lies a page of that name
 * @n_material: how many files in it are what pages are made of
 * @n_others: how many are not
 *
 * Returns: whether it belongs to the page, so that no article is in it
 */
gboolean
tl_page_folder_belongs (TlPageFolder folder,
                        guint        n_material,
                        guint        n_others)
{
  return folder.n_stem > 0 && (folder.is_certain || n_material > n_others);
}

static const char *
get_ending (const char *name)
{
  const char *slash = strrchr (name, '/');
  const char *dot = strrchr (slash != NULL ? slash : name, '.');

  return dot != NULL ? dot + 1 : "";
}

static gboolean
is_one_of (const char        *text,
           gsize              length,
           const char *const *list)
{
  for (guint i = 0; list[i] != NULL; i++)
    {
      if (strlen (list[i]) == length && g_ascii_strncasecmp (text, list[i], length) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * tl_page_get_stem:
 * @name: a file's name
 *
 * Returns: how long it is without the ending of a saved page, 0 where it has none
 */
gsize
tl_page_get_stem (const char *name)
{
  static const char *const endings[] = { "html", "htm", "xhtml", "xht", "shtml", NULL };
  const char *ending = get_ending (name);

  return is_one_of (ending, strlen (ending), endings) ? (gsize) (ending - name) - 1 : 0;
}

/**
 * tl_page_is_material:
 * @name: (nullable): the name of a file, a member of an archive, an attachment
 * @media_type: (nullable): what it is said to be
 *
 * Returns: whether it is what pages, mails and archives have besides text: a picture, a
 *   style sheet, a script, a font, a sound, a film
 */
gboolean
tl_page_is_material (const char *name,
                     const char *media_type)
{
  static const char *const kinds[] = { "image/", "font/", "audio/", "video/" };
  static const char *const types[] = {
    "text/css", "text/javascript", "application/javascript", "application/x-javascript",
    "application/ecmascript", "application/wasm", "application/vnd.ms-fontobject",
    "application/font-woff", "application/font-woff2", "application/x-font-ttf",
    "application/x-font-woff", "application/x-shockwave-flash", "application/pkcs7-signature",
    "application/x-pkcs7-signature", "application/pgp-signature", "text/calendar", "text/vcard",
    "text/x-vcard", NULL
  };
  static const char *const endings[] = {
    "css", "js", "mjs", "map", "wasm", "png", "jpg", "jpeg", "jpe", "jfif", "gif", "svg", "svgz",
    "webp", "avif", "heic", "ico", "cur", "bmp", "tif", "tiff", "apng", "woff", "woff2", "ttf", "otf",
    "eot", "mp3", "mp4", "m4a", "m4v", "mov", "avi", "mkv", "webm", "ogg", "oga", "ogv", "wav", "flac",
    "swf", "p7s", "ics", "vcf", NULL
  };
  const char *ending;

  if (media_type != NULL)
    {
      for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        {
          if (g_ascii_strncasecmp (media_type, kinds[i], strlen (kinds[i])) == 0)
            return TRUE;
        }
      if (is_one_of (media_type, strcspn (media_type, "; "), types))
        return TRUE;
    }
  if (name == NULL)
    return FALSE;

  ending = get_ending (name);
  /* Chrome saves a script as "menu.js.download". */
  if (g_ascii_strcasecmp (ending, "download") == 0)
    {
      g_autofree char *inner = g_strndup (name, (gsize) (ending - name) - 1);

      return tl_page_is_material (inner, NULL);
    }
  return is_one_of (ending, strlen (ending), endings);
}

/**
 * tl_page_is_litter:
 * @path: the path of a member of an archive
 *
 * Returns: whether it is what systems leave behind in folders, and nobody put there
 */
gboolean
tl_page_is_litter (const char *path)
{
  static const char *const names[] = { "Thumbs.db", "desktop.ini", NULL };
  const char *slash = strrchr (path, '/');
  const char *name = slash != NULL ? slash + 1 : path;

  return *name == '.' || strstr (path, "__MACOSX/") != NULL || is_one_of (name, strlen (name), names);
}
