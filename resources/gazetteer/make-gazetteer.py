#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the table of names that compile-places compiles.

Called when building: make-gazetteer.py ISO-CODES-JSON-FOLDER SOURCE-FOLDER CITIES OUTPUT

Reads the reviewed tables beside this script, iso-codes' lists and the cities that
make-cities.py wrote, checks them against each other and writes lines apart by tabs:

  P  code  kind  name  iso-codes' own name  id     a place; kind C, R or B; id in GeoNames
  M  bloc  codes apart by spaces               its members
  N  phrase  code  kind  form  marks  region  words  id
       a name: code, kind (C, R, B, T: city) and form (p, a, d, c) of what it means alone,
       all empty where it means nothing alone; the marks of countries.tsv; the region that
       it means with one of the words beside it ("Brest Oblast"), and those words; the id
       that the city or country has in GeoNames, empty where it is not known
  X  phrase                                    a longer name that is no place
  W  rule  words                               words behind a name, see not-places.tsv
  D  words apart by ";"  plurals, likewise     a kind of division, see divisions.tsv

It ends the build with a message when two places claim one name.
"""

import json
import pathlib
import sys

from gazetteer_rows import fail, read_aliases, read_rows, split_marks, split_names, without_accents

# The program keeps a bit for each kind of division.
MAX_DIVISIONS = 24

# What iso-codes' names carry in front of or behind the name proper.
LOCAL_WORDS = frozenset((
    "apskritis", "county", "län", "oblast", "oblast'", "okrug", "provincia", "province", "rajon",
    "region", "wilaya", "kraj", "maa", "département", "departamento", "provinsi", "eparchia",
    "muhafazah", "megye", "judet", "canton", "distrikt", "qark"))

# Names of regions that any country could have: "Central Province" is nobody's.
COMMON_WORDS = frozenset((
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central",
    "centre", "center", "capital", "coast", "littoral", "nord", "sud", "est", "ouest", "plateaux",
    "plateau", "upper", "lower", "river", "island", "islands", "highlands", "new", "free", "state",
    "nordeste", "norte", "sur", "oriental", "occidental", "lakes", "bay", "valley", "delta", "red",
    "sea", "sava", "maritime", "river-nile", "north-west", "north-east", "south-west", "south-east",
    "northwest", "northeast", "southwest", "southeast", "lac", "lake", "hills", "port", "city"))

GROUP_NOUNS = ("countries", "nations", "states", "economies")


def spellings(name):
    """A name as texts write it: with either apostrophe, and whole in capitals where the
    reader, who goes word by word, would stumble over a small one ("ISLE OF MAN")."""
    found = [name]
    if any(c.isupper() for c in name) and any(word[0].islower() for word in name.replace("-", " ").split()):
        found.append(name.upper())
    for spelling in list(found):
        if "'" in spelling:
            found.append(spelling.replace("'", "\u2019"))
    return found


class Gazetteer:
    def __init__(self):
        self.places = {}          # code → (kind, name, iso name)
        self.members = {}         # bloc → codes
        self.names = {}           # phrase → [code, kind, form, marks, region, words]
        self.not_places = {}      # phrase → None, in order
        self.words = {}           # rule → words
        self.divisions = {}       # first word → (words, plurals)
        self.division_types = {}  # iso-codes' type → first word

    def add_place(self, code, kind, name, iso_name=""):
        if code in self.places:
            fail(f"{code} has two rows")
        self.places[code] = (kind, name, iso_name)

    def add_name(self, marked, code, kind, form, yields=False):
        """Says what a name means alone.  With yields, one that is taken stays as it is."""
        name, marks = split_marks(marked)
        if "?" in marks:
            return
        if "~" in marks:
            kind, form = "T", "p"
        for spelling in spellings(name):
            entry = self.names.setdefault(spelling, ["", "", "", "", "", ""])
            if entry[0] == "":
                entry[:4] = [code, kind, form, "".join(sorted(marks & {"!", "t"}))]
            elif entry[0] != code and not yields:
                fail(f"{code} and {entry[0]} both claim “{spelling}”: mark one with “?”")

    def add_region_name(self, stem, code, words):
        """Says which region a stem means with one of the words beside it; where another
        region has it already ("Altai Krai", "Altai Republic"), the two together are a name."""
        for spelling in spellings(stem):
            entry = self.names.setdefault(spelling, ["", "", "", "", "", ""])
            if entry[4] in ("", code):
                entry[4:] = [code, ",".join(words)]
                continue
            for word in words:
                for name in (f"{stem} {word}", f"{stem} {word.title()}"):
                    self.add_name(name, code, "R", "p", yields=True)

    def meaning_of(self, name):
        """What a name means alone: its kind, or '' where that is nothing."""
        return self.names.get(name, ["", ""])[1]

    def add_not_place(self, name):
        for spelling in spellings(name):
            self.not_places[spelling] = None


def plain_official_names(country):
    """iso-codes' own names that are written as a text would write them."""
    for key in ("common_name", "name", "official_name"):
        name = country.get(key, "")
        if name != "" and not any(c in name for c in ",()[]"):
            yield name.removeprefix("the ").removeprefix("The ")


