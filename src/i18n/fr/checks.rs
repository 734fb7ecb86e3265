//! French sentences for the checks; knows nothing else.

use super::French;
use crate::i18n::dates::date_and_time;
use crate::i18n::locale::Locale;
use crate::i18n::texts::{CheckTexts, Guide};
use crate::rules::checkup_code::InvalidCode;
use crate::rules::finding::{Cause, Check, Confidence, Evidence};

impl CheckTexts for French {
    fn checkup_title(&self) -> &'static str {
        "Vérifier ma connexion"
    }
    fn checkup_intro(&self) -> &'static str {
        "Cette page vérifie ce qui peut empêcher de se connecter depuis chez vous. Rien n’est enregistré."
    }
    fn checks_running(&self) -> &'static str {
        "Vérification de la connexion en cours…"
    }
    fn checks_fine(&self) -> &'static str {
        "Connexion vérifiée\u{a0}: rien n’empêche de se connecter."
    }
    fn checks_unread(&self) -> &'static str {
        "Rien n’empêche de se connecter, mais tout n’a pas pu être vérifié."
    }
    fn checks_done(&self, points: u32) -> String {
        match points {
            0 => "Vérification terminée\u{a0}: aucun obstacle.".to_owned(),
            1 => "Vérification terminée\u{a0}: un point à voir.".to_owned(),
            n => format!("Vérification terminée\u{a0}: {n} points à voir."),
        }
    }
    fn check_name(&self, check: Check) -> &'static str {
        match check {
            Check::Address => "Adresse du portail",
            Check::Network => "Réseau",
            Check::Cookies => "Cookies",
            Check::Browser => "Navigateur",
            Check::System => "Système",
            Check::Clock => "Horloge",
        }
    }
    fn check_waiting(&self) -> &'static str {
        "Vérification en cours…"
    }
    fn verdict(&self, cause: Cause) -> &'static str {
        match cause {
            Cause::AddressFine => "Vous êtes bien sur l’adresse du portail.",
            Cause::AddressForeign => {
                "Cette adresse n’est pas celle du portail\u{a0}: n’y saisissez pas votre mot de passe."
            }
            Cause::AddressUnread => "L’adresse du portail n’a pas pu être comparée.",
            Cause::NetworkFine => "Le service de connexion répond normalement.",
            Cause::Offline => "Votre appareil n’est pas connecté à Internet.",
            Cause::CaptivePortal => {
                "Une page de connexion Wi-Fi (hôtel, train, café) répond à la place du service."
            }
            Cause::FilteringProxy => "Un filtre bloque ou modifie une partie des échanges.",
            Cause::Vpn => "Votre adresse est celle d’un VPN\u{a0}: le service la refuse.",
            Cause::AddressBlocked => "Le service refuse l’adresse de votre réseau.",
            Cause::Internal => {
                "Vous êtes sur le réseau municipal\u{a0}: l’intranet y est plus direct."
            }
            Cause::Unreachable => "Le service de connexion est injoignable depuis ce réseau.",
            Cause::ServiceDown => "Le service de connexion est en panne.",
            Cause::Maintenance => "Le portail est en maintenance.",
            Cause::MaintenanceSoon => "Une maintenance du portail est annoncée.",
            Cause::NetworkSlow => "Le réseau est très lent.",
            Cause::CookiesKept => "Votre navigateur gardera la session.",
            Cause::CookiesBlocked => {
                "Votre navigateur bloque les cookies\u{a0}: la connexion ne tiendra pas."
            }
            Cause::ThirdPartyCookies => {
                "La protection de votre navigateur bloque le cookie de connexion."
            }
            Cause::CookieLost => "Le cookie de connexion n’est pas revenu au service.",
            Cause::CookiesUnread => "Les cookies n’ont pas pu être vérifiés.",
            Cause::BrowserFine => "Votre navigateur convient.",
            Cause::BrowserOutdated => "Votre navigateur fonctionne, mais date un peu.",
            Cause::BrowserTooOld => {
                "Votre navigateur est ancien\u{a0}: le portail peut mal y fonctionner."
            }
            Cause::BrowserUnknown => "Le portail n’a pas été essayé avec ce navigateur.",
            Cause::BrowserInApp => {
                "Cette page est ouverte dans une application, pas dans un navigateur."
            }
            Cause::BrowserVersionUnread => "La version du navigateur n’a pas pu être lue.",
            Cause::SystemFine => "Votre système reçoit encore des mises à jour.",
            Cause::SystemUnsupported => "Votre système ne reçoit plus de mises à jour de sécurité.",
            Cause::SystemUnread => "La version du système n’a pas pu être lue.",
            Cause::ClockFine => "L’horloge de l’appareil est à l’heure.",
            Cause::ClockWrong => "L’horloge de l’appareil n’est pas à l’heure.",
            Cause::ClockUnread => "L’horloge n’a pas pu être comparée.",
        }
    }
    fn step(&self, cause: Cause, guide: Guide) -> &'static str {
        match cause {
            Cause::AddressForeign => {
                "Fermez cet onglet et tapez vous-même l’adresse du portail dans la barre d’adresse."
            }
            Cause::Offline => {
                "Activez le Wi-Fi ou les données mobiles\u{202f}; la page se vérifie d’elle-même au retour du réseau."
            }
            Cause::CaptivePortal => {
                "Ouvrez un nouvel onglet sur un site quelconque en http, acceptez les conditions du Wi-Fi, puis relancez la vérification\u{202f}; ou passez par la connexion de votre téléphone."
            }
            Cause::FilteringProxy => {
                "Désactivez pour ce site le bloqueur de publicité, l’antivirus web ou le contrôle parental, ou passez par la connexion de votre téléphone."
            }
            Cause::Vpn => {
                "Coupez le VPN (ou le relais privé iCloud), puis revenez à cette page\u{a0}: la vérification repart d’elle-même."
            }
            Cause::AddressBlocked => {
                "Essayez par un autre réseau, par exemple la connexion de votre téléphone\u{202f}; sinon, appelez le support avec l’adresse affichée."
            }
            Cause::Internal => "Utilisez l’intranet\u{202f}; ce portail sert depuis chez vous.",
            Cause::Unreachable => {
                "Relancez la box ou le Wi-Fi, puis la vérification\u{202f}; si rien ne change, passez par la connexion de votre téléphone."
            }
            Cause::ServiceDown => {
                "La panne n’est pas chez vous\u{a0}: revenez dans quelques minutes, ou appelez le support si elle dure."
            }
            Cause::Maintenance => "Revenez après l’heure de fin annoncée.",
            Cause::MaintenanceSoon => "Terminez vos démarches avant l’heure annoncée.",
            Cause::NetworkSlow => {
                "Rapprochez-vous du Wi-Fi ou changez de réseau\u{202f}; la connexion reste possible, plus lentement."
            }
            Cause::CookiesBlocked => match guide {
                Guide::Chrome => {
                    "Dans Chrome\u{a0}: à gauche de l’adresse, ouvrez «\u{a0}Cookies et données de sites\u{a0}», autorisez ce site, puis rechargez la page."
                }
                Guide::Edge => {
                    "Dans Edge\u{a0}: Paramètres, «\u{a0}Confidentialité, recherche et services\u{a0}», «\u{a0}Cookies\u{a0}», autorisez l’enregistrement des cookies, puis rechargez la page."
                }
                Guide::Firefox => {
                    "Dans Firefox\u{a0}: Paramètres, «\u{a0}Vie privée et sécurité\u{a0}», «\u{a0}Cookies et données de sites\u{a0}», ajoutez ce site aux exceptions autorisées, puis rechargez la page."
                }
                Guide::Safari => {
                    "Dans Safari\u{a0}: Réglages, «\u{a0}Avancées\u{a0}», décochez «\u{a0}Bloquer tous les cookies\u{a0}», puis rechargez la page."
                }
                Guide::Ios => {
                    "Dans les Réglages de l’appareil\u{a0}: Apps, votre navigateur (pour Safari, puis Avancé), désactivez «\u{a0}Bloquer tous les cookies\u{a0}», puis rechargez la page."
                }
                Guide::Android => {
                    "Dans le menu du navigateur\u{a0}: Paramètres, «\u{a0}Paramètres des sites\u{a0}», «\u{a0}Cookies\u{a0}», autorisez ce site, puis rechargez la page."
                }
                Guide::Other => {
                    "Dans les réglages du navigateur, autorisez les cookies pour ce site, puis rechargez la page."
                }
            },
            Cause::ThirdPartyCookies => match guide {
                Guide::Chrome => {
                    "Dans Chrome\u{a0}: à droite de l’adresse, l’œil barré, autorisez les cookies tiers pour ce site\u{202f}; ou quittez la navigation privée."
                }
                Guide::Edge => {
                    "Dans Edge\u{a0}: le cadenas à gauche de l’adresse, «\u{a0}Prévention du suivi\u{a0}», désactivez-la pour ce site\u{202f}; ou quittez la navigation InPrivate."
                }
                Guide::Firefox => {
                    "Dans Firefox\u{a0}: le bouclier à gauche de l’adresse, désactivez la protection renforcée pour ce site\u{202f}; ou quittez la navigation privée."
                }
                Guide::Safari => {
                    "Dans Safari\u{a0}: Réglages, «\u{a0}Confidentialité\u{a0}», décochez «\u{a0}Empêcher le suivi sur plusieurs domaines\u{a0}» le temps de la connexion\u{202f}; ou quittez la navigation privée."
                }
                Guide::Ios => {
                    "Dans les Réglages de l’appareil\u{a0}: Apps, votre navigateur, désactivez «\u{a0}Empêcher le suivi intersite\u{a0}» le temps de la connexion\u{202f}; ou quittez la navigation privée."
                }
                Guide::Android => {
                    "Dans le menu du navigateur\u{a0}: Paramètres, «\u{a0}Paramètres des sites\u{a0}», «\u{a0}Cookies tiers\u{a0}», autorisez ce site\u{202f}; ou quittez la navigation privée."
                }
                Guide::Other => {
                    "Dans les réglages du navigateur, autorisez les cookies tiers pour ce site\u{202f}; ou quittez la navigation privée."
                }
            },
            Cause::CookieLost => {
                "Désactivez pour ce site les extensions qui suppriment les cookies, ou essayez un autre navigateur, puis relancez la vérification."
            }
            Cause::BrowserOutdated | Cause::BrowserTooOld => match guide {
                Guide::Chrome => {
                    "Dans Chrome\u{a0}: menu ⋮, «\u{a0}Aide\u{a0}», «\u{a0}À propos de Google Chrome\u{a0}» le met à jour. Vous pouvez continuer sans attendre."
                }
                Guide::Edge => {
                    "Dans Edge\u{a0}: menu …, «\u{a0}Aide et commentaires\u{a0}», «\u{a0}À propos de Microsoft Edge\u{a0}» le met à jour. Vous pouvez continuer sans attendre."
                }
                Guide::Firefox => {
                    "Dans Firefox\u{a0}: menu ☰, «\u{a0}Aide\u{a0}», «\u{a0}À propos de Firefox\u{a0}» le met à jour. Vous pouvez continuer sans attendre."
                }
                Guide::Safari => {
                    "Safari se met à jour avec le Mac\u{a0}: menu Pomme, Réglages Système, «\u{a0}Mise à jour de logiciels\u{a0}». Vous pouvez continuer sans attendre."
                }
                Guide::Ios => {
                    "Réglages de l’appareil, «\u{a0}Général\u{a0}», «\u{a0}Mise à jour logicielle\u{a0}». Vous pouvez continuer sans attendre."
                }
                Guide::Android => {
                    "Mettez le navigateur à jour dans le Play Store. Vous pouvez continuer sans attendre."
                }
                Guide::Other => {
                    "Mettez le navigateur à jour depuis son menu «\u{a0}À propos\u{a0}». Vous pouvez continuer sans attendre."
                }
            },
            Cause::BrowserUnknown => {
                "Vous pouvez continuer\u{202f}; si quelque chose ne va pas, essayez Chrome, Edge, Firefox ou Safari."
            }
            Cause::BrowserInApp => {
                "Ouvrez le menu de cette fenêtre et choisissez «\u{a0}Ouvrir dans le navigateur\u{a0}», ou recopiez l’adresse dans votre navigateur."
            }
            Cause::SystemUnsupported => {
                "La connexion reste possible. Prévoyez la mise à jour, ou un autre appareil pour vos documents personnels."
            }
            Cause::ClockWrong => {
                "Réglez la date et l’heure de l’appareil sur «\u{a0}automatique\u{a0}», puis rechargez la page."
            }
            Cause::CookiesUnread => {
                "Réglez d’abord le point «\u{a0}Réseau\u{a0}», puis relancez la vérification."
            }
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
            Evidence::AppNamed(name) => format!("Application\u{a0}: {name}"),
            Evidence::SystemNamed { name, version } => version
                .as_ref()
                .map_or_else(|| name.clone(), |version| format!("{name} {version}")),
            Evidence::VersionWanted(version) => {
                format!("Version conseillée\u{a0}: {version} ou plus")
            }
            Evidence::VersionHidden => "Le navigateur ne dit pas la version installée.".to_owned(),
            Evidence::PageCookie(Some(true)) => "La page garde ses propres cookies.".to_owned(),
            Evidence::PageCookie(Some(false)) => {
                "La page ne peut pas garder ses propres cookies.".to_owned()
            }
            Evidence::PageCookie(None) => {
                "Le navigateur ne laisse pas la page lire ses cookies.".to_owned()
            }
            Evidence::CookieRoundTrip(true) => {
                "Le service a posé un cookie d’essai et l’a reçu en retour.".to_owned()
            }
            Evidence::CookieRoundTrip(false) => {
                "Le service a posé un cookie d’essai et ne l’a pas reçu en retour.".to_owned()
            }
            Evidence::ServiceElsewhere(host) => {
                format!("Le service est sur un autre site\u{a0}: {host}")
            }
            Evidence::AddressSeen(address) => {
                format!("Adresse réseau vue par le service\u{a0}: {address}")
            }
            Evidence::Status(0) => String::new(),
            Evidence::Status(status) => format!("Code de la réponse\u{a0}: {status}"),
            Evidence::WebPage => {
                "Le service de connexion a répondu par une page web au lieu de données.".to_owned()
            }
            Evidence::Redirect => {
                "La réponse renvoyait vers une autre adresse, qui n’a pas été suivie.".to_owned()
            }
            Evidence::Altered => {
                "La réponse n’est pas celle du portail, ou elle est coupée.".to_owned()
            }
            Evidence::Unanswered { lost, asked } => {
                format!("Demandes sans réponse\u{a0}: {lost} sur {asked}")
            }
            Evidence::SiteAnswers(true) => "Le site qui sert cette page répond.".to_owned(),
            Evidence::SiteAnswers(false) => {
                "Le site qui sert cette page ne répond pas non plus.".to_owned()
            }
            Evidence::DeviceOffline => "L’appareil se dit hors ligne.".to_owned(),
            Evidence::Took(ms) => format!("Temps de réponse\u{a0}: {ms}\u{a0}ms"),
            Evidence::ClockAhead(0) => {
                "Écart avec le service\u{a0}: moins d’une seconde".to_owned()
            }
            Evidence::ClockAhead(seconds) => {
                let way = if *seconds > 0 { "avance" } else { "retard" };
                let away = u32::try_from(seconds.unsigned_abs()).unwrap_or(u32::MAX);
                format!("L’appareil a {} de {way} sur le service.", spell(away))
            }
            Evidence::Hosts { page, portal } if page == portal => format!("Adresse\u{a0}: {page}"),
            Evidence::Hosts { page, portal } => {
                format!("Vous êtes sur {page}\u{202f}; le portail est sur {portal}.")
            }
            Evidence::Interruption { from, until } => format!(
                "Du {} au {}",
                date_and_time(*from, Locale::Fr),
                date_and_time(*until, Locale::Fr)
            ),
        }
    }
    fn confidence(&self, confidence: Confidence) -> &'static str {
        match confidence {
            Confidence::Certain => "constaté",
            Confidence::Likely => "probable",
            Confidence::Possible => "possible",
        }
    }
    fn evidence_label(&self) -> &'static str {
        "Ce qui a été observé"
    }
    fn step_label(&self) -> &'static str {
        "À faire"
    }
    fn other_explanation(&self) -> &'static str {
        "Autre explication possible"
    }
    fn help_link(&self, check: &str) -> String {
        format!("Aide détaillée\u{a0}: {check}")
    }
    fn run_again(&self) -> &'static str {
        "Relancer la vérification"
    }
    fn code_heading(&self) -> &'static str {
        "Appeler le support"
    }
    fn code_text(&self) -> &'static str {
        "Donnez ce code au téléphone\u{a0}: il dit ce que la vérification a trouvé, et rien sur vous."
    }
    fn copy_report(&self) -> &'static str {
        "Copier le rapport"
    }
    fn report_copied(&self) -> &'static str {
        "Rapport copié. Il contient l’adresse de votre réseau."
    }
    fn report_not_copied(&self) -> &'static str {
        "Le navigateur n’a pas laissé copier\u{a0}: sélectionnez le rapport ci-dessous."
    }
    fn report_title(&self) -> &'static str {
        "Rapport de vérification"
    }
    fn decoder_heading(&self) -> &'static str {
        "Pour le support\u{a0}: lire un code"
    }
    fn decoder_text(&self) -> &'static str {
        "Saisissez les douze caractères que la personne vous lit\u{202f}; tirets, espaces et majuscules sont indifférents."
    }
    fn decoder_label(&self) -> &'static str {
        "Code de vérification"
    }
    fn decoder_button(&self) -> &'static str {
        "Lire le code"
    }
    fn decoder_other(&self) -> &'static str {
        "autre"
    }
    fn decoder_error(&self, reason: InvalidCode) -> &'static str {
        match reason {
            InvalidCode::Length => "Un code a douze caractères.",
            InvalidCode::Character => {
                "Un code ne contient que des lettres (sauf U) et des chiffres."
            }
            InvalidCode::Checksum => {
                "Un caractère a été mal entendu\u{a0}: faites relire le code groupe par groupe."
            }
            InvalidCode::Version => "Ce code vient d’une autre version du portail.",
        }
    }
    fn intranet_explanation(&self, intranet: &str, portal: &str) -> String {
        format!(
            "Depuis chez vous, l’intranet ({intranet}) ne répond pas\u{a0}: il n’existe que sur le réseau municipal. La bonne adresse est {portal}."
        )
    }
}

fn spell(seconds: u32) -> String {
    match seconds {
        0..120 => format!("{seconds} s"),
        120..7200 => format!("{}\u{a0}min", seconds / 60),
        7200..172_800 => format!("{} h", seconds / 3600),
        _ => format!("{} jours", seconds / 86_400),
    }
}
