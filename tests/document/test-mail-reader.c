/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "reading.h"

#include <string.h>

#define FIRST                                                                         \
  "The bridge over the river was opened on Monday, and many people came to see it. "  \
  "The first to cross it was a baker from the other side, who had waited there."
#define SECOND                                                                        \
  "It took four years to build, two more than the town had hoped for, and it cost "   \
  "more than anyone had thought, so that the next one will have to wait for long."

/* The same, as mail programs break it. */
#define WRAPPED                                                                \
  "The bridge over the river was opened on Monday, and many people came\r\n"   \
  "to see it. The first to cross it was a baker from the other side, who\r\n"  \
  "had waited there.\r\n\r\n"                                                  \
  "It took four years to build, two more than the town had hoped for, and\r\n" \
  "it cost more than anyone had thought, so that the next one will have\r\n"   \
  "to wait for long.\r\n"
#define HTML                                                                   \
  "<html><body><p>" FIRST "</p><p>" SECOND "</p></body></html>"

#define HEAD                                                                   \
  "From: =?utf-8?Q?Ann_B=C3=A4cker?= <ann.baker@town.example>\r\n"             \
  "To: board@town.example\r\nDate: Wed, 9 Jun 2021 23:30:00 -0500\r\n"         \
  "Message-ID: <1@town.example>\r\nMIME-Version: 1.0\r\n"
#define PLAIN "Content-Type: text/plain; charset=utf-8\r\n"

typedef struct
{
  const char *name;
  const char *mail;
  const char *text;             /* NULL: whatever it is */
  const char *title;
  const char *publisher;
  const char *published;
  const char *date_line;
} Case;

