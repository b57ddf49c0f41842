/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the guide says.  Terms and keys are those of the window, with the same translations:
 * tests/house/check-reach holds the keys against the window of shortcuts. */

#include "tl-guide-text.h"

#include <glib/gi18n-lib.h>

static const TlGuideBlock importing[] = {
  { TL_GUIDE_TEXT, NULL, NC_("guide",
    "Drop files or folders on the window: texts, web pages, PDF, mails, documents of Word and OpenDocument, "
    "books, feeds, and archives of these. What a file is, its content tells, not its name.") },
  { TL_GUIDE_TEXT, NULL, NC_("guide",
    "From a browser, drag a link or a selection. The network is used for that page alone, and for nothing else.") },
  { TL_GUIDE_TEXT, NULL, NC_("guide",
    "What is there already is not taken in again. Where several outlets carry one story, the chart counts it "
    "once.") },
  { TL_GUIDE_TEXT, NULL, NC_("guide",
    "“Last Import” in the menu lists what came in, and what could not be read and why. A whole import can be "
    "undone.") },
  { TL_GUIDE_KEY, "<ctrl>o", NC_("shortcuts", "Import articles") },
  { TL_GUIDE_KEY, "<ctrl><shift>o", NC_("shortcuts", "Import a folder") },
  { TL_GUIDE_KEY, "<ctrl>v", NC_("shortcuts", "Paste files, a link or text") },
};

static const TlGuideBlock reading[] = {
  { TL_GUIDE_TEXT, NULL, NC_("guide",
    "Beside the text stands what was read from it: its figures, and the names, amounts and dates in it. Choose "
    "one of them, and the text goes to its words. In the text each kind has a line of its own:") },
  { TL_GUIDE_MENTIONS, NULL, NULL },
  { TL_GUIDE_TEXT, NULL, NC_("guide",
    "Where a name is wrong, its menu renames it, merges it with another one, sets it apart or dismisses it. A "
    "name that is missing is added from words that you select. It holds for all articles, and for those to come.") },
  { TL_GUIDE_TEXT, NULL, NC_("guide",
    "Title, publisher, author, day and address stand above the text and are corrected there. “Last year” is "
    "counted from the day.") },
  { TL_GUIDE_KEY, "<alt>Down <alt>Up", NC_("shortcuts", "Go to the next or the previous mention") },
  { TL_GUIDE_KEY, "<alt>Page_Down <alt>Page_Up", NC_("shortcuts", "Go to the next or the previous figure") },
  { TL_GUIDE_KEY, "Return <ctrl>i", NC_("shortcuts", "Say what the marked words mean") },
  { TL_GUIDE_KEY, "<ctrl><shift>n", NC_("shortcuts", "Add the selected words as a name") },
};

static const TlGuideBlock figures[] = {
  { TL_GUIDE_TEXT, NULL, NC_("guide",
    "Each figure has a card: how much, when, between whom, and the words it was read from. What the article "
    "leaves to its readers, such as the year of “last year”, is marked, and the card tells how it was worked out.") },
  { TL_GUIDE_TEXT, NULL, NC_("guide",
    "Confirm what is right, edit what is not, dismiss what is no figure of trade. “Why?” shows the words behind "
    "each part. Your decision stays, also when a later version of the program reads the article again.") },
  { TL_GUIDE_TEXT, NULL, NC_("guide",
    "“Review Figures” in the menu shows one figure after the other and takes a single key for each. Where a "
    "figure was missed, select its words and add it.") },
  { TL_GUIDE_KEY, "<ctrl><shift>r", NC_("shortcuts", "Review figures one after the other") },
  { TL_GUIDE_KEY, "<ctrl>Return", NC_("shortcuts", "Confirm the figure") },
  { TL_GUIDE_KEY, "F2", NC_("shortcuts", "Edit the figure") },
  { TL_GUIDE_KEY, "Delete", NC_("shortcuts", "Dismiss the figure") },
  { TL_GUIDE_KEY, "<ctrl>d", NC_("shortcuts", "Add a figure from the words that are selected") },
};

