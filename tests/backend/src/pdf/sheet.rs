//! Pages that are written from top to bottom, each piece with its place among the tags; knows no payslip and no library.

use ttf_parser::Face;

/// Where lines begin and end, and where a page ends.
pub const LEFT: f32 = 40.0;
const RIGHT: f32 = 555.0;
const BOTTOM: f32 = 806.0;
const FOOT: f32 = 824.0;
/// A row's height, such that an ordinary payslip (24 lines, its totals and titles) fits on a page.
const ROW: f32 = 15.0;
const TEXT: f32 = 9.0;
const SECTION: f32 = 10.5;
/// Where the columns of numbers of a payslip end; the first column begins at the left.
pub const FIVE_COLUMNS: &[f32] = &[345.0, 395.0, 475.0, RIGHT];
/// The same for a table of three columns.
pub const THREE_COLUMNS: &[f32] = &[400.0, RIGHT];
/// The same for a table of two columns.
pub const TWO_COLUMNS: &[f32] = &[RIGHT];

/// What stands in a table.
pub struct Cell {
    text: String,
    /// What it is.
    pub kind: CellKind,
}

/// What a cell is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellKind {
    /// The title of the rows that follow, across all columns.
    Section,
    /// The title of its row.
    Label,
    /// A value.
    Value,
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

    /// A value, or an empty cell: that is a space, because a cell without content would leave the table.
    pub fn value(text: Option<String>) -> Self {
        Self {
            text: text.unwrap_or_else(|| "\u{a0}".to_owned()),
            kind: CellKind::Value,
        }
    }
}

/// Something on a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A line of text; with its number among the texts that are read out, or none where it repeats what was read.
    Text {
        number: Option<usize>,
        at: (f32, f32),
        size: f32,
        text: String,
    },
    /// A line under a row; decoration.
    Rule { y: f32, width: f32 },
}

/// A piece of the document, in reading order; texts are told by their numbers.
#[derive(Debug)]
pub enum Block {
    /// A heading of that level, with its words.
    Heading(u16, String, Vec<usize>),
    /// A paragraph.
    Paragraph(Vec<usize>),
    /// A table: the cells of its head, and its rows.
    Table {
        head: Vec<usize>,
        rows: Vec<Vec<(CellKind, usize)>>,
    },
}

/// The pages so far.
pub struct Sheet {
    face: Option<Face<'static>>,
    pages: Vec<Vec<Mark>>,
    blocks: Vec<Block>,
    texts: usize,
    y: f32,
}

impl Sheet {
    /// An empty page.
    pub fn new() -> Self {
        Self {
            face: Face::parse(epaint_default_fonts::UBUNTU_LIGHT, 0).ok(),
            pages: vec![Vec::new()],
            blocks: Vec::new(),
            texts: 0,
            y: LEFT,
        }
    }

    /// A heading; the first level is the document's title.
    pub fn heading(&mut self, level: u16, text: &str) {
        let size = if level == 1 { 18.0 } else { 12.0 };
        // What follows a heading stands on its page.
        self.make_room(size * 1.6 + 3.0 * ROW);
        let mut numbers = Vec::new();
        for line in self.lines(text, size) {
            self.y += size * 1.6;
            numbers.push(self.write(LEFT, size, &line));
        }
        self.y += 4.0;
        self.blocks
            .push(Block::Heading(level, text.to_owned(), numbers));
    }

    /// Lines of text.
    pub fn paragraph(&mut self, text: &str) {
        let mut numbers = Vec::new();
        for line in self.lines(text, TEXT) {
            self.make_room(ROW);
            self.y += ROW;
            numbers.push(self.write(LEFT, TEXT, &line));
        }
        self.blocks.push(Block::Paragraph(numbers));
    }

