//! Cases of the recognition, by family and by trick; no browser is asked.

mod facts;

use super::{BrowserFacts, Recognised, SystemVersion, recognise};

fn of(user_agent: &str) -> Recognised {
    recognise(&BrowserFacts::of_user_agent(user_agent))
}

/// `Chrome 156 · Windows ?`: the version of the system is `?` where it is hidden, `18+` where only a bound is known.
fn words(recognised: &Recognised) -> String {
    let major = recognised
        .major
        .map_or(String::new(), |major| format!(" {major}"));
    let version = match recognised.system_version {
        Some(SystemVersion::Hidden) => " ?".to_owned(),
        Some(SystemVersion::AtLeast(major)) => format!(" {major}+"),
        _ => recognised
            .system_version_words()
            .map_or(String::new(), |words| format!(" {words}")),
    };
    let app = recognised
        .in_app
        .as_ref()
        .map_or(String::new(), |app| format!(" in {app}"));
    format!(
        "{}{major} · {}{version}{app}",
        recognised.browser.name(),
        recognised.system.name()
    )
}

const WEB_KIT: &str = "AppleWebKit/537.36 (KHTML, like Gecko)";
const IOS_WEB_KIT: &str = "AppleWebKit/605.1.15 (KHTML, like Gecko)";

/// Each case as the string and the words; `{k}` stands for Chromium's engine, `{i}` for that of iOS.
fn check(cases: &[(&str, &str)]) {
    for (user_agent, expected) in cases {
        let user_agent = user_agent
            .replace("{k}", WEB_KIT)
            .replace("{i}", IOS_WEB_KIT);
        assert_eq!(words(&of(&user_agent)), *expected, "{user_agent}");
    }
}

#[test]
fn the_four_on_desktops() {
    check(&[
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) {k} Chrome/156.0.0.0 Safari/537.36",
            "Chrome 156 · Windows ?",
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) {k} Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0",
            "Edge 156 · Windows ?",
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) {k} Chrome/64.0.3282.140 Safari/537.36 Edge/18.17763",
            "Edge 18 · Windows ?",
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:153.0) Gecko/20100101 Firefox/153.0",
            "Firefox 153 · Windows ?",
        ),
        (
            "Mozilla/5.0 (Windows NT 6.1; Win64; x64; rv:109.0) Gecko/20100101 Firefox/115.0",
            "Firefox 115 · Windows 7",
        ),
        (
            "Mozilla/5.0 (Windows NT 6.3; Win64; x64; rv:109.0) Gecko/20100101 Firefox/115.0",
            "Firefox 115 · Windows 8.1",
        ),
        (
            "Mozilla/5.0 (Windows NT 6.3; WOW64; rv:34.0) Gecko/20100101 Firefox/34.0",
            "Firefox 34 · Windows ?",
        ),
        (
            "Mozilla/5.0 (Windows NT 5.1) {k} Chrome/49.0.2623.112 Safari/537.36",
            "Chrome 49 · Windows XP",
        ),
        (
            "Mozilla/5.0 (Windows NT 6.0; rv:52.0) Gecko/20100101 Firefox/52.0",
            "Firefox 52 · Windows Vista",
        ),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) {i} Version/26.1 Safari/605.1.15",
            "Safari 26 · macOS ?",
        ),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_14_6) {i} Version/14.1.2 Safari/605.1.15",
            "Safari 14 · macOS 10.14",
        ),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:153.0) Gecko/20100101 Firefox/153.0",
            "Firefox 153 · macOS ?",
        ),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) {k} Chrome/156.0.0.0 Safari/537.36",
            "Chrome 156 · macOS ?",
        ),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 11_0_0) {k} Chrome/87.0.4280.88 Safari/537.36",
            "Chrome 87 · macOS ?",
        ),
        (
            "Mozilla/5.0 (X11; Linux x86_64) {k} Chrome/156.0.0.0 Safari/537.36",
            "Chrome 156 · Linux",
        ),
        (
            "Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
            "Firefox 140 · Linux",
        ),
        (
            "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) {k} Chrome/156.0.0.0 Safari/537.36",
            "Chrome 156 · ChromeOS",
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) {k} Chrome/99.156.0.0 Safari/537.36",
            "Chrome 156 · Windows ?",
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; Xbox; Xbox Series X) {k} Chrome/48.0.2564.82 Safari/537.36 Edge/20.02",
            "Edge 20 · Xbox",
        ),
    ]);
}

