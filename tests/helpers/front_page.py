"""What a page says about itself, and prose to stand below it.

What belongs here: what the tests of front matter and of lines with a day share.  What does not: the pages (tests/reading).
"""

from __future__ import annotations

import plain_rows

from edu_pipeline.language.places import is_place
from edu_pipeline.reading import FrontMatter, front_matter, read

PROSE = f"{plain_rows.PROSE}全县有小学41所。"


def front(text: str) -> FrontMatter:
    return front_matter(read(text.encode(), "a.txt"), is_place)