static const Case cases[] = {
  { "a plain mail",
    HEAD "Subject: Re: Fwd: Bridge Opens\r\n" PLAIN "\r\n" WRAPPED "\r\n-- \r\nAnn\r\nTown hall\r\n",
    FIRST "\n\n" SECOND, "Bridge Opens", NULL, "2021-06-09", NULL },
  { "a newsletter",
    "From: \"River News\" <letters@river.example>\r\nTo: a@b.example\r\nList-Unsubscribe: <mailto:x@river.example>\r\n"
    "Date: Wed, 9 Jun 2021 10:00:00 +0300\r\nMIME-Version: 1.0\r\nSubject: Bridge Opens\r\n"
    PLAIN "\r\n" WRAPPED "\r\nYou are receiving this because you asked for it.\r\n",
    FIRST "\n\n" SECOND, "Bridge Opens", "River News", "2021-06-09", NULL },
  { "a press office",
    "From: Ministry of Bridges <press@bridges.example>\r\nTo: a@b.example\r\nDate: Wed, 9 Jun 2021 10:00:00 +0300\r\n"
    "MIME-Version: 1.0\r\nSubject: =?windows-1251?B?zO7x8iDu8urw+/Io?=\r\n" PLAIN "\r\n" WRAPPED,
    FIRST "\n\n" SECOND, "Мост открыт(", "Ministry of Bridges", "2021-06-09", NULL },
  { "passed on by Gmail",
    HEAD "Subject: Fwd: Bridge Opens\r\n" PLAIN "\r\nHave a look!\r\n\r\n---------- Forwarded message ---------\r\n"
    "From: River News <news@river.example>\r\nDate: Tue, Jun 8, 2021 at 10:23 AM\r\n"
    "Subject: Bridge Opens over River\r\nTo: <ann.baker@town.example>\r\n\r\n\r\n" WRAPPED,
    FIRST "\n\n" SECOND, "Bridge Opens over River", "River News", NULL, "Tue, Jun 8, 2021 at 10:23 AM" },
  { "passed on by Outlook, in German",
    HEAD "Subject: WG: Bridge Opens\r\n" PLAIN "\r\nZur Info\r\n\r\n"
    "Von: Otto Fluss <otto@river.example>\r\nGesendet: Dienstag, 8. Juni 2021 10:23\r\n"
    "An: Ann <ann@town.example>\r\nBetreff: Bridge Opens\r\n\r\n" WRAPPED,
    FIRST "\n\n" SECOND, "Bridge Opens", NULL, NULL, "Dienstag, 8. Juni 2021 10:23" },
  { "passed on, in Russian, quoted",
    HEAD "Subject: Bridge\r\n" PLAIN "\r\n-------- Пересылаемое сообщение --------\r\n"
    "> От кого: Новости реки <info@river.example>\r\n> Кому: Ann <ann@town.example>\r\n"
    "> Дата: 8 июня 2021 г., 10:23\r\n> Тема: Мост открыт\r\n>\r\n> " FIRST "\r\n>\r\n> " SECOND "\r\n",
    FIRST "\n\n" SECOND, "Мост открыт", "Новости реки", NULL, "8 июня 2021 г., 10:23" },
  { "an answer",
    HEAD "Subject: Re: Bridge Opens\r\n" PLAIN "\r\n" WRAPPED "\r\nOn Tue, Jun 8, 2021 Ann Baker wrote:\r\n"
    "> What of the bridge?\r\n> Tell me.\r\n",
    FIRST "\n\n" SECOND, "Bridge Opens", NULL, "2021-06-09", NULL },
  { "lines that flow",
    HEAD "Subject: Bridge Opens\r\nContent-Type: text/plain; format=flowed\r\n\r\n"
    "The bridge over the river \r\nwas opened on Monday.\r\nMany came.\r\n",
    "The bridge over the river was opened on Monday.\nMany came.", "Bridge Opens", NULL, "2021-06-09", NULL },
  { "another charset, quoted-printable",
    HEAD "Subject: Bridge\r\nContent-Type: text/plain; charset=koi8-r\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    "=ED=CF=D3=D4 =CF=D4=CB=D2=D9=D4 =D7 =D0=CF=CE=C5=\r\n=C4=C5=CC=D8=CE=C9=CB.\r\n",
    "Мост открыт в понедельник.", "Bridge", NULL, "2021-06-09", NULL },
  { "a page",
    HEAD "Subject: Bridge Opens\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" HTML,
    FIRST "\n\n" SECOND, "Bridge Opens", NULL, "2021-06-09", NULL },
  { "a page beside a text that says little",
    HEAD "Subject: Bridge Opens\r\nContent-Type: multipart/alternative; boundary=x\r\n\r\n"
    "--x\r\n" PLAIN "\r\nYour program shows no pages.\r\n--x\r\nContent-Type: multipart/related; boundary=y\r\n\r\n"
    "--y\r\nContent-Type: text/html\r\n\r\n" HTML "\r\n--y\r\nContent-Type: image/png\r\n\r\nxx\r\n--y--\r\n--x--\r\n",
    FIRST "\n\n" SECOND, "Bridge Opens", NULL, "2021-06-09", NULL },
  { "a boundary that never ends",
    HEAD "Subject: Bridge Opens\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n" PLAIN "\r\n" WRAPPED,
    FIRST "\n\n" SECOND, "Bridge Opens", NULL, "2021-06-09", NULL },
  { "base64 with rubbish in it",
    HEAD "Subject: Bridge\r\n" PLAIN "Content-Transfer-Encoding: base64\r\n\r\nVGhlI!!GJyaWRn\r\nZSBpcyBvcGVuLg=\r\n",
    "The bridge is open.", "Bridge", NULL, "2021-06-09", NULL },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(Reading) reading = reading_new_for_bytes ("a.eml", cases[i].mail, strlen (cases[i].mail));
      TlDocument *document;

      g_test_message ("%s", cases[i].name);
      g_assert_no_error (reading->error);
      g_assert_cmpuint (reading->documents->len, ==, 1);
      document = reading_get (reading, 0);
      g_assert_null (tl_document_get_part (document));
      g_assert_cmpstr (tl_document_get_text (document), ==, cases[i].text);
      g_assert_cmpstr (tl_document_get_title (document), ==, cases[i].title);
      g_assert_cmpstr (tl_document_get_publisher (document), ==, cases[i].publisher);
      g_assert_cmpstr (tl_document_get_published (document), ==, cases[i].published);
      g_assert_cmpstr (tl_document_get_date_line (document), ==, cases[i].date_line);
      g_assert_cmpint (tl_document_get_provenance (document, TL_FACT_PUBLISHED), ==, TL_PROVENANCE_HEADER);
    }
}

