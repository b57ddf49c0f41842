/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables of official figures, made for these tests after their publishers' headers. */

#include "tl-official-reader.h"

#include <math.h>
#include <string.h>

#include "tl-country-code.h"
#include "tl-csv-reader.h"

#define COMTRADE \
  "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,flowCode,flowDesc," \
  "partnerCode,partnerISO,partnerDesc,partner2Code,cmdCode,cmdDesc,customsCode,motCode,cifvalue,fobvalue,primaryValue\n"

#define COMTRADE_OLD \
  "Classification,Year,Period,Period Desc.,Aggregate Level,Is Leaf Code,Trade Flow Code,Trade Flow," \
  "Reporter Code,Reporter,Reporter ISO,Partner Code,Partner,Partner ISO,Commodity Code,Commodity,Trade Value (US$),Flag\n"

#define DOTS \
  "Country Name,Country Code,Counterpart Country Name,Counterpart Country Code,Time Period," \
  "\"Goods, Value of Exports, Free on board (FOB), US Dollars (TXG_FOB_USD)\"," \
  "\"Goods, Value of Imports, Cost, Insurance, Freight (CIF), US Dollars (TMG_CIF_USD)\"\n"

#define DOTS_MILLIONS \
  "Country Name,Country Code,Counterpart Country Name,Counterpart Country Code,Time Period," \
  "\"Goods, Value of Exports, Free on board (FOB), US Dollars, Millions (TXG_FOB_USD)\"\n"

#define DOTS_WIDE \
  "Country Name,Country Code,Indicator Name,Indicator Code,Counterpart Country Name," \
  "Counterpart Country Code,Attribute,2014,2015,2015Q1,2015M1,\n"

/* @expected: "reporter-partner flow year=value", in order */
typedef struct
{
  const char *name;
  const char *table;
  const char *expected;
} Case;

