//! The year as SVG: shapes in attributes, the look in classes, nothing that a strict policy refuses; knows no signal.

use crate::contract::leave::LeaveDays;
use crate::i18n::locale::Locale;
use crate::rules::leave_year::{AbsenceLook, Span, YearPicture, months, picture};
use chrono::NaiveDate;
use leptos::prelude::*;
use std::fmt::Write;

/// The drawing's own units: half a day, a row, a bar in it, and what stands around the days.
const HALF: usize = 12;
const ROW: usize = 36;
const BAR: usize = 26;
const NAMES: usize = 96;
const TOP: usize = 40;
const WIDTH: usize = NAMES + 62 * HALF + 4;
const HEIGHT: usize = TOP + 12 * ROW;

/// The days that are numbered above the rows.
const NUMBERED: [usize; 7] = [1, 5, 10, 15, 20, 25, 30];

/// The drawing, with its legend.
pub fn figure(days: &LeaveDays, year: i32, today: NaiveDate, locale: Locale) -> AnyView {
    let t = locale.agent_texts();
    let picture = picture(days, year, today);
    let absences = days
        .absences
        .iter()
        .filter(|absence| AbsenceLook::of(absence.state).is_some())
        .count();
    let names: Vec<AnyView> = (0_u32..12)
        .zip(0_usize..)
        .map(|(month, row)| {
            let y = (TOP + row * ROW + 26).to_string();
            view! { <text class="leave-year__name" x="0" y=y>{t.short_month(month)}</text> }
                .into_any()
        })
        .collect();
    let numbers: Vec<AnyView> = NUMBERED
        .into_iter()
        .map(|day| {
            let x = (NAMES + (2 * day - 1) * HALF).to_string();
            view! { <text class="leave-year__name" x=x y="28" text-anchor="middle">{day.to_string()}</text> }
                .into_any()
        })
        .collect();
    let legend = legend(&picture, locale);
    let view_box = format!("0 0 {WIDTH} {HEIGHT}");
    view! {
        <figure class="leave-year__figure">
            <svg class="leave-year__drawing" viewBox=view_box role="img" aria-label=t.year_drawing(year, absences)>
                {numbers}{names}{shapes(&picture)}
            </svg>
            <figcaption><ul class="leave-year__legend">{legend}</ul></figcaption>
        </figure>
        {months(days, year).is_empty().then(|| view! { <p class="leave-year__none">{t.year_empty(year)}</p> })}
    }
    .into_any()
}

fn shapes(picture: &YearPicture) -> AnyView {
    let absences: Vec<AnyView> = picture
        .absences
        .iter()
        .map(|(look, spans)| bars(*look, d(spans, |span| bar(*look, span))))
        .collect();
    view! {
        {path("leave-year__days", d(&picture.days, |span| cell(span, BAR)))}
        {path("leave-year__off", d(&picture.off, |span| cell(span, BAR)))}
        {path("leave-year__holidays", d(&picture.holidays, diamond))}
        {absences}
        {path("leave-year__today", d(picture.today.as_slice(), |span| cell(span, ROW)))}
    }
    .into_any()
}

fn path(class: &'static str, d: String) -> AnyView {
    view! { <path class=class d=d></path> }.into_any()
}

fn bars(look: AbsenceLook, d: String) -> AnyView {
    let name = match look {
        AbsenceLook::Granted => "granted",
        AbsenceLook::Waiting => "waiting",
        AbsenceLook::Leaving => "leaving",
    };
    view! { <path class="leave-year__absence" data-look=name d=d></path> }.into_any()
}

fn d(spans: &[Span], shape: impl Fn(&Span) -> String) -> String {
    spans.iter().map(shape).collect()
}

/// Where a span begins, its row and its width.
fn place(span: &Span) -> (usize, usize, usize) {
    (
        NAMES + span.first * HALF,
        TOP + span.month * ROW,
        span.length * HALF,
    )
}

fn cell(span: &Span, height: usize) -> String {
    let (x, y, width) = place(span);
    let y = y + (ROW - height) / 2;
    format!("M{x} {y}h{width}v{height}h-{width}z")
}

/// The shape of each look is its own: whole, an outline, or the lower half only.
fn bar(look: AbsenceLook, span: &Span) -> String {
    let (x, y, width) = place(span);
    let mut d = String::new();
    let (x, y, width, height) = match look {
        AbsenceLook::Granted => (x, y + (ROW - BAR) / 2, width, BAR),
        // The line is drawn inside the half-days.
        AbsenceLook::Waiting => (x + 2, y + (ROW - BAR) / 2 + 2, width - 4, BAR - 4),
        AbsenceLook::Leaving => (x, y + ROW / 2, width, BAR / 2),
    };
    let _ = write!(d, "M{x} {y}h{width}v{height}h-{width}z");
    d
}

fn diamond(span: &Span) -> String {
    let (x, y, width) = place(span);
    let (x, y) = (x + width / 2, y + ROW / 2 - 9);
    format!("M{x} {y}l9 9l-9 9l-9 -9z")
}

/// What the shapes mean; only those that are there, but for the absences, which are told in any case.
fn legend(picture: &YearPicture, locale: Locale) -> Vec<AnyView> {
    let t = locale.agent_texts();
    // A sample is drawn where the first day would be.
    let day = Span {
        month: 0,
        first: 0,
        length: 4,
    };
    let mut keys: Vec<AnyView> = AbsenceLook::ALL
        .into_iter()
        .map(|look| key(bars(look, bar(look, &day)), t.absence_look(look)))
        .collect();
    let others = [
        (
            !picture.holidays.is_empty(),
            "leave-year__holidays",
            diamond(&day),
            t.year_holiday(),
        ),
        (
            !picture.off.is_empty(),
            "leave-year__off",
            cell(&day, BAR),
            t.year_off(),
        ),
        (
            picture.today.is_some(),
            "leave-year__today",
            cell(&day, BAR),
            t.year_today(),
        ),
    ];
    let others = others.into_iter().filter(|(is_there, ..)| *is_there);
    keys.extend(others.map(|(_, class, d, words)| key(path(class, d), words)));
    keys
}

fn key(sample: AnyView, words: &'static str) -> AnyView {
    let view_box = format!("{} {TOP} {} {ROW}", NAMES - 4, 4 * HALF + 8);
    view! {
        <li class="leave-year__key">
            <svg class="leave-year__sample" viewBox=view_box aria-hidden="true" focusable="false">{sample}</svg>
            <span>{words}</span>
        </li>
    }
    .into_any()
}