    /// A table with a head, which is repeated on each page that it reaches.
    pub fn table(&mut self, ends: &[f32], head: &[&str], rows: &[Vec<Cell>]) {
        self.make_room(3.0 * ROW);
        self.y += ROW;
        let titles: Vec<&str> = head
            .iter()
            .map(|title| if title.is_empty() { "\u{a0}" } else { title })
            .collect();
        let mut numbers = Vec::new();
        for (column, title) in titles.iter().enumerate() {
            let x = self.begins(ends, column, title);
            numbers.push(self.write(x, TEXT, title));
        }
        self.rule(1.0);
        let mut written = Vec::new();
        for row in rows {
            let is_section = row.iter().any(|cell| cell.kind == CellKind::Section);
            // The title of some rows never stands alone at the end of a page.
            if self.make_room(if is_section { 2.0 * ROW } else { ROW }) {
                self.repeat_head(ends, &titles);
            }
            self.y += ROW;
            written.push(self.row(ends, row));
            self.rule(0.25);
        }
        self.blocks.push(Block::Table {
            head: numbers,
            rows: written,
        });
    }

    /// The pages, each with its number, and what stands on them in reading order.
    pub fn finish(mut self) -> (Vec<Vec<Mark>>, Vec<Block>) {
        let count = self.pages.len();
        for number in 0..count {
            let text = format!("Page {} sur {count}", number + 1);
            let at = (RIGHT - self.width(&text, TEXT), FOOT);
            if let Some(page) = self.pages.get_mut(number) {
                page.push(Mark::Text {
                    number: None,
                    at,
                    size: TEXT,
                    text,
                });
            }
        }
        (self.pages, self.blocks)
    }

    /// Begins a page when so much does not fit on this one, and says whether it did.
    fn make_room(&mut self, height: f32) -> bool {
        let is_full = self.y + height > BOTTOM;
        if is_full {
            self.pages.push(Vec::new());
            self.y = LEFT;
        }
        is_full
    }

    fn repeat_head(&mut self, ends: &[f32], titles: &[&str]) {
        self.y += ROW;
        for (column, title) in titles.iter().enumerate() {
            let at = (self.begins(ends, column, title), self.y);
            self.mark(Mark::Text {
                number: None,
                at,
                size: TEXT,
                text: self.printable(title),
            });
        }
        self.rule(1.0);
    }

    fn row(&mut self, ends: &[f32], row: &[Cell]) -> Vec<(CellKind, usize)> {
        let mut cells = Vec::new();
        for (column, cell) in row.iter().enumerate() {
            let (x, size) = match cell.kind {
                CellKind::Section => (LEFT, SECTION),
                CellKind::Label | CellKind::Value => (self.begins(ends, column, &cell.text), TEXT),
            };
            cells.push((cell.kind, self.write(x, size, &cell.text)));
        }
        cells
    }

    /// Where a text of that column begins: all but the first end at one line.
    fn begins(&self, ends: &[f32], column: usize, text: &str) -> f32 {
        match column.checked_sub(1).and_then(|place| ends.get(place)) {
            Some(end) => end - self.width(text, TEXT),
            None => LEFT,
        }
    }

    fn write(&mut self, x: f32, size: f32, text: &str) -> usize {
        let number = self.texts;
        self.texts += 1;
        self.mark(Mark::Text {
            number: Some(number),
            at: (x, self.y),
            size,
            text: self.printable(text),
        });
        number
    }

    fn rule(&mut self, width: f32) {
        let y = self.y + 4.0;
        self.mark(Mark::Rule { y, width });
    }

    fn mark(&mut self, mark: Mark) {
        if let Some(page) = self.pages.last_mut() {
            page.push(mark);
        }
    }

    /// `text` in lines that fit between the margins; a word that does not fit stands on a line of its own.
    fn lines(&self, text: &str, size: f32) -> Vec<String> {
        let mut lines = vec![String::new()];
        for word in text.split(' ') {
            let Some(line) = lines.last_mut() else { break };
            let longer = format!("{line}{}{word}", if line.is_empty() { "" } else { " " });
            if line.is_empty() || self.width(&longer, size) <= RIGHT - LEFT {
                *line = longer;
            } else {
                lines.push(word.to_owned());
            }
        }
        lines
    }

    /// `text` with a question mark for what the font has not: a file with holes in it would not be accessible.
    fn printable(&self, text: &str) -> String {
        let is_known = |c: char| {
            self.face
                .as_ref()
                .is_none_or(|face| face.glyph_index(c).is_some())
        };
        text.chars()
            .map(|c| if is_known(c) { c } else { '?' })
            .collect()
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
