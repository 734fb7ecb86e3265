//! Cases that need more than the string, and those that are no string of a browser.

use super::{IOS_WEB_KIT, WEB_KIT, check, of, words};
use crate::rules::user_agent::{Browser, BrowserFacts, Engine, Recognised, System, recognise};

fn hinted(brands: &[(&str, &str)], platform: &str, version: &str) -> BrowserFacts {
    let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    BrowserFacts {
        brands: brands
            .iter()
            .map(|(brand, version)| ((*brand).to_owned(), (*version).to_owned()))
            .collect(),
        platform: filled(platform),
        platform_version: filled(version),
        ..BrowserFacts::default()
    }
}

#[test]
fn the_windows_of_apps_are_named() {
    check(&[
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_3_2 like Mac OS X) {i} Mobile/15E148 [FBAN/FBIOS;FBAV/501.2.0.65.109;FBDV/iPhone12,8]",
            "Safari · iOS 18.3 in Facebook",
        ),
        (
            "Mozilla/5.0 (Linux; Android 14; SM-S911B Build/UP1A; wv) {k} Version/4.0 Chrome/153.0.0.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/480.0.0.50;]",
            "Chrome 153 · Android 14 in Facebook",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_3_2 like Mac OS X) {i} Mobile/22D82 Instagram 375.2.0.33.77 (iPhone16,1; iOS 18_3_2)",
            "Safari · iOS 18.3 in Instagram",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) {i} Mobile/15E148 [LinkedInApp]/9.30",
            "Safari · iOS 18.5 in LinkedIn",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) {i} Version/18.5 Mobile/15E148 Snapchat/13.30 (like Safari/8620, panda)",
            "Safari 18 · iOS 18.5 in Snapchat",
        ),
        (
            "Mozilla/5.0 (Linux; Android 13; CPH2 Build/TP1A; wv) {k} Version/4.0 Chrome/150.0.0.0 Mobile Safari/537.36 trill_300 BytedanceWebview/d8a",
            "Chrome 150 · Android 13 in TikTok",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) {i} GSA/380.0 Mobile/15E148 Safari/604.1",
            "Safari · iOS 18.5 in Google",
        ),
        (
            "Mozilla/5.0 (Linux; Android 13; SM-G981U1; wv) {k} Version/4.0 Chrome/135.0.7049.38 Mobile Safari/537.36 Line/15.4.2/IAB",
            "Chrome 135 · Android 13 in LINE",
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) {k} Chrome/150.0.0.0 Safari/537.36 Edg/150.0.0.0 Teams/26.1",
            "Edge 150 · Windows ? in Microsoft Teams",
        ),
        (
            "Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/AP2A; wv) {k} Version/4.0 Chrome/153.0.0.0 Mobile Safari/537.36",
            "Chrome 153 · Android 14 in WebView",
        ),
        (
            "Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/AP2A; wv) {k} Version/4.0 Chrome/153.0.0.0 Mobile Safari/537.36 MyBank/3.1",
            "Chrome 153 · Android 14 in MyBank",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) {i} Mobile/15E148",
            "Safari · iOS 17.5 in WebView",
        ),
    ]);
}

#[test]
fn a_page_on_the_home_screen_is_no_app_and_an_ipad_is_no_mac() {
    let home = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148";
    let facts = BrowserFacts {
        standalone: Some(true),
        ..BrowserFacts::of_user_agent(home)
    };
    assert_eq!(recognise(&facts).in_app, None);

    let desktop = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15";
    for (touch_points, expected) in [
        (Some(5), "Safari 17 · iOS 17.4"),
        (Some(0), "Safari 17 · macOS ?"),
        (None, "Safari 17 · macOS ?"),
    ] {
        let facts = BrowserFacts {
            touch_points,
            ..BrowserFacts::of_user_agent(desktop)
        };
        assert_eq!(words(&recognise(&facts)), expected);
    }
}

