/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What charsets are called.  Pages and mails name them in many ways, and mean by many names
 * more than these once did: what says "iso-8859-1" is windows-1252, as browsers and the
 * Encoding Standard of the WHATWG have it.
 */

#include "tl-charset-label.h"

#include <string.h>

/* A page that has not told its charset by here does not tell it. */
#define HEAD_SIZE 8192

/* No name of a charset has more characters. */
#define MAX_LABEL 40

/* A name as iconv knows it, and the labels that mean it: in lower case, letters and digits
 * alone, without a leading "x" or "cs". */
typedef struct
{
  const char *charset;
  const char *labels;
} Labels;

static const Labels known[] = {
  { "UTF-8", "utf8 unicode11utf8 unicode20utf8 utf8mb3 utf8mb4 65001 cp65001" },
  { "UTF-16", "utf16 unicode ucs2 iso10646ucs2 unicodefeff" },
  { "UTF-16LE", "utf16le" },
  { "UTF-16BE", "utf16be unicodefffe" },
  { "UTF-7", "utf7 unicode11utf7 unicode20utf7" },
  { "CP1252", "iso88591 88591 isoir100 latin1 l1 cp819 ibm819 isolatin1 ascii usascii us ansi ansix341968 ansix341986 "
              "iso646us isoir6 iso646irv1991 cp367 ibm367" },
  { "CP1254", "iso88599 88599 isoir148 latin5 l5 isolatin5" },
  { "CP874", "iso885911 tis620 thai thai8 dos874" },
  { "ISO-8859-2", "88592 latin2 l2 isoir101 isolatin2" },
  { "ISO-8859-5", "88595 cyrillic isoir144 isolatincyrillic" },
  { "ISO-8859-6", "88596 arabic isoir127 asmo708 ecma114 isolatinarabic iso88596e iso88596i" },
  { "ISO-8859-7", "88597 greek greek8 isoir126 ecma118 elot928 isolatingreek suneugreek" },
  { "CP1255", "iso88598 88598 iso88598i iso88598e hebrew logical visual isoir138 isolatinhebrew" },
  { "ISO-8859-15", "885915 latin9 l9" },
  { "KOI8-R", "koi koi8 koi8r" },
  { "KOI8-U", "koi8u koi8ru" },
  { "GB18030", "gb2312 gb231280 gb18030 gbk chinese euccn cngb isoir58 isoir58gb231280 hz936" },
  { "BIG5-HKSCS", "big5 big5hkscs cnbig5 bigfive big5eten xxbig5" },
  { "CP932", "shiftjis sjis mskanji windows31j ms932" },
  { "EUC-JP-MS", "eucjp eucjpms eucpkdfmtjapanese ujis" },
  { "ISO-2022-JP-3", "iso2022jp iso2022jpms jis jis7 iso2022jp1 iso2022jp3" },
  { "UHC", "euckr uhc ksc5601 ksc56011987 ksc56011989 korean isoir149 windows949 ksx1001" },
  { "MACINTOSH", "mac macintosh macroman applemacintosh" },
  { "MAC-CYRILLIC", "maccyrillic macukrainian 10007" },
  { "MAC-CENTRALEUROPE", "maccentraleurope maccentraleurroman macce 10029" },
  { "VISCII", "viscii" },
  { "KOI8-R", "20866" },
  { "KOI8-U", "21866" },
};

/* Numbers of code pages that stand behind a word of these: "windows-1251", "cp-866". */
static const char *const page_prefixes[] = { "windows", "win", "cp", "ms", "ibm", "codepage", "microsoftcp", "dos" };

/* The code pages whose names are others. */
static const struct
{
  guint       number;
  const char *charset;
} pages[] = {
  { 932, "CP932" }, { 936, "GB18030" }, { 949, "UHC" }, { 950, "BIG5-HKSCS" },
  { 1200, "UTF-16LE" }, { 1201, "UTF-16BE" }, { 20127, "CP1252" }, { 20866, "KOI8-R" },
  { 20932, "EUC-JP-MS" }, { 21866, "KOI8-U" }, { 28591, "CP1252" }, { 28592, "ISO-8859-2" },
  { 28595, "ISO-8859-5" }, { 28596, "ISO-8859-6" }, { 28597, "ISO-8859-7" }, { 28598, "CP1255" },
  { 28599, "CP1254" }, { 28605, "ISO-8859-15" }, { 50220, "ISO-2022-JP-3" },
  { 50225, "ISO-2022-KR" }, { 51932, "EUC-JP-MS" }, { 51936, "GB18030" }, { 51949, "UHC" },
  { 54936, "GB18030" }, { 65000, "UTF-7" }, { 65001, "UTF-8" },
};

