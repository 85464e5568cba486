//! Tables: columns as wide as their words need, a header that is said again on every page, rows that a page divides only
//! when no page could hold them.

use std::rc::Rc;

use super::styles::{CELL, COLUMN};
use crate::{
    DocumentFault,
    page::{Ink, Mark, Owner, mm},
    sheet::Sheet,
    stack::Strip,
    text::{Line, Prepared, Style},
    tree::{Element, Role, Scope, Tree},
};

/// A table.
pub(crate) struct Grid<'a> {
    /// The list of the data its rows come from.
    pub(crate) list: &'static str,
    /// Its columns.
    pub(crate) columns: Vec<GridColumn<'a>>,
    /// Its rows: a word for each column.
    pub(crate) rows: Vec<Vec<String>>,
    /// How high a row is at least, in points: room to write in.
    pub(crate) row_height: f32,
}

/// A column of a table.
#[derive(Clone)]
pub(crate) struct GridColumn<'a> {
    /// Its name.
    pub(crate) title: &'a str,
    /// The field of the data its words come from.
    pub(crate) field: &'static str,
    /// Where its words stand.
    pub(crate) align: Align,
    /// How they look.
    pub(crate) style: Style,
    /// How wide it is at least, in points: room to write in.
    pub(crate) room: f32,
}

impl<'a> GridColumn<'a> {
    /// A column of words.
    pub(crate) fn new(title: &'a str, field: &'static str) -> Self {
        Self { title, field, align: Align::Start, style: CELL, room: 0.0 }
    }

    /// The same in another style.
    pub(crate) fn style(self, style: Style) -> Self {
        Self { style, ..self }
    }

    /// The same, with room to write in.
    pub(crate) fn at_least(self, room: f32) -> Self {
        Self { room, ..self }
    }

    /// The same, at the right edge.
    pub(crate) fn at_end(self) -> Self {
        Self { align: Align::End, ..self }
    }
}

/// Where the words of a column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    /// At its left edge.
    Start,
    /// At its right edge: numbers.
    End,
}

/// Between two columns.
const GUTTER: f32 = mm(4.0);
/// White over and under the words of a row.
const PADDING: f32 = 3.0;
/// The part of the measure a single word may claim before it is divided.
const WORD_MAX: f32 = 0.35;

/// What a row is set in.
struct Layout {
    /// Left edge and width of each column.
    columns: Vec<(f32, f32)>,
    head: Rc<Strip>,
}