#[test]
fn client_hints_are_believed_first() {
    let chrome = [
        ("Chromium", "156.0.1.2"),
        ("Google Chrome", "156.0.1.2"),
        ("Not/A)Brand", "24.0.0.0"),
    ];
    for (brands, platform, version, expected) in [
        (&chrome[..], "Windows", "19.0.0", "Chrome 156 · Windows 11"),
        (&chrome[..], "Windows", "13.0.0", "Chrome 156 · Windows 11"),
        (&chrome[..], "Windows", "10.0.0", "Chrome 156 · Windows 10"),
        (&chrome[..], "Windows", "0.3.0", "Chrome 156 · Windows 8.1"),
        (&chrome[..], "Windows", "0.1.0", "Chrome 156 · Windows 7"),
        (&chrome[..], "Windows", "12.0.0", "Chrome 156 · Windows"),
        (&chrome[..], "Windows", "", "Chrome 156 · Windows"),
        (&chrome[..], "macOS", "15.3.1", "Chrome 156 · macOS 15.3"),
        (&chrome[..], "macOS", "16.0.0", "Chrome 156 · macOS 26"),
        (&chrome[..], "Android", "16.0.0", "Chrome 156 · Android 16"),
        (
            &chrome[..],
            "Chrome OS",
            "16093.68.0",
            "Chrome 156 · ChromeOS 16093.68",
        ),
        (
            &[
                ("Not;A=Brand", "8"),
                ("Chromium", "150"),
                ("Microsoft Edge", "150"),
            ],
            "Linux",
            "",
            "Edge 150 · Linux",
        ),
        (
            &[("Chromium", "150"), ("Brave", "150"), ("Not_A Brand", "99")],
            "Linux",
            "",
            "Brave 150 · Linux",
        ),
        (
            &[("Chromium", "150"), ("Opera", "135"), ("Not_A Brand", "99")],
            "",
            "",
            "Opera 135 · ",
        ),
        (
            &[
                ("Chromium", "150"),
                ("Google Chrome", "150"),
                ("Wavebox", "11"),
            ],
            "",
            "",
            "Wavebox 11 · ",
        ),
        (
            &[("Chromium", "150"), (" Not A;Brand", "99")],
            "Linux",
            "",
            "Chromium 150 · Linux",
        ),
        (
            &[("Chromium", "150"), ("Android WebView", "150")],
            "Android",
            "",
            "Chromium 150 · Android in WebView",
        ),
        (&[("(Not(A:Brand", "99")], "Unknown", "", " · "),
    ] {
        let facts = hinted(brands, platform, version);
        assert_eq!(words(&recognise(&facts)), expected, "{facts:?}");
    }
}

#[test]
fn where_hints_and_string_disagree_nobody_gets_older_by_it() {
    let string = |major: u32| {
        let text = format!(
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) {WEB_KIT} Chrome/{major}.0.0.0 Safari/537.36"
        );
        Some(text)
    };
    for (hint, said, major) in [("156", 79, 156), ("79", 156, 156)] {
        let facts = BrowserFacts {
            user_agent: string(said),
            ..hinted(
                &[("Google Chrome", hint), ("Chromium", hint)],
                "Windows",
                "15.0.0",
            )
        };
        assert_eq!(
            words(&recognise(&facts)),
            format!("Chrome {major} · Windows 11")
        );
    }
    // An extension that changes only the string does not change the hints.
    let facts = BrowserFacts {
        user_agent: Some(
            "Mozilla/5.0 (X11; Linux x86_64; rv:60.0) Gecko/20100101 Firefox/60.0".to_owned(),
        ),
        ..hinted(&[("Google Chrome", "156")], "macOS", "26.0.0")
    };
    assert_eq!(words(&recognise(&facts)), "Chrome 156 · macOS 26");
}

#[test]
fn the_engine_is_told_behind_every_name() {
    for (user_agent, engine) in [
        (
            "Mozilla/5.0 (Windows NT 10.0) {k} Chrome/155.0.0.0 Safari/537.36 OPR/125.0.0.0",
            Engine::Blink,
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) {i} CriOS/156.0 Mobile/15E148 Safari/604.1",
            Engine::WebKit,
        ),
        (
            "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0",
            Engine::Gecko,
        ),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) {i} Version/26.1 Safari/605.1.15",
            Engine::WebKit,
        ),
        ("curl/8.5.0", Engine::Unknown),
    ] {
        let user_agent = user_agent
            .replace("{k}", WEB_KIT)
            .replace("{i}", IOS_WEB_KIT);
        assert_eq!(of(&user_agent).engine, engine, "{user_agent}");
    }
}

#[test]
fn nonsense_is_survived_and_comes_to_nothing() {
    assert_eq!(recognise(&BrowserFacts::default()), Recognised::default());
    let long = "Chrome/".repeat(200_000);
    let deep = "(".repeat(100_000);
    for nonsense in [
        "",
        " ",
        "/",
        "//",
        "(",
        ")",
        "[](",
        "\u{0}\u{1b}[31m\r\n",
        "🦊/🔥 (🍏; 🤖) 🧭/💯",
        "Chrome/",
        "Firefox/",
        "Version/abc",
        "Chrome/-1",
        "Chrome/99999999999999999999",
        "Firefox/99999999999999999999 <script>",
        "Android ",
        "Windows NT ",
        "Mac OS X 99999999999_9",
        "iPhone OS 99999999999",
        "MSIE ",
        "compatible; ",
        "compatible; /",
        "é(é)é/é",
        &long,
        &deep,
    ] {
        let recognised = of(nonsense);
        assert_eq!(recognised.major, None, "{}", nonsense.escape_debug());
        let facts = BrowserFacts {
            platform: Some(nonsense.to_owned()),
            platform_version: Some(nonsense.to_owned()),
            brands: vec![(nonsense.to_owned(), nonsense.to_owned()); 3],
            touch_points: Some(u32::MAX),
            ..BrowserFacts::of_user_agent(nonsense)
        };
        let recognised = recognise(&facts);
        assert!(recognised.browser.name().chars().count() <= 32);
        assert!(
            !recognised
                .browser
                .name()
                .contains(['<', '>', '\u{1b}', '\n'])
        );
        assert!(recognised.system_version_words().is_none());
    }
    assert_eq!(of("Chrome/").browser, Browser::Chrome);
    assert_eq!(of("Windows NT 10.0").system, System::Windows);
}