static gboolean
is_listed (const char *labels,
           const char *label)
{
  gsize n = strlen (label);

  for (const char *p = labels; (p = strstr (p, label)) != NULL; p += n)
    if ((p == labels || p[-1] == ' ') && (p[n] == ' ' || p[n] == '\0'))
      return TRUE;
  return FALSE;
}

static const char *
find_known (const char *label)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (is_listed (known[i].labels, label))
      return known[i].charset;
  return NULL;
}

static char *
find_page (const char *label)
{
  for (guint i = 0; i < G_N_ELEMENTS (page_prefixes); i++)
    {
      const char *digits = label + strlen (page_prefixes[i]);
      guint64 number;

      if (!g_str_has_prefix (label, page_prefixes[i]) || !g_ascii_isdigit (*digits) ||
          digits[strspn (digits, "0123456789")] != '\0')
        continue;
      number = g_ascii_strtoull (digits, NULL, 10);
      for (guint j = 0; j < G_N_ELEMENTS (pages); j++)
        if (pages[j].number == number)
          return g_strdup (pages[j].charset);
      return g_strconcat ("CP", digits, NULL);
    }
  return NULL;
}

static gboolean
is_in_iconv (const char *charset)
{
  GIConv converter = g_iconv_open ("UTF-8", charset);

  if (converter == (GIConv) -1)
    return FALSE;
  g_iconv_close (converter);
  return TRUE;
}

/* "Text/HTML; Charset = 'X-SJIS'" → "xsjis" */
static char *
simplify (const char *label)
{
  g_autofree char *lower = g_ascii_strdown (label, -1);
  const char *start = strstr (lower, "charset");
  GString *simple = g_string_new (NULL);

  if (start != NULL && strchr (start, '=') != NULL)
    start = strchr (start, '=') + 1;
  else
    start = lower;
  start += strspn (start, " \t\r\n\"'");
  for (; *start != '\0' && strchr (";,\"'\r\n", *start) == NULL && simple->len <= MAX_LABEL; start++)
    if (g_ascii_isalnum (*start))
      g_string_append_c (simple, *start);
  return g_string_free (simple, FALSE);
}

/* The label itself, where iconv knows it.  It is asked for nothing but letters, digits and
 * what stands between them: behind a slash it takes orders. */
