/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names in bylines of many languages, and what stands there besides. */

#include "tl-page-names.h"

static const char *const sites[] = { "The Harbour Courier", "harbourcourier", NULL };

typedef struct
{
  const char *byline;
  const char *people;           /* apart by "; " */
  const char *bodies;
} Case;

static const Case cases[] = {
  { "By Anna Berg", "Anna Berg", "" },
  { "BY ANNA BERG", "ANNA BERG", "" },
  { "Anna Berg and Jan Novák", "Anna Berg; Jan Novák", "" },
  { "By Anna Berg, Jan Novák & Li Wei", "Anna Berg; Jan Novák; Li Wei", "" },
  { "Anna Berg\tSenior Correspondent", "Anna Berg", "" },
  { "Anna Berg Senior Correspondent", "Anna Berg", "" },
  { "Special correspondent Anna Berg", "Anna Berg", "" },
  { "By Anna Berg | 9 June 2021", "Anna Berg", "" },
  { "By Anna Berg, The Harbour Courier", "Anna Berg", "" },
  { "Anna Berg (Reuters)", "Anna Berg", "" },
  { "Anna Berg in Vienna", "Anna Berg", "" },
  { "By Anna Berg in Vienna and agencies", "Anna Berg", "" },
  { "Anna Berg à Lyon", "Anna Berg", "" },
  { "Trade grew in Vienna", "", "" },
  { "Anna Berg in the harbour of Vienna", "", "" },
  { "Author: Anna de la Cruz", "Anna de la Cruz", "" },
  { "Por María Ortega y Gasset", "María Ortega y Gasset", "" },
  { "Por María Ortega y Luis Prado", "María Ortega; Luis Prado", "" },
  { "Von Hans Müller und Eva Kraus", "Hans Müller; Eva Kraus", "" },
  { "Von Trier", "", "" },
  { "Af Ritfinans", "", "" },
  { "Baltijos laivų tarnyba", "", "" },
  { "KÖŞE YAZARLARI", "", "" },
  { "ავტორი ნინო მაისურაძე", "ნინო მაისურაძე", "" },
  { "كتبت ليلى حداد – سامي منصور", "ليلى حداد; سامي منصور", "" },
  { "كتبت ليلى حداد – القاهرة", "ليلى حداد", "" },
  { "By Anna Berg – Northern Star", "Anna Berg", "" },
  { "By Anna Berg / Jan Novák", "Anna Berg; Jan Novák", "" },
  { "سامي حداد، ليلى منصور", "سامي حداد; ليلى منصور", "" },
  { "Par Luc d'Aubigny", "Luc d'Aubigny", "" },
  { "Автор: Ирина Соколова", "Ирина Соколова", "" },
  { "Текст: Ирина Соколова, фото Пётр Ким", "Ирина Соколова", "" },
  { "Корреспондент Ирина Соколова", "Ирина Соколова", "" },
  { "作者：王小明", "王小明", "" },
  { "김민수 기자", "김민수", "" },
  { "کاتب", "", "" },
  { "بقلم: سامي حداد", "سامي حداد", "" },
  { "نوشته: رضا کریمی", "رضا کریمی", "" },
  { "Reuters", "", "Reuters" },
  { "By Reuters Staff", "", "Reuters" },
  { "Northern News Agency", "", "" },
  { "Northern Press Agency", "", "Northern Press Agency" },
  { "admin", "", "" },
  { "Admin", "", "" },
  { "Staff Reporter", "", "" },
  { "Express Web Desk", "", "" },
  { "Press Trust of Norland", "", "Press Trust of Norland" },
  { "By Anna of Norland", "", "" },
  { "The Harbour Courier", "", "" },
  { "Harbour Courier", "", "" },
  { "harbourcourier", "", "" },
  { "Follow Us", "", "" },
  { "5 comments", "", "" },
  { "Photo: Anna Berg", "", "" },
  { "https://www.facebook.com/harbour.courier", "", "" },
  { "@annaberg", "", "" },
  { "anna.berg@courier.example", "", "" },
  { "By clicking here you agree to the terms", "", "" },
  { "Monday 9 June 2021", "", "" },
  { "Anna Berg Political Correspondent", "Anna Berg", "" },
  { "By Anna Berg on 9 June 2021", "Anna Berg", "" },
  { "By Anna Berg June 9, 2021", "Anna Berg", "" },
  { "By Anna Berg anna.berg@courier.example", "Anna Berg", "" },
  { "A. Berić nedelja, 09.06.2021.", "A. Berić", "" },
  { "STORY BY ANNA BERG, PHOTOS BY JAN NOVAK", "ANNA BERG", "" },
  { "Text: Anna Berg Foto: Jan Novák", "Anna Berg", "" },
  { "Edited by: Anna Berg", "", "" },
  { "记者 沈砚舟 罗映溪", "沈砚舟; 罗映溪", "" },
  { "作者：李华 王小明", "李华; 王小明", "" },
  { "山田 太郎", "山田 太郎", "" },
  { "홍길동·김영희 기자", "홍길동; 김영희", "" },
  { "Kontributor Bandung, Siti Rahma", "Siti Rahma", "" },
  { "Our Correspondent", "", "" },
  { "Von unserer Korrespondentin Eva Kraus", "Eva Kraus", "" },
  { "João da Silva, da Folha", "João da Silva", "" },
  { "Siti Rahma, CNBD Indonesia", "Siti Rahma", "" },
  { "経済部 山田太郎", "山田太郎", "" },
  { "记者李华 通讯员王小明", "李华; 王小明", "" },
  { "Key Points", "", "" },
  { "", "", "" },
};

