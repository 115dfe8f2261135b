"""Plans as documents: one neutral value, and one writer a format."""

from smcal.documents.csv_file import write_csv
from smcal.documents.dates import BabelDates
from smcal.documents.docx import write_docx
from smcal.documents.pdf import write_pdf
from smcal.documents.plan import (
    Coverage,
    Fit,
    PartnerShare,
    Picture,
    PlanDocument,
    PlannedPost,
    Remark,
    Topic,
    WeekCount,
)
from smcal.documents.written import Cancelled, NotWritten, Written

__all__ = [
    "BabelDates",
    "Cancelled",
    "Coverage",
    "Fit",
    "NotWritten",
    "PartnerShare",
    "Picture",
    "PlanDocument",
    "PlannedPost",
    "Remark",
    "Topic",
    "WeekCount",
    "Written",
    "write_csv",
    "write_docx",
    "write_pdf",
]
