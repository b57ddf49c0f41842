/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What readers of files that hold other files rely on. */

#include "tl-delivery.h"

#include "zip-maker.h"

#include <string.h>

/* With its headline, and long enough to have one. */
#define STORY                                                                      \
  "Bridge over the River Opens\n\n"                                                \
  "The bridge over the river was opened on Monday, and many people came to see "   \
  "it. The first to cross it was a baker from the other side, who had waited.\n\n" \
  "It took four years to build, two more than the town had hoped for.\n"

/* The same without one. */
#define UNTITLED (STORY + sizeof "Bridge over the River Opens\n\n" - 1)

typedef struct
{
  GPtrArray *lines;             /* "part: title" or "part! reason" */
  guint      wanted;
} Heard;

static gboolean
hear_cb (const TlDocumentNews *news,
         gpointer              user_data)
{
  Heard *heard = user_data;
  const char *part = news->part != NULL ? news->part : "-";

  g_assert_true ((news->document == NULL) != (news->failure == NULL));
  if (news->document != NULL)
    g_ptr_array_add (heard->lines, g_strdup_printf ("%s: %s", part, tl_document_get_title (news->document)));
  else
    g_ptr_array_add (heard->lines, g_strdup_printf ("%s! %d", part, news->failure->code));
  return heard->lines->len < heard->wanted;
}

static TlPart
make_part (const char *name,
           const char *text)
{
  return (TlPart) { .data = (const guint8 *) text, .length = strlen (text), .fd = -1, .name = name };
}

static char *
dup_heard (Heard *heard)
{
  g_ptr_array_add (heard->lines, NULL);
  return g_strjoinv ("\n", (char **) heard->lines->pdata);
}

static void
test_parts (void)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  Heard heard = { lines, G_MAXUINT };
  g_autoptr(TlDelivery) delivery = tl_delivery_new ("a.zip", NULL, NULL, hear_cb, &heard);
  g_autoptr(GError) error = NULL;
  g_autofree char *all = NULL;
  TlPart good = make_part ("good.txt", STORY);
  TlPart empty = make_part ("empty.txt", "");
  TlPart picture = make_part ("picture.txt", "\x89PNG\r\n\x1a\n");

  g_assert_true (tl_delivery_read (delivery, &good, &error));
  g_assert_true (tl_delivery_read (delivery, &empty, &error));
  g_assert_true (tl_delivery_read (delivery, &picture, &error));
  g_assert_true (tl_delivery_read (delivery, &good, &error));
  g_assert_no_error (error);
  all = dup_heard (&heard);
  g_assert_cmpstr (all, ==, "good.txt: Bridge over the River Opens\nempty.txt! 0\npicture.txt! 2\ngood.txt: Bridge over the River Opens");
}

static void
test_facts (void)
{
  g_auto(TlDocumentFields) facts = { NULL };
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  Heard heard = { lines, G_MAXUINT };
  g_autoptr(TlDelivery) delivery = tl_delivery_new ("a.eml", NULL, NULL, hear_cb, &heard);
  g_autoptr(GError) error = NULL;
  g_autofree char *all = NULL;
  TlPart untitled = make_part (NULL, UNTITLED);
  TlPart titled = make_part (NULL, STORY);

  tl_document_fields_set (&facts, TL_FACT_TITLE, "From outside", TL_PROVENANCE_HEADER);
  untitled.facts = &facts;
  titled.facts = &facts;
  g_assert_true (tl_delivery_run (delivery, &untitled, &error));
  g_assert_true (tl_delivery_run (delivery, &titled, &error));
  g_assert_no_error (error);
  all = dup_heard (&heard);
  g_assert_cmpstr (all, ==, "-: From outside\n-: Bridge over the River Opens");
}

static void
test_stopped (void)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  Heard heard = { lines, 1 };
  g_autoptr(TlDelivery) delivery = tl_delivery_new ("a.zip", NULL, NULL, hear_cb, &heard);
  g_autoptr(GError) error = NULL;
  TlPart part = make_part ("one.txt", STORY);

  g_assert_false (tl_delivery_read (delivery, &part, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (tl_delivery_read (delivery, &part, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (lines->len, ==, 1);
}

static void
test_unpacked (void)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  Heard heard = { lines, G_MAXUINT };
  g_autoptr(TlDelivery) delivery = tl_delivery_new ("a.zip", NULL, NULL, hear_cb, &heard);
  g_autoptr(GError) error = NULL;

  g_assert_true (tl_delivery_spend (delivery, TL_DELIVERY_MAX_BYTES, &error));
  g_assert_false (tl_delivery_spend (delivery, 1, &error));
  g_assert_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_TOO_LARGE);
}

/* ---- what is read otherwise ---- */

static gboolean
wants (const char   *name,
       const guint8 *data G_GNUC_UNUSED,
       gsize         length G_GNUC_UNUSED)
{
  return g_str_has_suffix (name, ".csv");
}

static gboolean
take (const char    *name,
      const char    *part,
      double         progress G_GNUC_UNUSED,
      GInputStream  *stream,
      gpointer       user_data,
      GError       **error)
{
  Heard *heard = user_data;
  char bytes[64];
  gsize n;

  if (!g_input_stream_read_all (stream, bytes, sizeof bytes, &n, NULL, error))
    return FALSE;
  g_ptr_array_add (heard->lines, g_strdup_printf ("%s (%s): %.*s", part, name, (int) n, bytes));
  return TRUE;
}

/* One that grows beyond all bounds is told, and the others are read. */
static void
test_claimed (void)
{
  static const TlClaim claim = { wants, take, 10 };
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  Heard heard = { lines, G_MAXUINT };
  g_autoptr(TlDelivery) delivery = tl_delivery_new ("a.zip", NULL, NULL, hear_cb, &heard);
  ZipMaker *maker = zip_maker_new (NULL);
  g_autoptr(GBytes) zip = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *all = NULL;
  TlPart part = make_part ("a.zip", "");

  zip_maker_add (maker, "a.csv", "1,2,3", -1);
  zip_maker_add (maker, "bomb.csv", "1,2,3,4,5,6", -1);
  zip_maker_add (maker, "good.txt", STORY, -1);
  zip_maker_add (maker, "b.csv", "4,5,6", -1);
  zip = zip_maker_finish (maker);
  part.data = g_bytes_get_data (zip, &part.length);
  tl_delivery_set_claim (delivery, &claim);
  g_assert_true (tl_delivery_run (delivery, &part, &error));
  g_assert_no_error (error);
  all = dup_heard (&heard);
  g_assert_cmpstr (all, ==, "a.csv (a.csv): 1,2,3\nbomb.csv! 1\ngood.txt: Bridge over the River Opens\n"
                            "b.csv (b.csv): 4,5,6");
}

static void
test_cancelled (void)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Heard heard = { lines, G_MAXUINT };
  g_autoptr(TlDelivery) delivery = tl_delivery_new ("a.zip", NULL, cancellable, hear_cb, &heard);
  g_autoptr(GError) error = NULL;
  TlPart part = make_part ("one.txt", STORY);

  g_cancellable_cancel (cancellable);
  g_assert_false (tl_delivery_read (delivery, &part, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (lines->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/delivery/parts", test_parts);
  g_test_add_func ("/delivery/facts", test_facts);
  g_test_add_func ("/delivery/stopped", test_stopped);
  g_test_add_func ("/delivery/unpacked", test_unpacked);
  g_test_add_func ("/delivery/claimed", test_claimed);
  g_test_add_func ("/delivery/cancelled", test_cancelled);
  return g_test_run ();
}
