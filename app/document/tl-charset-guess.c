/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * In which charset bytes are that are not in UTF-8.  A detector is asked, and what comes out
 * is looked at: bytes that are read in the wrong charset make text that nobody writes, with
 * capitals and signs in the middle of words.  Labels are judged by the same look.
 */

#include "tl-charset-guess.h"

#include "tl-charset-convert.h"

#include <string.h>
#include <uchardet.h>

/* So much of a text is looked at. */
#define SAMPLE_SIZE 8192

/* So much ASCII on either side of other bytes tells something of them. */
#define CONTEXT 160

/* A tag is no longer. */
#define MAX_TAG 2048

/* Where more than so much of what is not ASCII is odd, per cent, it is no text. */
#define MAX_ODD 15

/* All bytes make characters in UTF-16, so that even a few odd ones are too many. */
#define MAX_ODD_IN_UTF16 1

/* Where nothing better is found it may still be so much. */
#define MAX_ODD_AT_ALL 40

/* A detector is not sure of fewer bytes than so many beyond ASCII. */
#define FEW_BYTES 6

/* Of so many letters it is. */
#define MANY_LETTERS 16

/* What the detector says, and the charset that has the same letters and more. */
static const char *const supersets[][2] = {
  { "ISO-8859-1", "CP1252" }, { "WINDOWS-1252", "CP1252" }, { "ISO-8859-9", "CP1254" },
  { "TIS-620", "CP874" },     { "ISO-8859-11", "CP874" },   { "KOI8-R", "KOI8-U" },     { "GB2312", "GB18030" },
  { "BIG5", "BIG5-HKSCS" },   { "SHIFT_JIS", "CP932" },     { "EUC-JP", "EUC-JP-MS" },  { "EUC-KR", "UHC" },
  { "ISO-8859-8", "CP1255" },
};

/* What else a text may be in, the most usual first. */
static const char *const usual[] = {
  "CP1252", "CP1251", "CP1250", "GB18030", "CP932", "CP1254", "CP1256", "UHC", "BIG5-HKSCS", "KOI8-U", "CP1253",
  "CP866", "MACINTOSH",
};

/* ---- what is looked at ---- */

static gsize
skip_tag (const guint8 *data,
          gsize         i,
          gsize         length)
{
  const guint8 *end;

  if (i + 1 >= length || !(g_ascii_isalpha (data[i + 1]) || strchr ("/!?", data[i + 1]) != NULL))
    return i;
  end = memchr (data + i, '>', MIN (length - i, MAX_TAG));
  return end != NULL ? (gsize) (end - data) + 1 : i;
}

/* The bytes that are not ASCII and what stands near them, without tags: no charset has their
 * brackets in its letters. */
static GByteArray *
take_sample (const guint8 *data,
             gsize         length)
{
  GByteArray *sample = g_byte_array_sized_new (SAMPLE_SIZE);
  gsize last = 0;               /* behind the last byte that is not ASCII */
  gboolean has_any = FALSE;

  for (gsize i = 0; i < length && sample->len < SAMPLE_SIZE;)
    {
      gsize next = i;

      while (next < length && data[next] < 0x80)
        next++;
      if (next == length && (!has_any || next - last > CONTEXT))
        length = has_any ? MIN (length, last + CONTEXT) : 0;
      else if (next - i > 2 * CONTEXT)
        {
          i = MAX (i, has_any && i < last + CONTEXT ? last + CONTEXT : i);
          i = MAX (i, next - CONTEXT);
        }
      for (next = MIN (next, length); i < next;)
        {
          gsize behind = data[i] == '<' ? skip_tag (data, i, next) : i;

          if (behind != i)
            i = behind;
          else
            g_byte_array_append (sample, data + i++, 1);
        }
      for (; i < length && data[i] >= 0x80; i++)
        g_byte_array_append (sample, data + i, 1);
      last = i;
      has_any = TRUE;
    }
  return sample;
}

/* ---- how a text looks ---- */