static const TlGuideBlock chart[] = {
  { TL_GUIDE_TEXT, NULL, NC_("guide",
    "Choose two partners, and the chart shows what articles report of their trade by year. Choose a mark to see "
    "its sentences, and go from there to the article. The figures of this chart are made up:") },
  { TL_GUIDE_CHART, NULL, NULL },
  { TL_GUIDE_TERM, NC_("legend", "Full year"), NC_("guide",
    "What was reported for a whole year. Signs beside it say “about”, “almost” and “more than”.") },
  { TL_GUIDE_TERM, NC_("legend", "Reports differ"), NC_("guide",
    "Articles do not agree: each report is there. Nothing is averaged, and none is left out.") },
  { TL_GUIDE_TERM, NC_("legend", "Part of a year"), NC_("guide",
    "Some months only, which are named. It says nothing of the whole year.") },
  { TL_GUIDE_TERM, NC_("legend", "Calculated*"), NC_("guide",
    "Worked out from a change that an article reports. The note below the chart shows how.") },
  { TL_GUIDE_TERM, NC_("legend", "Forecast"), NC_("guide",
    "What somebody expects. It has not happened.") },
  { TL_GUIDE_TERM, NC_("legend", "Target"), NC_("guide",
    "What somebody wants to reach, or agreed on.") },
  { TL_GUIDE_TERM, NC_("legend", "No year known"), NC_("guide",
    "The article tells no year: such figures stand beside the plot. Drag one onto the year if you know it.") },
  { TL_GUIDE_KEY, "Left Right", NC_("shortcuts", "Go to the next or the previous mark") },
  { TL_GUIDE_KEY, "Return", NC_("shortcuts", "Go to the sentences behind a mark") },
  { TL_GUIDE_KEY, "<ctrl>t", NC_("shortcuts", "Show the data of the chart as a table") },
};

static const TlGuideBlock choosing[] = {
  { TL_GUIDE_TEXT, NULL, NC_("guide",
    "Above the chart you choose turnover, exports of one partner or the balance, the years, the kinds of values, "
    "and whether the trade is that of countries, of regions, or in some goods only. What is left out, the chart "
    "says.") },
  { TL_GUIDE_TEXT, NULL, NC_("guide",
    "The chart has one currency. Amounts in others are converted only at rates that you give there, and are "
    "marked.") },
  { TL_GUIDE_TEXT, NULL, NC_("guide",
    "Other pairs are compared in the same plot, or each in a plot of its own on one scale.") },
  { TL_GUIDE_TEXT, NULL, NC_("guide",
    "Official figures come as tables of UN Comtrade, IMF, CEPII BACI or WITS: drop them on the window. They stand "
    "behind what articles report, for each side apart, as the two sides of a trade seldom declare the same.") },
};

static const TlGuideBlock finding[] = {
  { TL_GUIDE_TEXT, NULL, NC_("guide",
    "Words, beginnings of words, names and amounts are found as you type. “Words in quotation marks” are found as "
    "they stand, and -word leaves out the articles that have it. Accents make no difference.") },
  { TL_GUIDE_TEXT, NULL, NC_("guide",
    "Filters go by publisher, time, language, partners, names and figures. They combine with the search and stand "
    "above the list for as long as they hold.") },
  { TL_GUIDE_TEXT, NULL, NC_("guide",
    "“Entities” lists the people, organizations, places and events of all articles, and shows who is named "
    "together with whom. Choose several to see the articles that name them all, or to merge them.") },
  { TL_GUIDE_KEY, "<ctrl>f", NC_("shortcuts", "Search the articles") },
  { TL_GUIDE_KEY, "<ctrl>g <ctrl><shift>g", NC_("shortcuts", "Go to the next or the previous place that was found") },
  { TL_GUIDE_KEY, "<alt>3", NC_("shortcuts", "Show the entities") },
};

static const TlGuideBlock taking[] = {
  { TL_GUIDE_TEXT, NULL, NC_("guide",
    "Export the chart as a picture or its data, or drag it out of the window into a folder or a document. It "
    "names its sources. A PNG keeps its figures: dropped on the window, it is a chart again.") },
  { TL_GUIDE_TEXT, NULL, NC_("guide",
    "An evidence report, as PDF or web page, has the chart and under its numbers every sentence that a value was "
    "read from: all that it takes to check it.") },
  { TL_GUIDE_TEXT, NULL, NC_("guide",
    "“Export Articles” writes articles with all decisions for another library, figures as a table, or citations.") },
  { TL_GUIDE_KEY, "<ctrl>e", NC_("shortcuts", "Export the chart") },
  { TL_GUIDE_KEY, "<ctrl><shift>c", NC_("shortcuts", "Copy the chart") },
  { TL_GUIDE_KEY, "<ctrl>p", NC_("shortcuts", "Print the chart") },
  { TL_GUIDE_KEY, "<ctrl><alt>c", NC_("shortcuts", "Copy what is selected, or the sentence, with its citation") },
};