static const Case cases[] = {
  { "comtrade",
    COMTRADE
    "C,A,20160101,2016,52,2016,604,PER,Peru,X,Export,578,NOR,Norway,0,TOTAL,All,C00,0,,7.5,7.5,\n"
    "C,A,20160101,2016,52,2016,604,PER,Peru,M,Import,578,NOR,Norway,0,TOTAL,All,C00,0,4,,4,\n",
    "PE-NO X 2016=7.5; PE-NO M 2016=4" },
  { "comtrade/only-totals-of-one-country",
    COMTRADE
    "C,A,20160101,2016,52,2016,604,PER,Peru,X,Export,0,W00,World,0,TOTAL,All,C00,0,,,900\n"
    "C,A,20160101,2016,52,2016,604,PER,Peru,X,Export,578,NOR,Norway,0,03,Fish,C00,0,,,800\n"
    "C,A,20160101,2016,52,2016,604,PER,Peru,X,Export,578,NOR,Norway,251,TOTAL,All,C00,0,,,700\n"
    "C,A,20160101,2016,52,2016,604,PER,Peru,X,Export,578,NOR,Norway,0,TOTAL,All,C04,0,,,600\n"
    "C,A,20160101,2016,52,2016,604,PER,Peru,X,Export,578,NOR,Norway,0,TOTAL,All,C00,2100,,,500\n"
    "C,A,20160101,2016,52,2016,604,PER,Peru,RX,Re-export,578,NOR,Norway,0,TOTAL,All,C00,0,,,400\n"
    "C,A,20160101,2016,52,2016,604,PER,Peru,X,Export,578,NOR,Norway,0,TOTAL,All,C00,0,,,300\n"
    "C,A,20160101,2016,52,2016,604,PER,Peru,X,Export,578,NOR,Norway,0,TOTAL,All,C00,0,,,301\n",
    "PE-NO X 2016=300" },
  { "comtrade/codes-of-statistics",
    COMTRADE
    "C,A,20160101,2016,52,2016,842,USA,USA,M,Import,490,S19,Other Asia,0,TOTAL,All,C00,0,,,20\n",
    "US-TW M 2016=20" },
  { "comtrade/in-latin-1",
    COMTRADE
    "C,A,20160101,2016,52,2016,384,CIV,C\xF4te d'Ivoire,X,Export,578,NOR,Norway,0,TOTAL,All,C00,0,,,5\n",
    "CI-NO X 2016=5" },
  { "comtrade/twelve-months-are-a-year",
    COMTRADE
    "C,M,1,2016,1,201601,604,PER,Peru,X,Export,578,NOR,Norway,0,TOTAL,All,C00,0,,,1\n"
    "C,M,1,2016,2,201602,604,PER,Peru,X,Export,578,NOR,Norway,0,TOTAL,All,C00,0,,,2\n"
    "C,M,1,2016,3,201603,604,PER,Peru,X,Export,578,NOR,Norway,0,TOTAL,All,C00,0,,,3\n"
    "C,M,1,2016,4,201604,604,PER,Peru,X,Export,578,NOR,Norway,0,TOTAL,All,C00,0,,,4\n"
    "C,M,1,2016,5,201605,604,PER,Peru,X,Export,578,NOR,Norway,0,TOTAL,All,C00,0,,,5\n"
    "C,M,1,2016,6,201606,604,PER,Peru,X,Export,578,NOR,Norway,0,TOTAL,All,C00,0,,,6\n"
    "C,M,1,2016,7,201607,604,PER,Peru,X,Export,578,NOR,Norway,0,TOTAL,All,C00,0,,,7\n"
    "C,M,1,2016,8,201608,604,PER,Peru,X,Export,578,NOR,Norway,0,TOTAL,All,C00,0,,,8\n"
    "C,M,1,2016,9,201609,604,PER,Peru,X,Export,578,NOR,Norway,0,TOTAL,All,C00,0,,,9\n"
    "C,M,1,2016,10,201610,604,PER,Peru,X,Export,578,NOR,Norway,0,TOTAL,All,C00,0,,,10\n"
    "C,M,1,2016,11,201611,604,PER,Peru,X,Export,578,NOR,Norway,0,TOTAL,All,C00,0,,,11\n"
    "C,M,1,2016,12,201612,604,PER,Peru,X,Export,578,NOR,Norway,0,TOTAL,All,C00,0,,,12\n"
    "C,M,1,2017,1,201701,604,PER,Peru,X,Export,578,NOR,Norway,0,TOTAL,All,C00,0,,,99\n",
    "PE-NO X 2016=78" },
  { "comtrade/years-beside-months",
    COMTRADE
    "C,M,1,2016,1,201601,604,PER,Peru,X,Export,578,NOR,Norway,0,TOTAL,All,C00,0,,,1\n"
    "C,A,1,2016,52,2016,604,PER,Peru,X,Export,578,NOR,Norway,0,TOTAL,All,C00,0,,,70\n",
    "PE-NO X 2016=70" },
  { "comtrade/re-exports-and-re-imports",
    COMTRADE
    "C,A,1,2016,52,2016,604,PER,Peru,RX,Re-export,578,NOR,Norway,0,TOTAL,All,C00,0,,,400\n"
    "C,A,1,2016,52,2016,604,PER,Peru,RM,Re-import,578,NOR,Norway,0,TOTAL,All,C00,0,,,300\n"
    "C,A,1,2016,52,2016,604,PER,Peru,DX,Domestic export,578,NOR,Norway,0,TOTAL,All,C00,0,,,200\n"
    "C,A,1,2016,52,2016,604,PER,Peru,M,Import,578,NOR,Norway,0,TOTAL,All,C00,0,,,50\n",
    "PE-NO M 2016=50" },
  { "comtrade/month-52-and-99",
    COMTRADE
    "C,A,20160101,2016,52,2016,604,PER,Peru,X,Export,578,NOR,Norway,0,TOTAL,All,C00,0,,,7\n"
    "C,A,20170101,2017,99,2017,604,PER,Peru,X,Export,578,NOR,Norway,0,TOTAL,All,C00,0,,,8\n"
    "C,A,20180101,2018,52,201852,604,PER,Peru,X,Export,578,NOR,Norway,0,TOTAL,All,C00,0,,,9\n",
    "PE-NO X 2016=7; PE-NO X 2017=8; PE-NO X 2018=9" },
  { "comtrade/aggregates-of-goods",
    "typeCode,period,reporterISO,flowCode,partnerISO,partner2Code,classificationCode,isOriginalClassification,"
    "cmdCode,aggrLevel,isLeaf,customsCode,motCode,primaryValue,isReported,isAggregate\n"
    "C,2016,PER,X,NOR,0,H4,True,03,2,False,C00,0,5,False,True\n"
    "C,2016,PER,X,NOR,0,H4,True,0303,4,False,C00,0,5,False,True\n"
    "C,2016,PER,X,NOR,0,H4,True,030310,6,True,C00,0,5,True,False\n"
    "C,2016,PER,X,NOR,0,H4,True,AG2,2,False,C00,0,5,False,True\n"
    "C,2016,PER,X,NOR,0,H4,True,TOTAL,0,False,C00,0,12,False,True\n"
    "C,2016,PER,X,NOR,0,S4,False,TOTAL,0,False,C00,0,12.5,False,True\n"
    "C,2016,PER,X,NOR,0,B5,False,TOTAL,0,False,C00,0,13,True,False\n",
    "PE-NO X 2016=12" },
  { "comtrade/by-one-way-only",
    COMTRADE
    "C,A,1,2016,52,2016,604,PER,Peru,X,Export,578,NOR,Norway,579,TOTAL,All,C00,0,,,1\n"
    "C,A,1,2016,52,2016,604,PER,Peru,X,Export,578,NOR,Norway,0,TOTAL,All,C05,0,,,2\n"
    "C,A,1,2016,52,2016,604,PER,Peru,X,Export,578,NOR,Norway,0,TOTAL,All,C00,3200,,,3\n"
    "C,A,1,2016,52,2016,604,PER,Peru,X,Export,578,NOR,Norway,0,TOTAL,All,C00,0,,,6\n",
    "PE-NO X 2016=6" },
  { "comtrade/a-month-twice",
    COMTRADE
    "C,M,1,2016,1,201601,604,PER,Peru,X,Export,578,NOR,Norway,0,TOTAL,All,C00,0,,,1\n"
    "C,M,1,2016,1,201601,604,PER,Peru,X,Export,578,NOR,Norway,0,TOTAL,All,C00,0,,,1\n"
    "C,M,1,2016,2,201602,604,PER,Peru,X,Export,578,NOR,Norway,0,TOTAL,All,C00,0,,,1\n"
    "C,M,1,2016,3,201603,604,PER,Peru,X,Export,578,NOR,Norway,0,TOTAL,All,C00,0,,,1\n"
    "C,M,1,2016,4,201604,604,PER,Peru,X,Export,578,NOR,Norway,0,TOTAL,All,C00,0,,,1\n"
    "C,M,1,2016,5,201605,604,PER,Peru,X,Export,578,NOR,Norway,0,TOTAL,All,C00,0,,,1\n"
    "C,M,1,2016,6,201606,604,PER,Peru,X,Export,578,NOR,Norway,0,TOTAL,All,C00,0,,,1\n"
    "C,M,1,2016,7,201607,604,PER,Peru,X,Export,578,NOR,Norway,0,TOTAL,All,C00,0,,,1\n"
    "C,M,1,2016,8,201608,604,PER,Peru,X,Export,578,NOR,Norway,0,TOTAL,All,C00,0,,,1\n"
    "C,M,1,2016,9,201609,604,PER,Peru,X,Export,578,NOR,Norway,0,03,Fish,C00,0,,,1\n"
    "C,M,1,2016,9,201609,604,PER,Peru,X,Export,578,NOR,Norway,0,TOTAL,All,C00,0,,,1\n"
    "C,M,1,2016,10,201610,604,PER,Peru,X,Export,578,NOR,Norway,0,TOTAL,All,C00,0,,,1\n"
    "C,M,1,2016,11,201611,604,PER,Peru,X,Export,578,NOR,Norway,0,TOTAL,All,C00,0,,,1\n"
    "C,M,1,2016,12,201612,604,PER,Peru,X,Export,578,NOR,Norway,0,TOTAL,All,C00,0,,,1\n",
    "PE-NO X 2016=12" },
  { "comtrade/old-with-customs-and-transport",
    "Classification,Year,Period,Aggregate Level,Trade Flow Code,Trade Flow,Reporter ISO,Partner ISO,"
    "2nd Partner Code,Customs Proc. Code,Mode of Transport Code,Commodity Code,Trade Value (US$),"
    "CIF Trade Value (US$),FOB Trade Value (US$)\n"
    "HS,2014,2014,0,2,Export,NOR,PER,0,C00,0,TOTAL,10,,10\nHS,2014,2014,0,2,Export,NOR,PER,156,C00,0,TOTAL,9,,9\n"
    "HS,2014,2014,0,2,Export,NOR,PER,0,C01,0,TOTAL,8,,8\nHS,2014,2014,0,2,Export,NOR,PER,0,C00,2100,TOTAL,7,,7\n"
    "HS,2014,2014,0,3,Re-Export,NOR,PER,0,C00,0,TOTAL,6,,6\nHS,2014,2014,0,4,Re-Import,NOR,PER,0,C00,0,TOTAL,5,,5\n",
    "NO-PE X 2014=10" },
  { "comtrade/old",
    COMTRADE_OLD
    "HS,2014,2014,2014,0,0,1,Import,578,Norway,NOR,604,Peru,PER,TOTAL,All Commodities,1234567,0\n"
    "HS,2014,2014,2014,0,0,2,Export,578,Norway,NOR,604,Peru,PER,TOTAL,All Commodities,7654321,0\n"
    "HS,2014,2014,2014,0,0,2,Export,578,Norway,NOR,0,World,WLD,TOTAL,All Commodities,99,0\n",
    "NO-PE X 2014=7654321; NO-PE M 2014=1234567" },
  { "baci",
    "t,i,j,k,v,q\r\n2016,604,578,030310,1.5,2\r\n2016,604,578,740311,2.25,NA\r\n2016,578,604,270900,4,1\r\n",
    "NO-PE X 2016=4000; PE-NO X 2016=3750" },
  { "dots",
    DOTS
    "\"Korea, Rep. of\",542,\"China, P.R.: Hong Kong\",532,2016,12,3\n"
    "\"Korea, Rep. of\",542,\"China, P.R.: Mainland\",924,2016,22,\n"
    "\"Korea, Rep. of\",542,Advanced Economies (IMF),110,2016,88,77\n"
    "\"Korea, Rep. of\",542,Norway,142,2015Q1,1,\n\"Korea, Rep. of\",542,Norway,142,2015Q2,2,\n"
    "\"Korea, Rep. of\",542,Norway,142,2015Q3,3,\n\"Korea, Rep. of\",542,Norway,142,2015Q4,4,\n",
    "KR-CN X 2016=22; KR-HK X 2016=12; KR-HK M 2016=3; KR-NO X 2015=10" },
  /* 156 is Canada to the IMF, and China to ISO. */
  { "dots/codes-are-not-iso", DOTS "Canada,156,Norway,142,2016,5,\n", "CA-NO X 2016=5" },
  { "dots/in-millions", DOTS_MILLIONS "Peru,293,Norway,142,2016,2.5\n", "PE-NO X 2016=2500000" },
  { "baci/goods-of-each-year-and-pair",
    "t,i,j,k,v,q\n2016,604,578,030310,1,2\n2017,604,578,030310,10,2\n2016,604,579,740311,0.5,NA\n"
    "2016,578,604,030310,3,1\n2016,604,156,030310,7,1\n",
    "NO-PE X 2016=3000; PE-CN X 2016=7000; PE-NO X 2016=1500; PE-NO X 2017=10000" },
  { "dots/wide",
    DOTS_WIDE
    "Peru,293,\"Goods, Value of Exports\",TXG_FOB_USD,Norway,142,Value,5,6,2,1,\n"
    "Peru,293,\"Goods, Value of Exports\",TXG_FOB_USD,Norway,142,Status,7,8,,,\n"
    "Peru,293,\"Goods, Value of Imports\",TMG_CIF_USD,Norway,142,Value,,9,,,\n",
    "PE-NO X 2014=5; PE-NO X 2015=6; PE-NO M 2015=9" },
  { "wits",
    "Nomenclature,ReporterISO3,ProductCode,ReporterName,PartnerISO3,PartnerName,Year,TradeFlowName,TradeFlowCode,"
    "TradeValue in 1000 USD\nHS,PER,Total Trade,Peru,NOR,Norway,2016,Export,6,40\n",
    "PE-NO X 2016=40000" },
  { "with-semicolons",
    "\xEF\xBB\xBFt;i;j;k;v;q\n2016;604;578;\"a;\"\"b\"\"\n\";3;1", "PE-NO X 2016=3000" },
};

