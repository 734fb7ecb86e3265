//! One page that is written from top to bottom, each piece with its tag; knows no payslip.

use krilla::color::rgb;
use krilla::geom::{PathBuilder, Point};
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, FillRule, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, Node, SpanTag, TableHeaderScope, Tag, TagGroup,
};
use krilla::text::{Font, TextDirection};
use std::num::{NonZeroU16, NonZeroU32};
use ttf_parser::Face;

const LEFT: f32 = 40.0;
const RIGHT: f32 = 555.0;
/// Where the columns of numbers end; the first column begins at the left.
const COLUMN_ENDS: [f32; 4] = [345.0, 395.0, 475.0, RIGHT];
/// A row's height, such that the longest payslip (24 lines, its totals and titles) fits on a page.
const ROW: f32 = 15.0;
const TEXT: f32 = 9.0;
const SECTION: f32 = 10.5;

/// What stands in a table.
pub struct Cell {
    text: String,
    kind: CellKind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum CellKind {
    Section,
    Label,
    Number,
}

impl Cell {
    /// The title of the rows that follow, across all columns.
    pub fn section(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            kind: CellKind::Section,
        }
    }

    /// The title of its row.
    pub fn label(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            kind: CellKind::Label,
        }
    }

    /// A number, or an empty cell: that is a space, because a cell without content would leave the table.
    pub fn number(text: Option<String>) -> Self {
        Self {
            text: text.unwrap_or_else(|| "\u{a0}".to_owned()),
            kind: CellKind::Number,
        }
    }
}

/// The page, and the tags of what it holds.
pub struct Sheet<'a> {
    surface: Surface<'a>,
    font: Font,
    face: Option<Face<'static>>,
    y: f32,
    nodes: Vec<Node>,
}

impl<'a> Sheet<'a> {
    /// An empty page.
    pub fn new(surface: Surface<'a>, font: Font) -> Self {
        let face = Face::parse(epaint_default_fonts::UBUNTU_LIGHT, 0).ok();
        Self {
            surface,
            font,
            face,
            y: LEFT,
            nodes: Vec::new(),
        }
    }

    /// A heading; the first level is the document's title.
    pub fn heading(&mut self, level: u16, text: &str) {
        let size = if level == 1 { 18.0 } else { 12.0 };
        self.y += size * 1.6;
        let id = self.write(LEFT, size, text);
        let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
        let tag = Tag::Hn(level, Some(text.to_owned()));
        self.nodes
            .push(TagGroup::with_children(tag, vec![id.into()]).into());
        self.y += 4.0;
    }

    /// A line of text.
    pub fn paragraph(&mut self, text: &str) {
        self.y += ROW;
        let id = self.write(LEFT, TEXT, text);
        self.nodes
            .push(TagGroup::with_children(Tag::P, vec![id.into()]).into());
    }

    /// A table with a head.
    pub fn table(&mut self, head: &[&str], rows: &[Vec<Cell>]) {
        self.y += ROW;
        let mut cells = Vec::new();
        for (column, title) in head.iter().enumerate() {
            let text = if title.is_empty() { "\u{a0}" } else { title };
            let id = self.write_in_column(column, text);
            cells.push(
                TagGroup::with_children(Tag::TH(TableHeaderScope::Column), vec![id.into()]).into(),
            );
        }
        self.rule(1.0);
        let head = TagGroup::with_children(Tag::TR, cells);
        let mut body = TagGroup::new(Tag::TBody);
        for row in rows {
            self.y += ROW;
            body.push(self.row(row));
            self.rule(0.25);
        }
        let head = TagGroup::with_children(Tag::THead, vec![head.into()]);
        self.nodes
            .push(TagGroup::with_children(Tag::Table, vec![head.into(), body.into()]).into());
    }

    /// The tags, in reading order.
    pub fn finish(self) -> Vec<Node> {
        self.surface.finish();
        self.nodes
    }

    fn row(&mut self, row: &[Cell]) -> TagGroup {
        let mut cells = TagGroup::new(Tag::TR);
        for (column, cell) in row.iter().enumerate() {
            let id = match cell.kind {
                CellKind::Section => self.write(LEFT, SECTION, &cell.text),
                CellKind::Label | CellKind::Number => self.write_in_column(column, &cell.text),
            };
            let content = vec![id.into()];
            cells.push(match cell.kind {
                CellKind::Number => TagGroup::with_children(Tag::TD, content),
                CellKind::Label => TagGroup::with_children(Tag::TH(TableHeaderScope::Row), content),
                CellKind::Section => {
                    let width = NonZeroU32::new(COLUMN_ENDS.len() as u32 + 1);
                    TagGroup::with_children(
                        Tag::TH(TableHeaderScope::Row).with_col_span(width),
                        content,
                    )
                }
            });
        }
        cells
    }

    fn write_in_column(&mut self, column: usize, text: &str) -> Identifier {
        let x = match column
            .checked_sub(1)
            .and_then(|place| COLUMN_ENDS.get(place))
        {
            Some(end) => end - self.width(text, TEXT),
            None => LEFT,
        };
        self.write(x, TEXT, text)
    }

    fn write(&mut self, x: f32, size: f32, text: &str) -> Identifier {
        let id = self
            .surface
            .start_tagged(ContentTag::Span(SpanTag::empty()));
        self.surface.set_fill(Some(Fill {
            paint: rgb::Color::black().into(),
            opacity: NormalizedF32::ONE,
            rule: FillRule::NonZero,
        }));
        self.surface.set_stroke(None);
        let start = Point::from_xy(x, self.y);
        self.surface.draw_text(
            start,
            self.font.clone(),
            size,
            text,
            false,
            TextDirection::LeftToRight,
        );
        self.surface.end_tagged();
        id
    }

    /// A line under the row; decoration, which is not read out.
    fn rule(&mut self, width: f32) {
        let mut path = PathBuilder::new();
        path.move_to(LEFT, self.y + 4.0);
        path.line_to(RIGHT, self.y + 4.0);
        let Some(path) = path.finish() else { return };
        self.surface
            .start_tagged(ContentTag::Artifact(Artifact::with_kind(
                ArtifactType::Layout,
            )));
        self.surface.set_fill(None);
        self.surface.set_stroke(Some(Stroke {
            paint: rgb::Color::black().into(),
            width,
            ..Stroke::default()
        }));
        self.surface.draw_path(&path);
        self.surface.end_tagged();
    }

    fn width(&self, text: &str, size: f32) -> f32 {
        let Some(face) = &self.face else { return 0.0 };
        let units: u32 = text
            .chars()
            .filter_map(|c| face.glyph_hor_advance(face.glyph_index(c)?))
            .map(u32::from)
            .sum();
        units as f32 * size / f32::from(face.units_per_em())
    }
}