typedef enum
{
  LOOK_OTHER,
  LOOK_LATIN,
  LOOK_LETTER,                  /* of another script */
  LOOK_SIGN,
} Look;

static Look
get_look (gunichar c)
{
  if (g_unichar_isalpha (c))
    {
      GUnicodeScript script = g_unichar_get_script (c);

      return script == G_UNICODE_SCRIPT_LATIN || c == 0xaa || c == 0xba ? LOOK_LATIN : LOOK_LETTER;
    }
  if (c < 0x80 || g_unichar_ismark (c) || g_unichar_isspace (c))
    return LOOK_OTHER;
  return LOOK_SIGN;
}

/* What stands in no text at all. */
static gboolean
is_never_text (gunichar c)
{
  if ((c >= 0x7f && c < 0xa0) || c == 0xfffd)
    return TRUE;
  if (c < 0x80)
    return FALSE;
  if (!g_unichar_isdefined (c) || g_unichar_type (c) == G_UNICODE_PRIVATE_USE)
    return TRUE;
  return c >= 0xff61 && c < 0xffa0; /* half-width katakana is what broken Shift-JIS is full of */
}

/* Signs that stand between letters: apostrophes, hyphens, middle dots, brackets of East Asia. */
static gboolean
joins_letters (gunichar c)
{
  return (c >= 0x2010 && c <= 0x2019) || c == 0xb7 || c == 0xb4 || c == 0x2026 || c == 0xad || c == 0x201a ||
         (c >= 0x3000 && c < 0x3100) || c >= 0xff00 || (c >= 0x0590 && c < 0x0700) || c == 0x25cf || c == 0x25cb;
}

/* "®", "£", "²", but no quotation mark. */
static gboolean
is_symbol (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_CURRENCY_SYMBOL || type == G_UNICODE_MATH_SYMBOL || type == G_UNICODE_MODIFIER_SYMBOL ||
         type == G_UNICODE_OTHER_SYMBOL || type == G_UNICODE_OTHER_NUMBER;
}

/* Letters of scripts that no Latin letter stands beside in one word. */
static gboolean
is_alphabetic (gunichar c)
{
  GUnicodeScript script = g_unichar_get_script (c);

  return script == G_UNICODE_SCRIPT_CYRILLIC || script == G_UNICODE_SCRIPT_GREEK ||
         script == G_UNICODE_SCRIPT_ARABIC || script == G_UNICODE_SCRIPT_HEBREW;
}

/* Whether @c, behind @before and before @after, is not what words are made of. */
static gboolean
is_odd (gunichar before,
        gunichar c,
        gunichar after)
{
  Look look_before = get_look (before), look = get_look (c), look_after = get_look (after);

  if (is_never_text (c))
    return TRUE;
  if (look == LOOK_SIGN)
    return look_before != LOOK_OTHER && look_after != LOOK_OTHER && !joins_letters (c) &&
           (!g_unichar_ispunct (c) || is_symbol (c) || (look_before != LOOK_SIGN && look_after != LOOK_SIGN));
  if (look == LOOK_OTHER)
    return FALSE;
  if (g_unichar_isupper (c) && g_unichar_islower (before))
    return TRUE;
  if (g_unichar_islower (c) && g_unichar_isupper (after))
    return TRUE;
  if (look == LOOK_LATIN)
    return look_before == LOOK_LATIN && look_after == LOOK_LATIN && before >= 0x80 && after >= 0x80;
  return is_alphabetic (c) && (look_before == LOOK_LATIN || look_after == LOOK_LATIN);
}

/* How much of what is not ASCII in a text is odd, per cent. */
static guint
measure_oddness (const char *text)
{
  gunichar before = ' ', c = ' ';
  guint n = 0, n_odd = 0;

  for (const char *p = text; c != 0;)
    {
      gunichar after = *p != '\0' ? g_utf8_get_char (p) : 0;

      if (c >= 0x80)
        {
          n++;
          n_odd += is_odd (before, c, after);
        }
      before = c;
      c = after;
      if (*p != '\0')
        p = g_utf8_next_char (p);
    }
  return n > 0 ? n_odd * 100 / n : 0;
}