static char *
describe (const GArray *values)
{
  g_autoptr(GString) string = g_string_new (NULL);

  for (guint i = 0; i < values->len; i++)
    {
      const TlOfficialValue *value = &g_array_index (values, TlOfficialValue, i);

      g_string_append_printf (string, "%s%s-%s %s %d=%.10g", i > 0 ? "; " : "", value->reporter,
                              value->partner, value->is_import ? "M" : "X", value->year, value->value);
    }
  return g_string_free (g_steal_pointer (&string), FALSE);
}

static void
test_table (gconstpointer data)
{
  const Case *test = data;
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_data (test->table, -1, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) values = NULL;
  g_autofree char *found = NULL;

  g_assert_cmpint (tl_official_recognize ("data.txt", test->table, strlen (test->table)), ==,
                   TL_OFFICIAL_FILE_TABLE);
  values = tl_official_read (stream, NULL, &error);
  g_assert_no_error (error);
  found = describe (values);
  g_assert_cmpstr (found, ==, test->expected);
}

/* ---- how a table is written ---- */

#define WRITTEN "t,i,j,k,v,q\n2016,604,578,\"C\xC3\xB4te\",5,1\n"

static void
assert_written (const char *name,
                const char *bytes,
                gsize       length)
{
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_data (bytes, (gssize) length, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) values = NULL;
  g_autofree char *found = NULL;

  g_test_message ("%s", name);
  g_assert_cmpint (tl_official_recognize (name, bytes, length), ==, TL_OFFICIAL_FILE_TABLE);
  values = tl_official_read (stream, NULL, &error);
  g_assert_no_error (error);
  found = describe (values);
  g_assert_cmpstr (found, ==, "PE-NO X 2016=5000");
}