class Ids:
    """The ids that GeoNames has for countries and cities."""

    def __init__(self, folder, cities):
        self.countries = dict(read_rows(folder / "country-ids.tsv", 2))
        self.cities = {}          # (country, name) → id of the most populous
        country_of = {}
        for line in cities.read_text(encoding="utf-8").splitlines():
            kind, *cells = line.split("\t")
            if kind == "G":
                country_of[cells[0]] = cells[1]
            else:
                for city in cells[2:]:
                    self.cities.setdefault((country_of[city], cells[0]), city)
        for country, city, names in read_aliases(folder):
            for name in names:
                self.cities[country, split_marks(name)[0]] = city
        self.spelled = {(country, spelled): city for (country, name), city in self.cities.items()
                        for spelled in spellings(name)}

    def of_name(self, phrase, code, kind):
        if kind == "C":
            return self.countries.get(code, "")
        return self.spelled.get((code, phrase), "") if kind == "T" else ""


def check_country(code, adjectives, people, capitals):
    """That a column is empty says nothing; that a country has no such name is said."""
    for column, cell, same in (("adjectives", adjectives, False), ("people", people, True), ("capitals", capitals, True)):
        if cell == "" or cell == "=" and not same:
            fail(f"countries.tsv: {code} has no {column}")


def names_of(cell):
    return [] if cell in ("-", "=") else split_names(cell)


def add_countries(gazetteer, folder, iso):
    listed = {country["alpha_2"]: country for country in iso}
    rows = list(read_rows(folder / "countries.tsv", 6))

    for code in listed.keys() - {row[0] for row in rows}:
        fail(f"countries.tsv has no row for {code}")
    for code, name, others, adjectives, people, capitals in rows:
        check_country(code, adjectives, people, capitals)
        country = listed.get(code, {})
        short, _ = split_marks(name)
        gazetteer.add_place(code, "C", short, country.get("common_name", country.get("name", "")))
        for form, names in (("p", [name] + split_names(others)), ("c", names_of(capitals)),
                            ("a", names_of(adjectives)), ("d", names_of(people))):
            for one in names:
                gazetteer.add_name(one, code, "C" if form != "c" else "T", form)
    for code, country in listed.items():
        for name in plain_official_names(country):
            gazetteer.add_name(name, code, "C", "p", yields=True)


def add_blocs(gazetteer, folder):
    rows = list(read_rows(folder / "blocs.tsv", 5))
    members = {row[0]: row[4].split() for row in rows}

    for code, name, others, adjectives, _ in rows:
        bare = split_names(adjectives)
        gazetteer.add_place(code, "B", name)
        gazetteer.members[code] = sorted(set(expand_members(code, members)))
        for one in [name] * (code not in ("WORLD", "WEST")) + split_names(others):
            gazetteer.add_name(one, code, "B", "p")
        for adjective in bare:
            gazetteer.add_name(adjective, code, "B", "a")
            for noun in GROUP_NOUNS:
                gazetteer.add_name(f"{split_marks(adjective)[0]} {noun}", code, "B", "p", yields=True)
    for code, codes in gazetteer.members.items():
        for member in codes:
            if gazetteer.places.get(member, ("",))[0] != "C":
                fail(f"blocs.tsv: {member} in {code} is not a country")


def expand_members(code, members):
    for member in members[code]:
        if member.startswith("@"):
            yield from expand_members(member[1:], members)
        else:
            yield member


def add_regions(gazetteer, folder, iso):
    """The reviewed regions.  Names of countries, capitals and cities are there before."""
    iso_names = {region["code"]: region["name"] for region in iso}

    for code, name, stems, words, adjectives, old in read_rows(folder / "regions.tsv", 6):
        words = words.split(",")
        if not set(gazetteer.divisions).issuperset(words):
            fail(f"regions.tsv: {code} has a word that is not known")
        gazetteer.add_place(code, "R", name, iso_names.get(code, iso_names.get(old, "")))
        if old != "":
            gazetteer.add_place(old, "R", name, iso_names.get(old, ""))
        for marked in split_names(stems):
            stem, _ = split_marks(marked)
            gazetteer.add_region_name(stem, code, words)
            if "^" not in marked and gazetteer.meaning_of(stem) not in ("C", "T", "B"):
                gazetteer.add_name(marked, code, "R", "p")
        if name not in (split_marks(marked)[0] for marked in split_names(stems)):
            gazetteer.add_name(name, code, "R", "p", yields=True)
        for adjective in split_names(adjectives):
            gazetteer.add_name(adjective, code, "R", "a")


