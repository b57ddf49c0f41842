/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a file is, told by its content: a table of formats, each with the reader that
 * takes it or, where there is none, with what to tell the person.
 */

#include "tl-format.h"

#include "tl-archive-reader.h"
#include "tl-charset.h"
#include "tl-compound.h"
#include "tl-docx-reader.h"
#include "tl-epub-reader.h"
#include "tl-feed-reader.h"
#include "tl-html-reader.h"
#include "tl-json-reader.h"
#include "tl-mail-reader.h"
#include "tl-mbox-reader.h"
#include "tl-markdown-reader.h"
#include "tl-odt-reader.h"
#include "tl-pdf-reader.h"
#include "tl-plain-reader.h"
#include "tl-warc-reader.h"
#include "tl-rtf-reader.h"
#include "tl-zip.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define START_SIZE 1024

/*
 * Start:
 * @ascii: the first bytes in lower case without byte order mark, NUL bytes and leading
 *   space, so that markup is known in UTF-16, too; zero-terminated
 */
typedef struct
{
  const guint8 *data;
  gsize         length;
  char          ascii[START_SIZE + 1];
} Start;

typedef gboolean (*Detector) (const Start *start);

typedef gboolean (*Reader) (const TlPart  *part,
                            TlDelivery    *delivery,
                            GError       **error);

/* A format is known by @magic at @offset, by @detect, or by both. */
typedef struct
{
  const char *magic;
  gsize       n_magic;
  gsize       offset;
  Detector    detect;
  Reader      read;
  const char *message;          /* why it is not read, where there is no reader */
  guint       is_piecewise;     /* whether the reader reads a file from its descriptor; or UNPACKS */
} Format;

/* It reads piece by piece, and unpacks what is packed by itself. */
#define UNPACKS 2

static gboolean
holds (const Start *start,
       gsize        offset,
       const char  *magic,
       gsize        n_magic)
{
  return offset + n_magic <= start->length && memcmp (start->data + offset, magic, n_magic) == 0;
}

