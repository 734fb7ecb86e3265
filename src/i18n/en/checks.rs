//! English sentences for the checks; knows nothing else.

use super::English;
use crate::i18n::dates::date_and_time;
use crate::i18n::locale::Locale;
use crate::i18n::texts::{CheckTexts, Guide};
use crate::rules::checkup_code::InvalidCode;
use crate::rules::finding::{Cause, Check, Confidence, Evidence};

impl CheckTexts for English {
    fn checkup_title(&self) -> &'static str {
        "Check my connection"
    }
    fn checkup_intro(&self) -> &'static str {
        "This page checks what may keep you from logging in from home. Nothing is recorded."
    }
    fn checks_running(&self) -> &'static str {
        "Checking the connection…"
    }
    fn checks_fine(&self) -> &'static str {
        "Connection checked: nothing keeps you from logging in."
    }
    fn checks_unread(&self) -> &'static str {
        "Nothing keeps you from logging in, but not everything could be checked."
    }
    fn checks_done(&self, points: u32) -> String {
        match points {
            0 => "Check finished: no obstacle.".to_owned(),
            1 => "Check finished: one point to look at.".to_owned(),
            n => format!("Check finished: {n} points to look at."),
        }
    }
    fn check_name(&self, check: Check) -> &'static str {
        match check {
            Check::Address => "Portal address",
            Check::Network => "Network",
            Check::Cookies => "Cookies",
            Check::Browser => "Browser",
            Check::System => "System",
            Check::Clock => "Clock",
        }
    }
    fn check_waiting(&self) -> &'static str {
        "Checking…"
    }
    fn verdict(&self, cause: Cause) -> &'static str {
        match cause {
            Cause::AddressFine => "You are on the portal’s own address.",
            Cause::AddressForeign => {
                "This is not the portal’s address: do not type your password here."
            }
            Cause::AddressUnread => "The portal’s address could not be compared.",
            Cause::NetworkFine => "The sign-in service answers as it should.",
            Cause::Offline => "Your device is not connected to the Internet.",
            Cause::CaptivePortal => {
                "A Wi-Fi login page (hotel, train, café) answers in the service’s place."
            }
            Cause::FilteringProxy => "A filter blocks or changes part of the exchange.",
            Cause::Vpn => "Your address is a VPN’s: the service refuses it.",
            Cause::AddressBlocked => "The service refuses the address of your network.",
            Cause::Internal => "You are on the municipal network: the intranet is nearer there.",
            Cause::Unreachable => "The sign-in service can’t be reached from this network.",
            Cause::ServiceDown => "The sign-in service is out of order.",
            Cause::Maintenance => "The portal is under maintenance.",
            Cause::MaintenanceSoon => "Maintenance of the portal is announced.",
            Cause::NetworkSlow => "The network is very slow.",
            Cause::CookiesKept => "Your browser will keep the session.",
            Cause::CookiesBlocked => "Your browser blocks cookies: the login will not hold.",
            Cause::ThirdPartyCookies => "Your browser’s protection blocks the login cookie.",
            Cause::CookieLost => "The login cookie did not come back to the service.",
            Cause::CookiesUnread => "Cookies could not be checked.",
            Cause::BrowserFine => "Your browser is suitable.",
            Cause::BrowserOutdated => "Your browser works, but is a little out of date.",
            Cause::BrowserTooOld => "Your browser is old: the portal may not work well in it.",
            Cause::BrowserUnknown => "The portal has not been tried with this browser.",
            Cause::BrowserInApp => "This page is open inside an app, not in a browser.",
            Cause::BrowserVersionUnread => "The browser’s version could not be read.",
            Cause::SystemFine => "Your system still gets updates.",
            Cause::SystemUnsupported => "Your system no longer gets security updates.",
            Cause::SystemUnread => "The system’s version could not be read.",
            Cause::ClockFine => "The device’s clock is right.",
            Cause::ClockWrong => "The device’s clock is wrong.",
            Cause::ClockUnread => "The clock could not be compared.",
        }
    }
    fn step(&self, cause: Cause, guide: Guide) -> &'static str {
        match cause {
            Cause::AddressForeign => {
                "Close this tab and type the portal’s address yourself in the address bar."
            }
            Cause::Offline => {
                "Switch on Wi-Fi or mobile data; the page checks again by itself when the network is back."
            }
            Cause::CaptivePortal => {
                "Open a new tab on any http site, accept the Wi-Fi’s conditions, then run the check again; or use your phone’s connection."
            }
            Cause::FilteringProxy => {
                "Switch off the ad blocker, the web antivirus or parental control for this site, or use your phone’s connection."
            }
            Cause::Vpn => {
                "Switch off the VPN (or iCloud Private Relay), then come back to this page: the check runs again by itself."
            }
            Cause::AddressBlocked => {
                "Try another network, such as your phone’s connection; otherwise call support and give the address shown."
            }
            Cause::Internal => "Use the intranet; this portal is for use from home.",
            Cause::Unreachable => {
                "Restart your router or Wi-Fi, then the check; if nothing changes, use your phone’s connection."
            }
            Cause::ServiceDown => {
                "The fault is not yours: come back in a few minutes, or call support if it lasts."
            }
            Cause::Maintenance => "Come back after the announced end.",
            Cause::MaintenanceSoon => "Finish what you are doing before the announced time.",
            Cause::NetworkSlow => {
                "Move closer to the Wi-Fi or change network; logging in still works, more slowly."
            }
            Cause::CookiesBlocked => match guide {
                Guide::Chrome => {
                    "In Chrome: left of the address, open “Cookies and site data”, allow this site, then reload the page."
                }
                Guide::Edge => {
                    "In Edge: Settings, “Privacy, search and services”, “Cookies”, allow sites to save cookies, then reload the page."
                }
                Guide::Firefox => {
                    "In Firefox: Settings, “Privacy & Security”, “Cookies and Site Data”, add this site to the allowed exceptions, then reload the page."
                }
                Guide::Safari => {
                    "In Safari: Settings, “Advanced”, untick “Block all cookies”, then reload the page."
                }
                Guide::Ios => {
                    "In the device’s Settings: Apps, your browser (for Safari, then Advanced), switch off “Block All Cookies”, then reload the page."
                }
                Guide::Android => {
                    "In the browser’s menu: Settings, “Site settings”, “Cookies”, allow this site, then reload the page."
                }
                Guide::Other => {
                    "In the browser’s settings, allow cookies for this site, then reload the page."
                }
            },
            Cause::ThirdPartyCookies => match guide {
                Guide::Chrome => {
                    "In Chrome: right of the address, the crossed-out eye, allow third-party cookies for this site; or leave Incognito."
                }
                Guide::Edge => {
                    "In Edge: the padlock left of the address, “Tracking prevention”, switch it off for this site; or leave InPrivate."
                }
                Guide::Firefox => {
                    "In Firefox: the shield left of the address, switch off enhanced protection for this site; or leave the private window."
                }
                Guide::Safari => {
                    "In Safari: Settings, “Privacy”, untick “Prevent cross-site tracking” while you log in; or leave the private window."
                }
                Guide::Ios => {
                    "In the device’s Settings: Apps, your browser, switch off “Prevent Cross-Site Tracking” while you log in; or leave private browsing."
                }
                Guide::Android => {
                    "In the browser’s menu: Settings, “Site settings”, “Third-party cookies”, allow this site; or leave the private window."
                }
                Guide::Other => {
                    "In the browser’s settings, allow third-party cookies for this site; or leave the private window."
                }
            },
            Cause::CookieLost => {
                "Switch off extensions that delete cookies for this site, or try another browser, then run the check again."
            }
            Cause::BrowserOutdated | Cause::BrowserTooOld => match guide {
                Guide::Chrome => {
                    "In Chrome: menu ⋮, “Help”, “About Google Chrome” updates it. You can go on without waiting."
                }
                Guide::Edge => {
                    "In Edge: menu …, “Help and feedback”, “About Microsoft Edge” updates it. You can go on without waiting."
                }
                Guide::Firefox => {
                    "In Firefox: menu ☰, “Help”, “About Firefox” updates it. You can go on without waiting."
                }
                Guide::Safari => {
                    "Safari is updated with the Mac: Apple menu, System Settings, “Software Update”. You can go on without waiting."
                }
                Guide::Ios => {
                    "The device’s Settings, “General”, “Software Update”. You can go on without waiting."
                }
                Guide::Android => {
                    "Update the browser in the Play Store. You can go on without waiting."
                }
                Guide::Other => {
                    "Update the browser from its “About” menu. You can go on without waiting."
                }
            },
            Cause::BrowserUnknown => {
                "You can go on; if something goes wrong, try Chrome, Edge, Firefox or Safari."
            }
            Cause::BrowserInApp => {
                "Open this window’s menu and choose “Open in browser”, or copy the address into your browser."
            }
            Cause::SystemUnsupported => {
                "Logging in still works. Plan the update, or another device for your personal documents."
            }
            Cause::ClockWrong => {
                "Set the device’s date and time to “automatic”, then reload the page."
            }
            Cause::CookiesUnread => "Mend the “Network” point first, then run the check again.",
            Cause::AddressFine
            | Cause::AddressUnread
            | Cause::NetworkFine
            | Cause::CookiesKept
            | Cause::BrowserFine
            | Cause::BrowserVersionUnread
            | Cause::SystemFine
            | Cause::SystemUnread
            | Cause::ClockFine
            | Cause::ClockUnread => "",
        }
    }
    fn evidence(&self, evidence: &Evidence) -> String {
        match evidence {
            Evidence::BrowserNamed { name, major } => {
                major.map_or_else(|| name.clone(), |major| format!("{name} {major}"))
            }
            Evidence::AppNamed(name) => format!("App: {name}"),
            Evidence::SystemNamed { name, version } => version
                .as_ref()
                .map_or_else(|| name.clone(), |version| format!("{name} {version}")),
            Evidence::VersionWanted(version) => format!("Advised version: {version} or later"),
            Evidence::VersionHidden => {
                "The browser does not tell the installed version.".to_owned()
            }
            Evidence::PageCookie(Some(true)) => "The page keeps its own cookies.".to_owned(),
            Evidence::PageCookie(Some(false)) => "The page can’t keep its own cookies.".to_owned(),
            Evidence::PageCookie(None) => {
                "The browser does not let the page read its cookies.".to_owned()
            }
            Evidence::CookieRoundTrip(true) => {
                "The service set a trial cookie and got it back.".to_owned()
            }
            Evidence::CookieRoundTrip(false) => {
                "The service set a trial cookie and did not get it back.".to_owned()
            }
            Evidence::ServiceElsewhere(host) => format!("The service is on another site: {host}"),
            Evidence::AddressSeen(address) => {
                format!("Network address seen by the service: {address}")
            }
            Evidence::Status(0) => String::new(),
            Evidence::Status(status) => format!("Status of the answer: {status}"),
            Evidence::WebPage => {
                "The sign-in service answered with a web page instead of data.".to_owned()
            }
            Evidence::Redirect => {
                "The answer led to another address, which was not followed.".to_owned()
            }
            Evidence::Altered => "The answer is not the portal’s, or it is cut.".to_owned(),
            Evidence::Unanswered { lost, asked } => {
                format!("Questions without an answer: {lost} of {asked}")
            }
            Evidence::SiteAnswers(true) => "The site that serves this page answers.".to_owned(),
            Evidence::SiteAnswers(false) => {
                "The site that serves this page does not answer either.".to_owned()
            }
            Evidence::DeviceOffline => "The device says that it is offline.".to_owned(),
            Evidence::Took(ms) => format!("Response time: {ms} ms"),
            Evidence::ClockAhead(0) => "Difference to the service: less than a second".to_owned(),
            Evidence::ClockAhead(seconds) => {
                let way = if *seconds > 0 { "ahead of" } else { "behind" };
                let away = u32::try_from(seconds.unsigned_abs()).unwrap_or(u32::MAX);
                format!("The device is {} {way} the service.", spell(away))
            }
            Evidence::Hosts { page, portal } if page == portal => format!("Address: {page}"),
            Evidence::Hosts { page, portal } => {
                format!("You are on {page}; the portal is on {portal}.")
            }
            Evidence::Interruption { from, until } => format!(
                "From {} to {}",
                date_and_time(*from, Locale::En),
                date_and_time(*until, Locale::En)
            ),
        }
    }
    fn confidence(&self, confidence: Confidence) -> &'static str {
        match confidence {
            Confidence::Certain => "observed",
            Confidence::Likely => "likely",
            Confidence::Possible => "possible",
        }
    }
    fn evidence_label(&self) -> &'static str {
        "What was seen"
    }
    fn step_label(&self) -> &'static str {
        "What to do"
    }
    fn other_explanation(&self) -> &'static str {
        "Another possible explanation"
    }
    fn help_link(&self, check: &str) -> String {
        format!("Detailed help: {check}")
    }
    fn run_again(&self) -> &'static str {
        "Run the check again"
    }
    fn code_heading(&self) -> &'static str {
        "Call support"
    }
    fn code_text(&self) -> &'static str {
        "Read this code out over the phone: it says what the check found, and nothing about you."
    }
    fn copy_report(&self) -> &'static str {
        "Copy the report"
    }
    fn report_copied(&self) -> &'static str {
        "Report copied. It holds your network’s address."
    }
    fn report_not_copied(&self) -> &'static str {
        "The browser did not allow copying: select the report below."
    }
    fn report_title(&self) -> &'static str {
        "Check report"
    }
    fn decoder_heading(&self) -> &'static str {
        "For support: read a code"
    }
    fn decoder_text(&self) -> &'static str {
        "Type the twelve characters that the person reads to you; dashes, blanks and case do not matter."
    }
    fn decoder_label(&self) -> &'static str {
        "Check code"
    }
    fn decoder_button(&self) -> &'static str {
        "Read the code"
    }
    fn decoder_other(&self) -> &'static str {
        "other"
    }
    fn decoder_error(&self, reason: InvalidCode) -> &'static str {
        match reason {
            InvalidCode::Length => "A code has twelve characters.",
            InvalidCode::Character => "A code holds letters (without U) and digits only.",
            InvalidCode::Checksum => {
                "A character was misheard: have the code read again, group by group."
            }
            InvalidCode::Version => "This code comes from another version of the portal.",
        }
    }
    fn intranet_explanation(&self, intranet: &str, portal: &str) -> String {
        format!(
            "From home the intranet ({intranet}) does not answer: it exists on the municipal network only. The right address is {portal}."
        )
    }
}

fn spell(seconds: u32) -> String {
    match seconds {
        0..120 => format!("{seconds} s"),
        120..7200 => format!("{} min", seconds / 60),
        7200..172_800 => format!("{} h", seconds / 3600),
        _ => format!("{} days", seconds / 86_400),
    }
}