/* The lines above are no part of the article on the page, and tell of it all the same. */
static void
test_page_passed_on (void)
{
  static const char mail[] =
    HEAD "Subject: FW: Bridge Opens\r\nContent-Type: text/html\r\n\r\n<html><body><p>Please read.</p><div><p>"
    "<b>From:</b> River News &lt;news@river.example&gt;<br><b>Sent:</b> Tuesday, June 8, 2021 10:23 AM<br>"
    "<b>To:</b> Ann &lt;ann@town.example&gt;<br><b>Subject:</b> Bridge Opens over River</p></div>"
    "<p>" FIRST "</p><p>" SECOND "</p></body></html>";
  g_autoptr(Reading) reading = reading_new_for_bytes ("a.eml", mail, sizeof mail - 1);
  TlDocument *document = reading_get (reading, 0);

  g_assert_no_error (reading->error);
  g_assert_cmpstr (tl_document_get_text (document), ==, FIRST "\n\n" SECOND);
  g_assert_cmpstr (tl_document_get_title (document), ==, "Bridge Opens over River");
  g_assert_cmpstr (tl_document_get_publisher (document), ==, "River News");
  /* Not the day on which it was passed on. */
  g_assert_cmpstr (tl_document_get_published (document), !=, "2021-06-09");
}

/* Files and mails that are attached are read, pictures passed over; "see below" is no article. */
static void
test_attached (void)
{
  static const char mail[] =
    HEAD "Subject: Fwd: three\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
    "--x\r\n" PLAIN "\r\nSee what is attached.\r\n"
    "--x\r\nContent-Type: application/octet-stream\r\n"
    "Content-Disposition: attachment; filename*=utf-8''%D0%9C%D0%BE%D1%81%D1%82.txt\r\n\r\n" STORY (1)
    "\r\n--x\r\nContent-Type: text/plain; name=\"=?utf-8?Q?b=C3=BCro.txt?=\"\r\nContent-Disposition: attachment\r\n\r\n" STORY (2)
    "\r\n--x\r\nContent-Type: image/jpeg; name=logo.jpg\r\n\r\nxx"
    "\r\n--x\r\nContent-Type: application/pkcs7-signature; name=smime.p7s\r\n\r\nxx"
    "\r\n--x\r\nContent-Type: message/rfc822\r\n\r\n" HEAD "Subject: Bridge 3 over the River Opens\r\n" PLAIN "\r\n" WRAPPED
    "\r\n--x\r\nContent-Type: application/msword; name=scan.doc\r\n\r\n\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more of it"
    "\r\n--x--\r\n";
  g_autoptr(Reading) reading = reading_new_for_bytes ("a.eml", mail, sizeof mail - 1);

  g_assert_no_error (reading->error);
  g_assert_true (g_str_has_prefix (reading->lines->str,
                                   "Мост.txt: Bridge 1 over the River Opens\n"
                                   "büro.txt: Bridge 2 over the River Opens\n"
                                   "Bridge 3 over the River Opens: Bridge 3 over the River Opens\n"
                                   "scan.doc! "));
  g_assert_cmpuint (reading->documents->len, ==, 3);
}

static void
test_page (void)
{
  static const char *const mails[] = {
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://river.example/bridge\r\n"
    "Subject: Bridge Opens\r\nDate: Wed, 9 Jun 2021 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
    "Content-Type: multipart/related; type=\"text/html\"; boundary=\"x\"\r\n\r\n\r\n"
    "--x\r\nContent-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\nContent-Transfer-Encoding: quoted-printable\r\n"
    "Content-Location: https://river.example/bridge\r\n\r\n" HTML
    "\r\n--x\r\nContent-Type: text/html\r\nContent-Location: https://ads.example/1\r\n\r\n<p>Buy a boat today.</p>"
    "\r\n--x\r\nContent-Type: text/css\r\nContent-Location: cid:css-1@mhtml.blink\r\n\r\np { }"
    "\r\n--x--\r\n",
    "From: \"Saved by Windows Internet Explorer 7\"\r\nSubject: Bridge Opens\r\nDate: Wed, 9 Jun 2021 10:00:00 +0300\r\n"
    "MIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; start=\"<b@x>\"; boundary=\"x\"\r\n\r\n"
    "--x\r\nContent-Type: text/html\r\nContent-ID: <a@x>\r\n\r\n<p>Buy a boat today.</p>"
    "\r\n--x\r\nContent-Type: text/html\r\nContent-ID: <b@x>\r\nContent-Location: https://river.example/bridge\r\n\r\n" HTML
    "\r\n--x--\r\n",
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://river.example/bridge\r\nSubject: Bridge Opens\r\n"
    "MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n" HTML,
  };

  for (guint i = 0; i < G_N_ELEMENTS (mails); i++)
    {
      g_autoptr(Reading) reading = reading_new_for_file ("a.mhtml", mails[i], strlen (mails[i]));
      TlDocument *document;

      g_assert_no_error (reading->error);
      g_assert_cmpuint (reading->documents->len, ==, 1);
      document = reading_get (reading, 0);
      g_assert_cmpstr (tl_document_get_title (document), ==, "Bridge Opens");
      g_assert_cmpstr (tl_document_get_url (document), ==, "https://river.example/bridge");
      g_assert_null (strstr (tl_document_get_text (document), "boat"));
      g_assert_nonnull (strstr (tl_document_get_text (document), FIRST));
      /* The day of saving is none of publication. */
      g_assert_null (tl_document_get_published (document));
    }
}

