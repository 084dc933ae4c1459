from .answering import AnswerForm
from .applicant import ApplicantForm
from .filters import CallFilterForm
from .mine import NamingForm, SheetForm, WhyForm
from .moving import MoveForm

__all__ = ["AnswerForm", "ApplicantForm", "CallFilterForm", "MoveForm", "NamingForm", "SheetForm", "WhyForm"]