static char *
join (GPtrArray *names)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? "; " : "", (const char *) g_ptr_array_index (names, i));
  return g_string_free (joined, FALSE);
}

static void
test_bylines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(TlPageNames) names = { NULL };
      g_autofree char *people = NULL;
      g_autofree char *bodies = NULL;

      tl_page_names_init (&names);
      tl_page_names_read (&names, cases[i].byline, sites);
      people = join (names.people);
      bodies = join (names.bodies);
      if (g_strcmp0 (people, cases[i].people) != 0 || g_strcmp0 (bodies, cases[i].bodies) != 0)
        g_error ("“%s” names [%s] and [%s] instead of [%s] and [%s]", cases[i].byline, people, bodies,
                 cases[i].people, cases[i].bodies);
    }
}

/* Metadata have nothing before a name. */
static void
test_told (void)
{
  g_auto(TlPageNames) names = { NULL };
  g_autofree char *people = NULL;

  tl_page_names_init (&names);
  names.is_told = TRUE;
  tl_page_names_read (&names, "Von Trier", sites);
  people = join (names.people);
  g_assert_cmpstr (people, ==, "Von Trier");
}

static void
test_office (void)
{
  g_auto(TlPageNames) names = { NULL };

  tl_page_names_init (&names);
  tl_page_names_add_body (&names, "Northern News Service", sites);
  g_assert_cmpuint (names.bodies->len, ==, 0);
  tl_page_names_add_body (&names, "Northern Trade Council", sites);
  g_assert_cmpuint (names.bodies->len, ==, 1);
}

static void
test_bounds (void)
{
  g_autoptr(GString) byline = g_string_new ("By ");
  g_auto(TlPageNames) names = { NULL };

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (byline, "Anna B%c%c, ", 'a' + i % 26, 'a' + i / 26 % 26);
  tl_page_names_init (&names);
  tl_page_names_read (&names, byline->str, sites);
  g_assert_cmpuint (names.people->len, <=, 100);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-names/bylines", test_bylines);
  g_test_add_func ("/page-names/told", test_told);
  g_test_add_func ("/page-names/office", test_office);
  g_test_add_func ("/page-names/bounds", test_bounds);
  return g_test_run ();
}
