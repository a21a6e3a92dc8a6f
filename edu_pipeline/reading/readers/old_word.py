"""Old Word files (doc): LibreOffice, where it is installed, turns them into docx.

What belongs here: finding and running LibreOffice, within limits.  What does not: reading what it makes (word).
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from edu_pipeline.reading.limits import Limits
from edu_pipeline.reading.model import ReadDocument, ReadingError
from edu_pipeline.reading.readers.word import read_word

DOC = "application/msword"
PROGRAMS = ("soffice", "libreoffice")
_SHARE = 0.9
"""Of the document's time: what LibreOffice may take."""


def read_old_word(data: bytes, limits: Limits) -> ReadDocument:
    """A doc file.  ReadingError when LibreOffice is not installed or cannot read it."""
    program = next((path for name in PROGRAMS if (path := shutil.which(name))), None)
    if program is None:
        raise ReadingError(
            "It is an old Word file, and LibreOffice, which reads those, is not installed.",
            "Install LibreOffice, or save the file as .docx.",
        )
    with tempfile.TemporaryDirectory(prefix="edu-pipeline-doc-") as folder:
        made = _convert(program, data, Path(folder), limits.max_seconds * _SHARE)
    document = read_word(made, limits)
    return replace(document, media_type=DOC, reader=f"{document.reader}+libreoffice")


def _convert(program: str, data: bytes, folder: Path, seconds: float) -> bytes:
    """The docx of a doc; a profile of its own, so that neither macros nor another LibreOffice interfere."""
    source = folder / "document.doc"
    source.write_bytes(data)
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--infilter=MS Word 97",  # else what is no Word file is read as text, signature and all
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(folder),
        str(source),
    ]
    environment = {**os.environ, "HOME": str(folder), "LC_ALL": "C.UTF-8"}
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment, start_new_session=True
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        raise ReadingError(
            f"LibreOffice took over {seconds:.0f} seconds to read it.", "Save the file as .docx."
        ) from None
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    made = folder / "document.docx"
    if not made.is_file():
        raise ReadingError(
            "LibreOffice cannot read it: it is damaged, locked with a password, or no Word file.",
            "Save the file as .docx, without a password.",
        )
    return made.read_bytes()