static void
test_without_text (void)
{
  static const struct
  {
    const char *mail;
    int         code;
  } bad[] = {
    { HEAD "Subject: nothing\r\n\r\n", TL_DOCUMENT_ERROR_EMPTY },
    { HEAD "Subject: nothing\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x--\r\n", TL_DOCUMENT_ERROR_EMPTY },
    { HEAD "Content-Type: multipart/encrypted; boundary=x\r\n\r\n--x\r\n\r\nxx\r\n--x--\r\n", TL_DOCUMENT_ERROR_ENCRYPTED },
    { HEAD "Content-Type: application/pkcs7-mime; name=smime.p7m\r\n\r\nxx\r\n", TL_DOCUMENT_ERROR_ENCRYPTED },
    { HEAD, TL_DOCUMENT_ERROR_EMPTY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(Reading) reading = reading_new_for_bytes ("a.eml", bad[i].mail, strlen (bad[i].mail));

      g_assert_error (reading->error, TL_DOCUMENT_ERROR, bad[i].code);
    }
}

static void
test_many_parts (void)
{
  g_autoptr(GString) mail = g_string_new (HEAD "Subject: Bridge\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
                                          "--x\r\n\r\n" WRAPPED);
  g_autoptr(Reading) reading = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (mail, "\r\n--x\r\nContent-Type: application/pdf\r\n\r\n");
  reading = reading_new_for_bytes ("a.eml", mail->str, mail->len);
  g_assert_no_error (reading->error);
  g_assert_cmpuint (reading->documents->len, ==, 1);
}

static void
test_deep (void)
{
  g_autoptr(GString) parts = g_string_new (HEAD "Subject: Bridge\r\n");
  g_autoptr(GString) mails = g_string_new (NULL);
  g_autoptr(Reading) of_parts = NULL;
  g_autoptr(Reading) of_mails = NULL;

  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (parts, "Content-Type: multipart/mixed; boundary=x%u\r\n\r\n--x%u\r\n", i, i);
  g_string_append (parts, PLAIN "\r\n" WRAPPED);
  of_parts = reading_new_for_bytes ("a.eml", parts->str, parts->len);
  g_assert_cmpuint (of_parts->documents->len, ==, 0);

  for (guint i = 0; i < 20; i++)
    g_string_append (mails, HEAD "Content-Type: message/rfc822\r\n\r\n");
  g_string_append (mails, HEAD PLAIN "\r\n" WRAPPED);
  of_mails = reading_new_for_bytes ("a.eml", mails->str, mails->len);
  g_assert_cmpuint (of_mails->documents->len, ==, 0);
  g_assert_nonnull (strstr (of_mails->lines->str, "! It lies too deep"));
}

static void
test_broken (void)
{
  for (guint i = 3; i < 7; i++)
    reading_survives ("a.eml", cases[i].mail, strlen (cases[i].mail), 60);
  reading_survives ("a.eml", cases[10].mail, strlen (cases[10].mail), 100);
}

static void
test_threads (void)
{
  reading_in_threads ("a.eml", cases[3].mail, strlen (cases[3].mail), "-: Bridge Opens over River\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mail-reader/threads", test_threads);
  g_test_add_func ("/mail-reader/cases", test_cases);
  g_test_add_func ("/mail-reader/page-passed-on", test_page_passed_on);
  g_test_add_func ("/mail-reader/attached", test_attached);
  g_test_add_func ("/mail-reader/page", test_page);
  g_test_add_func ("/mail-reader/without-text", test_without_text);
  g_test_add_func ("/mail-reader/many-parts", test_many_parts);
  g_test_add_func ("/mail-reader/deep", test_deep);
  g_test_add_func ("/mail-reader/broken", test_broken);
  return g_test_run ();
}