impl Sheet<'_> {
    /// A table over the whole measure.
    pub(crate) fn table(&mut self, grid: &Grid<'_>) -> Result<(), DocumentFault> {
        let mut rows = Vec::with_capacity(grid.rows.len());
        for (index, row) in grid.rows.iter().enumerate() {
            rows.push(self.within(grid.list, index, |sheet| sheet.prepared(grid, row))?);
        }
        let titles: Vec<Prepared> = grid
            .columns
            .iter()
            .map(|column| self.setter.prepare(column.title, COLUMN, "columns"))
            .collect::<Result<_, _>>()?;
        let rooms: Vec<f32> = grid.columns.iter().map(|column| column.room).collect();
        let columns = widths(self.left, self.measure, &rooms, &titles, &rows);
        let table = self.tree.element(Role::Table, Tree::DOCUMENT);
        let head = self.head(grid, table, &titles, &columns);
        let mut silent = head.clone();
        silent.marks.iter_mut().for_each(|mark| mark.owner = Owner::Nothing);
        silent.places.clear();
        let layout = Layout { columns, head: Rc::new(silent) };
        let mut head = head;
        head.keep = true;
        self.push(head);
        for (index, row) in rows.iter().enumerate() {
            self.within(grid.list, index, |sheet| {
                sheet.row(grid, table, row, &layout);
                Ok(())
            })?;
        }
        Ok(())
    }

    fn prepared(&mut self, grid: &Grid<'_>, row: &[String]) -> Result<Vec<Prepared>, DocumentFault> {
        let blank = String::new();
        let cells = grid.columns.iter().zip(row.iter().chain(std::iter::repeat(&blank)));
        cells.map(|(column, words)| self.setter.prepare(words, column.style, column.field)).collect()
    }

    fn head(
        &mut self,
        grid: &Grid<'_>,
        table: Element,
        titles: &[Prepared],
        columns: &[(f32, f32)],
    ) -> Strip {
        let row = self.tree.element(Role::Row, table);
        let mut strip = Strip::default();
        let lines: Vec<Vec<Line>> =
            titles.iter().zip(columns).map(|(title, (_, width))| title.lines(*width)).collect();
        let tallest = lines.iter().map(Vec::len).max().unwrap_or_default();
        for ((column, lines), (x, width)) in grid.columns.iter().zip(lines).zip(columns) {
            let cell = self.tree.element(Role::Header(Scope::Column), row);
            // Names of columns stand on the rule.
            let top = PADDING + (tallest - lines.len()) as f32 * COLUMN.leading;
            self.aligned(&mut strip, cell, (*x, *width, top), &lines, column.align, "");
        }
        let foot = 2.0 * PADDING + tallest as f32 * COLUMN.leading;
        strip.height = foot;
        strip.marks.push(Mark::rule(self.left, foot - 0.5, self.measure, 1.0, self.accent()));
        strip
    }

    /// A row on one strip, or, when a page could hardly hold it, line by line.
    fn row(&mut self, grid: &Grid<'_>, table: Element, cells: &[Prepared], layout: &Layout) {
        let row = self.tree.element(Role::Row, table);
        let lines: Vec<Vec<Line>> =
            cells.iter().zip(&layout.columns).map(|(cell, (_, width))| cell.lines(*width)).collect();
        let elements: Vec<Element> = lines.iter().map(|_| self.tree.element(Role::Cell, row)).collect();
        let leading = grid.columns.iter().map(|column| column.style.leading).fold(0.0, f32::max);
        let count = lines.iter().map(Vec::len).max().unwrap_or_default().max(1);
        let together = if count as f32 * leading <= self.depth() / 2.0 { count } else { 1 };
        for from in (0..count).step_by(together) {
            let is_first = from == 0;
            let is_last = from + together >= count;
            let mut strip = Strip { head: Some(Rc::clone(&layout.head)), ..Strip::default() };
            let top = if is_first { PADDING } else { 0.0 };
            for (((column, lines), (x, width)), cell) in
                grid.columns.iter().zip(&lines).zip(&layout.columns).zip(&elements)
            {
                let now = &lines[from.min(lines.len())..(from + together).min(lines.len())];
                self.aligned(&mut strip, *cell, (*x, *width, top), now, column.align, column.field);
            }
            strip.height = top + together as f32 * leading;
            if is_last {
                let room = if together == 1 { 0.0 } else { grid.row_height };
                strip.height = (strip.height + PADDING).max(room);
                strip.marks.push(Mark::rule(self.left, strip.height - 0.25, self.measure, 0.5, Ink::Pale));
            }
            // The first two lines and the last two stay together.
            strip.keep = together == 1 && (is_first || from + 2 == count) && !is_last;
            self.push(strip);
        }
    }

    fn aligned(
        &mut self,
        strip: &mut Strip,
        cell: Element,
        (x, width, top): (f32, f32, f32),
        lines: &[Line],
        align: Align,
        field: &str,
    ) {
        if align == Align::Start {
            self.put(strip, cell, (x, width, top), lines, field);
            return;
        }
        let mut y = top;
        for line in lines {
            y = self.put(
                strip,
                cell,
                (x + width - line.width(), line.width(), y),
                std::slice::from_ref(line),
                field,
            );
        }
    }
}

/// Left edge and width of each column: what its words want if there is room, else no less than its longest word and a
/// share of the rest.
fn widths(
    left: f32,
    measure: f32,
    rooms: &[f32],
    titles: &[Prepared],
    rows: &[Vec<Prepared>],
) -> Vec<(f32, f32)> {
    let count = titles.len();
    let room = measure - GUTTER * count.saturating_sub(1) as f32;
    let column = |index: usize| {
        let cells = rows.iter().filter_map(move |row| row.get(index));
        titles[index..=index].iter().chain(cells)
    };
    let wanted: Vec<f32> = (0..count)
        .map(|index| column(index).map(Prepared::width).fold(rooms[index].max(1.0), f32::max) + 0.1)
        .collect();
    let least: Vec<f32> = (0..count)
        .map(|index| {
            let word = column(index).map(Prepared::longest_word).fold(1.0, f32::max).min(room * WORD_MAX);
            word.max(rooms[index]) + 0.1
        })
        .collect();
    let (all, bare) = (wanted.iter().sum::<f32>(), least.iter().sum::<f32>());
    let widths: Vec<f32> = if all <= room {
        wanted.iter().map(|width| width + (room - all) * width / all).collect()
    } else if bare <= room {
        let more: Vec<f32> =
            wanted.iter().zip(&least).map(|(wanted, least)| (wanted - least).max(0.0)).collect();
        let total = more.iter().sum::<f32>().max(1.0);
        least.iter().zip(&more).map(|(least, more)| least + (room - bare) * more / total).collect()
    } else {
        least.iter().map(|width| width * room / bare).collect()
    };
    let mut x = left;
    widths
        .into_iter()
        .map(|width| {
            let column = (x, width);
            x += width + GUTTER;
            column
        })
        .collect()
}
