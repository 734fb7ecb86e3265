//! What each version of the charter and of the terms says otherwise than the one before, in both languages; knows no agent.

/// A sentence in French and in English.
type Sentence = (&'static str, &'static str);

/// (name of the text, version, its changes with the most important first).
pub const CHANGES: [(&str, &str, &[Sentence]); 4] = [
    (
        "charter",
        "2026-1",
        &[
            (
                "Nouveau\u{a0}: sur un appareil que d’autres personnes utilisent, on l’indique en se connectant et on ne laisse jamais le navigateur enregistrer le mot de passe.",
                "New: on a device that other people use, say so when logging in, and never let the browser save the password.",
            ),
            (
                "Nouveau\u{a0}: un fichier téléchargé est supprimé de l’appareil dès qu’il n’est plus utile.",
                "New: a downloaded file is deleted from the device as soon as it is no longer needed.",
            ),
            (
                "Étendu\u{a0}: les consultations, les téléchargements et les décisions sont enregistrés, comme les connexions.",
                "Extended: views, downloads and decisions are recorded, as connections are.",
            ),
        ],
    ),
    (
        "charter",
        "2026-2",
        &[
            (
                "Nouveau\u{a0}: le contenu du portail n’est pas recopié dans un service en ligne que la Ville n’a pas autorisé.",
                "New: what the portal holds is not copied into an online service that the City has not authorised.",
            ),
            (
                "Précisé\u{a0}: la perte ou le vol d’un appareil sur lequel le portail a été utilisé se signale le jour même.",
                "Made clear: the loss or theft of a device on which the portal was used is reported the same day.",
            ),
        ],
    ),
    (
        "terms",
        "2026-1",
        &[
            (
                "Nouveau\u{a0}: les interruptions prévues sont annoncées sur la page de connexion, et ce qu’il faut faire quand un délai court est précisé.",
                "New: planned interruptions are announced on the login page, and it is said what to do when a time limit runs.",
            ),
            (
                "Nouveau\u{a0}: en cas d’écart, les documents du service compétent l’emportent sur ce que le portail affiche.",
                "New: should they differ, the documents of the competent service prevail over what the portal shows.",
            ),
            (
                "Précisé\u{a0}: les traces de connexion et d’action peuvent servir de preuve.",
                "Made clear: records of connections and actions may serve as evidence.",
            ),
        ],
    ),
    (
        "terms",
        "2026-2",
        &[
            (
                "Nouveau\u{a0}: l’accès depuis un réseau privé virtuel grand public ou un service d’anonymisation peut être refusé.",
                "New: access through a consumer virtual private network or an anonymising service may be refused.",
            ),
            (
                "Nouveau\u{a0}: un changement important est annoncé au moins quinze jours avant son entrée en vigueur.",
                "New: an important change is announced at least fifteen days before it comes into force.",
            ),
        ],
    ),
];

/// Said where it is not known what has changed.
pub const UNTOLD: Sentence = (
    "La liste des changements de cette version n’a pas été établie\u{a0}: le texte est à relire en entier.",
    "No list of the changes in this version was drawn up: please read the whole text again.",
);
