//! The plot as SVG: shapes in attributes, the look in classes, nothing that a strict policy refuses; knows no signal.

use crate::i18n::locale::Locale;
use crate::i18n::{dates, numbers};
use crate::rules::payslip_plot::{
    Extreme, HEIGHT, Line, MonthMark, MonthOfPay, Place, Plot, WIDTH, plot,
};
use chrono::Datelike;
use leptos::prelude::*;
use std::fmt::Write;

/// Half the size of a mark.
const MARK: i64 = 9;
/// So near to the right side, a name is written from there.
const NEAR: i64 = 90;

/// A series of the plot; told apart by its dashes and the shape of its marks as much as by its colour.
#[derive(Clone, Copy)]
enum Series {
    Gross,
    Net,
}

/// The drawing, with its legend; nothing of no month.
pub fn figure(months: &[MonthOfPay], locale: Locale) -> Option<AnyView> {
    let plot = plot(months)?;
    let legend = [Series::Gross, Series::Net].map(|series| legend(series, locale));
    let view_box = format!("0 0 {WIDTH} {HEIGHT}");
    let figure = view! {
        <figure class="payslip-plot__figure">
            <svg class="payslip-plot__drawing" viewBox=view_box role="img" aria-label=summary(&plot, locale)>
                {amounts(&plot, locale)}
                {plot.months.iter().enumerate().map(|(at, mark)| month(mark, at == 0, locale)).collect_view()}
                {line(&plot.gross, Series::Gross)}
                {line(&plot.net, Series::Net)}
            </svg>
            <figcaption>
                <ul class="payslip-plot__legend">{legend.collect_view()}</ul>
            </figcaption>
        </figure>
    };
    Some(figure.into_any())
}

/// What the months of the plot are, in words.
pub fn of_months(months: &[MonthOfPay], locale: Locale) -> Option<String> {
    let (first, last) = (months.first()?, months.last()?);
    let [from, to] = [first, last].map(|month| dates::month(month.month, locale));
    Some(if from == to {
        locale.agent_texts().plot_of_month(&from)
    } else {
        locale.agent_texts().plot_of_months(&from, &to)
    })
}

/// The drawing in words.
fn summary(plot: &Plot, locale: Locale) -> String {
    let t = locale.agent_texts();
    let [from, to] = [plot.first, plot.last].map(|month| dates::month(month, locale));
    let extreme = |of: Extreme| {
        (
            numbers::money(of.amount, locale),
            dates::month(of.month, locale),
        )
    };
    let (lowest, its_month) = extreme(plot.lowest);
    let (highest, month) = extreme(plot.highest);
    let of = if from == to {
        t.plot_of_month(&from)
    } else {
        t.plot_of_months(&from, &to)
    };
    let extremes = t.plot_extremes(&lowest, &its_month, &highest, &month);
    format!("{of}. {extremes}")
}

fn amounts(plot: &Plot, locale: Locale) -> AnyView {
    let marks = plot.amounts.iter().map(|mark| {
        let d = format!("M0 {}H{WIDTH}", mark.y);
        view! {
            <path class="payslip-plot__grid" d=d></path>
            <text class="payslip-plot__name" x="0" y=(mark.y - 10).to_string()>{numbers::short_money(mark.amount, locale)}</text>
        }
        .into_any()
    });
    marks.collect::<Vec<AnyView>>().into_any()
}

/// The year stands by the first month and by each January: more names would not fit beside each other on a phone.
fn month(mark: &MonthMark, is_first: bool, locale: Locale) -> AnyView {
    let (year, month) = (mark.month.year(), mark.month.month0());
    let name = if mark.is_year {
        year.to_string()
    } else if is_first || month == 0 {
        format!("{} {year}", locale.agent_texts().short_month(month))
    } else {
        locale.agent_texts().short_month(month).to_owned()
    };
    let (x, anchor) = match mark.x {
        x if x > WIDTH - NEAR => (WIDTH, "end"),
        x => (x, "middle"),
    };
    view! { <text class="payslip-plot__name" x=x.to_string() y=(HEIGHT - 20).to_string() text-anchor=anchor>{name}</text> }
        .into_any()
}

fn line(line: &Line, series: Series) -> AnyView {
    let mut d = String::new();
    for run in &line.runs {
        for (at, (x, y)) in run.iter().enumerate() {
            let pen = if at == 0 { 'M' } else { 'L' };
            let _ = write!(d, "{pen}{x} {y}");
        }
    }
    strokes(d, &line.marks, series)
}

fn strokes(d: String, marks: &[Place], series: Series) -> AnyView {
    let name = match series {
        Series::Gross => "gross",
        Series::Net => "net",
    };
    let marks: String = marks.iter().map(|place| mark(*place, series)).collect();
    view! {
        <path class="payslip-plot__line" data-series=name d=d></path>
        <path class="payslip-plot__marks" data-series=name d=marks></path>
    }
    .into_any()
}

/// A square for the gross, a disc for the net.
fn mark((x, y): Place, series: Series) -> String {
    let size = 2 * MARK;
    match series {
        Series::Gross => format!("M{} {}h{size}v{size}h-{size}z", x - MARK, y - MARK),
        Series::Net => {
            format!(
                "M{} {y}a{MARK} {MARK} 0 1 0 {size} 0a{MARK} {MARK} 0 1 0 -{size} 0z",
                x - MARK
            )
        }
    }
}

fn legend(series: Series, locale: Locale) -> AnyView {
    let t = locale.agent_texts();
    let words = match series {
        Series::Gross => t.total_gross(),
        Series::Net => t.total_payable(),
    };
    let sample = strokes("M0 20H120".to_owned(), &[(60, 20)], series);
    view! {
        <li class="payslip-plot__key">
            <svg class="payslip-plot__sample" viewBox="0 0 120 40" aria-hidden="true" focusable="false">{sample}</svg>
            <span>{words}</span>
        </li>
    }
    .into_any()
}