#[test]
fn the_four_on_android_and_ios() {
    check(&[
        (
            "Mozilla/5.0 (Linux; Android 10; K) {k} Chrome/156.0.0.0 Mobile Safari/537.36",
            "Chrome 156 · Android ?",
        ),
        (
            "Mozilla/5.0 (Linux; Android 13; SM-A205U) {k} Chrome/105.0.0.0 Mobile Safari/537.36",
            "Chrome 105 · Android 13",
        ),
        (
            "Mozilla/5.0 (Linux; Android 10; K) {k} Chrome/156.0.0.0 Mobile Safari/537.36 EdgA/156.0.0.0",
            "Edge 156 · Android ?",
        ),
        (
            "Mozilla/5.0 (Android 15; Mobile; rv:153.0) Gecko/153.0 Firefox/153.0",
            "Firefox 153 · Android 15",
        ),
        (
            "Mozilla/5.0 (Android 10; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0",
            "Firefox 140 · Android ?",
        ),
        (
            "Mozilla/5.0 (Linux; Android 13; BlackBerry Evolve X) {k} Chrome/123.0.0.0 Mobile Safari/537.36",
            "Chrome 123 · Android 13",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) {i} Version/17.5 Mobile/15E148 Safari/604.1",
            "Safari 17 · iOS 17.5",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) {i} Version/26.1 Mobile/15E148 Safari/604.1",
            "Safari 26 · iOS 26.1",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) {i} Version/27.0 Mobile/15E148 Safari/604.1",
            "Safari 27 · iOS 27",
        ),
        (
            "Mozilla/5.0 (iPad; CPU OS 16_7 like Mac OS X) {i} Version/16.6 Mobile/15E148 Safari/604.1",
            "Safari 16 · iOS 16.7",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 26_1_0 like Mac OS X) {i} CriOS/156.0.7500.9 Mobile/15E148 Safari/604.1",
            "Chrome 156 · iOS 26.1",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) {i} CriOS/156.0.7500.9 Mobile/15E148 Safari/604.1",
            "Chrome 156 · iOS 18+",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) {i} FxiOS/153.0 Mobile/15E148 Safari/605.1.15",
            "Firefox 153 · iOS 18.5",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) {i} Version/26.0 EdgiOS/156.0.0.0 Mobile/15E148 Safari/605.1.15",
            "Edge 156 · iOS 26",
        ),
        // Desktop pages on an iPad: the other numbers are constants.
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) {i} CriOS/156 Version/11.1.1 Safari/605.1.15",
            "Chrome 156 · iOS ?",
        ),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:153.0) {i} FxiOS/153.0 Safari/605.1.15",
            "Firefox 153 · iOS ?",
        ),
    ]);
}

#[test]
fn those_that_imitate_the_four_keep_their_own_name() {
    check(&[
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) {k} Chrome/155.0.0.0 Safari/537.36 OPR/125.0.0.0",
            "Opera 125 · Windows ?",
        ),
        (
            "Mozilla/5.0 (Linux; Android 10; K) {k} SamsungBrowser/29.0 Chrome/136.0.0.0 Mobile Safari/537.36",
            "Samsung Internet 29 · Android ?",
        ),
        (
            "Mozilla/5.0 (X11; Linux x86_64) {k} Chrome/155.0.0.0 Safari/537.36 Vivaldi/7.9.3000.10",
            "Vivaldi 7 · Linux",
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) {k} Chrome/154.0.0.0 YaBrowser/26.4.0.0 Safari/537.36",
            "Yandex Browser 26 · Windows ?",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) {i} Version/26.0 Mobile/15E148 Safari/604.1 Ddg/26.0",
            "DuckDuckGo 26 · iOS 26",
        ),
        (
            "Mozilla/5.0 (Linux; Android 14) {k} Version/4.0 Chrome/153.0.0.0 Mobile DuckDuckGo/5 Safari/537.36",
            "DuckDuckGo 5 · Android 14",
        ),
        (
            "Mozilla/5.0 (Linux; U; Android 11; fr-FR; M2) {k} Version/4.0 Chrome/100.0.4896.58 UCBrowser/13.4.0 Mobile Safari/537.36",
            "UC Browser 13 · Android 11",
        ),
        (
            "Mozilla/5.0 (X11; Linux x86_64) {k} HeadlessChrome/156.0.0.0 Safari/537.36",
            "HeadlessChrome 156 · Linux",
        ),
        (
            "Mozilla/5.0 (X11; Linux x86_64) {k} Ubuntu Chromium/90.0.4430.93 Chrome/90.0.4430.93 Safari/537.36",
            "Chromium 90 · Linux",
        ),
        (
            "Mozilla/5.0 (Linux; Android 10; K) {k} Chrome/150.0.0.0 Mobile Safari/537.36 (Ecosia android@150.0.0.0)",
            "Ecosia · Android ?",
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko",
            "Internet Explorer 11 · Windows ?",
        ),
        (
            "Mozilla/5.0 (X11; U; Linux x86_64; rv:1.9.2) Gecko/20110429 Mandriva Linux/1.9.2 (2010.0) Firefox/3.6.17",
            "Firefox 3 · Linux",
        ),
        (
            "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0 SeaMonkey/2.53.20",
            "SeaMonkey 2 · Linux",
        ),
        (
            "Mozilla/5.0 (X11; Linux x86_64) {i} Version/26.0 Safari/605.1.15",
            "WebKitGTK 26 · Linux",
        ),
        (
            "Mozilla/5.0 (X11; Linux x86_64) {k} Chrome/153.0.0.0 Safari/537.36 NewBrowser/3.1",
            "NewBrowser 3 · Linux",
        ),
        (
            "Mozilla/5.0 (compatible; SomeBot/2.1; +https://bot.example/)",
            "SomeBot 2 · ",
        ),
        ("curl/8.5.0", "curl 8 · "),
    ]);
}
