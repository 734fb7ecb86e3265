//! Which rows of a long table are drawn: those that can be seen, and a few around them; knows no row.

/// Rows are drawn so many at a time: few, so that no frame of a fast scroll draws many more than the next.
pub const CHUNK: usize = 2;

/// So many chunks are drawn around those that are seen, on either side.
const AROUND: usize = 4;

/// The chunks that are drawn, and the rows that stand above and below them undrawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RowWindow {
    /// The first chunk that is drawn.
    pub first_chunk: usize,
    /// The chunk after the last that is drawn.
    pub end_chunk: usize,
    /// Rows above that keep their room.
    pub above: usize,
    /// Rows below that keep theirs.
    pub below: usize,
}

/// What can be seen of a table, in pixels of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Viewport {
    /// How far it is scrolled.
    pub top: u32,
    /// How much of it is seen.
    pub height: u32,
    /// The height of all its rows; 0 while it is not known.
    pub whole: u32,
}

impl RowWindow {
    /// The window on `rows` rows: whole chunks that cover what is seen and some more on either side, none beyond the table. With what
    /// stands above and below it is always `rows` rows high.
    #[must_use]
    pub fn on(rows: usize, seen: Viewport) -> Self {
        let (first, last) = if seen.whole == 0 {
            // Before anything is measured: what a tall window shows.
            (0, 29)
        } else {
            let bottom = seen.top.saturating_add(seen.height);
            (
                row_at(seen.top, rows, seen.whole),
                row_at(bottom, rows, seen.whole),
            )
        };
        let chunks = rows.div_ceil(CHUNK);
        // A table that has grown shorter may still be scrolled further than it is long.
        let last = last.min(rows.saturating_sub(1));
        let first = first.min(last);
        let first_chunk = (first / CHUNK).saturating_sub(AROUND);
        let end_chunk = (last / CHUNK + 1 + AROUND).min(chunks);
        Self {
            first_chunk: first_chunk.min(end_chunk),
            end_chunk,
            above: (first_chunk * CHUNK).min(rows),
            below: rows.saturating_sub(end_chunk * CHUNK),
        }
    }

    /// The chunks that are drawn.
    pub fn chunks(self) -> impl Iterator<Item = usize> {
        self.first_chunk..self.end_chunk
    }
}

/// The rows of one chunk of `rows` rows.
#[must_use]
pub fn rows_of(chunk: usize, rows: usize) -> std::ops::Range<usize> {
    let first = chunk.saturating_mul(CHUNK).min(rows);
    first..first.saturating_add(CHUNK).min(rows)
}

/// The row that stands at a height: counted from the whole, so that parts of a pixel don't add up.
fn row_at(height: u32, rows: usize, whole: u32) -> usize {
    let rows = u64::try_from(rows).unwrap_or(u64::MAX);
    let at = u64::from(height).saturating_mul(rows) / u64::from(whole.max(1));
    usize::try_from(at).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::{AROUND, CHUNK, RowWindow, Viewport, rows_of};
    use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

    #[test]
    fn what_is_seen_is_drawn_with_some_chunks_around_it() {
        let of = |rows, top, height, whole| {
            let window = RowWindow::on(rows, Viewport { top, height, whole });
            (window.first_chunk, window.end_chunk)
        };
        assert_eq!(of(300, 0, 400, 12_000), (0, 10));
        assert_eq!(of(300, 4000, 400, 12_000), (46, 60));
        assert_eq!(of(300, 11_600, 400, 12_000), (141, 150));
        assert_eq!(of(7, 0, 400, 280), (0, 4));
        assert_eq!(of(0, 0, 400, 0), (0, 0));
        // Filtered while it was scrolled down.
        assert_eq!(of(12, 11_600, 400, 480), (1, 6));
        assert_eq!(of(300, 0, 0, 0), (0, 19), "not measured yet");
    }

    proptest! {
        #[test]
        fn the_window_covers_what_is_seen_and_nothing_beyond_the_table(
            rows in 0_usize..5000, top in any::<u32>(), height in 0_u32..5000, row in 0_u32..200,
        ) {
            let whole = row * u32::try_from(rows).unwrap_or(0);
            let window = RowWindow::on(rows, Viewport { top, height, whole });
            prop_assert!(window.first_chunk <= window.end_chunk);
            let drawn: Vec<usize> = window.chunks().flat_map(|chunk| rows_of(chunk, rows)).collect();
            // No row is lost, none is drawn twice, and the height never changes.
            prop_assert_eq!(window.above + drawn.len() + window.below, rows);
            for (place, row) in drawn.iter().enumerate() {
                prop_assert_eq!(*row, window.above + place);
            }
            if whole > 0 {
                let last = usize::try_from(top.saturating_add(height) / row).unwrap_or(usize::MAX).min(rows - 1);
                let first = usize::try_from(top / row).unwrap_or(usize::MAX).min(last);
                for seen in first..=last {
                    prop_assert!(drawn.contains(&seen), "{} of {:?}", seen, window);
                }
                let most = usize::try_from(height / row).unwrap_or(0) + (2 * AROUND + 2) * CHUNK + 2;
                prop_assert!(drawn.len() <= most, "{} rows are drawn", drawn.len());
            }
        }
    }
}