def add_divisions(gazetteer, folder):
    for words, plurals, types in read_rows(folder / "divisions.tsv", 3):
        words, plurals = split_names(words), split_names(plurals)
        for word in words + plurals:
            if any(word in both for row in gazetteer.divisions.values() for both in row):
                fail(f"divisions.tsv: “{word}” has two rows")
        gazetteer.divisions[words[0]] = (words, plurals)
        for name in split_names(types):
            gazetteer.division_types[name] = words[0]
    if len(gazetteer.divisions) > MAX_DIVISIONS:
        fail(f"divisions.tsv: more than {MAX_DIVISIONS} rows")


def proper_name(name):
    """'Marijampolės apskritis' → 'Marijampolės'; '' where nothing plain is left."""
    words = name.split("[")[0].split(" (")[0].replace("\u2018", "'").replace("\u2019", "'").split()
    words = [word for word in words if word.lower() not in LOCAL_WORDS]
    name = " ".join(words)
    return "" if "," in name or "*" in name or "/" in name or name == "" else name


def add_other_regions(gazetteer, iso):
    """The parts of the countries that regions.tsv has nothing of."""
    reviewed = {code[:2] for code, place in gazetteer.places.items() if place[0] == "R"}
    owners = {}

    for region in iso:
        name = proper_name(region["name"])
        word = gazetteer.division_types.get(region["type"])
        if "parent" in region or region["code"][:2] in reviewed or word is None:
            continue
        if COMMON_WORDS.issuperset(name.lower().split()):
            continue
        gazetteer.add_place(region["code"], "R", f"{name} {word.title()}", region["name"])
        owners.setdefault(without_accents(name), []).append((region["code"], word))
    for name, regions in owners.items():
        if len(regions) == 1 and name[0].isupper():
            gazetteer.add_region_name(name, regions[0][0], [regions[0][1]])


def add_cities(gazetteer, folder):
    for code, names in read_rows(folder / "cities.tsv", 2):
        for name in split_names(names):
            gazetteer.add_name(name, code, "T", "p")


def add_aliases(gazetteer, folder):
    """The other names of cities; what the tables before say of a name stays."""
    for country, _, names in read_aliases(folder):
        for name in names:
            gazetteer.add_name(name, country, "T", "p", yields=True)


def add_not_places(gazetteer, folder):
    for rule, names in read_rows(folder / "not-places.tsv", 2):
        if rule == "name":
            for name in split_names(names):
                gazetteer.add_not_place(name)
        else:
            gazetteer.words.setdefault(rule, []).extend(split_names(names))


def write(gazetteer, ids, output):
    lines = [("D", ";".join(words), ";".join(plurals)) for words, plurals in gazetteer.divisions.values()]
    for code, (kind, name, iso_name) in gazetteer.places.items():
        lines.append(("P", code, kind, name, iso_name, ids.countries.get(code, "")))
    for code, codes in gazetteer.members.items():
        lines.append(("M", code, " ".join(codes)))
    for rule, words in gazetteer.words.items():
        lines.append(("W", rule, *words))
    for phrase, entry in gazetteer.names.items():
        if phrase in gazetteer.not_places:
            if entry[0] == "":
                continue
            fail(f"“{phrase}” is both a name of {entry[0]} and no place")
        lines.append(("N", phrase, *entry, ids.of_name(phrase, entry[0], entry[1])))
    for phrase in gazetteer.not_places:
        lines.append(("X", phrase))
    output.write_text("".join("\t".join(line) + "\n" for line in lines), encoding="utf-8")


def main():
    if len(sys.argv) != 5:
        fail("usage: make-gazetteer.py ISO-CODES-JSON-FOLDER SOURCE-FOLDER CITIES OUTPUT")
    iso_folder, folder, cities, output = map(pathlib.Path, sys.argv[1:])
    countries = json.loads((iso_folder / "iso_3166-1.json").read_text(encoding="utf-8"))["3166-1"]
    regions = json.loads((iso_folder / "iso_3166-2.json").read_text(encoding="utf-8"))["3166-2"]

    gazetteer = Gazetteer()
    add_divisions(gazetteer, folder)
    add_countries(gazetteer, folder, countries)
    add_blocs(gazetteer, folder)
    add_cities(gazetteer, folder)
    add_aliases(gazetteer, folder)
    add_regions(gazetteer, folder, regions)
    add_other_regions(gazetteer, regions)
    add_not_places(gazetteer, folder)
    write(gazetteer, Ids(folder, cities), output)


if __name__ == "__main__":
    main()