/* Text in capitals is rare; KOI8 and windows-1251 make such of each other's. */
static gboolean
is_turned_around (const char *text)
{
  guint n_upper = 0, n_lower = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80)
        continue;
      n_upper += g_unichar_isupper (c);
      n_lower += g_unichar_islower (c);
    }
  return n_upper > 20 && n_lower > 0 && n_upper > 3 * n_lower;
}

static guint
measure_bytes (const GByteArray *sample,
               const char       *charset)
{
  gsize n_text = 0;
  g_autofree char *text = tl_charset_convert (sample->data, sample->len, charset, &n_text, NULL);
  guint oddness;

  if (text == NULL)
    return 100;
  oddness = measure_oddness (text);
  return is_turned_around (text) ? MIN (oddness + MAX_ODD, 100) : oddness;
}

/* How many of all characters are none that stand in a text, per cent. */
static guint
measure_utf16 (const guint8 *data,
               gsize         length,
               const char   *charset)
{
  gsize n_text = 0;
  g_autofree char *text = NULL;
  guint n = 0, n_never = 0;

  text = tl_charset_convert (data, MIN (length, SAMPLE_SIZE) & ~(gsize) 1, charset, &n_text, NULL);
  if (text == NULL || strlen (text) != n_text)
    return 100;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      n++;
      n_never += is_never_text (c) || (c < 0x20 && !g_ascii_isspace ((char) c));
    }
  return n > 0 ? (n_never * 100 + n - 1) / n : 0;
}

/* ---- guesses ---- */

static gboolean
has_controls_of_iso (const GByteArray *sample)
{
  for (guint i = 0; i < sample->len; i++)
    if (sample->data[i] >= 0x80 && sample->data[i] < 0xa0)
      return TRUE;
  return FALSE;
}

static guint
count_beyond_ascii (const GByteArray *sample)
{
  guint n = 0;

  for (guint i = 0; i < sample->len; i++)
    n += sample->data[i] >= 0x80;
  return n;
}

/* In the charsets that are written in the west the letters stand above the signs. */
static guint
count_letters (const GByteArray *sample)
{
  guint n = 0;

  for (guint i = 0; i < sample->len; i++)
    n += sample->data[i] >= 0xc0;
  return n;
}

static char *
ask_detector (const GByteArray *sample)
{
  uchardet_t detector = uchardet_new ();
  char *charset = NULL;

  if (uchardet_handle_data (detector, (const char *) sample->data, sample->len) == 0)
    {
      uchardet_data_end (detector);
      charset = g_strdup (uchardet_get_charset (detector));
    }
  uchardet_delete (detector);

  if (charset == NULL || *charset == '\0' || strcmp (charset, "UTF-8") == 0 || strcmp (charset, "ASCII") == 0)
    g_clear_pointer (&charset, g_free);
  for (guint i = 0; charset != NULL && i < G_N_ELEMENTS (supersets); i++)
    if (g_ascii_strcasecmp (charset, supersets[i][0]) == 0)
      return g_free (charset), g_strdup (supersets[i][1]);
  if (charset != NULL && strcmp (charset, "ISO-8859-13") == 0 && has_controls_of_iso (sample))
    return g_free (charset), g_strdup ("CP1257");
  /* Nobody writes in it, but its letters stand where those of its relatives do. */
  if (charset != NULL && strcmp (charset, "ISO-8859-16") == 0)
    return g_free (charset), g_strdup (has_controls_of_iso (sample) ? "CP1250" : "ISO-8859-2");
  /* That of the east is the detector's word for both. */
  if (charset != NULL && strcmp (charset, "MAC-CENTRALEUROPE") == 0 &&
      measure_bytes (sample, "MACINTOSH") <= measure_bytes (sample, charset))
    return g_free (charset), g_strdup ("MACINTOSH");
  return charset;
}