static const TlGuideBlock keeping[] = {
  { TL_GUIDE_TEXT, NULL, NC_("guide",
    "Articles and decisions are in one file, the library. “Library” in the menu opens another one in a window of "
    "its own, makes a new one, or saves a copy for a colleague.") },
  { TL_GUIDE_TEXT, NULL, NC_("guide",
    "Once a day a backup is made, of which three are kept; the same menu opens them. A library that is damaged is "
    "opened for reading, and what can be read of it is saved into a new one.") },
  { TL_GUIDE_TEXT, NULL, NC_("guide",
    "Whatever you did can be undone, also after another start.") },
  { TL_GUIDE_KEY, "<ctrl>z", NC_("shortcuts", "Undo what was done last, also before the last start") },
  { TL_GUIDE_KEY, "<ctrl><shift>z <ctrl>y", NC_("shortcuts", "Redo what was undone last") },
};

static const TlGuideBlock trusting[] = {
  { TL_GUIDE_TEXT, NULL, NC_("guide",
    "Figures are found by rules, which miss some and misread some. Look at the sentence behind a mark before you "
    "cite it, and correct the figure where it is wrong.") },
  { TL_GUIDE_TEXT, NULL, NC_("guide",
    "Figures and names are read in English and Russian, and less fully in Belarusian and Kazakh. Of articles in "
    "other languages there are the text and what is known of it.") },
  { TL_GUIDE_TEXT, NULL, NC_("guide",
    "Nothing leaves your computer. Files of strangers are read in a process that can neither write files nor use "
    "the network.") },
  { TL_GUIDE_TEXT, NULL, NC_("guide",
    "A chart that somebody sent you as a picture is as honest as its sender. What of it cannot be verified is "
    "said to be unverified.") },
};

#define TOPIC(name, title, blocks) { name, title, blocks, G_N_ELEMENTS (blocks) }

static const TlGuideTopic topics[] = {
  TOPIC ("import", NC_("guide", "Bring Articles In"), importing),
  TOPIC ("articles", NC_("guide", "Read an Article"), reading),
  TOPIC ("review", NC_("guide", "Check Figures"), figures),
  TOPIC ("chart", NC_("guide", "Read the Chart"), chart),
  TOPIC ("choices", NC_("guide", "Choose What the Chart Shows"), choosing),
  TOPIC ("entities", NC_("guide", "Find Articles and Names"), finding),
  TOPIC ("export", NC_("guide", "Take Charts and Articles Away"), taking),
  TOPIC ("library", NC_("guide", "Keep a Library"), keeping),
  TOPIC ("trust", NC_("guide", "What to Trust"), trusting),
};

/**
 * tl_guide_get_topics:
 * @n_topics: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_topics): the pages of the guide, in their order
 */
const TlGuideTopic *
tl_guide_get_topics (guint *n_topics)
{
  *n_topics = G_N_ELEMENTS (topics);
  return topics;
}

/**
 * tl_guide_topic_title:
 * @topic: a page
 *
 * Returns: (transfer none): its title, in the person's language
 */
const char *
tl_guide_topic_title (const TlGuideTopic *topic)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "guide", topic->title);
}

/**
 * tl_guide_block_term:
 * @block: a %TL_GUIDE_TERM
 *
 * Returns: (transfer none): the term, as it stands in the window
 */
const char *
tl_guide_block_term (const TlGuideBlock *block)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "legend", block->term);
}

/**
 * tl_guide_block_text:
 * @block: a block with a text
 *
 * Returns: (transfer none): its text, in the person's language
 */
const char *
tl_guide_block_text (const TlGuideBlock *block)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, block->kind == TL_GUIDE_KEY ? "shortcuts" : "guide", block->text);
}
