//! The names that user-agent strings and client hints go by; knows no version and no policy.

/// The browsers that imitate one of the four, by their own word, and what people call them. A word that is not
/// here stands for itself.
pub const BROWSERS: [(&str, &str); 33] = [
    ("OPR", "Opera"),
    ("OPRGX", "Opera GX"),
    ("OPT", "Opera"),
    ("OPX", "Opera GX"),
    ("OPiOS", "Opera"),
    ("OperaMobile", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("YaBrowser", "Yandex Browser"),
    ("YaSearchBrowser", "Yandex Browser"),
    ("Yandex", "Yandex Browser"),
    ("YandexBrowser", "Yandex Browser"),
    ("Ddg", "DuckDuckGo"),
    ("UCBrowser", "UC Browser"),
    ("UBrowser", "UC Browser"),
    ("UCWEB", "UC Browser"),
    ("MiuiBrowser", "Mi Browser"),
    ("XiaoMi", "Mi Browser"),
    ("PHX", "Phoenix Browser"),
    ("Yowser", "Yandex Browser"),
    ("HuaweiBrowser", "Huawei Browser"),
    ("Silk", "Amazon Silk"),
    ("Silk-Accelerated", "Amazon Silk"),
    ("Focus", "Firefox Focus"),
    ("FocusiOS", "Firefox Focus"),
    ("Klar", "Firefox Focus"),
    ("PaleMoon", "Pale Moon"),
    ("QwantMobile", "Qwant"),
    ("QwantBrowser", "Qwant"),
    ("Epiphany", "GNOME Web"),
    ("Avast", "Avast Secure Browser"),
    ("AVG", "AVG Secure Browser"),
    ("MSIE", "Internet Explorer"),
    ("IEMobile", "Internet Explorer"),
];

/// The browsers whose word stands alone or inside the brackets.
pub const REMARKS: [(&str, &str); 6] = [
    ("Ecosia", "Ecosia"),
    ("Brave)", "Brave"),
    ("Valve Steam", "Steam"),
    ("MetaSr", "Sogou Explorer"),
    ("QIHU", "360 Browser"),
    ("Mobile VR", "Firefox Reality"),
];

/// Words that stand in strings of the four themselves, or that say nothing of who sends them.
const ORDINARY: [&str; 42] = [
    "Mozilla",
    "AppleWebKit",
    "WebKit",
    "Gecko",
    "KHTML",
    "like",
    "Version",
    "Mobile",
    "Tablet",
    "Desktop",
    "Safari",
    "Chrome",
    "CriOS",
    "Firefox",
    "FxiOS",
    "Fennec",
    "Edg",
    "EdgA",
    "EdgiOS",
    "Edge",
    "Build",
    "OS",
    "COVC",
    "Large",
    "Screen",
    "HbbTV",
    "CrKey",
    "KAIOS",
    "FVC",
    "SmartTV",
    "SmartTvA",
    "SmartCast",
    "GoogleTV",
    "Ubuntu",
    "Kubuntu",
    "Debian",
    "Fedora",
    "Gentoo",
    "CentOS",
    "Slackware",
    "openSUSE",
    "SUSE",
];

/// Whether a word says nothing of who sends it.
pub fn is_ordinary(word: &str) -> bool {
    ORDINARY
        .iter()
        .any(|ordinary| ordinary.eq_ignore_ascii_case(word))
}

/// Whether this is a name that we know, and not just a word that was sent.
pub fn is_listed(name: &str) -> bool {
    let plain = [
        "DuckDuckGo",
        "Vivaldi",
        "Whale",
        "Quark",
        "Puffin",
        "Kiwi",
        "Chromium",
        "Android Browser",
        "WebKitGTK",
    ];
    let mut listed = BROWSERS.iter().chain(&REMARKS);
    plain.contains(&name) || listed.any(|(_, known)| *known == name)
}

/// Whether this is a browser's name, also where it is built on the system's web view.
pub fn is_browser(name: &str) -> bool {
    is_listed(name) || name.ends_with("Browser")
}

/// The apps that open links in a window of their own, by a word of theirs. The more particular first.
pub const APPS: [(&str, &str); 36] = [
    ("Instagram", "Instagram"),
    ("Barcelona", "Threads"),
    ("MessengerForiOS", "Messenger"),
    ("MessengerLiteForiOS", "Messenger"),
    ("Orca-Android", "Messenger"),
    ("FBAN", "Facebook"),
    ("FBAV", "Facebook"),
    ("FB_IAB", "Facebook"),
    ("WhatsApp/", "WhatsApp"),
    ("LinkedInApp", "LinkedIn"),
    ("Snapchat", "Snapchat"),
    ("TikTok", "TikTok"),
    ("musical_ly", "TikTok"),
    ("trill_", "TikTok"),
    ("BytedanceWebview", "TikTok"),
    ("Line/", "LINE"),
    ("MicroMessenger", "WeChat"),
    ("TwitterAndroid", "Twitter"),
    ("Twitter for", "Twitter"),
    ("Pinterest/", "Pinterest"),
    ("Pinterest for", "Pinterest"),
    ("TeamsMobile", "Microsoft Teams"),
    ("Teams/", "Microsoft Teams"),
    ("Outlook-iOS", "Outlook"),
    ("Outlook-Android", "Outlook"),
    ("Microsoft Outlook", "Outlook"),
    ("GSA/", "Google"),
    ("Telegram", "Telegram"),
    ("Slack/", "Slack"),
    ("Slack_SSB", "Slack"),
    ("discord/", "Discord"),
    ("Discord/", "Discord"),
    ("Thunderbird", "Thunderbird"),
    ("AppleMail", "Apple Mail"),
    ("EdgW", "WebView"),
    ("Electron/", "Electron"),
];

/// The longest name that is shown.
const LONGEST: usize = 32;

/// What people call the browser that goes by `word`: letters, digits and the like only, and short.
pub fn common_name(word: &str) -> String {
    let known = BROWSERS
        .iter()
        .find(|(own, _)| own.eq_ignore_ascii_case(word));
    known.map_or_else(
        || {
            word.chars()
                .filter(|&c| c.is_ascii_alphanumeric() || matches!(c, ' ' | '.' | '-' | '_' | '+'))
                .take(LONGEST)
                .collect()
        },
        |(_, name)| (*name).to_owned(),
    )
}

/// Whether a brand of the client hints stands there only to keep readers honest: `Not A;Brand` and its kin.
pub fn is_grease(brand: &str) -> bool {
    let mut letters = String::new();
    for c in brand.chars().take(LONGEST) {
        if c.is_ascii_alphabetic() {
            letters.push(c.to_ascii_lowercase());
        }
    }
    letters.is_empty() || (letters.starts_with("not") && letters.ends_with("brand"))
}