/**
 * tl_charset_guess:
 * @data: bytes that are not UTF-8
 * @length: how many
 *
 * Returns: (transfer full) (nullable): the charset that they look most like text in, %NULL
 *   when in none
 */
char *
tl_charset_guess (const guint8 *data,
                  gsize         length)
{
  g_autoptr(GByteArray) sample = take_sample (data, length);
  guint n = count_beyond_ascii (sample);
  g_autofree char *best = NULL;
  guint best_oddness;

  if (n == 0)
    return NULL;
  /* "Café", or quotation marks alone: too little to ask about, and most such files are from
   * the west. */
  if ((n < FEW_BYTES || count_letters (sample) == 0) && n * 10 < sample->len && measure_bytes (sample, usual[0]) == 0)
    return g_strdup (usual[0]);
  best = ask_detector (sample);
  best_oddness = best != NULL ? measure_bytes (sample, best) : 100;
  for (guint i = 0; i < G_N_ELEMENTS (usual) && best_oddness >= MAX_ODD; i++)
    {
      guint oddness = measure_bytes (sample, usual[i]);

      if (oddness < best_oddness)
        {
          g_free (best);
          best = g_strdup (usual[i]);
          best_oddness = oddness;
        }
    }
  return best_oddness <= MAX_ODD_AT_ALL ? g_steal_pointer (&best) : NULL;
}

/* Editors and servers call western what is not.  The letters of Czech or Turkish make
 * words in it that look like some, but the detector knows better. */
static gboolean
is_from_elsewhere (const GByteArray *sample)
{
  g_autofree char *charset = NULL;

  if (count_letters (sample) < MANY_LETTERS)
    return FALSE;
  charset = ask_detector (sample);
  return charset != NULL && strcmp (charset, usual[0]) != 0 && strcmp (charset, "ISO-8859-15") != 0 &&
         measure_bytes (sample, charset) <= measure_bytes (sample, usual[0]);
}

/*
 * tl_charset_guess_utf16:
 * @data: bytes
 * @length: how many
 *
 * In UTF-16 the blanks, digits and line ends of any script leave NUL bytes, all of them in the
 * same half of the pairs.  In Chinese these may be few, and be in both halves; then it is what
 * the characters are that tells.
 *
 * Returns: (nullable): in which order the bytes are UTF-16, %NULL when in none
 */
const char *
tl_charset_guess_utf16 (const guint8 *data,
                        gsize         length)
{
  gsize n = MIN (length, SAMPLE_SIZE) & ~(gsize) 1;
  gsize n_nul[2] = { 0, 0 };
  guint little, big;

  if (n < 4 || memchr (data, '\0', n) == NULL)
    return NULL;
  for (gsize i = 0; i < n; i++)
    n_nul[i & 1] += data[i] == 0;
  if (n_nul[0] == 0 && n_nul[1] * 20 >= n / 2)
    return "UTF-16LE";
  if (n_nul[1] == 0 && n_nul[0] * 20 >= n / 2)
    return "UTF-16BE";

  little = measure_utf16 (data, n, "UTF-16LE");
  big = measure_utf16 (data, n, "UTF-16BE");
  if (MIN (little, big) > MAX_ODD_IN_UTF16)
    return NULL;
  return little <= big ? "UTF-16LE" : "UTF-16BE";
}

/**
 * tl_charset_is_likely:
 * @data: bytes
 * @length: how many
 * @charset: a charset that they are said to be in
 *
 * Returns: whether they look like text in it, or there is nothing to tell it by
 */
gboolean
tl_charset_is_likely (const guint8 *data,
                      gsize         length,
                      const char   *charset)
{
  g_autoptr(GByteArray) sample = NULL;

  if (g_str_has_prefix (charset, "UTF-16"))
    return measure_utf16 (data, length, charset) <= MAX_ODD_IN_UTF16;
  sample = take_sample (data, length);
  if (count_beyond_ascii (sample) == 0)
    return TRUE;
  return measure_bytes (sample, charset) < MAX_ODD &&
         !(strcmp (charset, usual[0]) == 0 && is_from_elsewhere (sample));
}