static void
assert_in_charset (const char *charset,
                   const char *mark,
                   gsize       n_mark)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autoptr(GError) error = NULL;
  gsize length;
  g_autofree char *converted = g_convert (WRITTEN, -1, charset, "UTF-8", NULL, &length, &error);

  g_assert_no_error (error);
  g_byte_array_append (bytes, (const guint8 *) mark, (guint) n_mark);
  g_byte_array_append (bytes, (const guint8 *) converted, (guint) length);
  assert_written (charset, (const char *) bytes->data, bytes->len);
}

static void
test_charsets (void)
{
  assert_in_charset ("UTF-8", "", 0);
  assert_in_charset ("UTF-8", "\xEF\xBB\xBF", 3);
  assert_in_charset ("ISO-8859-1", "", 0);
  assert_in_charset ("UTF-16LE", "\xFF\xFE", 2);
  assert_in_charset ("UTF-16BE", "\xFE\xFF", 2);
  assert_in_charset ("UTF-16LE", "", 0);
  assert_in_charset ("UTF-16BE", "", 0);
}

static void
test_separators_and_lines (void)
{
  static const char *const tables[] = {
    "t;i;j;k;v;q\n2016;604;578;1;5;1\n",
    "t\ti\tj\tk\tv\tq\n2016\t604\t578\t1\t5\t1\n",
    "t,i,j,k,v,q\r\n2016,604,578,1,5,1\r\n",
    "t,i,j,k,v,q\r2016,604,578,1,5,1\r",
    "t,i,j,k,v,q\n\n2016,604,578,\"a \"\"b\"\",\n;c\",5,1",
    "\"t\",\"i\",\"j\",\"k\n(goods)\",\"v\",\"q\"\n\"2016\",\"604\",\"578\",\"1\",\"5\",\"1\"\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    assert_written (tables[i], tables[i], strlen (tables[i]));
}

static void
test_refused (void)
{
  static const struct
  {
    const char *table;
    GQuark    (*domain) (void);
    int         code;
    TlOfficialFile file;
  } tables[] = {
    { "", tl_official_error_quark, TL_OFFICIAL_ERROR_EMPTY, TL_OFFICIAL_FILE_OTHER },
    { "name,price\nfish,3\n", tl_official_error_quark, TL_OFFICIAL_ERROR_FORMAT, TL_OFFICIAL_FILE_UNKNOWN },
    { "country_code,country_name,country_iso2,country_iso3\n604,Peru,PE,PER\n", tl_official_error_quark,
      TL_OFFICIAL_ERROR_CODES, TL_OFFICIAL_FILE_CODES },
    { "code,description\n030310,Fish\n", tl_official_error_quark, TL_OFFICIAL_ERROR_CODES,
      TL_OFFICIAL_FILE_CODES },
    { "Entity,Code,Year,Exports\nPeru,PER,2016,5\n", tl_official_error_quark,
      TL_OFFICIAL_ERROR_NO_PAIRS, TL_OFFICIAL_FILE_TABLE },
    { "t,i,j,k,v,q\n", tl_official_error_quark, TL_OFFICIAL_ERROR_EMPTY, TL_OFFICIAL_FILE_TABLE },
    { "t,i,j,k,v,q\n2016,604,578,1,many,1\n20166,604,578,1,1,1\n2016,604\n2016,604,578,1,-5,1\n"
      "2016,604,578,1,1e999,1\n2016,604,604,1,5,1\n",
      tl_official_error_quark, TL_OFFICIAL_ERROR_EMPTY, TL_OFFICIAL_FILE_TABLE },
    { COMTRADE "C,A,1,2016,52,2016,604,PER,Peru,X,Export,578,NOR,Norway,0,03,Fish,C00,0,,,800\n",
      tl_official_error_quark, TL_OFFICIAL_ERROR_NO_TOTALS, TL_OFFICIAL_FILE_TABLE },
    /* "12" of a number that went on */
    { "t,i,j,k,v,q\n2016,604,578,1,5,1\n2016,578,604,1,12", tl_official_error_quark,
      TL_OFFICIAL_ERROR_CUT_OFF, TL_OFFICIAL_FILE_TABLE },
    { "t,i,j,k,v,q\n2016,604,578,1,5,\"1", tl_official_error_quark, TL_OFFICIAL_ERROR_CUT_OFF,
      TL_OFFICIAL_FILE_TABLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      const char *table = tables[i].table;
      g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_data (table, -1, NULL);
      g_autoptr(GError) error = NULL;

      g_assert_cmpint (tl_official_recognize ("data.csv", table, strlen (table)), ==, tables[i].file);
      g_assert_null (tl_official_read (stream, NULL, &error));
      g_assert_error (error, tables[i].domain (), tables[i].code);
    }
}

static void
test_articles_are_no_tables (void)
{
  static const char *const texts[] = {
    "Norway, Peru and a year of fish\n\nTrade grew.\n",
    "t\n",
    "Country Name, as they say, is a name\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpint (tl_official_recognize (NULL, texts[i], strlen (texts[i])), ==, TL_OFFICIAL_FILE_OTHER);
  g_assert_cmpint (tl_official_recognize (NULL, "t,i\0j,k,v,w,x\n", 14), ==, TL_OFFICIAL_FILE_OTHER);
  g_assert_cmpint (tl_official_recognize ("a.csv", NULL, 0), ==, TL_OFFICIAL_FILE_OTHER);
  /* A list of codes is one by its name, too. */
  g_assert_cmpint (tl_official_recognize ("a.txt", "country_code,country_name,iso2,iso3\n", 36), ==,
                   TL_OFFICIAL_FILE_OTHER);
  /* A text that somebody calls a table. */
  g_assert_cmpint (tl_official_recognize ("a.csv", "Trade Grew\n\nIt grew, in a year.\n", 32), ==,
                   TL_OFFICIAL_FILE_OTHER);
}

static void
test_too_long_a_row (void)
{
  g_autoptr(GString) table = g_string_new ("t,i,j,k,v,q\n2016,604,578,\"");
  g_autoptr(GInputStream) stream = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 300000; i++)
    g_string_append (table, "abcdefgh");
  stream = g_memory_input_stream_new_from_data (table->str, table->len, NULL);
  g_assert_null (tl_official_read (stream, NULL, &error));
  g_assert_error (error, TL_CSV_ERROR, TL_CSV_ERROR_ROW);
}

static void
test_zeros (void)
{
  static const char table[] = "t,i,j,k,v,q\n2016,604,578,\0,5,1\n";
  g_autoptr(GInputStream) stream =
    g_memory_input_stream_new_from_data (table, sizeof table - 1, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (tl_official_read (stream, NULL, &error));
  g_assert_error (error, TL_CSV_ERROR, TL_CSV_ERROR_BINARY);
}

static void
test_cancelled (void)
{
  g_autoptr(GInputStream) stream =
    g_memory_input_stream_new_from_data ("t,i,j,k,v,q\n2016,604,578,1,5,1\n", -1, NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (tl_official_read (stream, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* ---- a table without an end ---- */

#define ENDLESS_TYPE (endless_get_type ())
G_DECLARE_FINAL_TYPE (Endless, endless, TEST, ENDLESS, GInputStream)

struct _Endless
{
  GInputStream  parent_instance;

  GCancellable *cancellable;
  guint         n_reads;
  guint         n_wanted;       /* then it is cancelled */
};

G_DEFINE_FINAL_TYPE (Endless, endless, G_TYPE_INPUT_STREAM)

static gssize
endless_read (GInputStream  *stream,
              void          *buffer,
              gsize          count,
              GCancellable  *cancellable G_GNUC_UNUSED,
              GError       **error G_GNUC_UNUSED)
{
  static const char header[] = "t,i,j,k,v,q\n", row[] = "2016,604,578,1,5,1\n";
  Endless *self = TEST_ENDLESS (stream);
  gsize n = 0;

  if (self->n_reads++ == 0)
    {
      g_assert_cmpuint (count, >=, sizeof header - 1);
      memcpy (buffer, header, sizeof header - 1);
      return sizeof header - 1;
    }
  if (self->n_reads == self->n_wanted)
    g_cancellable_cancel (self->cancellable);
  for (; n + sizeof row - 1 <= count; n += sizeof row - 1)
    memcpy ((char *) buffer + n, row, sizeof row - 1);
  return (gssize) n;
}

static void
endless_class_init (EndlessClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = endless_read;
}

static void
endless_init (Endless *self G_GNUC_UNUSED)
{
}

/* Of a table of two million rows, 40 MB, no more than the piece at hand is read to its end. */
static void
test_cancelled_within (void)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(Endless) endless = g_object_new (ENDLESS_TYPE, NULL);
  g_autoptr(GError) error = NULL;

  endless->cancellable = cancellable;
  endless->n_wanted = 600;
  g_assert_null (tl_official_read (G_INPUT_STREAM (endless), cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (endless->n_reads, <=, endless->n_wanted + 1);
}

/* ---- tables made by chance ---- */

/* A piece of one is left out, said twice, or taken from another, or its bytes are changed. */
static void
mutate (GRand   *random,
        GString *table)
{
  static const char bytes[] = ",;\t\"\n\r\xFF\xFE\xEF-0123456789eM";
  const Case *other = &cases[g_rand_int_range (random, 0, G_N_ELEMENTS (cases))];
  gsize other_length = strlen (other->table);
  gint32 start = table->len > 0 ? g_rand_int_range (random, 0, (gint32) table->len) : 0;
  gint32 length = g_rand_int_range (random, 0, 40);

  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      g_string_erase (table, start, MIN ((gssize) length, (gssize) table->len - start));
      break;
    case 1:
      g_string_insert_len (table, start, other->table + other_length / 2,
                           MIN ((gssize) length, (gssize) (other_length - other_length / 2)));
      break;
    case 2:
      for (gint32 i = start; i < MIN (start + 3, (gint32) table->len); i++)
        table->str[i] = bytes[g_rand_int_range (random, 0, sizeof bytes)];
      break;
    default:
      g_string_truncate (table, (gsize) start);
      g_string_append (table, other->table);
      break;
    }
}

static void
assert_sound (const GArray *values)
{
  g_assert_cmpuint (values->len, >, 0);
  for (guint i = 0; i < values->len; i++)
    {
      const TlOfficialValue *value = &g_array_index (values, TlOfficialValue, i);

      g_assert_cmpuint (strlen (value->reporter), ==, 2);
      g_assert_cmpuint (strlen (value->partner), ==, 2);
      g_assert_cmpstr (value->reporter, !=, value->partner);
      g_assert_cmpint (value->year, >=, TL_FIRST_YEAR);
      g_assert_cmpint (value->year, <=, TL_LAST_YEAR);
      g_assert_true (isfinite (value->value) && value->value >= 0);
    }
}

/* Whatever a table is made of: there are sound values in it, or a reason why not. */
static void
test_made_by_chance (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  guint n = g_test_slow () ? 500000 : 3000;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GString) table = g_string_new (cases[g_rand_int_range (random, 0, G_N_ELEMENTS (cases))].table);
      g_autoptr(GInputStream) stream = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(GArray) values = NULL;

      for (gint32 k = g_rand_int_range (random, 1, 6); k > 0; k--)
        mutate (random, table);
      tl_official_recognize ("a.csv", table->str, table->len);
      stream = g_memory_input_stream_new_from_data (table->str, (gssize) table->len, NULL);
      values = tl_official_read (stream, NULL, &error);
      g_assert_true ((values == NULL) == (error != NULL));
      if (values != NULL)
        assert_sound (values);
      else
        g_assert_cmpstr (error->message, !=, "");
    }
}

static void
test_country_codes (void)
{
  static const char *const codes[][2] = {
    { "NOR", "NO" }, { "nor", "NO" }, { "578", "NO" }, { "579", "NO" }, { "8", "AL" }, { "008", "AL" },
    { "699", "IN" }, { "757", "CH" }, { "251", "FR" }, { "WLD", NULL }, { "0", NULL }, { "", NULL },
    { "97", NULL },
  };
  static const char *const names[][2] = {
    { "Norway", "NO" }, { "Kazakhstan, Rep. of", "KZ" }, { "Belarus, Rep. of", "BY" },
    { "China, P.R.: Mainland", "CN" }, { "China, P.R.: Macao", "MO" }, { "Russian Federation", "RU" },
    { "World", NULL }, { "Belgium-Luxembourg", NULL }, { "Advanced Economies (IMF)", NULL },
    { "European Union (IMF)", NULL }, { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    g_assert_cmpstr (tl_country_code_from_statistics (codes[i][0]), ==, codes[i][1]);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (tl_country_code_from_name (names[i][0]), ==, names[i][1]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/official-reader/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_table);
    }
  g_test_add_func ("/official-reader/charsets", test_charsets);
  g_test_add_func ("/official-reader/separators-and-lines", test_separators_and_lines);
  g_test_add_func ("/official-reader/refused", test_refused);
  g_test_add_func ("/official-reader/articles-are-no-tables", test_articles_are_no_tables);
  g_test_add_func ("/official-reader/too-long-a-row", test_too_long_a_row);
  g_test_add_func ("/official-reader/zeros", test_zeros);
  g_test_add_func ("/official-reader/cancelled", test_cancelled);
  g_test_add_func ("/official-reader/cancelled-within", test_cancelled_within);
  g_test_add_func ("/official-reader/made-by-chance", test_made_by_chance);
  g_test_add_func ("/official-reader/country-codes", test_country_codes);

  return g_test_run ();
}
