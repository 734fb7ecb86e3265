//! Pages and their tags as a file (PDF/UA-1); knows where everything stands, and nothing of what it says.

use super::DrawError;
use super::sheet::{Block, CellKind, LEFT, Mark, Sheet};
use chrono::{Datelike, NaiveDate};
use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, Node, SpanTag, TableHeaderScope, Tag, TagGroup,
    TagTree,
};
use krilla::text::{Font, TextDirection};
use krilla::{Document, SerializeSettings};
use std::collections::BTreeMap;
use std::num::{NonZeroU16, NonZeroU32};
use std::sync::OnceLock;

/// What stands in the properties of the file. The title names no person: it stands in tabs, histories and search indexes.
pub struct Properties<'a> {
    /// The title.
    pub title: &'a str,
    /// Who made it.
    pub author: &'a str,
    /// The day that it bears.
    pub day: NaiveDate,
}

/// The texts that are read out, by their numbers.
type Read = BTreeMap<usize, Identifier>;

/// The file, complete, or none: the same bytes for the same sheet.
///
/// # Errors
/// When the library refuses, which is when the document would not be accessible.
pub fn paint(sheet: Sheet, properties: &Properties<'_>) -> Result<Vec<u8>, DrawError> {
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(DrawError::of)?;
    let mut document = Document::new_with(SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    });
    document.set_metadata(metadata(properties));
    let mut outline = Outline::new();
    outline.push_child(OutlineNode::new(
        properties.title.to_owned(),
        XyzDestination::new(0, Point::from_xy(0.0, 0.0)),
    ));
    document.set_outline(outline);

    let font = font()?;
    let (pages, blocks) = sheet.finish();
    let mut read = Read::new();
    for marks in &pages {
        let a4 = PageSettings::from_wh(595.0, 842.0).ok_or_else(|| DrawError::of("A4"))?;
        let mut page = document.start_page_with(a4);
        let mut surface = page.surface();
        for mark in marks {
            put(&mut surface, &font, mark, &mut read);
        }
        surface.finish();
        page.finish();
    }
    let mut tree = TagTree::new().with_lang(Some("fr".to_owned()));
    for block in blocks {
        tree.push(tagged(block, &read));
    }
    document.set_tag_tree(tree);
    document.finish().map_err(DrawError::of)
}

fn metadata(properties: &Properties<'_>) -> Metadata {
    let day = properties.day;
    let [month, of_month] = [day.month(), day.day()].map(|part| u8::try_from(part).unwrap_or(1));
    let date = DateTime::new(u16::try_from(day.year()).unwrap_or_default())
        .month(month)
        .day(of_month);
    Metadata::new()
        .title(properties.title.to_owned())
        .language("fr".to_owned())
        .authors(vec![properties.author.to_owned()])
        .creation_date(date)
}

fn put(surface: &mut Surface<'_>, font: &Font, mark: &Mark, read: &mut Read) {
    match mark {
        Mark::Text {
            number,
            at,
            size,
            text,
        } => {
            let tag = match number {
                Some(_) => ContentTag::Span(SpanTag::empty()),
                None => artifact(ArtifactType::PaginationOther),
            };
            let id = surface.start_tagged(tag);
            surface.set_fill(Some(Fill {
                paint: rgb::Color::black().into(),
                opacity: NormalizedF32::ONE,
                rule: FillRule::NonZero,
            }));
            surface.set_stroke(None);
            let start = Point::from_xy(at.0, at.1);
            let direction = TextDirection::LeftToRight;
            surface.draw_text(start, font.clone(), *size, text, false, direction);
            surface.end_tagged();
            if let Some(number) = number {
                read.insert(*number, id);
            }
        }
        Mark::Rule { y, width } => {
            let mut path = PathBuilder::new();
            path.move_to(LEFT, *y);
            path.line_to(595.0 - LEFT, *y);
            let Some(path) = path.finish() else { return };
            surface.start_tagged(artifact(ArtifactType::Layout));
            surface.set_fill(None);
            surface.set_stroke(Some(Stroke {
                paint: rgb::Color::black().into(),
                width: *width,
                ..Stroke::default()
            }));
            surface.draw_path(&path);
            surface.end_tagged();
        }
    }
}

fn artifact<'a>(kind: ArtifactType) -> ContentTag<'a> {
    ContentTag::Artifact(Artifact::with_kind(kind))
}

fn tagged(block: Block, read: &Read) -> Node {
    let nodes = |numbers: &[usize]| -> Vec<Node> {
        let ids = numbers.iter().filter_map(|number| read.get(number));
        ids.map(|id| (*id).into()).collect()
    };
    match block {
        Block::Heading(level, text, numbers) => {
            let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
            TagGroup::with_children(Tag::Hn(level, Some(text)), nodes(&numbers)).into()
        }
        Block::Paragraph(numbers) => TagGroup::with_children(Tag::P, nodes(&numbers)).into(),
        Block::Table { head, rows } => {
            let width = NonZeroU32::new(u32::try_from(head.len()).unwrap_or_default());
            let mut titles = TagGroup::new(Tag::TR);
            for number in head {
                let title = Tag::TH(TableHeaderScope::Column);
                titles.push(TagGroup::with_children(title, nodes(&[number])));
            }
            let mut body = TagGroup::new(Tag::TBody);
            for row in rows {
                let mut cells = TagGroup::new(Tag::TR);
                for (kind, number) in row {
                    let content = nodes(&[number]);
                    let title = Tag::TH(TableHeaderScope::Row);
                    cells.push(match kind {
                        CellKind::Value => TagGroup::with_children(Tag::TD, content),
                        CellKind::Label => TagGroup::with_children(title, content),
                        CellKind::Section => {
                            TagGroup::with_children(title.with_col_span(width), content)
                        }
                    });
                }
                body.push(cells);
            }
            let head = TagGroup::with_children(Tag::THead, vec![titles.into()]);
            TagGroup::with_children(Tag::Table, vec![head.into(), body.into()]).into()
        }
    }
}

fn font() -> Result<Font, DrawError> {
    static FONT: OnceLock<Option<Font>> = OnceLock::new();
    FONT.get_or_init(|| Font::new(epaint_default_fonts::UBUNTU_LIGHT.into(), 0))
        .clone()
        .ok_or_else(|| DrawError::of("font"))
}