/* Documents of Office and of those that write like it, whatever they hold. */
static gboolean
is_office_zip (const Start *start)
{
  static const char *const names[] = {
    "[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/numbering.xml", "word/styles.xml",
    "docProps/app.xml", "docProps/core.xml",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (tl_zip_names (start->data, start->length, names[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_locked (const Start *start)
{
  return tl_compound_names (start->data, start->length, "EncryptedPackage");
}

static gboolean
is_old_word (const Start *start)
{
  return tl_compound_names (start->data, start->length, "WordDocument");
}

static gboolean
is_old_mail (const Start *start)
{
  return tl_compound_names (start->data, start->length, "__substg1.0_");
}

static gboolean
is_open_zip (const Start *start)
{
  return tl_zip_is_of (start->data, start->length, "application/vnd.oasis.opendocument") ||
         (tl_zip_names (start->data, start->length, "content.xml") &&
          (tl_zip_names (start->data, start->length, "META-INF/manifest.xml") ||
           tl_zip_names (start->data, start->length, "styles.xml")));
}

static gboolean
is_book_zip (const Start *start)
{
  return tl_zip_is_of (start->data, start->length, "application/epub") ||
         tl_zip_names (start->data, start->length, "META-INF/container.xml");
}

static gboolean
is_riff_webp (const Start *start)
{
  return holds (start, 8, "WEBP", 4);
}

static gboolean
is_bitmap (const Start *start)
{
  return holds (start, 6, "\0\0\0\0", 4);
}

static const char *
skip_comments (const char *p)
{
  while (g_str_has_prefix (p, "<!--"))
    {
      const char *end = strstr (p, "-->");

      if (end == NULL)
        return "";
      p = end + 3;
      while (g_ascii_isspace (*p))
        p++;
    }
  return p;
}

static gboolean
is_web_page (const Start *start)
{
  static const char *const openings[] = {
    "<!doctype html", "<html", "<head>", "<body", "<meta ", "<title>", "<div", "<article",
  };
  const char *p = skip_comments (start->ascii);

  if (g_str_has_prefix (p, "<?xml"))
    return strstr (p, "<html") != NULL || strstr (p, "<!doctype html") != NULL;
  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      if (g_str_has_prefix (p, openings[i]))
        return TRUE;
    }
  return FALSE;
}

/* Whose first element is one of a feed. */
static gboolean
is_feed (const Start *start)
{
  const char *p = start->ascii;

  while (p != NULL && *p == '<' && (p[1] == '?' || p[1] == '!'))
    {
      p = g_str_has_prefix (p, "<!--") ? strstr (p, "-->") : strchr (p, '>');
      p = p != NULL ? strchr (p, '<') : NULL;
    }
  if (p == NULL)
    return FALSE;
  return g_str_has_prefix (p, "<rss") || g_str_has_prefix (p, "<rdf:rdf") ||
         ((g_str_has_prefix (p, "<feed") || g_str_has_prefix (p, "<atom:feed")) && strstr (p, "atom") != NULL);
}

/* Open Document text as one XML file. */
static gboolean
is_open_xml (const Start *start)
{
  return *start->ascii == '<' && strstr (start->ascii, "<office:document") != NULL;
}

static gboolean
is_xml (const Start *start)
{
  return g_str_has_prefix (start->ascii, "<?xml");
}

/* An object with a name in it, or a list of objects or strings: no story begins so. */
static gboolean
is_json (const Start *start)
{
  const char *p = start->ascii;

  if (*p != '{' && *p != '[')
    return FALSE;
  for (p++; g_ascii_isspace (*p); p++)
    ;
  if (*p == '{' && *start->ascii == '[')
    return TRUE;
  if (*p != '"')
    return FALSE;
  p = strchr (p + 1, '"');
  if (p == NULL)
    return FALSE;
  for (p++; g_ascii_isspace (*p); p++)
    ;
  return *p == (*start->ascii == '{' ? ':' : ',');
}

/* Whether a line of a header begins with one of @names. */
static guint
count_names (const char        *header,
             gsize              length,
             const char *const *names)
{
  guint n = 0;

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *found = header;

      while ((found = g_strstr_len (found, (gssize) (header + length - found), names[i])) != NULL &&
             found > header && found[-1] != '\n')
        found++;
      n += found != NULL;
    }
  return n;
}

/* How long the header of "Name: value" lines is that stands there; 0 where none does. */
static gsize
measure_header (const char *start)
{
  const char *line = start;

  while (*line != '\0' && *line != '\n' && *line != '\r')
    {
      const char *end = strchr (line, '\n');
      gsize name = strspn (line, "abcdefghijklmnopqrstuvwxyz0123456789-_");

      if (end == NULL)
        break;                  /* cut off: the header goes on */
      if (*line != ' ' && *line != '\t' && (name == 0 || line[name] != ':'))
        return 0;
      line = end + 1;
    }
  return (gsize) (line - start);
}

/* A header that only mail programs write, or the lines that each mail has. */
static gboolean
is_mail (const Start *start)
{
  static const char *const of_programs[] = {
    "mime-version:", "received:", "return-path:", "message-id:", "delivered-to:", "dkim-signature:",
    "snapshot-content-location:", "arc-seal:", "x-received:", NULL
  };
  static const char *const of_mails[] = { "from:", "to:", "subject:", "date:", NULL };
  gsize length = measure_header (start->ascii);

  return length > 0 && (count_names (start->ascii, length, of_programs) > 0 ||
                        count_names (start->ascii, length, of_mails) >= 4);
}

static gboolean
is_mailbox (const Start *start)
{
  return tl_mbox_is_start (start->ascii);
}

static gboolean
is_warc (const Start *start)
{
  return strstr (start->ascii, "\nwarc-type:") != NULL || strstr (start->ascii, "\ncontent-length:") != NULL;
}

static gboolean
is_binary (const Start *start)
{
  return memchr (start->data, '\0', start->length) != NULL &&
         !tl_charset_is_utf16 (start->data, start->length);
}

static gboolean
is_markdown (const Start *start)
{
  return !tl_charset_is_utf16 (start->data, start->length) && tl_markdown_is_surely (start->data, start->length);
}

static gboolean
is_text (const Start *start G_GNUC_UNUSED)
{
  return TRUE;
}

#define MAGIC(bytes, offset) bytes, sizeof (bytes) - 1, offset

/* The first that fits is it. */
static const Format formats[] = {
  { MAGIC ("\x89PNG\r\n", 0), NULL, NULL, N_("The file is a PNG picture, not text"), FALSE },
  { MAGIC ("\xff\xd8\xff", 0), NULL, NULL, N_("The file is a JPEG picture, not text"), FALSE },
  { MAGIC ("GIF8", 0), NULL, NULL, N_("The file is a GIF picture, not text"), FALSE },
  { MAGIC ("RIFF", 0), is_riff_webp, NULL, N_("The file is a WebP picture, not text"), FALSE },
  { MAGIC ("II*\0", 0), NULL, NULL, N_("The file is a TIFF picture, not text"), FALSE },
  { MAGIC ("MM\0*", 0), NULL, NULL, N_("The file is a TIFF picture, not text"), FALSE },
  { MAGIC ("BM", 0), is_bitmap, NULL, N_("The file is a BMP picture, not text"), FALSE },
  { MAGIC ("WARC/", 0), is_warc, tl_warc_reader_read, NULL, UNPACKS },
  { MAGIC ("From ", 0), is_mailbox, tl_mbox_reader_read, NULL, UNPACKS },
  { MAGIC ("", 0), is_mail, tl_mail_reader_read, NULL, FALSE },
  { MAGIC ("%PDF-", 0), NULL, tl_pdf_reader_read, NULL, FALSE },
  { MAGIC ("%!PS", 0), NULL, NULL, N_("The file is a PostScript document, not text"), FALSE },
  { MAGIC ("{\\rtf", 0), NULL, tl_rtf_reader_read, NULL, FALSE },
  { MAGIC ("PK\3\4", 0), is_office_zip, tl_docx_reader_read, NULL, FALSE },
  { MAGIC ("PK\3\4", 0), is_open_zip, tl_odt_reader_read, NULL, FALSE },
  { MAGIC ("PK\3\4", 0), is_book_zip, tl_epub_reader_read, NULL, FALSE },
  { MAGIC ("PK\3\4", 0), NULL, tl_archive_reader_read, NULL, TRUE },
  { MAGIC ("PK\5\6", 0), NULL, tl_archive_reader_read, NULL, TRUE },
  { MAGIC ("\x1f\x8b", 0), NULL, tl_archive_reader_read, NULL, TRUE },
  { MAGIC ("BZh", 0), is_binary, tl_archive_reader_read, NULL, TRUE },
  { MAGIC ("\xfd" "7zXZ", 0), NULL, tl_archive_reader_read, NULL, TRUE },
  { MAGIC ("\x28\xb5\x2f\xfd", 0), NULL, tl_archive_reader_read, NULL, TRUE },
  { MAGIC ("\xd0\xcf\x11\xe0", 0), is_locked, NULL, N_("The file is protected by a password"), FALSE },
  { MAGIC ("\xd0\xcf\x11\xe0", 0), is_old_word, NULL,
    N_("The file is saved in the old Word format; save it as .docx"), FALSE },
  { MAGIC ("\xd0\xcf\x11\xe0", 0), is_old_mail, NULL,
    N_("The file is a mail message as Outlook keeps it; save it as .eml"), FALSE },
  { MAGIC ("\xd0\xcf\x11\xe0", 0), NULL, NULL,
    N_("The file is an old spreadsheet, presentation or other document of Office; it is not read"), FALSE },
  { MAGIC ("7z\xbc\xaf", 0), NULL, NULL, N_("The file is a 7z archive, not text"), FALSE },
  { MAGIC ("Rar!\x1a", 0), NULL, NULL, N_("The file is a RAR archive, not text"), FALSE },
  { MAGIC ("ustar", 257), is_binary, tl_archive_reader_read, NULL, TRUE },
  { MAGIC ("SQLite format 3\0", 0), NULL, NULL, N_("The file is a database, not text"), FALSE },
  { MAGIC ("\x7f" "ELF", 0), NULL, NULL, N_("The file is a program, not text"), FALSE },
  { MAGIC ("MZ", 0), is_binary, NULL, N_("The file is a program, not text"), FALSE },
  { MAGIC ("OggS", 0), NULL, NULL, N_("The file is a sound recording, not text"), FALSE },
  { MAGIC ("fLaC", 0), NULL, NULL, N_("The file is a sound recording, not text"), FALSE },
  { MAGIC ("ID3", 0), is_binary, NULL, N_("The file is a sound recording, not text"), FALSE },
  { MAGIC ("RIFF", 0), is_binary, NULL, N_("The file is a sound recording or a film, not text"), FALSE },
  { MAGIC ("ftyp", 4), NULL, NULL, N_("The file is a film or a picture, not text"), FALSE },
  { MAGIC ("\x1a\x45\xdf\xa3", 0), NULL, NULL, N_("The file is a film, not text"), FALSE },
  { MAGIC ("", 0), is_binary, NULL, N_("The file holds binary data, not text"), FALSE },
  { MAGIC ("", 0), is_open_xml, tl_odt_reader_read, NULL, FALSE },
  { MAGIC ("", 0), is_feed, tl_feed_reader_read, NULL, FALSE },
  { MAGIC ("", 0), is_web_page, tl_html_reader_read, NULL, FALSE },
  { MAGIC ("", 0), is_xml, NULL, N_("The file is an XML document; these are not read yet"), FALSE },
  { MAGIC ("", 0), is_json, tl_json_reader_read, NULL, TRUE },
  { MAGIC ("", 0), is_markdown, tl_markdown_reader_read, NULL, FALSE },
  { MAGIC ("", 0), is_text, tl_plain_reader_read, NULL, FALSE },
};

static inline char
to_lower (guint8 byte)
{
  return (char) (byte + ((guint8) (byte - 'A') < 26 ? 'a' - 'A' : 0));
}

static void
start_init (Start        *start,
            const guint8 *data,
            gsize         length)
{
  gsize i = 0, n = 0, n_plain;

  start->data = data;
  start->length = length;
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    i = 3;
  else if (length >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0))
    i = 2;
  while (i < length && (data[i] == '\0' || g_ascii_isspace (data[i])))
    i++;
  /* Up to the first NUL byte no byte need be looked at: a loop for the compiler. */
  n_plain = MIN (length - i, START_SIZE);
  n_plain = memchr (data + i, '\0', n_plain) == NULL ? n_plain : 0;
  for (; n < n_plain; n++)
    start->ascii[n] = to_lower (data[i + n]);
  for (i += n; i < length && n < START_SIZE; i++)
    {
      if (data[i] != '\0')
        start->ascii[n++] = to_lower (data[i]);
    }
  start->ascii[n] = '\0';
}

static gboolean
fits (const Format *format,
      const Start  *start)
{
  return holds (start, format->offset, format->magic, format->n_magic) &&
         (format->detect == NULL || format->detect (start));
}

static const Format *
find_format (const Start *start)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (fits (&formats[i], start))
      return &formats[i];
  g_assert_not_reached ();
}

/* What could be any text is what it is said to be: a piece of a page has no head to know it by. */
static Reader
find_reader (const Format *format,
             const char   *media_type)
{
  static const struct
  {
    const char *media_type;
    Reader      read;
  } labels[] = {
    { "text/html", tl_html_reader_read },
    { "application/xhtml+xml", tl_html_reader_read },
    { "message/rfc822", tl_mail_reader_read },
  };

  for (guint i = 0; media_type != NULL && i < G_N_ELEMENTS (labels); i++)
    {
      if ((format->detect == is_text || format->detect == is_xml) &&
          g_ascii_strcasecmp (media_type, labels[i].media_type) == 0)
        return labels[i].read;
    }
  return format->read;
}

/**
 * tl_format_get_risk:
 * @data: the first bytes of a file
 * @length: how many
 * @media_type: (nullable): what it is said to be
 *
 * Returns: what reading a file that begins so exposes a process to
 */
TlFormatRisk
tl_format_get_risk (const guint8 *data,
                    gsize         length,
                    const char   *media_type)
{
  Start start;
  Reader reader;

  if (length == 0)
    return TL_FORMAT_RISK_NONE;
  start_init (&start, data, length);
  reader = find_reader (find_format (&start), media_type);
  if (reader == NULL)
    return TL_FORMAT_RISK_NONE;
  return reader == tl_plain_reader_read ? TL_FORMAT_RISK_TEXT : TL_FORMAT_RISK_PARSER;
}

/**
 * tl_format_is_piecewise:
 * @data: the first bytes of a file
 * @length: how many
 *
 * Returns: whether a file that begins so is read piece by piece, so that it may be larger
 *   than memory
 */
gboolean
tl_format_is_piecewise (const guint8 *data,
                        gsize         length)
{
  guint n = G_N_ELEMENTS (formats);
  Start start;

  if (length == 0)
    return FALSE;
  /* What stands behind the last that is need not be told apart. */
  while (n > 0 && formats[n - 1].is_piecewise == 0)
    n--;
  start_init (&start, data, length);
  for (guint i = 0; i < n; i++)
    if (fits (&formats[i], &start))
      return formats[i].is_piecewise != 0;
  return FALSE;
}

/**
 * tl_format_reads_packed:
 * @data: the first bytes of what came out of a packed part
 * @length: how many
 *
 * Returns: whether the reader of what begins so takes the packed part itself, because
 *   what it is for grows larger than memory: mailboxes, records of the web
 */
gboolean
tl_format_reads_packed (const guint8 *data,
                        gsize         length)
{
  Start start;

  start_init (&start, data, length);
  return length > 0 && find_format (&start)->is_piecewise == UNPACKS;
}

/**
 * tl_format_read_packed:
 * @data: the first bytes of what came out of @part
 * @length: how many
 * @part: a packed part for which tl_format_reads_packed() holds
 * @delivery: where its documents go
 * @error: return location for a #TlDocumentError or a #GIOErrorEnum
 *
 * Returns: whether it could be read
 */
gboolean
tl_format_read_packed (const guint8  *data,
                       gsize          length,
                       const TlPart  *part,
                       TlDelivery    *delivery,
                       GError       **error)
{
  Start start;

  start_init (&start, data, length);
  return find_format (&start)->read (part, delivery, error);
}

/**
 * tl_format_read:
 * @part: a file, or a part of one
 * @delivery: where its documents go
 * @error: return location for a #TlDocumentError or a #GIOErrorEnum
 *
 * Returns: whether there is a reader for it and it could read it
 */
gboolean
tl_format_read (const TlPart  *part,
                TlDelivery    *delivery,
                GError       **error)
{
  const Format *format;
  Reader reader;
  Start start;

  if (part->length == 0)
    {
      g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_EMPTY, _("The file is empty"));
      return FALSE;
    }

  start_init (&start, part->data, part->length);
  format = find_format (&start);
  reader = find_reader (format, part->media_type);
  if (reader != NULL)
    return reader (part, delivery, error);

  g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_NOT_TEXT, _(format->message));
  return FALSE;
}
