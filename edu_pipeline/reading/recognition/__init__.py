"""Pictures of pages to pages of positioned text: optical character recognition.

What belongs here: running the recogniser, what of a picture it left out, and which of its digits are doubtful.  What does
not: where pictures come from (readers), reading order and tables (pages).

The recogniser is an extra: without it `recognised` raises ReadingError, which says how to install it.
"""

from edu_pipeline.reading.recognition.doubts import doubts
from edu_pipeline.reading.recognition.recogniser import REMEDY, Recognised, installed, recognised

__all__ = ["REMEDY", "Recognised", "doubts", "installed", "recognised"]
