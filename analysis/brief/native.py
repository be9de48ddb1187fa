"""Bars and bars of shares as a chart of PowerPoint's own, whose numbers and looks can be changed there."""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING, Any

import xlsxwriter
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.util import Inches, Pt

from ..figures import style

if TYPE_CHECKING:
    from .contents import Item
    from .labels import Labels

_KINDS = {"bars": XL_CHART_TYPE.BAR_STACKED, "shares": XL_CHART_TYPE.BAR_STACKED_100}
_EPOCH = datetime(2000, 1, 1)


def add_chart(slide: Any, item: Item, labels: Labels, box: tuple[float, float, float, float], legend: bool) -> Any:
    """Sets the chart of an item on a slide; returns its frame.

    Colours are those of the picture. The numbers lie in a workbook inside the file, as text and numbers only: nothing
    in it is a formula, whatever an article says.
    """
    table, chart = item.table, item.chart
    names = [words.text for words in table.columns[1:]]
    rows = [row[0].text for row in table.rows]
    data = CategoryChartData(number_format="#,##0")
    data.categories = rows
    counts = chart.counts()
    for j, name in enumerate(names):
        data.add_series(name, [row[j] for row in counts])
    frame = slide.shapes.add_chart(_KINDS[chart.kind], *map(Inches, box), data)
    made = frame.chart
    made.part.chart_workbook.update_from_xlsx_blob(_workbook(rows, names, counts))
    made.font.size, made.has_title = Pt(12), False
    made.has_legend = legend and len(names) > 1
    if made.has_legend:
        made.legend.position, made.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    made.category_axis.reverse_order = True
    made.category_axis.major_tick_mark = XL_TICK_MARK.NONE
    made.category_axis.format.line.color.rgb = RGBColor.from_string(style.RULE.lstrip("#").upper())
    made.category_axis.tick_labels.font.size = Pt(12 if len(rows) <= 12 else 10)
    made.value_axis.visible = False
    made.value_axis.has_major_gridlines = False
    made.value_axis.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    plot = made.plots[0]
    plot.gap_width, plot.overlap = 45, 100
    for j, (series, usual) in enumerate(zip(plot.series, chart.column_colours(), strict=True)):
        _fill(series.format, usual)
        series.invert_if_negative = False
        written = series.data_labels
        written.show_value, written.position = True, XL_LABEL_POSITION.CENTER
        written.number_format, written.number_format_is_linked = "#,##0;;", False
        written.font.size, written.font.color.rgb = Pt(11), _colour(style.ink_on(usual))
        for i, row in enumerate(chart.cells):
            if row[j] and row[j][1] != usual:
                point = series.points[i]
                _fill(point.format, row[j][1])
                if style.ink_on(row[j][1]) != style.ink_on(usual):
                    font = point.data_label.font
                    font.size, font.color.rgb = Pt(11), _colour(style.ink_on(row[j][1]))
                    point.data_label.position = XL_LABEL_POSITION.CENTER
    return frame


def _fill(form: Any, colour: str) -> None:
    form.fill.solid()
    form.fill.fore_color.rgb = _colour(colour)


def _colour(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.lstrip("#").upper())


def _workbook(rows: list[str], names: list[str], counts: list[list[int | None]]) -> bytes:
    """The chart's numbers where the library says they lie: names from A2 down and from B1 to the right."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"created": _EPOCH})
        sheet = book.add_worksheet("Sheet1")
        for j, name in enumerate(names):
            sheet.write_string(0, j + 1, name)
        for i, row in enumerate(rows):
            sheet.write_string(i + 1, 0, row)
            for j, n in enumerate(counts[i]):
                if n is not None:
                    sheet.write_number(i + 1, j + 1, n)
    return out.getvalue()
