"""Plans as documents: one neutral value, and one writer a format."""

from smcal.documents.build import Files, Particulars, plan_document
from smcal.documents.csv_file import write_csv
from smcal.documents.dates import BabelDates
from smcal.documents.docx import write_docx
from smcal.documents.pdf import write_pdf
from smcal.documents.plan import (
    Coverage,
    Departure,
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
    "Departure",
    "Files",
    "Fit",
    "NotWritten",
    "Particulars",
    "PartnerShare",
    "Picture",
    "PlanDocument",
    "PlannedPost",
    "Remark",
    "Topic",
    "WeekCount",
    "Written",
    "plan_document",
    "write_csv",
    "write_docx",
    "write_pdf",
]
