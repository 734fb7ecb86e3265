//! A browser and its system in words, out of `User-Agent`; repeats nothing it was sent but a version's number.

use nomade::rules::user_agent::{BrowserFacts, System, recognise};

/// `Firefox 153, Linux`; empty where nothing is known.
#[must_use]
pub fn in_words(user_agent: &str) -> String {
    let recognised = recognise(&BrowserFacts::of_user_agent(user_agent));
    let browser = recognised
        .major
        .filter(|_| recognised.browser.is_listed())
        .map(|major| format!("{} {major}", recognised.browser.name()));
    let system = Some(recognised.system.name())
        .filter(|_| recognised.system != System::Unknown)
        .map(str::to_owned);
    let words: Vec<String> = browser.into_iter().chain(system).collect();
    words.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_are_told_from_those_they_imitate() {
        for (user_agent, words) in [
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0",
                "Firefox 153, Linux",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0",
                "Edge 156, Windows",
            ),
            (
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36",
                "Chrome 156, Android",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1",
                "Safari 26, iOS",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/155.0.0.0 Safari/537.36 OPR/125.0.0.0",
                "Opera 125, Windows",
            ),
            ("Hacked/5 (Windows NT 10.0)", "Windows"),
            ("curl/8.5.0", ""),
            ("Firefox/", ""),
            ("Firefox/99999999999999999999 <script>", ""),
            ("", ""),
        ] {
            assert_eq!(in_words(user_agent), words);
        }
    }
}
