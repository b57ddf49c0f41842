#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the table of cities that compile-places compiles.

Called when building: make-cities.py CITIES SOURCE-FOLDER COMMON-WORDS OUTPUT

CITIES is what list-cities prints, or no-cities.tsv.  Writes lines apart
by tabs:

  G  id  country  population     a city
  Y  phrase  marks  id ...       a name, and the cities that have it: the most populous first

Marks: "w" it is a common English word; "p" it is a person's first name.
"""

import pathlib
import re
import sys
import unicodedata

from gazetteer_rows import fail, read_aliases, read_rows, split_marks, split_names, without_accents

# Letters that no decomposition takes apart, as texts in English write them.
PLAIN = str.maketrans({
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae",
    "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D", "ħ": "h", "Ħ": "H",
    "ə": "a", "Ə": "A", "ŋ": "n", "ɔ": "o", "ɛ": "e"})

# The letters for hamza and ayn, and what is written for them.
APOSTROPHES = re.compile("[\u2018\u2019\u02bb\u02bc\u02be\u02bf\u0060\u00b4\u02b9]")

# What tl-common-words.c takes off a word before it looks it up.
ENDINGS = (("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("d", ""), ("ied", "y"),
           ("ing", ""), ("ing", "e"), ("ly", ""))


def read_common_words(path):
    return {line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")}


def is_common(word, common):
    word = word.lower()
    return word in common or any(
        word.endswith(ending) and len(word) - len(ending) >= 3 and word[:-len(ending)] + instead in common
        for ending, instead in ENDINGS)


# "St Louis" is also "St. Louis"; listed in either way, or whole.
SAINT = re.compile(r"^(?:St|St\.|Saint) ")
SAINTS = ("St ", "St. ", "Saint ")


def spellings(name):
    """A name as it is listed, without accents, and without the signs for hamza and ayn."""
    name = unicodedata.normalize("NFC", name.split(" (")[0].strip())
    plain = APOSTROPHES.sub("'", name)
    for saint in SAINTS if SAINT.match(plain) else ("",):
        one = saint + SAINT.sub("", plain)
        for other in (one, one.replace("'", "")):
            yield other
            yield without_accents(other).translate(PLAIN)


def is_name(spelling):
    """A capital begins it, and it is more than one letter."""
    return len(spelling) > 1 and spelling[0].isupper() and not re.search(r"[,/;\t]", spelling)


class Cities:
    def __init__(self):
        self.cities = {}          # id → (country, population, name)
        self.names = {}           # phrase → set of ids

    def read(self, path):
        for city, country, population, name in read_rows(path, 4):
            if not re.fullmatch("[A-Z]{2}", country) or city in self.cities:
                fail(f"{path.name}: {city} is odd")
            self.cities[city] = (country, int(population), name)
            self.add_name(name, city)

    def add_name(self, name, city):
        for spelling in spellings(name):
            if is_name(spelling):
                self.names.setdefault(spelling, set()).add(city)

    def add_aliases(self, folder):
        """The other names of the cities that are listed."""
        for country, city, names in read_aliases(folder):
            if city in self.cities and self.cities[city][0] != country:
                fail(f"aliases.tsv: {city} is not in {country}")
            for name in names if city in self.cities else ():
                self.add_name(split_marks(name)[0], city)

    def largest_first(self, ids):
        return sorted(ids, key=lambda city: (-self.cities[city][1], int(city)))


def marks_of(phrase, common, first_names):
    return ("w" if is_common(phrase, common) else "") + ("p" if phrase in first_names else "")


def main():
    if len(sys.argv) != 5:
        fail("usage: make-cities.py CITIES SOURCE-FOLDER COMMON-WORDS OUTPUT")
    listed, folder, words, output = map(pathlib.Path, sys.argv[1:])
    common = read_common_words(words)
    first_names = {name for row in read_rows(folder / "first-names.tsv", 1) for name in split_names(row[0])}

    cities = Cities()
    cities.read(listed)
    cities.add_aliases(folder)
    lines = [("G", city, country, str(population)) for city, (country, population, _) in cities.cities.items()]
    for phrase in sorted(cities.names):
        lines.append(("Y", phrase, marks_of(phrase, common, first_names),
                      *cities.largest_first(cities.names[phrase])))
    output.write_text("".join("\t".join(line) + "\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