static char *
ask_iconv (const char *label)
{
  g_autofree char *name = g_strstrip (g_strdup (label));
  gsize n = strspn (name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

  if (n == 0 || n > MAX_LABEL || name[n] != '\0' || !is_in_iconv (name))
    return NULL;
  return g_ascii_strup (name, -1);
}

/**
 * tl_charset_from_label:
 * @label: (nullable): how a page, mail or document calls a charset; also all of
 *   "text/html; charset=…"
 *
 * Returns: (transfer full) (nullable): the charset that is meant, by the name that iconv
 *   has for it; %NULL for none that is known
 */
char *
tl_charset_from_label (const char *label)
{
  g_autofree char *simple = label != NULL ? simplify (label) : NULL;
  const char *charset;
  char *page;

  if (simple == NULL || *simple == '\0')
    return NULL;
  charset = find_known (simple);
  if (charset == NULL && *simple == 'x')
    charset = find_known (simple + 1);
  if (charset == NULL && g_str_has_prefix (simple, "cs"))
    charset = find_known (simple + 2);
  if (charset != NULL)
    return g_strdup (charset);

  page = find_page (*simple == 'x' ? simple + 1 : simple);
  if (page != NULL && is_in_iconv (page))
    return page;
  g_free (page);
  if (g_str_has_prefix (simple, "iso8859") && g_ascii_isdigit (simple[7]))
    {
      g_autofree char *name = g_strconcat ("ISO-8859-", simple + 7, NULL);

      return is_in_iconv (name) ? g_steal_pointer (&name) : NULL;
    }
  return ask_iconv (label);
}

/* ---- labels in what they label ---- */

typedef struct
{
  const char *p;
  const char *end;
} Cursor;

static void
skip_spaces (Cursor *cursor)
{
  while (cursor->p < cursor->end && g_ascii_isspace (*cursor->p))
    cursor->p++;
}

/* The next attribute of a tag, NULL at its end; @value is empty where it has none. */
static char *
read_attribute (Cursor  *cursor,
                char   **value)
{
  const char *start, *value_start;
  char *name;
  char quote = '\0';

  while (cursor->p < cursor->end && (g_ascii_isspace (*cursor->p) || *cursor->p == '/'))
    cursor->p++;
  start = cursor->p;
  while (cursor->p < cursor->end && !g_ascii_isspace (*cursor->p) && strchr ("=>/", *cursor->p) == NULL)
    cursor->p++;
  if (cursor->p == start)
    return NULL;
  name = g_ascii_strdown (start, cursor->p - start);

  skip_spaces (cursor);
  if (cursor->p == cursor->end || *cursor->p != '=')
    {
      *value = g_strdup ("");
      return name;
    }
  cursor->p++;
  skip_spaces (cursor);
  if (cursor->p < cursor->end && (*cursor->p == '"' || *cursor->p == '\''))
    quote = *cursor->p++;
  value_start = cursor->p;
  while (cursor->p < cursor->end &&
         (quote != '\0' ? *cursor->p != quote : !g_ascii_isspace (*cursor->p) && *cursor->p != '>'))
    cursor->p++;
  *value = g_strndup (value_start, (gsize) (cursor->p - value_start));
  if (quote != '\0' && cursor->p < cursor->end)
    cursor->p++;
  return name;
}

/* What a tag's attributes say the charset is, from behind its name. */
static char *
read_tag (Cursor     *cursor,
          const char *attribute)
{
  g_autofree char *label = NULL;
  char *name, *value;

  while ((name = read_attribute (cursor, &value)) != NULL)
    {
      if (label == NULL && strcmp (name, attribute) == 0 && *value != '\0')
        label = g_strdup (value);
      else if (label == NULL && strcmp (name, "content") == 0)
        {
          g_autofree char *lower = g_ascii_strdown (value, -1);
          const char *charset = strstr (lower, "charset");

          if (charset != NULL && strchr (charset, '=') != NULL)
            label = g_strdup (charset);
        }
      g_free (name);
      g_free (value);
    }
  return g_steal_pointer (&label);
}

static gboolean
begins (const Cursor *cursor,
        const char   *word)
{
  gsize n = strlen (word);

  return (gsize) (cursor->end - cursor->p) >= n && g_ascii_strncasecmp (cursor->p, word, n) == 0;
}

static void
skip_comment (Cursor *cursor)
{
  const char *end = g_strstr_len (cursor->p + 4, cursor->end - cursor->p - 4, "-->");

  cursor->p = end != NULL ? end + 3 : cursor->end;
}

static char *
find_in_tags (Cursor *cursor)
{
  for (; cursor->p < cursor->end; cursor->p++)
    {
      char *label;

      cursor->p = memchr (cursor->p, '<', (gsize) (cursor->end - cursor->p));
      if (cursor->p == NULL || begins (cursor, "<body"))
        return NULL;
      if (begins (cursor, "<!--"))
        {
          skip_comment (cursor);
          cursor->p--;
          continue;
        }
      if (!begins (cursor, "<meta") || cursor->end - cursor->p < 6 ||
          !(g_ascii_isspace (cursor->p[5]) || cursor->p[5] == '/'))
        continue;
      cursor->p += strlen ("<meta");
      label = read_tag (cursor, "charset");
      if (label != NULL)
        return label;
      cursor->p--;
    }
  return NULL;
}

/**
 * tl_charset_find_label:
 * @data: the bytes of a page or an XML document
 * @length: how many
 *
 * Looks for what these say about their own charset: `<?xml encoding=…?>`,
 * `<meta charset=…>`, `<meta http-equiv="Content-Type" content="…; charset=…">`.
 *
 * Returns: (transfer full) (nullable): the label as it stands there, %NULL where there is
 *   none, or one that can't be true because it could be read
 */
char *
tl_charset_find_label (const guint8 *data,
                       gsize         length)
{
  Cursor cursor = { (const char *) data, (const char *) data + MIN (length, HEAD_SIZE) };
  g_autofree char *label = NULL;
  g_autofree char *charset = NULL;

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    cursor.p += 3;
  skip_spaces (&cursor);
  if (begins (&cursor, "<?xml"))
    {
      cursor.p += strlen ("<?xml");
      label = read_tag (&cursor, "encoding");
    }
  if (label == NULL)
    label = find_in_tags (&cursor);
  if (label == NULL)
    return NULL;
  charset = tl_charset_from_label (label);
  return charset == NULL || g_str_has_prefix (charset, "UTF-16") || g_str_has_prefix (charset, "UTF-32")
           ? NULL
           : g_steal_pointer (&label);
}
