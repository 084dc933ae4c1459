"""The sample spotlights, the oldest idea of a chain before those that were built on it."""

from .inside import INSIDE
from .outside import OUTSIDE
from .schools_and_colleges import SCHOOLS_AND_COLLEGES
from .together import TOGETHER

SPOTLIGHTS = [*OUTSIDE, *INSIDE, *SCHOOLS_AND_COLLEGES, *TOGETHER]
