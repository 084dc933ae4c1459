"""Applications as a table for a spreadsheet: which columns, row by row, in which file."""

from .columns import GROUPS, ColumnGroup
from .spreadsheets import csv_lines, xlsx_file
from .table import Table

__all__ = ["GROUPS", "ColumnGroup", "Table", "csv_lines", "xlsx_file"]
