#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes common-words.txt from the word lists of SCOWL.

Called by hand when the list is to be renewed: make-common-words.py SCOWL-FOLDER > common-words.txt

Takes the words in lower case of SCOWL's first three sizes, in American and British
spelling, without those that tl-common-words.c finds by taking an ending away.
"""

import pathlib
import re
import sys

ENDINGS = [("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("d", ""), ("ied", "y"),
           ("ing", ""), ("ing", "e"), ("ly", "")]

NOTICE = """\
# Common English words, one a line: what tells a capital at a sentence's start, or in a
# headline, from a name's.  Forms that differ by a regular ending are left out.
#
# Made by make-common-words.py from SCOWL (Spell Checker Oriented Word Lists), sizes 10 to 35.
# Copyright 2000-2018 by Kevin Atkinson
#
# Permission to use, copy, modify, distribute and sell these word lists, the associated
# scripts, the output created from the scripts, and its documentation for any purpose is
# hereby granted without fee, provided that the above copyright notice appears in all copies
# and that both that copyright notice and this permission notice appear in supporting
# documentation.  Kevin Atkinson makes no representations about the suitability of this
# array for any purpose.  It is provided "as is" without express or implied warranty."""


def main():
    folder = pathlib.Path(sys.argv[1])
    words = set()
    for spelling in ("english", "american", "british"):
        for size in ("10", "20", "35"):
            text = (folder / f"{spelling}-words.{size}").read_text(encoding="latin-1")
            words.update(w for w in text.split() if re.fullmatch("[a-z]{2,}", w))
    words |= {"a", "i"}

    def is_regular(word):
        return any(word.endswith(ending) and len(word) - len(ending) >= 3
                   and word[:-len(ending)] + instead in words for ending, instead in ENDINGS)

    print(NOTICE)
    print("\n".join(sorted(w for w in words if not is_regular(w))))


main()
