"""Files that are not what they seem, built by code; each with the verdict that has to meet it."""

from .case import Hostile
from .documents import DOCUMENTS
from .others import OTHERS
from .pdfs import PDFS

# The test word of virus scanners, in two parts, so that no scanner takes this file for a harmful one.
EICAR = (r"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*").encode()
HOSTILE = [*PDFS, *DOCUMENTS, *OTHERS]

__all__ = ["EICAR", "HOSTILE", "Hostile"]
