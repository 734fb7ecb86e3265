//! Which message a list comes back to from one that was opened; knows no page and no call.

/// The message that was opened, or, where it has left the list, the nearest that is still there: the first of those that
/// stood after it, else the last of those before it. `None` where the list holds none of them.
#[must_use]
pub fn come_back_to(before: &[String], opened: &str, now: &[String]) -> Option<String> {
    let is_here = |id: &&String| now.contains(id);
    if let Some(same) = now.iter().find(|id| *id == opened) {
        return Some(same.clone());
    }
    let at = before.iter().position(|id| id == opened)?;
    let after = before.iter().skip(at).find(is_here);
    after
        .or_else(|| before.iter().take(at).rev().find(is_here))
        .cloned()
}

#[cfg(test)]
mod tests {
    use super::come_back_to;

    #[test]
    fn the_message_that_was_opened_or_the_nearest_that_is_left_is_come_back_to() {
        let ids = |ids: &str| ids.split(' ').map(str::to_owned).collect::<Vec<_>>();
        for (before, opened, now, expected) in [
            ("a b c", "b", "a b c", Some("b")),
            // A new one has arrived above it.
            ("a b c", "b", "x a b", Some("b")),
            // It was archived.
            ("a b c", "b", "a c", Some("c")),
            ("a b c", "b", "a x", Some("a")),
            ("a b c", "c", "a b d", Some("b")),
            // It was never in this list, or is there all the same.
            ("a b", "z", "a b", None),
            ("", "a", "a b", Some("a")),
            ("a b c", "b", "x y", None),
        ] {
            let found = come_back_to(&ids(before), opened, &ids(now));
            assert_eq!(found.as_deref(), expected, "{before} | {opened} | {now}");
        }
    }
}
